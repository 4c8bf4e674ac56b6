// text/overlay_change.h: whether new strokes stand in the picture, so that it is worth looking for text.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

namespace sourcereel::text {

/// Compares the strokes that two samples in a row share with those that were there when text was last looked
/// for. Costs about a hundredth of a look. Keeps four pictures of half the size. Not thread-safe.
class OverlayChange {
public:
    /// Takes the next sample (CV_8UC1, one size for all). `running`: places where text runs by, which is new
    /// all the time and never what is looked for.
    void push(const cv::Mat& sample, const std::vector<cv::Rect>& running = {});
    /// Whether strokes as large as a short word have come to stand since the last look.
    bool is_due() const noexcept { return is_due_; }
    /// Whether such strokes have the same contrast in both samples, too: what moves seldom has, what is laid
    /// over the picture almost always.
    bool is_clear() const noexcept { return is_clear_; }
    /// What stands now has been looked at.
    void looked();

private:
    cv::Mat before_;    ///< Stroke contrast of the sample before.
    cv::Mat standing_;  ///< Strokes that the last two samples share.
    cv::Mat known_;     ///< Strokes that stood at the last look and have not gone since.
    bool is_due_ = false;
    bool is_clear_ = false;
};

}  // namespace sourcereel::text
