#include "exports/escape.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>

#include "unicode/fold.h"

namespace sourcereel::exports {
namespace {

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string xml_text(std::string_view text) {
    std::u32string out;
    for (const char32_t c : unicode::code_points(text)) {
        switch (c) {
            case U'&':
                out += U"&amp;";
                break;
            case U'<':
                out += U"&lt;";
                break;
            case U'>':
                out += U"&gt;";
                break;
            case U'"':
                out += U"&quot;";
                break;
            case U'\'':
                out += U"&#39;";
                break;
            default:
                out += is_control(c) ? U' ' : c == 0xfffe || c == 0xffff ? U'\ufffd' : c;
        }
    }
    return unicode::to_utf8(out);
}

std::string file_url(std::string_view absolute_path) {
    // Byte by byte: the file system's names need not be UTF-8, and the address must lead to this very file.
    constexpr std::string_view kPlain = "/-._~";
    std::string url = "file://";
    for (const char c : absolute_path) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || kPlain.find(c) != std::string_view::npos) {
            url += c;
            continue;
        }
        std::array<char, 4> hex{};
        std::snprintf(hex.data(), hex.size(), "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
        url += hex.data();
    }
    return url;
}

std::string one_line_text(std::string_view text) {
    std::u32string out;
    for (const char32_t c : unicode::code_points(text)) out += is_control(c) ? U' ' : c;
    return unicode::to_utf8(out);
}

std::string spaced_once(std::string_view text) {
    return unicode::collapse_spaces(one_line_text(text));
}

std::string csv_field(std::string_view text) {
    std::string valid = unicode::valid_utf8(text);
    if (valid.find_first_of(",\"\r\n") == std::string::npos) return valid;
    std::string out = "\"";
    for (const char c : valid) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string csv_cell(std::string_view text) {
    // The last four are the wide forms, which spreadsheets take for the same.
    constexpr std::array<std::string_view, 11> kFormula{"=",  "+",  "-",  "@",  "\t", "\r",
                                                        "\n", "＝", "＋", "－", "＠"};
    const bool formula = std::any_of(kFormula.begin(), kFormula.end(),
                                     [&](std::string_view begin) { return text.starts_with(begin); });
    return csv_field(formula ? "'" + std::string(text) : std::string(text));
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            out += i + k <= bytes.size() ? kDigits[group >> (18 - 6 * k) & 63] : '=';
    }
    return out;
}

std::string plain_number(double value) {
    std::array<char, 400> text{};
    const auto result =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    std::string out(text.data(), result.ptr);
    return out.find('.') == std::string::npos ? out + ".0" : out;
}

std::string fixed_number(double value, int decimals) {
    std::array<char, 400> text{};
    const auto result =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
    return {text.data(), result.ptr};
}

}  // namespace sourcereel::exports
