#include "catalogue/time_base.h"

#include <limits>
#include <numeric>
#include <string>

#include "core/error.h"

namespace sourcereel::catalogue {
namespace {

/// Both bases are whole multiples of the result.
TimeBase finer_of(const TimeBase& a, const TimeBase& b) {
    if (a == b) return a;
    // gcd(a/b, c/d) of reduced fractions is gcd(a, c) / lcm(b, d).
    const std::int64_t a_part = std::gcd(a.num, a.den);
    const std::int64_t b_part = std::gcd(b.num, b.den);
    const std::int64_t num = std::gcd(a.num / a_part, b.num / b_part);
    const std::int64_t den = std::lcm(a.den / a_part, b.den / b_part);
    if (den > std::numeric_limits<std::int32_t>::max())
        throw Error(ErrorKind::internal, "times of the video have no common time base with 31-bit parts");
    return {static_cast<std::int32_t>(num), static_cast<std::int32_t>(den)};
}

}  // namespace

TimeBase common_time_base(const AnalysedVideo& video) {
    TimeBase base = video.media.duration.base;
    const auto add = [&](const Timestamp& time) { base = finer_of(base, time.base); };
    for (const Shot& shot : video.shots) {
        add(shot.range.begin);
        add(shot.range.end);
    }
    for (const ShotStill& still : video.stills) add(still.time);
    for (const TextTrack& track : video.tracks) {
        add(track.range.begin);
        add(track.range.end);
        for (const PathPoint& point : track.path) add(point.time);
    }
    return base;
}

std::int64_t ticks_in(const TimeBase& base, const Timestamp& time) {
    if (time.base == base) return time.ticks;
    __extension__ using Wide = __int128;
    const Wide top = static_cast<Wide>(time.ticks) * time.base.num * base.den;
    const Wide bottom = static_cast<Wide>(time.base.den) * base.num;
    const Wide ticks = top / bottom;
    if (top % bottom != 0 || ticks > std::numeric_limits<std::int64_t>::max() ||
        ticks < std::numeric_limits<std::int64_t>::min())
        throw Error(ErrorKind::internal,
                    "a time is no whole number of ticks of 1/" + std::to_string(base.den) + " s");
    return static_cast<std::int64_t>(ticks);
}

}  // namespace sourcereel::catalogue
