// text/overlay_change.h: whether new strokes stand in the picture, so that it is worth looking for text.
#pragma once

#include <opencv2/core.hpp>

namespace sourcereel::text {

/// Compares the strokes that two samples in a row share with those that were there when text was last looked
/// for. Costs about a hundredth of a look. Keeps four pictures of half the size. Not thread-safe.
class OverlayChange {
public:
    /// Takes the next sample (CV_8UC1, one size for all).
    void push(const cv::Mat& sample);
    /// Whether strokes as large as a short word have come to stand since the last look.
    bool is_due() const noexcept { return due_; }
    /// What stands now has been looked at.
    void looked();

private:
    cv::Mat before_;    ///< Stroke contrast of the sample before.
    cv::Mat standing_;  ///< Strokes that the last two samples share.
    cv::Mat known_;     ///< Strokes that stood at the last look and have not gone since.
    bool due_ = false;
};

}  // namespace sourcereel::text
