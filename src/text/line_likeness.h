// text/line_likeness.h: how much the strokes in a box look like a line of letters.
#pragma once

#include <opencv2/core.hpp>

#include "text/region_detector.h"

namespace sourcereel::text {

/// What tells a line of letters from a fence, foliage or a row of windows. Measured on the strokes
/// (strokes.h) of the box and its surroundings.
struct LineShape {
    double density = 0;  ///< Share of the box that is stroke.
    double surround =
        0;  ///< The same of the ring around it, half a text height wide; laid-over text stands free.
    double tone_spread =
        0;  ///< Spread of the strokes' own brightness, over their contrast: letters have one tone.
    double rhythm = 0;        ///< Strokes that begin, per row and text height of width.
    double row_edges = 0;     ///< Steepest rise plus steepest fall of strokes per row, over the fullest row:
                              ///< x-height, baseline.
    double direction = 0;     ///< Horizontal over vertical gradient energy.
    double stroke_width = 0;  ///< Mean horizontal run of stroke pixels, over the text height.
    double aspect = 0;        ///< Width over height.
    double contrast = 0;      ///< Of the strokes, 0..255.
    double stands_off =
        0;  ///< Strokes' brightness minus that of the box's rim, in units of contrast, positive in the
            ///< direction of the polarity: about 1 for letters, 0 for the gaps between letters.
};

/// @pre `box` lies inside `picture` (CV_8UC1) and is at least 4 × 4.
LineShape measure_line(const cv::Mat& picture, const cv::Rect& box, Polarity polarity, int min_contrast);

/// 0..1 by a logistic regression over the measures. Fitted on 70,000 boxes of 25 clips (each clip and class
/// weighing the same); with each clip left out in turn .98 of true lines score above .27, and .07 of other
/// boxes.
double line_likeness(const LineShape& shape);

}  // namespace sourcereel::text
