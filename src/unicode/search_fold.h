// unicode/search_fold.h: what spellings of one word have in common, for searching.
#pragma once

#include <string>
#include <string_view>

namespace sourcereel::unicode {

/// The text, NFKC and case folded, without what writers leave out at will: marks over Latin and Greek letters
/// (é, ά), the points of ё, Arabic vowel points and tatweel, the forms of alef (أ إ آ ٱ → ا), ى → ي, ة → ه.
/// Marks that make another letter stay: й, Indic vowel signs, the voicing of kana. What is no letter, digit or
/// mark is a space: punctuation never decides what is found. For comparing, never for showing.
std::string search_fold(std::string_view text);

}  // namespace sourcereel::unicode
