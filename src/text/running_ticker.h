// text/running_ticker.h: a line of text that runs across the picture, unrolled while it runs.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <opencv2/core.hpp>

#include "text/line_track.h"
#include "text/panorama.h"
#include "text/sample_window.h"
#include "text/sighting.h"
#include "text/ticker_finder.h"

namespace sourcereel::text {

/// A ticker that has ended.
struct TickerTrack {
    cv::Rect box;  ///< Where it runs, in working pixels.
    Presence presence;
    std::vector<LineTrack> pieces;  ///< Of the unrolled line, in the order they came; each for LineReader.
};

/// Follows one ticker from where it was found until it stops running. Holds its panorama. Not thread-safe.
class RunningTicker {
public:
    /// Nothing where `rows` have not run steadily through the last samples of the window.
    static std::optional<RunningTicker> start(const RunningRows& rows, const SampleWindow& window);

    /// Looks at the newest sample of the window. False: the ticker ended some samples before it.
    bool follow(const SampleWindow& window);
    const cv::Rect& strip() const noexcept { return strip_; }
    /// Where it was seen to run; the strip or more.
    const cv::Rect& extent() const noexcept { return extent_; }
    /// Whether it ran in the newest sample it was shown.
    bool runs_still() const noexcept { return missing_.empty(); }
    /// Nothing where too little has run through to be a ticker. `video_end`: set when the video ended.
    std::optional<TickerTrack> ended(const std::optional<VideoEnd>& video_end) const;

private:
    RunningTicker(const cv::Rect& strip, double speed, std::int64_t first, const SampleWindow& window);
    void add(const SampleWindow& window, std::int64_t number, double offset);
    bool step(const SampleWindow& window, std::int64_t number);

    int picture_width_;
    cv::Rect strip_;               ///< What is unrolled: all of the text runs through it.
    cv::Rect extent_;              ///< Where it was seen to run: more than the strip, once the line fills it.
    double speed_;                 ///< Pixels a second; to the right where positive.
    double offset_ = 0;            ///< How far the newest sample that ran has come.
    std::vector<double> missing_;  ///< The same of the samples since, in which nothing was seen to run.
    std::int64_t first_, last_;    ///< Samples.
    int seen_ = 1;
    Sighting sighting_;
    Panorama panorama_;
};

}  // namespace sourcereel::text
