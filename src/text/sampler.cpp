#include "text/sampler.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "imaging/frame_mat.h"

namespace sourcereel::text {
namespace {

constexpr int kLargestShortSide = 720;
constexpr int kSmallestShortSide = 540;
constexpr double kLargestEnlargement = 2.5;

double working_scale(const cv::Size& size) {
    const int shorter = std::min(size.width, size.height);
    if (shorter >= kSmallestShortSide && shorter <= kLargestShortSide) return 1.0;
    return std::min(kLargestEnlargement, static_cast<double>(kLargestShortSide) / shorter);
}

}  // namespace

std::optional<Sample> Sampler::push(const Frame& frame) {
    const double now = frame.pts.seconds();
    // Half a frame early is nearer than the next frame; 1 ms absorbs rounding of time bases.
    if (now + 1e-3 < next_s_) return std::nullopt;
    next_s_ = std::max(next_s_ + spacing_s_, now + spacing_s_ / 2);

    const cv::Mat luma = imaging::luma_view(frame);
    full_ = luma.size();
    scale_ = working_scale(full_);
    Sample sample{frame.pts, frame.index, {}};
    if (scale_ == 1.0) {
        sample.picture = luma.clone();
    } else {
        const cv::Size working{std::max(1, static_cast<int>(std::lround(full_.width * scale_))),
                               std::max(1, static_cast<int>(std::lround(full_.height * scale_)))};
        cv::resize(luma, sample.picture, working, 0, 0, scale_ < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    }
    return sample;
}

Rect Sampler::to_picture(const Rect& box) const {
    const int x0 = static_cast<int>(std::floor(box.x / scale_));
    const int y0 = static_cast<int>(std::floor(box.y / scale_));
    const int x1 = static_cast<int>(std::ceil((box.x + box.width) / scale_));
    const int y1 = static_cast<int>(std::ceil((box.y + box.height) / scale_));
    return intersection({x0, y0, x1 - x0, y1 - y0}, {0, 0, full_.width, full_.height});
}

}  // namespace sourcereel::text
