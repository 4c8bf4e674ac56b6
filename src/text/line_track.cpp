#include "text/line_track.h"

#include <opencv2/imgproc.hpp>

namespace sourcereel::text {

void Fusion::add(const cv::Mat& picture, cv::Point shift) {
    const cv::Mat crop = picture(place_ + shift);
    if (samples_ == 0) {
        crop.convertTo(sum_, CV_32F);
        minimum_ = crop.clone();
        maximum_ = crop.clone();
    } else {
        cv::accumulate(crop, sum_);
        cv::min(minimum_, crop, minimum_);
        cv::max(maximum_, crop, maximum_);
    }
    ++samples_;
}

cv::Mat Fusion::mean() const {
    cv::Mat mean;
    sum_.convertTo(mean, CV_8U, 1.0 / samples_);
    return mean;
}

cv::Rect LineTrack::widened(int heights) const {
    const int more = heights * box.height;
    return cv::Rect{box.x - more, box.y, box.width + 2 * more, box.height} & reach;
}

bool may_be_faint(const LineTrack& line) {
    constexpr double kOpaque = 0.8;
    constexpr int kLongLived_samples = 25;
    return line.agreement < kOpaque || line.presence.examined >= kLongLived_samples;
}

}  // namespace sourcereel::text
