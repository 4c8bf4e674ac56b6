#include "media/picture_clock.h"

#include <algorithm>

namespace sourcereel::media {
namespace {

// Stored times beyond ±2^53 ticks (3 months of nanoseconds) are noise; our own clock stops at 2^62.
constexpr std::int64_t kLargestStored = std::int64_t{1} << 53;
constexpr std::int64_t kLatest = std::int64_t{1} << 62;
constexpr std::size_t kMostGaps = 4096;
constexpr std::int64_t kSecondsOfLongestPicture = 24LL * 3600;

bool credible(std::int64_t stored) noexcept {
    return -kLargestStored <= stored && stored <= kLargestStored;
}

}  // namespace

PictureClock::PictureClock(TimeBase base, std::int64_t usual_gap)
    : base_(base),
      usual_gap_(usual_gap),
      longest_duration_(std::max<std::int64_t>(1, kSecondsOfLongestPicture * base.den / base.num)) {
    if (usual_gap_ > longest_duration_) usual_gap_ = 0;
}

std::int64_t PictureClock::gap_after_last() const noexcept {
    if (last_duration_ > 0) return last_duration_;
    if (usual_gap_ > 0) return usual_gap_;
    return last_gap_ > 0 ? last_gap_ : 1;
}

Timestamp PictureClock::place(std::optional<std::int64_t> stored, std::int64_t duration) {
    const std::int64_t now = repaired(stored);
    if (pictures_ > 0) {
        last_gap_ = now - last_;
        if (gaps_.size() < kMostGaps || gaps_.contains(last_gap_)) {
            ++gaps_[last_gap_];
        } else {
            too_many_gaps_ = true;
        }
    }
    last_ = now;
    last_duration_ = duration > 0 && duration <= longest_duration_ ? duration : 0;
    ++pictures_;
    return {now, base_};
}

std::int64_t PictureClock::repaired(std::optional<std::int64_t> stored) {
    const std::int64_t expected = pictures_ == 0 ? 0 : last_ + std::min(gap_after_last(), longest_duration_);
    if (!stored || !credible(*stored)) {
        ++missing_;
        return std::min(expected, std::max(kLatest, last_ + 1));
    }
    if (!origin_) origin_ = *stored - expected;
    const std::int64_t plain = *stored - *origin_;
    if (pictures_ == 0) return plain;
    // After a single wrong time the stored clock is right again; after a jump back (two recordings joined) it
    // never catches up, and what was added must stay.
    if (shift_ != 0 && plain > last_ && plain - last_ <= 3 * (expected - last_)) shift_ = 0;
    std::int64_t now = plain + shift_;
    if (now <= last_) {
        ++backward_;
        shift_ = expected - plain;
        now = expected;
    }
    return now > kLatest ? last_ + 1 : now;
}

bool PictureClock::variable() const {
    if (too_many_gaps_) return true;
    if (gaps_.empty()) return false;
    std::int64_t all = 0;
    for (const auto& [gap, count] : gaps_) all += count;
    std::int64_t before = 0;
    std::int64_t median = 0;
    for (const auto& [gap, count] : gaps_) {
        median = gap;
        before += count;
        if (2 * before > all) break;
    }
    const std::int64_t allowed = std::max<std::int64_t>(1, median / 10);
    return median - gaps_.begin()->first > allowed || gaps_.rbegin()->first - median > allowed;
}

}  // namespace sourcereel::media
