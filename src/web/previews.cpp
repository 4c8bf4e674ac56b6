#include "web/previews.h"

#include <algorithm>
#include <system_error>

#include "core/error.h"

namespace sourcereel::web {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostWishes = 32;
constexpr std::uintmax_t kMostBytes = std::uintmax_t{2} << 30;

/// Thrown through the maker when the server ends.
struct Stopped {};

}  // namespace

Previews::Previews(fs::path folder, Make make, std::stop_token stop)
    : folder_(std::move(folder)), make_(std::move(make)), stop_(std::move(stop)) {
    if (can_make()) thread_ = std::jthread([this](const std::stop_token& own) { work(own); });
}

Previews::~Previews() {
    thread_.request_stop();
    asked_.notify_all();
}

fs::path Previews::file_of(const std::string& sha256) const {
    return folder_ / (sha256 + ".mp4");
}

Previews::State Previews::state_of(const std::string& sha256) const {
    std::error_code none;
    if (!folder_.empty() && fs::is_regular_file(file_of(sha256), none)) return {State::Kind::ready, 1, {}};
    const std::lock_guard lock(mutex_);
    const auto found = states_.find(sha256);
    return found == states_.end() ? State{} : found->second;
}

void Previews::ask(const std::string& sha256, const fs::path& source) {
    const State now = state_of(sha256);
    if (now.kind == State::Kind::ready) return;
    const std::lock_guard lock(mutex_);
    const auto known = states_.find(sha256);
    if (known != states_.end() && known->second.kind != State::Kind::failed) return;
    if (wishes_.size() >= kMostWishes) {
        throw Error(ErrorKind::busy, "too many previews are waiting to be made; try again later");
    }
    wishes_.push_back({sha256, source});
    states_[sha256] = {State::Kind::waiting, 0, {}};
    asked_.notify_all();
}

void Previews::work(const std::stop_token& own) {
    while (!own.stop_requested() && !stop_.stop_requested()) {
        Wish wish;
        {
            std::unique_lock lock(mutex_);
            asked_.wait_for(lock, own, std::chrono::seconds(1), [&] { return !wishes_.empty(); });
            if (wishes_.empty()) continue;
            wish = wishes_.front();
            wishes_.erase(wishes_.begin());
            states_[wish.sha256].kind = State::Kind::making;
        }
        make(wish, own);
    }
}

void Previews::make(const Wish& wish, const std::stop_token& own) {
    try {
        fs::create_directories(folder_);
        make_(wish.source, file_of(wish.sha256), [&](double share) {
            if (own.stop_requested() || stop_.stop_requested()) throw Stopped{};
            const std::lock_guard lock(mutex_);
            states_[wish.sha256].share = std::clamp(share, 0.0, 1.0);
        });
        tidy();
        const std::lock_guard lock(mutex_);
        states_.erase(wish.sha256);  // From now on the file says it.
    } catch (const Stopped&) {
    } catch (const std::exception& error) {
        const std::lock_guard lock(mutex_);
        states_[wish.sha256] = {State::Kind::failed, 0, error.what()};
    }
}

void Previews::tidy() const {
    struct Kept {
        fs::path file;
        fs::file_time_type time;
        std::uintmax_t size;
    };
    std::vector<Kept> all;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder_, none)) {
        if (entry.path().extension() == ".mp4" && entry.is_regular_file(none)) {
            all.push_back({entry.path(), entry.last_write_time(none), entry.file_size(none)});
        }
    }
    std::sort(all.begin(), all.end(), [](const Kept& a, const Kept& b) { return a.time > b.time; });
    std::uintmax_t sum = 0;
    for (const Kept& one : all) {
        sum += one.size;
        if (sum > kMostBytes) fs::remove(one.file, none);
    }
}

}  // namespace sourcereel::web
