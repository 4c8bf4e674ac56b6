#include "text/strokes.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

namespace sourcereel::text {

int stroke_kernel_px(int height_px) {
    constexpr double kShare = 0.38;
    constexpr int kLeast_px = 5;
    return std::max(kLeast_px, static_cast<int>(height_px * kShare) | 1);
}

cv::Mat stroke_contrast(const cv::Mat& picture, Polarity polarity, int kernel_px) {
    const cv::Mat kernel = cv::getStructuringElement(cv::MORPH_RECT, {kernel_px, kernel_px});
    cv::Mat contrast;
    cv::morphologyEx(picture, contrast, polarity == Polarity::bright ? cv::MORPH_TOPHAT : cv::MORPH_BLACKHAT,
                     kernel);
    return contrast;
}

cv::Mat stroke_mask(const cv::Mat& contrast, int min_contrast, double share, int reach_px) {
    const int side = 2 * reach_px + 1;
    cv::Mat strongest;
    cv::dilate(contrast, strongest, cv::getStructuringElement(cv::MORPH_RECT, {side, side}));
    cv::Mat relative;
    strongest.convertTo(relative, CV_8U, share);
    cv::Mat mask;
    cv::compare(contrast, cv::max(relative, cv::Scalar(min_contrast - 1)), mask, cv::CMP_GT);
    return mask;
}

}  // namespace sourcereel::text
