#include "sourcereel/printable.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "unicode/fold.h"

namespace sourcereel::cli {
namespace {

/// Bytes of the well-formed sequence at `at`; 0 where there is none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || at + length > text.size()) return 0;
    // The library decides about overlong forms and surrogates: it would replace what is ill-formed.
    const std::string_view sequence = text.substr(at, length);
    return unicode::valid_utf8(sequence) == sequence || sequence == std::string_view("\0", 1) ? length : 0;
}

bool is_harmful(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

std::string escaped(const char* pattern, unsigned value) {
    std::array<char, 16> buffer{};
    std::snprintf(buffer.data(), buffer.size(), pattern, value);
    return buffer.data();
}

std::string with_zeros(std::int64_t value, int digits) {
    std::string text = std::to_string(value);
    const auto wanted = static_cast<std::size_t>(digits);
    return text.size() < wanted ? std::string(wanted - text.size(), '0') + text : text;
}

}  // namespace

std::string visible(std::string_view text) {
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0) {
            shown += escaped("\\x%02x", static_cast<unsigned char>(text[at++]));
            continue;
        }
        const std::string_view sequence = text.substr(at, length);
        const char32_t c =
            length == 1 ? static_cast<unsigned char>(sequence[0]) : unicode::code_points(sequence)[0];
        if (c == U'\n') {
            shown += "\\n";
        } else if (c == U'\t') {
            shown += "\\t";
        } else if (is_harmful(c)) {
            shown += escaped(c < 0x80 ? "\\x%02x" : "\\u%04x", static_cast<unsigned>(c));
        } else {
            shown += sequence;
        }
        at += length;
    }
    return shown;
}

std::string shorten(const std::string& text, std::size_t columns, bool keep_end) {
    if (unicode::display_width(text) <= columns) return text;
    if (columns == 0) return {};
    std::u32string kept = unicode::code_points(text);
    const auto dropped = [&] { return keep_end ? kept.erase(0, 1) : kept.erase(kept.size() - 1); };
    while (!kept.empty() && unicode::display_width(unicode::to_utf8(kept)) > columns - 1) dropped();
    const std::string rest = unicode::to_utf8(kept);
    return keep_end ? "…" + rest : rest + "…";
}

std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        if (c == '\n') {
            line += " / ";
        } else {
            line += c;
        }
    }
    return line;
}

std::string clock_time(double seconds, int decimals) {
    decimals = std::clamp(decimals, 0, 3);
    const std::int64_t scale = std::lround(std::pow(10, decimals));
    const std::int64_t ticks = std::llround(std::max(0.0, seconds) * static_cast<double>(scale));
    const std::int64_t whole = ticks / scale;
    std::string text = whole < 3600 ? std::to_string(whole / 60)
                                    : std::to_string(whole / 3600) + ":" + with_zeros(whole / 60 % 60, 2);
    text += ":" + with_zeros(whole % 60, 2);
    if (decimals > 0) text += "." + with_zeros(ticks % scale, decimals);
    return text;
}

std::string time_range(double begin, double end, int decimals) {
    return clock_time(begin, decimals) + "-" + clock_time(end, decimals);
}

std::string fixed(double value, int decimals) {
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, value);
    return buffer.data();
}

}  // namespace sourcereel::cli
