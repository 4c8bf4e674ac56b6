// A moving picture with words laid over it, drawn in the test: the truth is known by construction.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/frame.h"

namespace sourcereel::text {

constexpr TimeBase kFrameTime{1, 25};

/// Cloudy noise that drifts by 9 × 5 px a frame.
inline cv::Mat drifting_clouds(const cv::Size& size, int frame) {
    static const cv::Mat clouds = [] {
        cv::Mat noise(160, 240, CV_8UC1);
        cv::RNG random(7);
        random.fill(noise, cv::RNG::UNIFORM, 20, 200);
        cv::GaussianBlur(noise, noise, {0, 0}, 2.0);
        cv::normalize(noise, noise, 30, 190, cv::NORM_MINMAX);
        cv::Mat large;
        cv::resize(noise, large, {}, 12, 12, cv::INTER_CUBIC);
        return large;
    }();
    const int x = frame * 9 % (clouds.cols - size.width);
    const int y = frame * 5 % (clouds.rows - size.height);
    return clouds(cv::Rect{{x, y}, size}).clone();
}

/// Draws words with their baseline at `at`; `alpha` is their opacity.
inline void lay_over(cv::Mat& picture, const std::string& words, cv::Point at, double size, double alpha,
                     int brightness = 255) {
    cv::Mat drawn = picture.clone();
    const int stroke_px = std::max(1, static_cast<int>(size * 2.2));
    cv::putText(drawn, words, at, cv::FONT_HERSHEY_DUPLEX, size, cv::Scalar(brightness), stroke_px,
                cv::LINE_AA);
    cv::addWeighted(drawn, alpha, picture, 1 - alpha, 0, picture);
}

inline Frame as_frame(const cv::Mat& picture, std::int64_t index) {
    auto kept = std::make_shared<cv::Mat>(picture);
    Frame frame;
    frame.index = index;
    frame.pts = {index, kFrameTime};
    frame.luma = {kept->data, static_cast<std::ptrdiff_t>(kept->step), kept->cols, kept->rows};
    frame.owner = kept;
    return frame;
}

}  // namespace sourcereel::text
