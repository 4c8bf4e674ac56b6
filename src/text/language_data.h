// text/language_data.h: Tesseract's data files, without what we do not need of them.
#pragma once

#include <iosfwd>
#include <string>

namespace sourcereel::text {

/// The data file `file` without its word lists, which are never read: what the engine is given instead of the
/// file. The lists make up nearly all of the data of a whole script (89 of 90 MB for Latin, three times as
/// much in memory) and pull rare words towards frequent ones of another language. The format: how many parts,
/// as 32-bit number; for each its offset as 64-bit number, -1 where there is none; the parts.
/// @pre `file` can seek. @throws Error corrupt where that is not what it holds.
std::string without_word_lists(std::istream& file);

}  // namespace sourcereel::text
