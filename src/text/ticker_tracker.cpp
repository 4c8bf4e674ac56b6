#include "text/ticker_tracker.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "text/ticker_finder.h"

namespace sourcereel::text {
namespace {

constexpr std::int64_t kStep = 5;  ///< Samples between two looks.

}  // namespace

std::vector<TickerTrack> TickerTracker::push(const SampleWindow& window) {
    std::vector<TickerTrack> ended;
    const std::int64_t newest = window.pushed() - 1;
    if (newest <= window.first()) return ended;
    std::vector<RunningTicker> still;
    for (RunningTicker& ticker : running_) {
        if (ticker.follow(window)) {
            still.push_back(std::move(ticker));
        } else if (auto track = ticker.ended(std::nullopt)) {
            ended.push_back(std::move(*track));
        }
    }
    running_ = std::move(still);
    if (window.pushed() % kStep != 0) return ended;
    for (const RunningRows& rows :
         find_running_rows(window.at(newest - 1).picture, window.at(newest).picture)) {
        const bool known = std::any_of(running_.begin(), running_.end(), [&](const RunningTicker& ticker) {
            return rows.top < ticker.strip().br().y && rows.bottom > ticker.strip().y;
        });
        if (known) continue;
        if (auto ticker = RunningTicker::start(rows, window)) running_.push_back(std::move(*ticker));
    }
    return ended;
}

std::vector<TickerTrack> TickerTracker::finish(const VideoEnd& end) {
    std::vector<TickerTrack> ended;
    for (const RunningTicker& ticker : std::exchange(running_, {}))
        if (auto track = ticker.ended(ticker.runs_still() ? std::optional(end) : std::nullopt))
            ended.push_back(std::move(*track));
    return ended;
}

std::vector<cv::Rect> TickerTracker::places() const {
    std::vector<cv::Rect> places;
    for (const RunningTicker& ticker : running_)
        if (ticker.runs_still()) places.push_back(ticker.extent());
    return places;
}

}  // namespace sourcereel::text
