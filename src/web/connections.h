// web/connections.h: catalogue connections that threads borrow. Private to web.
#pragma once

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <mutex>
#include <vector>

#include "catalogue/catalogue.h"

namespace sourcereel::web {

/// What a borrowed connection is for.
enum class Use {
    look_up,
    search  ///< A connection that has searched before keeps what it read of all clips for that: tens of
            ///< milliseconds.
};

/// Opens a read-only connection where none is free; opening costs more than most requests.
class Connections {
    struct Free {
        std::unique_ptr<catalogue::Catalogue> catalogue;
        bool has_searched = false;
    };

public:
    explicit Connections(std::filesystem::path file) : file_(std::move(file)) {}

    /// One connection for as long as this lives; it belongs to the borrowing thread alone.
    class Borrowed {
    public:
        Borrowed(Connections& from, Free one) : from_(&from), one_(std::move(one)) {}
        ~Borrowed() {
            if (one_.catalogue) from_->give_back(std::move(one_));
        }
        Borrowed(Borrowed&& other) noexcept = default;
        Borrowed& operator=(Borrowed&&) = delete;
        const catalogue::Catalogue* operator->() const { return one_.catalogue.get(); }
        const catalogue::Catalogue& operator*() const { return *one_.catalogue; }

    private:
        Connections* from_;
        Free one_;
    };

    /// @throws Error as Catalogue::open.
    Borrowed borrow(Use use = Use::look_up) {
        {
            const std::lock_guard lock(mutex_);
            if (!free_.empty()) {
                // Those that have searched are kept for searches as long as there are others.
                auto found = std::find_if(free_.rbegin(), free_.rend(), [use](const Free& one) {
                    return one.has_searched == (use == Use::search);
                });
                if (found == free_.rend()) found = free_.rbegin();
                Free one = std::move(*found);
                free_.erase(std::next(found).base());
                one.has_searched = one.has_searched || use == Use::search;
                return {*this, std::move(one)};
            }
        }
        return {*this, Free{std::make_unique<catalogue::Catalogue>(
                                catalogue::Catalogue::open(file_, catalogue::Access::read_only)),
                            use == Use::search}};
    }

private:
    void give_back(Free one) {
        const std::lock_guard lock(mutex_);
        free_.push_back(std::move(one));
    }

    std::filesystem::path file_;
    std::mutex mutex_;
    std::vector<Free> free_;
};

}  // namespace sourcereel::web
