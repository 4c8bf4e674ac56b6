// sourcereel/printable.h: texts of unknown origin, made fit for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sourcereel::cli {

/// What a person may see without harm: control characters (so also escape sequences), marks that turn the
/// direction of writing, and bytes that are no UTF-8 are written as "\x1b", "\u202e"; the rest stays.
std::string visible(std::string_view text);

/// At most `columns` wide; where something had to go, "…" stands in its place: at the end, or at the
/// beginning with `keep_end` (for paths, whose end tells more).
std::string shorten(const std::string& text, std::size_t columns, bool keep_end = false);

/// The lines of a block beside each other: "one / two".
std::string one_line(std::string_view text);

/// "0:04.271", "1:02:03.500": minutes and seconds, with `decimals` (0..3) of the second.
std::string clock_time(double seconds, int decimals = 3);
/// "0:00.0-0:07.8".
std::string time_range(double begin, double end, int decimals);

/// A number with that many decimals.
std::string fixed(double value, int decimals);

}  // namespace sourcereel::cli
