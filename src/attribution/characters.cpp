#include "attribution/characters.h"

#include <algorithm>

#include "unicode/fold.h"

namespace sourcereel::attribution {
namespace {

/// Marks without which many scripts cannot be written; Unicode does not count them as letters.
bool is_mark(char32_t c) noexcept {
    if (c == 0x0964 || c == 0x0965 || c == 0x0E3F || c == 0x0E4F) return false;  // Dandas, baht, a bullet.
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x05B0 && c <= 0x05BD) || (c >= 0x064B && c <= 0x065F) ||
           (c >= 0x0900 && c <= 0x0EFF) || (c >= 0x102B && c <= 0x103E) || (c >= 0x17B6 && c <= 0x17D3) ||
           (c >= 0x3099 && c <= 0x309A);
}

}  // namespace

bool is_ascii_letter(char32_t c) noexcept {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_ascii_digit(char32_t c) noexcept {
    return c >= U'0' && c <= U'9';
}

bool is_space(char32_t c) noexcept {
    return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F;
}

bool is_line_break(char32_t c) noexcept {
    return c == U'\n' || c == U'\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_at_sign(char32_t c) noexcept {
    return c == U'@' || c == 0xFF20 || c == 0xFE6B;
}

bool is_colon(char32_t c) noexcept {
    return c == U':' || c == 0xFF1A;
}

bool is_word(char32_t c) {
    if (c < 0x80) return is_ascii_letter(c) || is_ascii_digit(c);
    return is_mark(c) || unicode::has_word(unicode::to_utf8(std::u32string_view(&c, 1)));
}

bool is_cjk(char32_t c) {
    if (c < 0x1100) return false;
    const std::string script = unicode::dominant_script(unicode::to_utf8(std::u32string_view(&c, 1)));
    return script == "Han" || script == "Hangul" || script == "Hiragana" || script == "Katakana" ||
           c == 0x30FC;
}

bool begins_word(std::u32string_view text, std::size_t pos) {
    if (pos == 0) return true;
    const char32_t before = text[pos - 1];
    return before != U'_' && (!is_word(before) || is_cjk(before));
}

bool goes_on(std::u32string_view text, std::size_t pos) {
    if (pos >= text.size()) return false;
    const char32_t c = text[pos];
    if (c == U'_' || is_at_sign(c) || c == U'%') return true;
    if (c == U'-' || c == U'.')
        return pos + 1 < text.size() && (is_ascii_letter(text[pos + 1]) || is_ascii_digit(text[pos + 1]));
    return is_word(c) && !is_cjk(c);
}

std::size_t skip_spaces(std::u32string_view text, std::size_t pos) noexcept {
    while (pos < text.size() && is_space(text[pos])) ++pos;
    return pos;
}

bool at_line_begin(std::u32string_view text, std::size_t pos) noexcept {
    while (pos > 0 && is_space(text[pos - 1])) --pos;
    return pos == 0 || is_line_break(text[pos - 1]);
}

bool at_line_end(std::u32string_view text, std::size_t pos) noexcept {
    constexpr std::u32string_view kClosing = U".,;:!?…)]}>\"'”’»。，！？）】」』";
    while (pos < text.size() && (is_space(text[pos]) || kClosing.find(text[pos]) != kClosing.npos)) ++pos;
    return pos == text.size() || is_line_break(text[pos]);
}

std::u32string ascii_lower(std::u32string_view text) {
    std::u32string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char32_t c) { return c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c; });
    return out;
}

}  // namespace sourcereel::attribution
