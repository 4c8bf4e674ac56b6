#include "exports/timecode.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace sourcereel::exports {
namespace {

std::int64_t dropped_a_minute(int base) noexcept {
    return base / 15;
}

}  // namespace

std::string timecode(std::int64_t frame, int base, bool drop_frame) {
    if (drop_frame) {
        const std::int64_t drop = dropped_a_minute(base);
        const std::int64_t minute = std::int64_t{60} * base - drop;
        const std::int64_t ten_minutes = minute * 10 + drop;
        const std::int64_t tens = frame / ten_minutes;
        const std::int64_t rest = frame % ten_minutes;
        // The first minute of each ten has all its numbers.
        frame += tens * 9 * drop + std::max<std::int64_t>(0, rest - drop) / minute * drop;
    }
    const std::int64_t seconds = frame / base;
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%02lld:%02lld:%02lld%c%02lld",
                  static_cast<long long>(seconds / 3600), static_cast<long long>(seconds / 60 % 60),
                  static_cast<long long>(seconds % 60), drop_frame ? ';' : ':',
                  static_cast<long long>(frame % base));
    return text.data();
}

std::string timecode_at(const Timestamp& time, const EditRate& rate, std::int64_t offset) {
    return timecode(std::max<std::int64_t>(0, nearest_frame(time, rate.timecode_rate)) + offset,
                    rate.timecode_base, rate.drop_frame);
}

std::int64_t frames_of_first_hour(const EditRate& rate) noexcept {
    const std::int64_t all = std::int64_t{3600} * rate.timecode_base;
    return rate.drop_frame ? all - 54 * dropped_a_minute(rate.timecode_base) : all;
}

}  // namespace sourcereel::exports
