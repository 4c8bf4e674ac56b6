// text/ticker_tracker.h: from samples to tickers, each unrolled. No reading is done here.
#pragma once

#include <vector>

#include "text/running_ticker.h"
#include "text/sample_window.h"

namespace sourcereel::text {

/// Looks once a second for rows that run sideways, and follows them. Not thread-safe.
class TickerTracker {
public:
    /// Looks at the newest sample of the window; returns the tickers that have ended before it.
    std::vector<TickerTrack> push(const SampleWindow& window);
    /// Ends the video; returns the tickers that are left.
    std::vector<TickerTrack> finish(const VideoEnd& end);
    /// Where something ran in the newest sample: what is new there is the ticker's.
    std::vector<cv::Rect> places() const;

private:
    std::vector<RunningTicker> running_;
};

}  // namespace sourcereel::text
