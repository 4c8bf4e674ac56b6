#include "exports/edit_rate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

namespace sourcereel::exports {
namespace {

/// As containers write and round them; 29.97 and 30 differ by ten times this.
constexpr double kSameRate = 1e-4;
constexpr std::int64_t kMostFramesASecond = 1000;
__extension__ using Wide = __int128;

constexpr std::array kUsual{Rate{24000, 1001}, Rate{24, 1},  Rate{25, 1},        Rate{30000, 1001},
                            Rate{30, 1},       Rate{48, 1},  Rate{50, 1},        Rate{60000, 1001},
                            Rate{60, 1},       Rate{100, 1}, Rate{120000, 1001}, Rate{120, 1}};

Rate reduced(std::int64_t num, std::int64_t den) {
    const std::int64_t common = std::gcd(num, den);
    return {num / common, den / common};
}

/// A usual rate, a whole number of frames a second, or one frame in whole milliseconds.
std::optional<Rate> recognised(double rate) {
    if (!(rate > 0) || rate > kMostFramesASecond) return std::nullopt;
    const auto same = [rate](const Rate& other) { return std::abs(rate / other.value() - 1) < kSameRate; };
    const Rate usual = nearest_usual_rate(rate);
    if (same(usual)) return usual;
    const Rate ntsc = reduced(std::llround(rate * 1.001) * 1000, 1001);
    for (const Rate& candidate :
         {Rate{std::llround(rate), 1}, ntsc, reduced(1000, std::llround(1000 / rate))})
        if (candidate.num > 0 && same(candidate)) return candidate;
    return std::nullopt;
}

/// All pictures over all of their time, which is exact where each stands equally long.
std::optional<Rate> measured(const MediaInfo& media) {
    const Timestamp& end = media.duration;
    if (media.frames <= 0 || end.ticks <= 0) return std::nullopt;
    const Wide num = static_cast<Wide>(media.frames) * end.base.den;
    const Wide den = static_cast<Wide>(end.ticks) * end.base.num;
    constexpr Wide kMost = static_cast<Wide>(1) << 62;
    if (num >= kMost || den >= kMost || num > den * kMostFramesASecond) return std::nullopt;
    return reduced(static_cast<std::int64_t>(num), static_cast<std::int64_t>(den));
}

bool agrees(const Rate& rate, const MediaInfo& media, const std::vector<Shot>& shots) {
    const auto fits = [&](const Timestamp& time, std::int64_t frame) {
        return nearest_frame(time, rate) == frame;
    };
    return fits(media.duration, media.frames) &&
           std::all_of(shots.begin(), shots.end(), [&](const Shot& shot) {
               return fits(shot.range.begin, shot.begin_frame) && fits(shot.range.end, shot.end_frame);
           });
}

bool countable(const Rate& rate) {
    return rate.den == 1 || (rate.den == 1001 && rate.num % 1000 == 0);
}

}  // namespace

std::string text_of(const Rate& rate) {
    return std::to_string(rate.num) + (rate.den == 1 ? "" : "/" + std::to_string(rate.den));
}

Rate nearest_usual_rate(double rate) noexcept {
    return *std::min_element(kUsual.begin(), kUsual.end(), [rate](const Rate& a, const Rate& b) {
        return std::abs(a.value() - rate) < std::abs(b.value() - rate);
    });
}

std::int64_t nearest_frame(const Timestamp& time, const Rate& rate) noexcept {
    // (2·ticks·base·rate + 1) / 2, rounded down; sizes: 63 + 31 bits over 31, rates are far below 32 bits.
    const Wide num = static_cast<Wide>(time.ticks) * time.base.num * rate.num * 2;
    const Wide den = static_cast<Wide>(time.base.den) * rate.den;
    const Wide sum = num + den;
    const Wide floor = sum >= 0 ? sum / (2 * den) : -((-sum + 2 * den - 1) / (2 * den));
    return static_cast<std::int64_t>(floor);
}

EditRate edit_rate_for(double stated, const MediaInfo& media, const std::vector<Shot>& shots) {
    EditRate result;
    result.constant = false;
    if (!media.variable_frame_rate) {
        for (const auto& candidate : {recognised(stated), recognised(media.frame_rate), measured(media)}) {
            if (!candidate || !agrees(*candidate, media, shots)) continue;
            result.rate = *candidate;
            result.constant = true;
            break;
        }
    }
    if (!result.constant) result.rate = nearest_usual_rate(media.frame_rate > 0 ? media.frame_rate : stated);
    result.timecode_rate = countable(result.rate) ? result.rate : nearest_usual_rate(result.rate.value());
    const Rate& rate = result.timecode_rate;
    result.timecode_base = static_cast<int>((rate.num + rate.den - 1) / rate.den);
    // Numbers can only be left out evenly where there are 30 a second, or a multiple: not at 23.976.
    result.drop_frame = rate.den == 1001 && result.timecode_base % 30 == 0;
    return result;
}

}  // namespace sourcereel::exports
