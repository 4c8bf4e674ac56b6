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
    if (last_duration_ > 0) return last_duration_;
    if (nominal_step_ > 0) return nominal_step_;
    return std::max<std::int64_t>(1, last_gap_);
}

std::int64_t FrameClock::choose(std::optional<std::int64_t> stamp) noexcept {
    const std::int64_t predicted = pictures_ == 0 ? 0 : last_ + step();
    if (!stamp || !sane(*stamp)) {
        ++missing_;
        return predicted;
    }
    if (!origin_) origin_ = *stamp - predicted;
    const std::int64_t time = *stamp - *origin_;
    const bool too_far = !sane(time) || (time - predicted) / second_ > kSecondsADay;
    if (pictures_ == 0 || (time > last_ && !too_far)) return time;
    ++moved_;
    if (!too_far && last_ - time <= second_) return last_ + std::max<std::int64_t>(1, step() / 2);
    origin_ = *stamp - predicted;
    return predicted;
}

std::int64_t FrameClock::place(std::optional<std::int64_t> stamp, std::int64_t duration) {
    const std::int64_t time = choose(stamp);
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
