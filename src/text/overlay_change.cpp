#include "text/overlay_change.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "text/strokes.h"

namespace sourcereel::text {
namespace {

constexpr int kKernel_px = 9;      ///< At half size: strokes of text up to about 60 px.
constexpr int kStands = 22;        ///< Contrast of a stroke that counts as there,
constexpr int kGone = 10;          ///< and below which it has gone: noise must not make strokes come and go.
constexpr int kWordWidth_px = 48;  ///< At half size: where a short word's strokes are counted together.
constexpr int kWordHeight_px = 24;
constexpr double kWordStrokes = 25 * 255 / 16.0;  ///< In the unit of in_words(): 25 pixels.
/// Share of their contrast that strokes laid over the picture keep from one sample to the next: .86 and more,
/// next to 1 in most videos. Those of what moves reach .65 to .85; few of them a little more.
constexpr double kSame = 0.93;
constexpr double kAlike = 0.84;
constexpr double kClearStrokes = 80 * 255 / 16.0;  ///< That many must be alike: 80 pixels.

/// The bright strokes above the dark ones: of two words in one place, the letters of one fill the gaps of the
/// other.
cv::Mat strokes_of(const cv::Mat& picture) {
    cv::Mat strokes;
    cv::vconcat(stroke_contrast(picture, Polarity::bright, kKernel_px),
                stroke_contrast(picture, Polarity::dark, kKernel_px), strokes);
    return strokes;
}

cv::Mat widened(const cv::Mat& mask) {
    cv::Mat wide;
    cv::dilate(mask, wide, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    return wide;
}

/// The sum of `values` where a short word would stand, for every fourth pixel, in sixteenths.
cv::Mat in_words(const cv::Mat& values) {
    constexpr int kStep_px = 4;
    cv::Mat means, words;
    const cv::Size size{std::max(1, values.cols / kStep_px), std::max(1, values.rows / kStep_px)};
    cv::resize(values, means, size, 0, 0, cv::INTER_AREA);
    cv::boxFilter(means, words, CV_32F, {kWordWidth_px / kStep_px, kWordHeight_px / kStep_px}, {-1, -1},
                  false);
    return words;
}

}  // namespace

void OverlayChange::push(const cv::Mat& sample, const std::vector<cv::Rect>& running) {
    cv::Mat half;
    cv::resize(sample, half, {}, 0.5, 0.5, cv::INTER_AREA);
    const cv::Mat now = strokes_of(half);
    if (before_.size() != now.size()) {
        before_ = now;
        known_ = cv::Mat::zeros(now.size(), CV_8U);
    }
    const cv::Mat shared = cv::min(now, before_);
    const cv::Mat stronger = cv::max(now, before_);
    before_ = now;
    standing_ = shared > kStands;
    known_ &= widened(shared > kGone);
    cv::Mat fresh = standing_ & ~widened(known_);
    for (const cv::Rect& place : running) {
        const cv::Rect half_size{place.x / 2, place.y / 2, (place.width + 1) / 2, (place.height + 1) / 2};
        for (const int top : {0, fresh.rows / 2})
            fresh((half_size + cv::Point{0, top}) & cv::Rect{0, top, fresh.cols, fresh.rows / 2}) = 0;
    }
    const cv::Mat strokes = in_words(fresh);
    is_due_ = cv::countNonZero(strokes >= kWordStrokes) > 0;
    is_clear_ = false;
    if (!is_due_) return;
    const cv::Mat wide = widened(fresh);
    const cv::Mat kept = in_words(shared & wide) / in_words(stronger & wide);
    is_clear_ = cv::countNonZero((strokes >= kWordStrokes) & (kept >= kSame)) > 0 ||
                cv::countNonZero((strokes >= kClearStrokes) & (kept >= kAlike)) > 0;
}

void OverlayChange::looked() {
    known_ = standing_.clone();
    is_due_ = is_clear_ = false;
}

}  // namespace sourcereel::text
