#include "report/markup.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "unicode/fold.h"

namespace sourcereel::report {
namespace {

bool turns_direction(char32_t c) {
    return c == 0x061C || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) {
    return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
           c == 0xFEFF;
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (const char32_t c : unicode::code_points(text)) {
        switch (c) {
            case U'&':
                out += "&amp;";
                break;
            case U'<':
                out += "&lt;";
                break;
            case U'>':
                out += "&gt;";
                break;
            case U'"':
                out += "&quot;";
                break;
            case U'\'':
                out += "&#39;";
                break;
            default:
                if (is_control(c) || turns_direction(c)) {
                    std::array<char, 24> name{};
                    std::snprintf(name.data(), name.size(), "⟨U+%04X⟩", static_cast<unsigned>(c));
                    out += name.data();
                } else {
                    out += unicode::to_utf8(std::u32string_view(&c, 1));
                }
        }
    }
    return out;
}

std::string clock(double seconds) {
    const long long milliseconds = std::llround(std::max(0.0, seconds) * 1000);
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%lld:%02lld.%03lld", milliseconds / 60'000,
                  milliseconds / 1000 % 60, milliseconds % 1000);
    return text.data();
}

std::string two_decimals(double value) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    return text.data();
}

std::string percent(double share) {
    const double tenths = std::floor(share * 1000 + 1e-6) / 10;
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), tenths == std::floor(tenths) ? "%.0f %%" : "%.1f %%", tenths);
    return text.data();
}

std::string spaced(std::string_view name) {
    std::string text(name);
    for (char& c : text)
        if (c == '_') c = ' ';
    return text;
}

std::string fact_row(std::string_view name, const std::string& value) {
    if (value.empty()) return {};
    return "<tr><td>" + escaped(name) + "</td><td>" + value + "</td></tr>\n";
}

}  // namespace sourcereel::report
