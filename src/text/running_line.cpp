#include "text/running_line.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace sourcereel::text {
namespace {

/// The box with room for what the detector cut off: a third of the height above and below, eight times the
/// height at the sides, since of a faint line it may have found two letters.
cv::Rect with_margin(const cv::Rect& box, const cv::Size& picture) {
    const int above = std::max(3, box.height / 3);
    const int beside = std::max(6, 8 * box.height);
    return cv::Rect{box.x - beside, box.y - above, box.width + 2 * beside, box.height + 2 * above} &
           cv::Rect{{}, picture};
}

/// See RegionDetector::trusted_quantile().
cv::Rect usual(const std::vector<cv::Rect>& boxes, double quantile) {
    std::vector<int> left, top, right, bottom;
    for (const cv::Rect& box : boxes) {
        left.push_back(box.x);
        top.push_back(box.y);
        right.push_back(box.br().x);
        bottom.push_back(box.br().y);
    }
    const auto outer = [quantile](std::vector<int>& sides, bool high) {
        std::sort(sides.begin(), sides.end());
        // Of three and more, one may be wrong on its own.
        const double cut_off = quantile * static_cast<double>(sides.size() - 1);
        const auto cut =
            static_cast<std::size_t>(sides.size() > 2 ? std::ceil(cut_off) : std::floor(cut_off));
        return sides[high ? sides.size() - 1 - cut : cut];
    };
    return {cv::Point{outer(left, false), outer(top, false)},
            cv::Point{outer(right, true), outer(bottom, true)}};
}

constexpr int kForgivenMisses = 1;
constexpr double kOpaque = 0.8;  ///< Typical agreement above which one sample shows the text whole.

}  // namespace

PresenceRule::PresenceRule(double typical)
    : smoothing_(typical >= kOpaque ? 1
                 : typical >= 0.4   ? 3
                                    : 5),
      // Two opaque texts in one place agree up to .5, only for standing in the same rows; a faint mark is
      // drowned by what moves behind it, and nothing else looks like it.
      threshold_(typical >= kOpaque ? 0.6 * typical : std::max(0.12, 0.45 * typical)) {}

std::optional<SampleRun> find_run(const std::vector<double>& agreements, const PresenceRule& rule,
                                  std::int64_t first, WhichRun wanted) {
    const auto count = static_cast<std::int64_t>(agreements.size());
    const auto half = static_cast<std::int64_t>(rule.smoothing() / 2);
    const auto present = [&](std::int64_t i) {
        const std::int64_t from = std::max<std::int64_t>(0, i - half);
        const std::int64_t to = std::min(count, i + half + 1);
        const double sum = std::accumulate(agreements.begin() + from, agreements.begin() + to, 0.0);
        return sum / static_cast<double>(to - from) >= rule.threshold();
    };
    std::optional<SampleRun> best;
    for (std::int64_t i = 0; i < count;) {
        if (!present(i)) {
            ++i;
            continue;
        }
        std::int64_t last = i;
        for (std::int64_t k = i + 1; k < count && k - last <= kForgivenMisses + 1; ++k)
            if (present(k)) last = k;
        if (!best || wanted == WhichRun::newest || last - i > best->last - best->first)
            best = SampleRun{first + i, first + last};
        i = last + 1;
    }
    return best;
}

RunningLine::RunningLine(const Signature& signature, double likeness, double typical_agreement,
                         const SampleRun& run, const SampleWindow& window, const RecentFrames& frames)
    : signature_(signature),
      likeness_(likeness),
      found_{signature.box()},
      typical_(typical_agreement),
      rule_(typical_agreement),
      run_(run),
      fusion_(with_margin(signature.box(), window.at(run.first).picture.size())) {
    sighting_.from_start = run.first == 0;
    sighting_.first = window.moment(run.first);
    sighting_.before = window.moment(std::max(run.first - 1, window.first()));
    for (std::int64_t number = run.first; number <= run.last; ++number) note_present(window, number);
    if (run.first == run.last) fusion_.add(window.at(run.first).picture);
    // The first samples to come are smoothed with the last ones known, or a faint text ends by chance.
    const auto remembered = static_cast<std::int64_t>(rule_.smoothing()) - 1;
    for (std::int64_t number = std::max(run.first, run.last + 1 - remembered); number <= run.last; ++number)
        recent_.push_back(signature_.agreement(window.at(number).picture));
    note_after(window, std::min(run.last + 1, window.pushed() - 1), frames);
    if (is_opaque())
        frames.narrow_begin(sighting_, box(), window.at(run.first).picture.size(), signature_.polarity());
    moved_ = run.first > window.first() && signature_.has_moved_with_scene(window.at(run.first - 1).picture);
}

