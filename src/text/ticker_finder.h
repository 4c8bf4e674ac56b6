// text/ticker_finder.h: which rows of the picture run sideways while the rest does not.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

namespace sourcereel::text {

/// Rows [top, bottom) that have run sideways by `shift` pixels from one sample to the next; to the right
/// where positive.
struct RunningRows {
    int top = 0;
    int bottom = 0;
    double shift = 0;
};

/// How far the strokes of `place` have run sideways between two samples.
struct SidewaysShift {
    double pixels = 0;
    double certainty = 0;  ///< 0..1: the share of the picture's energy that moved this way.
};

/// Phase correlation (Kuglin and Hines 1975) of the horizontal gradients inside `place`. The samples are
/// CV_8UC1 of one size and hold `place`.
SidewaysShift sideways_shift(const cv::Mat& before, const cv::Mat& now, const cv::Rect& place);

/// Bands of rows that run, from top to bottom; none where most of the picture runs with them, as before a
/// panning camera. Costs a hundredth of a look for captions.
std::vector<RunningRows> find_running_rows(const cv::Mat& before, const cv::Mat& now);

}  // namespace sourcereel::text
