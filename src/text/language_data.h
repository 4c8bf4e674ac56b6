// text/language_data.h: Tesseract's data files, without what we do not need of them.
#pragma once

#include <string>
#include <string_view>

namespace sourcereel::text {

/// The data file `data` without its word lists: what the engine is given instead of the file. The lists make
/// up nearly all of the data of a whole script (89 of 90 MB for Latin, three times as much in memory) and
/// pull rare words towards frequent ones of another language. The format: how many parts, as 32-bit number;
/// for each its offset as 64-bit number, -1 where there is none; the parts.
/// @throws Error corrupt where that is not what `data` holds.
std::string without_word_lists(std::string_view data);

}  // namespace sourcereel::text
