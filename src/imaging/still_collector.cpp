#include "imaging/still_collector.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include <opencv2/core/utility.hpp>
#include <opencv2/imgcodecs.hpp>

#include "core/error.h"
#include "imaging/frame_mat.h"

namespace sourcereel::imaging {
namespace {

constexpr double kFirstSpacing_s = 0.2;
constexpr std::size_t kCapacity = 32;

}  // namespace

StillCollector::StillCollector(StillOptions options) : options_(options), spacing_s_(kFirstSpacing_s) {}

void StillCollector::push(const Frame& frame) {
    const double now = frame.pts.seconds();
    if (!samples_.empty() && now - samples_.back().time.seconds() + 1e-6 < spacing_s_) return;
    if (samples_.size() >= kCapacity) {
        std::deque<Sample> kept;
        for (std::size_t i = 0; i < samples_.size(); i += 2) kept.push_back(samples_[i]);
        samples_ = std::move(kept);
        spacing_s_ *= 2;
        if (now - samples_.back().time.seconds() + 1e-6 < spacing_s_) return;
    }
    samples_.push_back({frame.pts, frame.index, to_bgr(frame, options_.max_side)});
}

ShotStill StillCollector::take(const Shot& shot, std::size_t shot_index) {
    if (samples_.empty()) throw Error(ErrorKind::internal, "a still was asked for before any picture came");
    const double middle = (shot.range.begin.seconds() + shot.range.end.seconds()) / 2;
    const auto distance = [&](const Sample& sample) {
        // A sample outside the shot shows another one: only if there is none inside, the nearest after its
        // begin.
        const double outside = shot.range.contains(sample.time) ? 0
                               : sample.time < shot.range.begin ? 2e6
                                                                : 1e6;
        return outside + std::abs(sample.time.seconds() - middle);
    };
    const auto best =
        std::min_element(samples_.begin(), samples_.end(),
                         [&](const Sample& a, const Sample& b) { return distance(a) < distance(b); });

    ShotStill still;
    still.shot = shot_index;
    still.time = best->time;
    still.width = best->bgr.cols;
    still.height = best->bgr.rows;
    std::vector<unsigned char> bytes;
    cv::imencode(".jpg", best->bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, options_.jpeg_quality});
    still.jpeg.assign(bytes.begin(), bytes.end());

    while (samples_.size() > 1 && samples_.front().time < shot.range.end) samples_.pop_front();
    if (samples_.size() < kCapacity / 2) spacing_s_ = kFirstSpacing_s;
    return still;
}

std::string opencv_version() {
    return std::string("OpenCV ") + cv::getVersionString();
}

}  // namespace sourcereel::imaging
