// text/sampler.h: which pictures of a video are looked at for text, and in what size.
#pragma once

#include <cstdint>
#include <optional>

#include <opencv2/core.hpp>

#include "core/frame.h"
#include "core/geometry.h"

namespace sourcereel::text {

/// One sampled picture, grey, in working size. The pixels are its own.
struct Sample {
    Timestamp time;
    std::int64_t frame = 0;
    cv::Mat picture;
};

inline Rect as_rect(const cv::Rect& box) {
    return {box.x, box.y, box.width, box.height};
}

/// Takes pictures at a steady rate whatever the video's own, and brings them to a size at which letters have
/// the widths that the detector was made for: the shorter side becomes 720 px, where it is not between 540
/// and 720 already, but no picture is enlarged more than 2.5 times. Not thread-safe.
class Sampler {
public:
    explicit Sampler(double samples_per_second) : spacing_s_(1.0 / samples_per_second) {}
    /// The sample of this frame, if one is due.
    std::optional<Sample> push(const Frame& frame);
    /// Working pixels per pixel of the upright picture; 1 before the first frame.
    double scale() const noexcept { return scale_; }
    /// A box of the working size in pixels of the upright picture.
    Rect to_picture(const Rect& box) const;

private:
    double spacing_s_;
    double next_s_ = 0;
    double scale_ = 1;
    cv::Size full_;
};

}  // namespace sourcereel::text
