#include "text/recent_frames.h"

#include <algorithm>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "imaging/frame_mat.h"
#include "text/signature.h"

namespace sourcereel::text {
namespace {

constexpr std::size_t kMostFrames = 100;
constexpr std::size_t kMostBytes = std::size_t{24} << 20;
constexpr int kLargeSide_px = 540;

cv::Mat small_copy(const cv::Mat& luma) {
    if (std::min(luma.cols, luma.rows) < kLargeSide_px) return luma.clone();
    cv::Mat small = luma;
    while (std::min(small.cols, small.rows) >= kLargeSide_px) {
        cv::Mat half;
        cv::resize(small, half, {small.cols / 2, small.rows / 2}, 0, 0, cv::INTER_AREA);
        small = half;
    }
    return small;
}

cv::Rect scaled(const cv::Rect& box, const cv::Size& from, const cv::Size& to) {
    const double x = static_cast<double>(to.width) / from.width;
    const double y = static_cast<double>(to.height) / from.height;
    const cv::Point first{cvFloor(box.x * x), cvFloor(box.y * y)};
    const cv::Point last{cvCeil(box.br().x * x), cvCeil(box.br().y * y)};
    return cv::Rect{first, last} & cv::Rect{{}, to};
}

}  // namespace

void RecentFrames::push(const Frame& frame) {
    const cv::Mat luma = imaging::luma_view(frame);
    Small small{{frame.pts, frame.index}, small_copy(luma)};
    const bool follows = !frames_.empty() && frames_.back().moment.frame + 1 == frame.index &&
                         frames_.back().picture.size() == small.picture.size();
    if (!follows) frames_.clear();
    frames_.push_back(std::move(small));
    const std::size_t most =
        std::clamp(kMostBytes / frames_.back().picture.total(), std::size_t{2}, kMostFrames);
    while (frames_.size() > most) frames_.pop_front();
}

bool RecentFrames::holds(std::int64_t frame) const {
    return !frames_.empty() && frame >= frames_.front().moment.frame && frame <= frames_.back().moment.frame;
}

const RecentFrames::Small& RecentFrames::at(std::int64_t frame) const {
    return frames_[static_cast<std::size_t>(frame - frames_.front().moment.frame)];
}

std::optional<RecentFrames::Step> RecentFrames::find_step(std::int64_t present, std::int64_t absent,
                                                          std::int64_t known, const cv::Rect& box,
                                                          const cv::Size& working, Polarity polarity) const {
    constexpr double kShown = 0.7;  ///< How well the line's strokes agree where it is, at the least,
    constexpr double kGone = 0.5;   ///< and of that at the most where it is not.
    constexpr int kLowest_px = 5;   ///< A line lower than this has no strokes any more.
    if (present == absent || !holds(present) || !holds(absent) || !holds(known)) return std::nullopt;
    const cv::Rect place = scaled(box, working, frames_.back().picture.size());
    if (place.height < kLowest_px || place.width < kLowest_px) return std::nullopt;
    const Signature line(at(known).picture, place, polarity);
    const double shown = line.agreement(at(present).picture);
    const double gone = line.agreement(at(absent).picture);
    if (shown < kShown || gone > kGone * shown) return std::nullopt;
    const std::int64_t step = absent > present ? 1 : -1;
    std::int64_t edge = present;
    while (edge + step != absent && 2 * line.agreement(at(edge + step).picture) >= shown + gone) edge += step;
    return Step{at(edge + step).moment, at(edge).moment};
}

void RecentFrames::narrow_begin(Sighting& sighting, const cv::Rect& box, const cv::Size& working,
                                Polarity polarity) const {
    if (sighting.from_start) return;
    // While it fades in a line is known better from what comes later.
    const auto step =
        find_step(sighting.first.frame, sighting.before.frame, sighting.last.frame, box, working, polarity);
    if (!step) return;
    sighting.before = step->absent;
    sighting.first = step->present;
}

void RecentFrames::narrow_end(Sighting& sighting, const cv::Rect& box, const cv::Size& working,
                              Polarity polarity) const {
    const auto step =
        find_step(sighting.last.frame, sighting.after.frame, sighting.last.frame, box, working, polarity);
    if (!step) return;
    sighting.last = step->present;
    sighting.after = step->absent;
}

}  // namespace sourcereel::text
