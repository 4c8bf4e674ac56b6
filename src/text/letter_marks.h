// text/letter_marks.h: accents, cedillas and other marks that make letters of their own.
#pragma once

#include <string>
#include <string_view>

namespace sourcereel::text {

/// Whether a letter of the text is one with a mark, or a Spanish sentence opens in it.
bool has_marks(const std::string& text);

/// `plain` with the letters of `marked` wherever that has a letter with a mark ("uber Munchen" and "über
/// München"), or "¿" and "¡" for something else; everything else stays as it is. Unchanged where the two,
/// marks aside, differ in more than one in seven letters: then they are not readings of the same words.
std::string with_marks_of(const std::string& plain, const std::string& marked);

/// Whether the line has a word of English that no other language in Latin letters has: next to none of its
/// letters has a mark.
bool is_english(const std::string& text);

/// Tesseract's code of the language whose alphabet alone, among the usual ones, has a letter of the text:
/// "pol" for "ł", "ukr" for "ї". "und" (undetermined) where letters with marks leave several; `otherwise`
/// where there are none.
std::string language_of_letters(const std::string& text, const std::string& otherwise);

}  // namespace sourcereel::text
