// exports/text_csv.h: texts as a table for spreadsheets.
#pragma once

#include <string>

#include "exports/text_list.h"

namespace sourcereel::exports {

/// RFC 4180 as csv(): a header row, then a row a text. Lines of a text stay lines in its cell. Spreadsheets
/// take cells that begin with = + - or @ for formulas, and anybody may write such words into a picture: an
/// apostrophe is put before them.
std::string text_csv(const TextList& list);

}  // namespace sourcereel::exports
