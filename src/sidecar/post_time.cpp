#include "sidecar/post_time.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdio>

namespace sourcereel::sidecar {
namespace {

namespace chrono = std::chrono;

constexpr std::int64_t kEarliest = 631'152'000;  // 1990-01-01
constexpr std::int64_t kLatest = 4'102'444'800;  // 2100-01-01
constexpr std::int64_t kSecondsADay = 86'400;

/// Exactly `digits` decimal digits at `at`; nothing where there are others.
std::optional<int> digits_at(std::string_view text, std::size_t at, std::size_t digits) {
    if (at + digits > text.size()) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(at, digits)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool has(std::string_view text, std::size_t at, std::string_view any_of) {
    return at < text.size() && any_of.find(text[at]) != std::string_view::npos;
}

std::optional<std::int64_t> day_at(std::string_view text, bool dashes) {
    const std::size_t step = dashes ? 1 : 0;
    const auto year = digits_at(text, 0, 4);
    const auto month = digits_at(text, 4 + step, 2);
    const auto day = digits_at(text, 6 + 2 * step, 2);
    if (!year || !month || !day || (dashes && (!has(text, 4, "-") || !has(text, 7, "-"))))
        return std::nullopt;
    const chrono::year_month_day date{chrono::year(*year), chrono::month(static_cast<unsigned>(*month)),
                                      chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return chrono::sys_days(date).time_since_epoch().count() * kSecondsADay;
}

/// "Z", "", "+02:00", "-0330": seconds to be taken away.
std::optional<std::int64_t> offset_of(std::string_view text) {
    if (text.empty() || text == "Z" || text == "z") return 0;
    if (!has(text, 0, "+-")) return std::nullopt;
    const std::size_t minutes_at = has(text, 3, ":") ? 4 : 3;
    const auto hours = digits_at(text, 1, 2);
    const auto minutes = digits_at(text, minutes_at, 2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59 || text.size() != minutes_at + 2)
        return std::nullopt;
    const std::int64_t seconds = *hours * 3600 + *minutes * 60;
    return text[0] == '-' ? -seconds : seconds;
}

}  // namespace

std::optional<std::string> utc_text(std::int64_t unix_seconds) {
    if (unix_seconds < kEarliest || unix_seconds > kLatest) return std::nullopt;
    const auto day = static_cast<int>(unix_seconds / kSecondsADay);
    const chrono::year_month_day date{chrono::sys_days(chrono::days(day))};
    const auto rest = static_cast<int>(unix_seconds % kSecondsADay);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), rest / 3600,
                  rest / 60 % 60, rest % 60);
    return std::string(text.data());
}

bool is_day(std::string_view text) {
    return (text.size() == 8 && day_at(text, false)) || (text.size() == 10 && day_at(text, true));
}

std::optional<std::int64_t> unix_seconds(std::string_view text) {
    if (text.size() == 8) return day_at(text, false);
    const auto day = day_at(text, true);
    if (!day || text.size() == 10) return day;
    const auto hours = digits_at(text, 11, 2);
    const auto minutes = digits_at(text, 14, 2);
    const auto seconds = digits_at(text, 17, 2);
    if (!hours || !minutes || !seconds || !has(text, 10, "T t") || !has(text, 13, ":") || !has(text, 16, ":"))
        return std::nullopt;
    if (*hours > 23 || *minutes > 59 || *seconds > 60) return std::nullopt;
    std::size_t end = 19;
    if (has(text, end, ".,")) {
        ++end;
        while (has(text, end, "0123456789")) ++end;
    }
    const auto offset = offset_of(text.substr(end));
    if (!offset) return std::nullopt;
    return *day + *hours * 3600 + *minutes * 60 + *seconds - *offset;
}

std::optional<std::int64_t> time_in_id(std::string_view platform, std::string_view post_id) {
    std::uint64_t id = 0;
    const auto [end, error] = std::from_chars(post_id.data(), post_id.data() + post_id.size(), id);
    if (error != std::errc{} || end != post_id.data() + post_id.size()) return std::nullopt;
    constexpr std::uint64_t kFirstTimedPost = 30'000'000'000;  // X counted posts one by one before.
    constexpr std::uint64_t kEpochOfX = 1'288'834'974'657;     // Milliseconds.
    std::int64_t seconds = 0;
    if (platform == "x" && id >= kFirstTimedPost) {
        seconds = static_cast<std::int64_t>(((id >> 22U) + kEpochOfX) / 1000);
    } else if (platform == "tiktok") {
        seconds = static_cast<std::int64_t>(id >> 32U);
    }
    if (seconds < kEarliest || seconds > kLatest) return std::nullopt;
    return seconds;
}

}  // namespace sourcereel::sidecar
