// text/spelling.h: what stands around a character says which it is, where its picture cannot tell.
#pragma once

#include <string>

namespace sourcereel::text {

/// A capital I and a small l are the same stroke in many typefaces. What no word has decides between them in
/// an account name ("@…"), part by part between its marks and digits:
/// - no word begins with two such strokes before a consonant, or with three, but with an I: "llmarinen" is
///   "Ilmarinen", "lllinois" "Illinois"; "llama" stays;
/// - no word has an l before n and t, f, d, c or v, or before m and p: "osintlntel" is "osintIntel", "lnfo"
///   "Info";
/// - some countries begin with an I.
/// Everything else stays as read: "lviv", "lfc".
std::string with_likely_capitals(std::string name);

/// Engines take © for @: before a year, or after "Copyright", that is what it is.
std::string with_copyright_sign(std::string text);

/// What closes «…» is taken for > or a straight quote: the last of these after an « that nothing closes.
std::string with_closed_quotes(std::string text);

}  // namespace sourcereel::text
