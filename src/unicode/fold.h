// unicode/fold.h: comparing words of any script. All text is UTF-8; ill-formed bytes become U+FFFD, nothing
// throws.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sourcereel::unicode {

/// NFKC with case folded: "Ｂrics" → "brics"; what is never shown (soft hyphens, joiners, variation
/// selectors) is left out, as Unicode's NFKC_Casefold says. For comparing and searching, never for showing.
std::string nfkc_casefold(std::string_view text);

/// The text as code points.
std::u32string code_points(std::string_view text);
std::string to_utf8(std::u32string_view text);

/// The text with ill-formed sequences replaced by U+FFFD and NUL removed: safe for SQLite and JSON.
std::string valid_utf8(std::string_view text);

/// Every run of white space is one space; none at the ends.
std::string collapse_spaces(std::string_view text);

/// ICU's long name of the script that most letters belong to ("Latin", "Cyrillic", "Hangul", "Han",
/// "Arabic"); "Common" where there is no letter. Kana count as "Japanese" only with Han beside them: here
/// each for itself. Where two scripts have as many letters, the one that comes first.
std::string dominant_script(std::string_view text);

/// Overlapping pairs of the folded Hangul, Han and kana in the text, separated by spaces; runs of one give
/// the single character: "서울시 a" → "서울 울시". What the full-text index stores beside words, since these
/// scripts have no spaces.
std::string cjk_bigrams(std::string_view text);

/// The text with a space wherever such a character stands directly beside a letter or digit of another
/// script, so that both can be found as words: "BTS방탄 2024年" → "BTS 방탄 2024 年".
std::string separate_cjk(std::string_view text);

/// Whether there is a letter or digit, hence anything that an index of words can hold.
bool has_word(std::string_view text);

/// Levenshtein distance in code points.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Columns that a terminal needs: 2 for wide characters (East Asian Width W, F), 0 for combining marks,
/// controls, joiners and the inner parts of a decomposed Hangul syllable, else 1.
std::size_t display_width(std::string_view text);

/// "ICU 72.1", of the library loaded.
std::string icu_version();

}  // namespace sourcereel::unicode
