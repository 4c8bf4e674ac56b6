#include "media/frame_clock.h"

#include <algorithm>
#include <cstddef>

namespace sourcereel::media {
namespace {

/// Stamps and sums beyond are nonsense from a hostile file; within, differences cannot overflow.
constexpr std::int64_t kLargest = std::int64_t{1} << 60;
constexpr std::int64_t kLongestDuration = std::int64_t{1} << 48;
constexpr std::int64_t kSecondsADay = 86'400;
constexpr std::size_t kMostGaps = 4096;

bool sane(std::int64_t value) noexcept {
    return value > -kLargest && value < kLargest;
}

}  // namespace

FrameClock::FrameClock(TimeBase base, std::int64_t nominal_step)
    : nominal_step_{std::clamp<std::int64_t>(nominal_step, 0, kLongestDuration)},
      second_{std::max<std::int64_t>(1, base.den / std::max(1, base.num))} {}

std::int64_t FrameClock::step() const noexcept {
    if (last_ >= kLargest) return 1;  // Sums of absurd durations stay far from overflow.
    if (last_duration_ > 0) return last_duration_;
    if (nominal_step_ > 0) return nominal_step_;
    return std::max<std::int64_t>(1, last_gap_);
}

/// The time that a stamp means, where it follows the last picture within a day.
std::optional<std::int64_t> FrameClock::on_this_count(std::optional<std::int64_t> stamp) const noexcept {
    if (!stamp || !sane(*stamp) || !origin_) return std::nullopt;
    const std::int64_t time = *stamp - *origin_;
    const bool follows = pictures_ == 0 || time > last_;
    if (!sane(time) || !follows || (time - last_) / second_ > kSecondsADay) return std::nullopt;
    return time;
}

/// The predicted time, or midway to a next picture that comes before it.
std::int64_t FrameClock::move_before(std::int64_t next) const noexcept {
    const std::int64_t predicted = last_ + step();
    return predicted < next ? predicted : last_ + std::max<std::int64_t>(1, (next - last_) / 2);
}

std::int64_t FrameClock::choose(std::optional<std::int64_t> stamp,
                                std::optional<std::int64_t> next) noexcept {
    const std::int64_t predicted = pictures_ == 0 ? 0 : last_ + step();
    if (!stamp || !sane(*stamp)) {
        ++missing_;
        return predicted;
    }
    if (!origin_) origin_ = *stamp - predicted;
    if (pictures_ == 0) return predicted;
    const auto time = on_this_count(stamp);
    const auto after = on_this_count(next);
    // The next picture goes on from the last one and this does not lie between: this one is odd.
    const bool odd = after && (!time || *time > *after);
    if (time && !odd) return *time;
    ++moved_;
    if (odd) return move_before(*after);
    // Several equal stamps, or one at the end that goes back a little, are no new count.
    const bool goes_on = next && *next > *stamp;
    const std::int64_t back = last_ - (*stamp - *origin_);
    if (!goes_on && back >= 0 && back <= second_) return last_ + std::max<std::int64_t>(1, step() / 2);
    origin_ = *stamp - predicted;
    return predicted;
}

std::int64_t FrameClock::place(std::optional<std::int64_t> stamp, std::int64_t duration,
                               std::optional<std::int64_t> next) {
    const std::int64_t time = choose(stamp, next);
    if (pictures_ > 0) {
        last_gap_ = time - last_;
        count_gap(last_gap_);
    }
    last_ = time;
    last_duration_ = duration > 0 && duration <= kLongestDuration ? duration : 0;
    ++pictures_;
    return time;
}

void FrameClock::count_gap(std::int64_t gap) {
    const auto known = gaps_.find(gap);
    if (known != gaps_.end())
        ++known->second;
    else if (gaps_.size() < kMostGaps)
        gaps_.emplace(gap, 1);
    else
        too_many_gaps_ = true;
}

std::int64_t FrameClock::end() const noexcept {
    return pictures_ == 0 ? 0 : last_ + step();
}

bool FrameClock::variable() const noexcept {
    if (too_many_gaps_) return true;
    if (gaps_.empty()) return false;
    std::int64_t all = 0;
    for (const auto& [gap, count] : gaps_) all += count;
    std::int64_t median = 0;
    std::int64_t below = 0;
    for (const auto& [gap, count] : gaps_) {
        median = gap;
        below += count;
        if (2 * below >= all) break;
    }
    const auto odd = [median](std::int64_t gap) {
        const std::int64_t difference = gap > median ? gap - median : median - gap;
        return difference > 1 && static_cast<double>(difference) > 0.1 * static_cast<double>(median);
    };
    return odd(gaps_.begin()->first) || odd(gaps_.rbegin()->first);
}

}  // namespace sourcereel::media
