// web/previews.h: videos that a browser cannot play, made playable once and kept. Private to web.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace sourcereel::web {

/// Makes one preview at a time; what is asked for meanwhile waits its turn. Keeps the newest 2 GiB.
class Previews {
public:
    using Make = std::function<void(const std::filesystem::path& source, const std::filesystem::path& target,
                                    const std::function<void(double share)>& progress)>;
    struct State {
        enum class Kind { none, waiting, making, ready, failed } kind = Kind::none;
        double share = 0;
        std::string message;  ///< Why it failed.
    };

    Previews(std::filesystem::path folder, Make make, std::stop_token stop);
    ~Previews();

    bool can_make() const { return static_cast<bool>(make_) && !folder_.empty(); }
    std::filesystem::path file_of(const std::string& sha256) const;
    State state_of(const std::string& sha256) const;
    /// Asks for one. At most 32 wait; then @throws Error busy.
    void ask(const std::string& sha256, const std::filesystem::path& source);

private:
    struct Wish {
        std::string sha256;
        std::filesystem::path source;
    };
    void work(const std::stop_token& own);
    void make(const Wish& wish, const std::stop_token& own);
    void tidy() const;

    std::filesystem::path folder_;
    Make make_;
    std::stop_token stop_;
    mutable std::mutex mutex_;
    std::condition_variable_any asked_;
    std::vector<Wish> wishes_;
    std::map<std::string, State> states_;
    std::jthread thread_;
};

}  // namespace sourcereel::web
