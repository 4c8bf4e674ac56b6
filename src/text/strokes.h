// text/strokes.h: what is thinner than its surroundings, the raw matter of letters.
#pragma once

#include <opencv2/core.hpp>

#include "text/region_detector.h"

namespace sourcereel::text {

/// Share of the strongest contrast nearby above which a pixel is stroke, wherever lines are found or judged.
inline constexpr double kStrokeShare = 0.45;

/// Side of the square that tells the strokes of letters in a line of this height best, faint ones too. Odd.
int stroke_kernel_px(int height_px);

/// White top-hat for bright strokes, black top-hat for dark ones: how far each pixel stands out of the
/// picture opened (closed) by a square of `kernel_px`. Strokes narrower than the square stay with their full
/// contrast, everything broader is 0. CV_8UC1 in and out.
cv::Mat stroke_contrast(const cv::Mat& picture, Polarity polarity, int kernel_px);

/// The pixels of strokes: at least `min_contrast`, and at least `share` of the strongest contrast within
/// `reach_px`, so that faint marks keep their strokes and strong captions lose the noise beside theirs.
/// CV_8UC1, 0 or 255.
cv::Mat stroke_mask(const cv::Mat& contrast, int min_contrast, double share, int reach_px);

}  // namespace sourcereel::text
