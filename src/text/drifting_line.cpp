#include "text/drifting_line.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "text/strokes.h"

namespace sourcereel::text {
namespace {

constexpr double kSlowest_px = 1.5;  ///< A sample; slower, the line is followed as one that stays.
constexpr double kFastest_px = 20;   ///< Faster, it is a ticker.
constexpr int kAside_px = 5;         ///< How far off the place expected it may be, between two samples.
constexpr double kSame = 0.32;       ///< Agreement with what was seen so far; elsewhere it is below .2.
constexpr int kForgivenMisses = 3;
constexpr int kFewest_samples = 10;
constexpr double kWidest = 0.5;  ///< Of the picture; a ticker fills it.

cv::Rect grown(const cv::Rect& box, int x, int y) {
    return {box.x - x, box.y - y, box.width + 2 * x, box.height + 2 * y};
}

bool is_inside(const cv::Rect& box, const cv::Size& picture) {
    return (box & cv::Rect{{}, picture}) == box;
}

}  // namespace

std::optional<DriftingLine> DriftingLine::start(const Signature& now, double likeness,
                                                const SampleWindow& window) {
    const std::int64_t newest = window.pushed() - 1;
    const cv::Size picture = window.at(newest).picture.size();
    if (newest - 2 < window.first() || now.box().width > kWidest * picture.width ||
        !is_inside(grown(now.box(), now.box().height, 0), picture))
        return std::nullopt;
    const auto shift = now.shift_in(window.at(newest - 1).picture);
    const auto twice = now.shift_in(window.at(newest - 2).picture);
    if (!shift || !twice) return std::nullopt;
    const double step = std::hypot(shift->x, shift->y);
    const cv::Point uneven = *twice - 2 * *shift;
    if (step < kSlowest_px || step > kFastest_px || std::hypot(uneven.x, uneven.y) > kAside_px ||
        now.has_moved_with_scene(window.at(newest - 1).picture))
        return std::nullopt;
    DriftingLine line(now, likeness, {-0.5 * twice->x, -0.5 * twice->y}, window);
    line.look_back(window);
    return line;
}

DriftingLine::DriftingLine(const Signature& now, double likeness, cv::Point2d velocity,
                           const SampleWindow& window)
    : polarity_(now.polarity()),
      likeness_(likeness),
      box_(now.box()),
      origin_(now.box().tl()),
      picture_(window.at(window.pushed() - 1).picture.size()),
      kernel_px_(stroke_kernel_px(now.box().height)),
      velocity_(velocity),
      fusion_(grown(now.box(), now.box().height, std::max(3, now.box().height / 3)) &
              cv::Rect{{}, picture_}) {
    first_ = last_ = window.pushed() - 1;
    sighting_.first = sighting_.last = sighting_.before = sighting_.after = window.moment(first_);
    add(window, first_, origin_);
}

void DriftingLine::add(const SampleWindow& window, std::int64_t number, cv::Point at) {
    const cv::Point shift = at - origin_;
    if (is_inside(fusion_.place() + shift, picture_)) fusion_.add(window.at(number).picture, shift);
    path_.push_back({window.moment(number).time, at});
    ++seen_;
}

std::optional<cv::Point> DriftingLine::find(const cv::Mat& picture, cv::Point expected) const {
    const cv::Rect inner{origin_ - fusion_.place().tl(), box_.size()};
    const cv::Mat known = stroke_contrast(fusion_.mean()(inner), polarity_, kernel_px_);
    const cv::Rect around =
        grown({expected, box_.size()}, kAside_px, kAside_px) & cv::Rect{{}, picture.size()};
    if (around.width < box_.width || around.height < box_.height) return std::nullopt;
    cv::Mat agreements;
    cv::matchTemplate(stroke_contrast(picture(around), polarity_, kernel_px_), known, agreements,
                      cv::TM_CCOEFF_NORMED);
    double best = 0;
    cv::Point at;
    cv::minMaxLoc(agreements, nullptr, &best, nullptr, &at);
    if (best < kSame) return std::nullopt;
    return around.tl() + at;
}

void DriftingLine::look_back(const SampleWindow& window) {
    cv::Point2d at = origin_;
    cv::Point2d velocity = velocity_;
    int misses = 0;
    for (std::int64_t number = first_ - 1; number >= window.first() && misses <= kForgivenMisses; --number) {
        at -= velocity;
        const auto found = find(window.at(number).picture, at);
        if (!found) {
            ++misses;
            continue;
        }
        velocity += 0.3 / (misses + 1) * (at - cv::Point2d(*found));
        at = *found;
        misses = 0;
        first_ = number;
        sighting_.first = window.moment(number);
        add(window, number, *found);
    }
    std::reverse(path_.begin(), path_.end());
    sighting_.from_start = first_ == 0;
    sighting_.before = window.moment(std::max(first_ - 1, window.first()));
}

bool DriftingLine::follow(const SampleWindow& window) {
    const std::int64_t newest = window.pushed() - 1;
    const cv::Point2d expected = cv::Point2d(box_.tl()) + static_cast<double>(newest - last_) * velocity_;
    const auto found = find(window.at(newest).picture, expected);
    if (!found) {
        if (misses_ == 0) sighting_.after = window.moment(newest);
        return ++misses_ <= kForgivenMisses;
    }
    // A mark that bounces off the rim turns round within a sample or two, and is found anew.
    velocity_ += 0.3 / static_cast<double>(newest - last_) * (cv::Point2d(*found) - expected);
    box_ = {*found, box_.size()};
    misses_ = 0;
    last_ = newest;
    sighting_.last = sighting_.after = window.moment(newest);
    add(window, newest, *found);
    return true;
}

void DriftingLine::begin_like(const DriftingLine& piece) {
    if (piece.first_ >= first_) return;
    // Where the piece would be now: it may have been missed in the last samples.
    const cv::Point now =
        cv::Point2d(piece.box_.tl()) + static_cast<double>(last_ - piece.last_) * piece.velocity_;
    const cv::Point offset = box_.tl() - now;
    std::vector<TrackPoint> path;
    for (const TrackPoint& point : piece.path_)
        if (point.time < path_.front().time) path.push_back({point.time, point.at + offset});
    seen_ += static_cast<int>(path.size());
    path_.insert(path_.begin(), path.begin(), path.end());
    first_ = piece.first_;
    sighting_.first = piece.sighting_.first;
    sighting_.before = piece.sighting_.before;
    sighting_.from_start = piece.sighting_.from_start;
}

std::optional<LineTrack> DriftingLine::ended(const std::optional<VideoEnd>& video_end) const {
    if (seen_ < kFewest_samples) return std::nullopt;
    LineTrack track;
    track.box = {origin_, box_.size()};
    track.reach = fusion_.place();
    track.reach.y = track.box.y;
    track.reach.height = track.box.height;
    track.polarity = polarity_;
    track.likeness = likeness_;
    track.agreement = kSame;  // whatever shines through moves against it
    track.fusion = fusion_;
    track.presence = sighting_.presence(misses_ == 0 ? video_end : std::nullopt);
    track.presence.examined = static_cast<int>(last_ - first_ + 1);
    track.presence.seen = std::min(seen_, track.presence.examined);
    track.path = path_;
    return track;
}

}  // namespace sourcereel::text
