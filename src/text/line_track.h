// text/line_track.h: one line of text over the samples in which it stands, before anybody has read it.
#pragma once

#include <cstdint>
#include <vector>

#include <opencv2/core.hpp>

#include "core/time.h"
#include "text/region_detector.h"

namespace sourcereel::text {

/// What all samples of a place say together, pixel by pixel. Holds three pictures of the place, however many
/// samples.
class Fusion {
public:
    /// `place` lies inside every picture that will be added.
    explicit Fusion(const cv::Rect& place) : place_(place) {}
    /// `shift`: how far from the place its content stands in this picture.
    void add(const cv::Mat& picture, cv::Point shift = {});
    int samples() const noexcept { return samples_; }
    const cv::Rect& place() const noexcept { return place_; }
    /// CV_8UC1 of the place's size. @pre samples() > 0.
    cv::Mat mean() const;
    const cv::Mat& minimum() const noexcept { return minimum_; }
    const cv::Mat& maximum() const noexcept { return maximum_; }

private:
    cv::Rect place_;
    cv::Mat sum_;  ///< CV_32F
    cv::Mat minimum_;
    cv::Mat maximum_;
    int samples_ = 0;
};

/// When it was seen. The text came between the sample before `first` and `first`, and went between `last` and
/// the sample after: `begin` and `end` are the middles of these, or the ends of the video.
struct Presence {
    Timestamp begin, end;
    std::int64_t begin_frame = 0, end_frame = 0;
    int seen = 0;      ///< Samples in which it was found,
    int examined = 0;  ///< of this many between begin and end.
};

/// Where a line's top left corner was in one sample.
struct TrackPoint {
    Timestamp time;
    cv::Point at;
};

/// A line that has ended.
struct LineTrack {
    cv::Rect box;    ///< Working pixels, tight.
    cv::Rect reach;  ///< The same rows, as far to the sides as the line was fused; see widened().
    Polarity polarity = Polarity::bright;
    double likeness = 0;   ///< As the detector scored it.
    double agreement = 0;  ///< Of a single sample with the whole: near 1 opaque and steady, .2 faint.
    bool moved =
        false;  ///< It came from a place nearby or went to one: part of the scene before a moving camera.
    std::vector<TrackPoint> path;  ///< Of one that drifts: a point for each sample. The box is that of one.
    Presence presence;
    Fusion fusion{cv::Rect{}};
    /// The box grown to both sides by so many times its height, as far as it may reach.
    cv::Rect widened(int heights) const;
};

/// Whether something may shine through it: so it does in single samples; on a picture that stands still these
/// agree as well, and what stands for long is a mark more often than a caption.
bool may_be_faint(const LineTrack& line);

}  // namespace sourcereel::text
