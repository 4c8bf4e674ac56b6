#include "sourcereel/moment.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace sourcereel::cli {
namespace {

constexpr TimeBase kNanoseconds{1, 1'000'000'000};
constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::size_t kMostDigits = 7;  ///< Of one number before the point: no overflow.
constexpr std::size_t kDecimals = 9;
constexpr Timestamp kForever{INT64_C(1) << 60, kNanoseconds};

std::optional<std::int64_t> whole_number(std::string_view text) {
    if (text.empty() || text.size() > kMostDigits) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// Nanoseconds of "5" after the point, less what the last of several digits may have been rounded by.
std::optional<std::int64_t> fraction(std::string_view digits) {
    if (digits.empty() || digits.size() > kDecimals) return std::nullopt;
    std::int64_t value = 0;
    std::int64_t unit = kSecond;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        unit /= 10;
        value += (c - '0') * unit;
    }
    return digits.size() >= 3 ? value - unit / 2 : value;
}

}  // namespace

std::optional<Timestamp> parse_moment(std::string_view text) {
    std::int64_t nanoseconds = 0;
    if (const auto point = text.find('.'); point != std::string_view::npos) {
        const auto part = fraction(text.substr(point + 1));
        if (!part) return std::nullopt;
        nanoseconds = *part;
        text = text.substr(0, point);
    }
    std::int64_t seconds = 0;
    int fields = 0;
    for (bool more = true; more; ++fields) {
        const auto colon = text.find(':');
        more = colon != std::string_view::npos;
        const auto value = whole_number(text.substr(0, colon));
        // Only the first number may be as large as it likes.
        if (!value || fields > 2 || (fields > 0 && *value >= 60)) return std::nullopt;
        seconds = seconds * 60 + *value;
        if (more) text = text.substr(colon + 1);
    }
    return Timestamp{std::max<std::int64_t>(0, seconds * kSecond + nanoseconds), kNanoseconds};
}

std::optional<TimeRange> parse_moment_range(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos || text.size() == 1) return std::nullopt;
    const std::string_view from = text.substr(0, dash);
    const std::string_view to = text.substr(dash + 1);
    const std::optional<Timestamp> begin = from.empty() ? Timestamp{0, kNanoseconds} : parse_moment(from);
    const std::optional<Timestamp> end = to.empty() ? kForever : parse_moment(to);
    if (!begin || !end || !(*begin < *end)) return std::nullopt;
    return TimeRange{*begin, *end};
}

}  // namespace sourcereel::cli
