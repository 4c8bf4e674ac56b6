#include "text/running_ticker.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include <opencv2/imgproc.hpp>

namespace sourcereel::text {
namespace {

constexpr double kCertain = 0.3;  ///< See ticker_finder.
constexpr double kMinShift_px = 1.0;
constexpr std::int64_t kSteady_samples = 5;  ///< A second of even speed: a camera does not pan so.
constexpr double kEven = 0.2;                ///< Relative difference of speed that is still even,
constexpr double kFree_px = 2.0;             ///< or this.
constexpr std::size_t kMostMissing = 15;     ///< 3 s of an empty strip between two items.
constexpr double kLearn = 0.2;               ///< Share of a new measurement of the speed.
constexpr int kMargin_px = 8;                ///< Of rows, above and below those that were seen to run.
constexpr int kNarrowest_px = 160;
constexpr int kMeasure_samples = 15;  ///< Between two measurements of how far it reaches.
constexpr double kTravel = 0.4;       ///< Of a wide strip's width: less is a title that slides in.
constexpr double kWide = 0.6;         ///< Of the picture's width.
/// Of a narrow strip's width: words that pass by have left the place where they were found by then, and no
/// others have come after them.
constexpr double kTravelOfNarrow = 1.25;

double seconds_to(const SampleWindow& window, std::int64_t number) {
    return window.at(number).time.seconds() - window.at(number - 1).time.seconds();
}

/// Whether what moved moved at `speed` (pixels a second), more or less.
bool runs(const SidewaysShift& shift, double speed, double seconds) {
    const double expected = speed * seconds;
    return shift.certainty >= kCertain && std::abs(shift.pixels) >= kMinShift_px &&
           std::abs(shift.pixels - expected) <= std::max(kFree_px, kEven * std::abs(expected));
}

/// The columns that ran by `shift` in most of the last samples, from the first to the last of them: labels
/// and logos at either end stand.
cv::Range running_columns(const SampleWindow& window, const cv::Rect& rows, int samples) {
    cv::Mat stood, ran;
    const std::int64_t newest = window.pushed() - 1;
    for (std::int64_t n = newest - samples + 1; n <= newest; ++n) {
        cv::Mat before, now, moved, difference, sums;
        window.at(n - 1).picture(rows).convertTo(before, CV_32F);
        window.at(n).picture(rows).convertTo(now, CV_32F);
        const SidewaysShift shift = sideways_shift(window.at(n - 1).picture, window.at(n).picture, rows);
        const cv::Mat by = (cv::Mat_<double>(2, 3) << 1, 0, shift.pixels, 0, 1, 0);
        cv::warpAffine(before, moved, by, before.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
        const auto collect = [&](const cv::Mat& other, cv::Mat& total) {
            cv::absdiff(now, other, difference);
            cv::reduce(difference, sums, 0, cv::REDUCE_SUM, CV_32F);
            if (total.empty())
                total = sums.clone();
            else
                total += sums;
        };
        collect(before, stood);
        collect(moved, ran);
    }
    constexpr int kSmooth_px = 48;  ///< A few letters.
    cv::blur(stood, stood, {kSmooth_px, 1});
    cv::blur(ran, ran, {kSmooth_px, 1});
    int first = stood.cols;
    int last = 0;
    for (int x = 0; x < stood.cols; ++x) {
        if (ran.at<float>(x) > 0.7F * stood.at<float>(x)) continue;
        first = std::min(first, x);
        last = x;
    }
    // What the smoothing took from the ends, as far as they reach the picture's own.
    if (first <= kSmooth_px) first = 0;
    if (last >= stood.cols - kSmooth_px) last = stood.cols - 1;
    return {first, std::max(first, last + 1)};
}

}  // namespace

std::optional<RunningTicker> RunningTicker::start(const RunningRows& rows, const SampleWindow& window) {
    const std::int64_t newest = window.pushed() - 1;
    if (newest - kSteady_samples < window.first()) return std::nullopt;
    const cv::Size size = window.at(newest).picture.size();
    const int top = std::max(0, rows.top - kMargin_px);
    const cv::Rect all{0, top, size.width, std::min(size.height, rows.bottom + kMargin_px) - top};
    const cv::Rect most{size.width / 4, rows.top, size.width - size.width / 4, rows.bottom - rows.top};
    const auto shift_at = [&](std::int64_t number) {
        return sideways_shift(window.at(number - 1).picture, window.at(number).picture, most);
    };
    const double speed = rows.shift / seconds_to(window, newest);
    for (std::int64_t n = newest - kSteady_samples + 1; n <= newest; ++n)
        if (!runs(shift_at(n), speed, seconds_to(window, n))) return std::nullopt;
    const cv::Range columns = running_columns(window, all, kSteady_samples);
    if (columns.size() < kNarrowest_px) return std::nullopt;

    // Back to where it began to run, over gaps as follow() does.
    std::int64_t first = newest - kSteady_samples;
    for (std::int64_t n = first; n > window.first(); --n)
        if (runs(shift_at(n), speed, seconds_to(window, n))) first = n - 1;
    RunningTicker ticker({columns.start, all.y, columns.size(), all.height}, speed, first, window);
    ticker.add(window, first, 0);
    for (std::int64_t n = first + 1; n <= newest; ++n) ticker.step(window, n);
    return ticker;
}

RunningTicker::RunningTicker(const cv::Rect& strip, double speed, std::int64_t first,
                             const SampleWindow& window)
    : picture_width_(window.at(first).picture.cols),
      strip_(strip),
      extent_(strip),
      speed_(speed),
      first_(first),
      last_(first) {
    sighting_.from_start = first == 0;
    sighting_.first = window.moment(first);
    sighting_.before = window.moment(std::max(first - 1, window.first()));
    sighting_.last = sighting_.after = sighting_.first;
}

void RunningTicker::add(const SampleWindow& window, std::int64_t number, double offset) {
    cv::Mat strip = window.at(number).picture(strip_);
    // What runs to the right is unrolled in the mirror, so that both grow at one end.
    cv::Mat mirrored;
    if (speed_ > 0) {
        cv::flip(strip, mirrored, 1);
        strip = mirrored;
    }
    panorama_.add(strip, offset);
}

bool RunningTicker::follow(const SampleWindow& window) {
    return step(window, window.pushed() - 1);
}

bool RunningTicker::step(const SampleWindow& window, std::int64_t number) {
    const SidewaysShift shift =
        sideways_shift(window.at(number - 1).picture, window.at(number).picture, strip_);
    const double from = missing_.empty() ? offset_ : missing_.back();
    const double seconds = seconds_to(window, number);
    if (!runs(shift, speed_, seconds)) {
        if (missing_.empty()) sighting_.after = window.moment(number);
        // An empty strip goes on as before; one that surely stands, stands.
        const bool stands = shift.certainty >= kCertain && std::abs(shift.pixels) < kMinShift_px;
        missing_.push_back(from + (stands ? 0.0 : std::abs(speed_) * seconds));
        return missing_.size() <= kMostMissing;
    }
    for (std::size_t i = 0; i < missing_.size(); ++i)
        add(window, number - static_cast<std::int64_t>(missing_.size() - i), missing_[i]);
    missing_.clear();
    speed_ += kLearn * (shift.pixels / seconds - speed_);
    offset_ = from + std::abs(shift.pixels);
    add(window, number, offset_);
    last_ = number;
    sighting_.last = sighting_.after = window.moment(number);
    ++seen_;
    if (seen_ % kMeasure_samples == 0 && number == window.pushed() - 1) {
        const cv::Rect rows{0, strip_.y, window.at(number).picture.cols, strip_.height};
        const cv::Range columns = running_columns(window, rows, kSteady_samples);
        if (columns.size() > strip_.width)
            extent_ |= {columns.start, strip_.y, columns.size(), strip_.height};
    }
    return true;
}

std::optional<TickerTrack> RunningTicker::ended(const std::optional<VideoEnd>& video_end) const {
    const bool wide = strip_.width >= kWide * picture_width_;
    if (offset_ < (wide ? kTravel : kTravelOfNarrow) * strip_.width) return std::nullopt;
    TickerTrack track;
    track.box = extent_;
    track.presence = sighting_.presence(video_end);
    track.presence.seen = seen_;
    track.presence.examined = static_cast<int>(last_ - first_ + 1);
    track.pieces = unrolled_pieces(panorama_.picture(), speed_ > 0);
    int width = 0;
    for (LineTrack& piece : track.pieces) {
        piece.presence = track.presence;
        width += piece.box.width;
    }
    if (width < kTravel * strip_.width) return std::nullopt;  // some words that pass by
    return track;
}

}  // namespace sourcereel::text
