// core/time.h: exact moments of a video. Frame numbers are for people; this is what stages compare and store.
#pragma once

#include <compare>
#include <cstdint>

namespace sourcereel {

/// Seconds per tick, as a fraction: {1, 90000} for MPEG, {1001, 30000} for one NTSC frame. Both parts are
/// positive.
struct TimeBase {
    std::int32_t num = 1;
    std::int32_t den = 1;
    friend bool operator==(const TimeBase&, const TimeBase&) = default;
};

/// A moment on the video's own clock: t = 0 is the first shown picture.
/// Compared as the exact fraction, so 1 s in 1/1000 equals 1 s in 1/90000.
struct Timestamp {
    std::int64_t ticks = 0;
    TimeBase base;

    /// For display, JSON and arithmetic that tolerates rounding; never for comparing.
    double seconds() const noexcept {
        return static_cast<double>(ticks) * static_cast<double>(base.num) / static_cast<double>(base.den);
    }
    friend std::strong_ordering operator<=>(const Timestamp& a, const Timestamp& b) noexcept;
    friend bool operator==(const Timestamp& a, const Timestamp& b) noexcept { return std::is_eq(a <=> b); }
};

/// Half-open: holds `begin`, does not hold `end`. Empty where they are equal.
struct TimeRange {
    Timestamp begin;
    Timestamp end;

    double duration_seconds() const noexcept { return end.seconds() - begin.seconds(); }
    bool contains(const Timestamp& t) const noexcept { return begin <= t && t < end; }
    friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

}  // namespace sourcereel
