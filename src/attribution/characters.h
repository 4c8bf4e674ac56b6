// attribution/characters.h: what a code point is to somebody who looks for names. Private to attribution.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sourcereel::attribution {

bool is_ascii_letter(char32_t c) noexcept;
bool is_ascii_digit(char32_t c) noexcept;
/// White space within a line, the ideographic space too.
bool is_space(char32_t c) noexcept;
bool is_line_break(char32_t c) noexcept;
/// "@" and its full-width and small forms.
bool is_at_sign(char32_t c) noexcept;
/// ":" and its full-width form.
bool is_colon(char32_t c) noexcept;

/// Letters and digits of any script, with the marks that stand over and between letters.
bool is_word(char32_t c);
/// Hangul, Han and kana: words of other scripts may touch them without a space.
bool is_cjk(char32_t c);

/// Whether a word can begin at `pos`: none of another script runs into it.
bool begins_word(std::u32string_view text, std::size_t pos);
/// Whether the word before `pos` goes on there: what was read up to `pos` is then only a part of it.
bool goes_on(std::u32string_view text, std::size_t pos);

/// The first position from `pos` on that is no space within the line.
std::size_t skip_spaces(std::u32string_view text, std::size_t pos) noexcept;
/// Whether nothing but spaces stands between the beginning of the line and `pos`.
bool at_line_begin(std::u32string_view text, std::size_t pos) noexcept;
/// Whether nothing but spaces and closing punctuation stands between `pos` and the end of the line.
bool at_line_end(std::u32string_view text, std::size_t pos) noexcept;

/// ASCII letters in lower case, the others as they are.
std::u32string ascii_lower(std::u32string_view text);

}  // namespace sourcereel::attribution
