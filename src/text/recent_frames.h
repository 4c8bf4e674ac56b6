// text/recent_frames.h: every picture of the last moments, small: what stands between two samples.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>

#include <opencv2/core.hpp>

#include "core/frame.h"
#include "text/region_detector.h"
#include "text/sighting.h"

namespace sourcereel::text {

/// Tells between which two pictures an opaque line came or went, where samples only tell between which two
/// samples. Holds the luma of the last pictures, halved until the shorter side is below 540 px: at most 100
/// pictures or 24 MiB. Not thread-safe.
class RecentFrames {
public:
    /// Takes the next picture of the video; copies it.
    void push(const Frame& frame);

    /// Moves `before` and `first` of the sighting together until they are neighbours. `box` is the line's, in
    /// pictures of the size `working`. Leaves the sighting as it is where the pictures are gone, or do not
    /// tell: what fades, or stands on what looks alike.
    void narrow_begin(Sighting& sighting, const cv::Rect& box, const cv::Size& working,
                      Polarity polarity) const;
    /// The same for `last` and `after`.
    void narrow_end(Sighting& sighting, const cv::Rect& box, const cv::Size& working,
                    Polarity polarity) const;

private:
    struct Small {
        SampleMoment moment;
        cv::Mat picture;
    };
    struct Step {
        SampleMoment absent, present;  ///< Neighbours in time.
    };
    /// Goes from the picture `present`, which shows the line, towards `absent`, which does not, to where it
    /// stops being shown. `known`: the picture from which the line's strokes are taken.
    std::optional<Step> find_step(std::int64_t present, std::int64_t absent, std::int64_t known,
                                  const cv::Rect& box, const cv::Size& working, Polarity polarity) const;
    bool holds(std::int64_t frame) const;
    const Small& at(std::int64_t frame) const;

    std::deque<Small> frames_;  ///< Numbers without gaps.
};

}  // namespace sourcereel::text
