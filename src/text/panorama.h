// text/panorama.h: a line that runs through a strip, side by side in one picture.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "text/line_track.h"

namespace sourcereel::text {

/// Pictures of a strip whose content runs to the left, put where they belong and averaged. Holds at most some
/// 14 MiB.
class Panorama {
public:
    /// Adds a picture of the strip (CV_8UC1, one size for all), which has run `offset` pixels since the
    /// first. Offsets never fall. What lies more than kMost_px from the first column is left out.
    void add(const cv::Mat& strip, double offset);
    /// CV_8UC1; empty before the first picture.
    cv::Mat picture() const;

private:
    static constexpr int kMost_px = 48000;  ///< Some six minutes at the usual speed.
    cv::Mat sum_;                           ///< CV_32F; wider than what is used.
    std::vector<int> samples_;              ///< Of each column.
    int width_ = 0;                         ///< Columns used.
};

/// Cuts an unrolled line at its gaps into pieces short enough to be read at once, in the order they came;
/// none where it holds no strokes. `mirrored`: the panorama shows the line in the mirror, the pieces do not.
std::vector<LineTrack> unrolled_pieces(const cv::Mat& panorama, bool mirrored);

}  // namespace sourcereel::text
