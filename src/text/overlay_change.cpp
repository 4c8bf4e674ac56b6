#include "text/overlay_change.h"

#include <opencv2/imgproc.hpp>

#include "text/strokes.h"

namespace sourcereel::text {
namespace {

constexpr int kKernel_px = 9;      ///< At half size: strokes of text up to about 60 px.
constexpr int kStands = 22;        ///< Contrast of a stroke that counts as there,
constexpr int kGone = 10;          ///< and below which it has gone: noise must not make strokes come and go.
constexpr int kWordWidth_px = 48;  ///< At half size: where a short word's strokes are counted together.
constexpr int kWordHeight_px = 24;
constexpr double kWordStrokes_px = 25;

cv::Mat strokes_of(const cv::Mat& picture) {
    return cv::max(stroke_contrast(picture, Polarity::bright, kKernel_px),
                   stroke_contrast(picture, Polarity::dark, kKernel_px));
}

cv::Mat widened(const cv::Mat& mask) {
    cv::Mat wide;
    cv::dilate(mask, wide, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    return wide;
}

}  // namespace

void OverlayChange::push(const cv::Mat& sample) {
    cv::Mat half;
    cv::resize(sample, half, {}, 0.5, 0.5, cv::INTER_AREA);
    const cv::Mat now = strokes_of(half);
    if (before_.size() != now.size()) {
        before_ = now;
        known_ = cv::Mat::zeros(now.size(), CV_8U);
    }
    const cv::Mat shared = cv::min(now, before_);
    before_ = now;
    standing_ = shared > kStands;
    known_ &= widened(shared > kGone);
    const cv::Mat fresh = standing_ & ~widened(known_);
    cv::Mat counted;
    cv::boxFilter(fresh, counted, CV_32F, {kWordWidth_px, kWordHeight_px}, {-1, -1}, false);
    double most = 0;
    cv::minMaxLoc(counted, nullptr, &most);
    due_ = most / 255 >= kWordStrokes_px;
}

void OverlayChange::looked() {
    known_ = standing_.clone();
    due_ = false;
}

}  // namespace sourcereel::text
