// imaging/marked_picture.h: a picture with rectangles drawn on it.
#pragma once

#include <string>
#include <vector>

#include <opencv2/core.hpp>

#include "core/frame.h"
#include "core/geometry.h"

namespace sourcereel::imaging {

struct PictureMark {
    Rect box;           ///< In pixels of the frame; what lies outside is not drawn.
    std::string words;  ///< A few characters of plain ASCII, on a plate at the box's corner.
    cv::Scalar colour;  ///< Blue, green, red; a bright one, since the words are black.
};

/// The frame in colour, CV_8UC3 BGR, its longer side at most `max_side`, with each box as a frame around what
/// it holds. The plate stands above the box or, at the top, below it, and covers no other plate as far as
/// there is room.
cv::Mat marked_picture(const Frame& frame, const std::vector<PictureMark>& marks, int max_side);

}  // namespace sourcereel::imaging
