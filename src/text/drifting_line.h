// text/drifting_line.h: a mark that drifts slowly over the picture.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <opencv2/core.hpp>

#include "text/line_track.h"
#include "text/sample_window.h"
#include "text/sighting.h"
#include "text/signature.h"

namespace sourcereel::text {

/// Follows a line of text that moves steadily, by up to 20 px from sample to sample, and otherwise than the
/// picture behind it. It is looked for where it is expected next, in the stroke contrast, with the mean of
/// what was seen so far: aligned like this a faint mark stands out as one that stays does. Holds three
/// pictures of the line and a point of its path for each sample. Not thread-safe.
class DriftingLine {
public:
    /// Nothing where the line has not moved steadily through the last samples of the window. `now`: as it is
    /// found in the newest sample.
    static std::optional<DriftingLine> start(const Signature& now, double likeness,
                                             const SampleWindow& window);

    /// Looks at the newest sample of the window. False: it has been gone for some samples.
    bool follow(const SampleWindow& window);
    /// Where it stands in the newest sample in which it was seen.
    const cv::Rect& box() const noexcept { return box_; }
    /// Takes over the begin of the line that turned out to be a piece of this one.
    void begin_like(const DriftingLine& piece);
    /// Nothing where it was seen too shortly to be a mark. `video_end`: set when the video ended.
    std::optional<LineTrack> ended(const std::optional<VideoEnd>& video_end) const;

private:
    DriftingLine(const Signature& now, double likeness, cv::Point2d velocity, const SampleWindow& window);
    std::optional<cv::Point> find(const cv::Mat& picture, cv::Point expected) const;
    void look_back(const SampleWindow& window);
    void add(const SampleWindow& window, std::int64_t number, cv::Point at);

    Polarity polarity_;
    double likeness_;
    cv::Rect box_;
    cv::Point origin_;  ///< Where it stood in the sample that it was found in.
    cv::Size picture_;
    int kernel_px_;
    cv::Point2d velocity_;  ///< Pixels a sample.
    int misses_ = 0;
    int seen_ = 0;
    std::int64_t first_ = 0, last_ = 0;
    Sighting sighting_;
    std::vector<TrackPoint> path_;
    Fusion fusion_;
};

}  // namespace sourcereel::text
