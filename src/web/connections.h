// web/connections.h: catalogue connections that threads borrow. Private to web.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "catalogue/catalogue.h"

namespace sourcereel::web {

/// Opens a read-only connection where none is free; opening costs more than most requests.
class Connections {
public:
    explicit Connections(std::filesystem::path file) : file_(std::move(file)) {}

    /// One connection for as long as this lives; it belongs to the borrowing thread alone.
    class Borrowed {
    public:
        Borrowed(Connections& from, std::unique_ptr<catalogue::Catalogue> one)
            : from_(&from), one_(std::move(one)) {}
        ~Borrowed() {
            if (one_) from_->give_back(std::move(one_));
        }
        Borrowed(Borrowed&& other) noexcept = default;
        Borrowed& operator=(Borrowed&&) = delete;
        const catalogue::Catalogue* operator->() const { return one_.get(); }
        const catalogue::Catalogue& operator*() const { return *one_; }

    private:
        Connections* from_;
        std::unique_ptr<catalogue::Catalogue> one_;
    };

    /// @throws Error as Catalogue::open.
    Borrowed borrow() {
        {
            const std::lock_guard lock(mutex_);
            if (!free_.empty()) {
                auto one = std::move(free_.back());
                free_.pop_back();
                return {*this, std::move(one)};
            }
        }
        return {*this, std::make_unique<catalogue::Catalogue>(
                           catalogue::Catalogue::open(file_, catalogue::Access::read_only))};
    }

private:
    void give_back(std::unique_ptr<catalogue::Catalogue> one) {
        const std::lock_guard lock(mutex_);
        free_.push_back(std::move(one));
    }

    std::filesystem::path file_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<catalogue::Catalogue>> free_;
};

}  // namespace sourcereel::web
