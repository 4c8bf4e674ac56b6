#include "text/ticker_finder.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include <opencv2/imgproc.hpp>

namespace sourcereel::text {
namespace {

constexpr int kBand_px = 8;            ///< Rows that are judged together, in half the samples' size.
constexpr double kMinGradient = 6;     ///< Mean; below, a band is too smooth to say anything.
constexpr double kCertain = 0.3;       ///< Of the correlation's peak; a ticker reaches .8, foliage .2.
constexpr double kMinShift_px = 1.5;   ///< From sample to sample, in full size.
constexpr double kSameShift_px = 1.5;  ///< Between bands of one ticker.
constexpr double kMostOfPicture =
    0.4;  ///< Of the bands that say anything: what runs with them is the camera.

cv::Mat horizontal_gradient(const cv::Mat& picture) {
    cv::Mat gradient;
    cv::Sobel(picture, gradient, CV_32F, 1, 0, 3);
    return gradient;
}

struct BandShift {
    int top = 0;
    double shift = 0;
};

}  // namespace

SidewaysShift sideways_shift(const cv::Mat& before, const cv::Mat& now, const cv::Rect& place) {
    const cv::Mat one = horizontal_gradient(before(place));
    const cv::Mat two = horizontal_gradient(now(place));
    cv::Mat window;
    cv::createHanningWindow(window, place.size(), CV_32F);
    double response = 0;
    const cv::Point2d shift = cv::phaseCorrelate(one, two, window, &response);
    if (std::abs(shift.y) > 1.0) return {};
    return {shift.x, response};
}

std::vector<RunningRows> find_running_rows(const cv::Mat& before, const cv::Mat& now) {
    cv::Mat small_before, small_now;
    cv::resize(before, small_before, {}, 0.5, 0.5, cv::INTER_AREA);
    cv::resize(now, small_now, {}, 0.5, 0.5, cv::INTER_AREA);
    // A label often stands still at the left.
    const int left = small_now.cols / 4;
    const cv::Rect running_part{left, 0, small_now.cols - left, small_now.rows};
    const cv::Mat one = horizontal_gradient(small_before(running_part));
    const cv::Mat two = horizontal_gradient(small_now(running_part));
    cv::Mat window;
    cv::createHanningWindow(window, {one.cols, kBand_px}, CV_32F);

    std::vector<BandShift> running;
    int telling = 0;
    for (int top = 0; top + kBand_px <= one.rows; top += kBand_px) {
        const cv::Rect band{0, top, one.cols, kBand_px};
        if (cv::norm(two(band), cv::NORM_L1) / band.area() < kMinGradient) continue;
        ++telling;
        double response = 0;
        const cv::Point2d shift = cv::phaseCorrelate(one(band), two(band), window, &response);
        if (response >= kCertain && std::abs(2 * shift.x) >= kMinShift_px && std::abs(shift.y) <= 0.75)
            running.push_back({top, 2 * shift.x});
    }

    std::vector<RunningRows> found;
    for (const BandShift& band : running) {
        const auto with = std::count_if(running.begin(), running.end(), [&](const BandShift& other) {
            return std::abs(other.shift - band.shift) <= kSameShift_px;
        });
        if (with > 4 && static_cast<double>(with) > kMostOfPicture * telling) continue;
        const int top = 2 * band.top;
        if (!found.empty() && found.back().bottom == top &&
            std::abs(found.back().shift - band.shift) <= kSameShift_px) {
            found.back().bottom = top + 2 * kBand_px;
        } else {
            found.push_back({top, top + 2 * kBand_px, band.shift});
        }
    }
    return found;
}

}  // namespace sourcereel::text
