// sidecar/post_time.h: times of posts, and those that are hidden in their numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sourcereel::sidecar {

/// "2026-11-24T08:15:00Z" of seconds since 1970; nothing before 1990 or after 2100, which no post is.
std::optional<std::string> utc_text(std::int64_t unix_seconds);

/// Seconds since 1970 of "2026-11-24T08:15:00Z", "2026-11-24 08:15:00", with an offset ("+02:00") or a
/// fraction of a second, which is dropped; of a day ("2026-11-24", "20261124") its beginning. Nothing where
/// it is none.
std::optional<std::int64_t> unix_seconds(std::string_view text);

/// "20261124" or "2026-11-24": a day without a time.
bool is_day(std::string_view text);

/// When a post with this number was made, where the platform hides it there: X (since November 2010) and
/// TikTok.
std::optional<std::int64_t> time_in_id(std::string_view platform, std::string_view post_id);

}  // namespace sourcereel::sidecar
