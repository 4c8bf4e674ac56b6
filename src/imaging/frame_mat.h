// imaging/frame_mat.h: frames as OpenCV matrices.
#pragma once

#include <opencv2/core.hpp>

#include "core/frame.h"
#include "core/geometry.h"

namespace sourcereel::imaging {

/// The frame's luma as a CV_8UC1 header on its pixels, without a copy. Valid while a copy of the frame lives;
/// OpenCV offers no read-only matrix, so: never write to it.
cv::Mat luma_view(const Frame& frame);

/// The picture in colour, CV_8UC3 BGR, scaled down so that its longer side is at most `max_side` (0: as it
/// is). Grey where the frame has no colour planes. Follows the frame's matrix and range.
cv::Mat to_bgr(const Frame& frame, int max_side = 0);

inline cv::Rect to_cv(const Rect& r) {
    return {r.x, r.y, r.width, r.height};
}
inline Rect from_cv(const cv::Rect& r) {
    return {r.x, r.y, r.width, r.height};
}

}  // namespace sourcereel::imaging
