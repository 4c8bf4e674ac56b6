// unicode/search_fold.h: what spellings of one word have in common, for searching.
#pragma once

#include <string>
#include <string_view>

namespace sourcereel::unicode {

/// The text, NFKC and case folded, without what writers leave out at will: marks over Latin and Greek letters
/// (é, ά), the points of ё, Arabic vowel points and tatweel, the forms of alef (أ إ آ ٱ → ا), ى → ي, ة → ه.
/// Marks that make another letter stay: й, Indic vowel signs, the voicing of kana. Each character is folded
/// for itself but for Hangul syllables written as jamo. For comparing, never for showing.
std::string search_fold(std::string_view text);

}  // namespace sourcereel::unicode