void RunningLine::note_present(const SampleWindow& window, std::int64_t number) {
    // The first and the last sample may hold the text half faded; they are fused only if there is nothing
    // else.
    if (waiting_ && *waiting_ != run_.first && *waiting_ >= window.first())
        fusion_.add(window.at(*waiting_).picture);
    waiting_ = number;
    run_.last = number;
    sighting_.last = window.moment(number);
    ++seen_;
    if (fusion_.samples() == 0 && run_.last - run_.first == 1) fusion_.add(window.at(number).picture);
}

void RunningLine::note_after(const SampleWindow& window, std::int64_t number, const RecentFrames& frames) {
    sighting_.after = window.moment(number);
    if (is_opaque())
        frames.narrow_end(sighting_, box(), window.at(number).picture.size(), signature_.polarity());
}

bool RunningLine::follow(const SampleWindow& window, const RecentFrames& frames) {
    const std::int64_t newest = window.pushed() - 1;
    recent_.push_back(signature_.agreement(window.at(newest).picture));
    if (recent_.size() > rule_.smoothing()) recent_.pop_front();
    const double level =
        std::accumulate(recent_.begin(), recent_.end(), 0.0) / static_cast<double>(recent_.size());
    if (level >= rule_.threshold()) {
        misses_ = 0;
        note_present(window, newest);
        return true;
    }
    if (shines_through(window.at(newest).picture)) {
        typical_ = level;
        rule_ = PresenceRule(level);
        note_present(window, newest);
        return true;
    }
    if (++misses_ == 1) {
        note_after(window, newest, frames);
        moved_ = moved_ || signature_.has_moved_with_scene(window.at(newest).picture);
    }
    return misses_ <= kForgivenMisses;
}

bool RunningLine::shines_through(const cv::Mat& picture) const {
    constexpr std::int64_t kStood_samples = 15;
    return is_opaque() && misses_ == 0 && run_.last - run_.first >= kStood_samples &&
           signature_.stands_out_in(picture);
}

bool RunningLine::note_found(const cv::Rect& box) {
    constexpr double kAlike = 0.8;  ///< Of what both cover together.
    const cv::Rect before = found_.back();
    found_.push_back(box);
    const int common = (box & before).area();
    return common >= kAlike * (box.area() + before.area() - common);
}

void RunningLine::begin_like(const RunningLine& piece) {
    seen_ += static_cast<int>(std::max<std::int64_t>(0, run_.first - piece.run_.first));
    run_.first = piece.run_.first;
    sighting_.first = piece.sighting_.first;
    sighting_.before = piece.sighting_.before;
    sighting_.from_start = piece.sighting_.from_start;
    moved_ = moved_ || piece.moved_;
}

void RunningLine::end_before(std::int64_t number, const SampleWindow& window, const RecentFrames& frames) {
    if (number > run_.last || number <= run_.first || number - 1 < window.first()) return;
    run_.last = number - 1;
    sighting_.last = window.moment(run_.last);
    note_after(window, number, frames);
}

LineTrack RunningLine::ended(const std::optional<VideoEnd>& video_end, double trusted_quantile) const {
    LineTrack track;
    track.box = usual(found_, trusted_quantile) & fusion_.place();
    track.reach = fusion_.place();
    track.reach.y = track.box.y;
    track.reach.height = track.box.height;
    track.polarity = signature_.polarity();
    track.likeness = likeness_;
    track.agreement = typical_;
    track.moved = moved_;
    track.fusion = fusion_;
    track.presence = sighting_.presence(video_end);
    track.presence.examined = static_cast<int>(run_.last - run_.first + 1);
    track.presence.seen = std::min(seen_, track.presence.examined);
    return track;
}

}  // namespace sourcereel::text
