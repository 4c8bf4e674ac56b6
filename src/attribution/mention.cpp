#include "attribution/mention.h"

#include <algorithm>
#include <string>

#include "attribution/characters.h"

namespace sourcereel::attribution {
namespace {

// As the engine gives it: a shorter word behind "@ " is more often noise than a name.
constexpr std::size_t kLeastBehindSpace = 3;

/// Behind a word an "@" makes an e-mail address: john@…, john+tag@…, "john doe"@….
bool ends_mail_name(std::u32string_view text, std::size_t at) {
    if (!begins_word(text, at)) return true;
    if (at == 0) return false;
    const char32_t before = text[at - 1];
    if (before == U'+' || before == U'%') return true;
    return before == U'"' && at >= 2 && !begins_word(text, at - 1);
}

/// "@types/node": both parts in lower case, as package registries demand and people seldom write.
bool is_package_scope(std::u32string_view text, const Span& name) {
    const auto is_lower = [](char32_t c) {
        return (c >= U'a' && c <= U'z') || is_ascii_digit(c) || c == U'-' || c == U'.' || c == U'_';
    };
    if (name.end + 1 >= text.size() || text[name.end] != U'/') return false;
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(name.begin);
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(name.end);
    return is_lower(text[name.end + 1]) && std::all_of(begin, end, is_lower);
}

/// "5", "5.99", "5pm", "60fps": an amount or a time. A name has a letter that is no unit.
bool is_quantity(std::u32string_view name) {
    std::size_t digits = 0;
    while (digits < name.size() &&
           (is_ascii_digit(name[digits]) || name[digits] == U'.' || name[digits] == U'-'))
        ++digits;
    const std::u32string rest = ascii_lower(name.substr(digits));
    if (digits == 0) return std::all_of(rest.begin(), rest.end(), [](char32_t c) { return c == U'_'; });
    for (const std::u32string_view unit :
         {U"", U"am", U"pm", U"a.m", U"p.m", U"h", U"hrs", U"fps", U"hz", U"khz", U"p", U"k"})
        if (rest == unit) return true;
    return false;
}

/// A name that begins in letters with spaces between words ends where Han or Hangul follow it ("@name的视频",
/// "@name가"), unless the mark stands alone in its line ("@CCTV新闻").
Span without_following_words(std::u32string_view text, std::size_t at, Span name) {
    if (is_cjk(text[name.begin])) return name;
    if (at_line_begin(text, at) && at_line_end(text, name.end)) return name;
    std::size_t end = name.begin;
    while (end < name.end && !is_cjk(text[end])) ++end;
    while (end > name.begin + 1 && end < name.end && (text[end - 1] == U'.' || text[end - 1] == U'-')) --end;
    return {name.begin, end};
}

/// The rule of YouTube and Weibo, the only ones that allow them, where the name has other than the usual
/// characters.
bool fits_some_platform(std::u32string_view name) {
    const bool plain =
        std::all_of(name.begin(), name.end(), [](char32_t c) { return c < 0x80 && c != U'-'; });
    return plain || (name.size() >= kWeibo.least && name.size() <= kYouTube.most);
}

/// "@long_na..." at the end of its line: where a page had no room for the whole name.
bool is_cut_off(std::u32string_view text, std::size_t end) {
    const bool dots = text.substr(end, 2) == U".." || text.substr(end, 1) == U"…";
    return dots && at_line_end(text, end);
}

}  // namespace

std::optional<Found> mention_at(std::u32string_view text, std::size_t pos) {
    if (ends_mail_name(text, pos)) return std::nullopt;
    const bool spaced = pos + 1 < text.size() && text[pos + 1] == U' ';
    auto name = name_at(text, pos + (spaced ? 2 : 1), kAnyPlatform);
    if (!name) return std::nullopt;
    if (spaced && !(name->end - name->begin >= kLeastBehindSpace && at_line_begin(text, pos) &&
                    at_line_end(text, name->end)))
        return std::nullopt;
    *name = without_following_words(text, pos, *name);
    const std::u32string_view word = text.substr(name->begin, name->end - name->begin);
    if (is_package_scope(text, *name) || is_quantity(word) || !fits_some_platform(word) ||
        is_cut_off(text, name->end))
        return std::nullopt;
    return Found{{pos, name->end}, *name, {}};
}

}  // namespace sourcereel::attribution
