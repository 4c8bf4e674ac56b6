// sourcereel/moment.h: times as people write them.
#pragma once

#include <optional>
#include <string_view>

#include "core/time.h"

namespace sourcereel::cli {

/// "75.5", "1:15.5" and "0:01:15.5" are the same moment; up to nine decimals count. Nothing for anything
/// else. Where three or more decimals are given, the moment lies half a unit of the last one before: a time
/// that the program printed, rounded, so finds the picture that it was printed for.
std::optional<Timestamp> parse_moment(std::string_view text);

/// "A-B". Without A from the beginning, without B to the end (which is then later than any video).
/// Nothing where either is no moment or B is not after A.
std::optional<TimeRange> parse_moment_range(std::string_view text);

}  // namespace sourcereel::cli
