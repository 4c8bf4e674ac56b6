// imaging/evidence_picture.h: what a report shows of a frame: original pixels, nothing scaled or smoothed.
#pragma once

#include <string>

#include "core/frame.h"
#include "core/geometry.h"

namespace sourcereel::imaging {

/// How sharp the picture is within `box` (clipped to the picture): the variance of its second derivative; 0
/// where the box is empty.
double sharpness(const Frame& frame, const Rect& box);

/// The box with `margin` pixels around it as PNG; empty where it lies outside the picture.
std::string crop_png(const Frame& frame, const Rect& box, int margin);

/// The whole picture with the box drawn around, not over, what it holds, as PNG.
std::string boxed_png(const Frame& frame, const Rect& box);

}  // namespace sourcereel::imaging
