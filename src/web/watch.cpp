#include "web/watch.h"

#include <chrono>

#include "core/error.h"
#include "json/browse_documents.h"
#include "web/running_note.h"

namespace sourcereel::web {
namespace {

constexpr auto kPause = std::chrono::milliseconds(500);
constexpr int kMostListeners = 12;  // Each holds a worker of the server.
constexpr int kHeartbeat = 15;      // Seconds of silence after which a comment shows that the line stands.

/// A document as an event: each of its lines a line of data.
std::string event_of(const std::string& document) {
    std::string event = "event: status\n";
    std::size_t begin = 0;
    while (begin < document.size()) {
        const std::size_t end = std::min(document.find('\n', begin), document.size());
        event += "data: " + document.substr(begin, end - begin) + "\n";
        begin = end + 1;
    }
    return event + "\n";
}

json::StatusEntry entry_of(const catalogue::Stats& stats) {
    json::StatusEntry entry;
    entry.videos = stats.videos;
    entry.shots = stats.shots;
    entry.tracks = stats.tracks;
    entry.handles = stats.handles;
    entry.seconds = stats.seconds;
    return entry;
}

}  // namespace

Watch::Watch(std::filesystem::path catalogue, std::string version, std::stop_token stop)
    : file_(std::move(catalogue)), version_(std::move(version)), stop_(std::move(stop)) {
    auto opened = std::make_unique<catalogue::Catalogue>(
        catalogue::Catalogue::open(file_, catalogue::Access::read_only));
    const std::int64_t seen = opened->data_version();  // Before it is read: what comes later is a change.
    status_ = document_of(*opened, 0);
    thread_ = std::jthread([this, opened = std::move(opened), seen](const std::stop_token& own) mutable {
        look_around(std::move(opened), seen, own);
    });
}

Watch::~Watch() {
    thread_.request_stop();
    changed_.notify_all();
}

std::string Watch::document_of(const catalogue::Catalogue& catalogue, std::int64_t revision) const {
    json::StatusEntry entry = entry_of(catalogue.stats());
    entry.version = version_;
    entry.revision = revision;
    for (const Running& one : running_analyses(file_)) {
        entry.running.push_back(
            {one.process, one.started_at, one.inputs, one.done, one.share, one.seconds_left, one.file});
    }
    return json::status_document(entry);
}

void Watch::look_around(std::unique_ptr<catalogue::Catalogue> catalogue, std::int64_t seen,
                        const std::stop_token& own) {
    std::int64_t revision = 0;
    std::vector<Running> running;
    while (!own.stop_requested() && !stop_.stop_requested()) {
        try {
            if (!catalogue) {
                catalogue = std::make_unique<catalogue::Catalogue>(
                    catalogue::Catalogue::open(file_, catalogue::Access::read_only));
                seen = -1;  // Whatever there is now may be new.
            }
            const std::int64_t version = catalogue->data_version();
            auto now_running = running_analyses(file_);
            if (version != seen || now_running != running) {
                if (version != seen) ++revision;
                std::string next = document_of(*catalogue, revision);
                seen = version;
                running = std::move(now_running);
                const std::lock_guard lock(mutex_);
                status_ = std::move(next);
                ++number_;
                changed_.notify_all();
            }
        } catch (const Error&) {
            catalogue.reset();  // Locked for long, or replaced by another file: look again.
        }
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, own, kPause, [] { return false; });
    }
    changed_.notify_all();
}

std::string Watch::status() const {
    const std::lock_guard lock(mutex_);
    return status_;
}

EventSource Watch::listen() {
    {
        const std::lock_guard lock(mutex_);
        if (listeners_ >= kMostListeners) return {};
        ++listeners_;
    }
    struct State {
        std::uint64_t seen = UINT64_MAX;
        int quiet = 0;
    };
    // Counted down when the last copy of the source goes, however the connection ended.
    const std::shared_ptr<State> state(new State, [this](const State* held) {
        const std::lock_guard lock(mutex_);
        --listeners_;
        delete held;
    });
    return [this, state]() -> std::optional<std::string> {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, stop_, std::chrono::seconds(1), [&] { return state->seen != number_; });
        if (stop_.stop_requested()) return std::nullopt;
        if (state->seen != number_) {
            state->seen = number_;
            state->quiet = 0;
            return event_of(status_);
        }
        if (++state->quiet < kHeartbeat) return std::string{};
        state->quiet = 0;
        return ": still here\n\n";
    };
}

}  // namespace sourcereel::web
