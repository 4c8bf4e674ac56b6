// exports/csv.h: a table for spreadsheets and scripts.
#pragma once

#include <string>
#include <vector>

#include "exports/shot_list.h"

namespace sourcereel::exports {

/// RFC 4180: a header row, then a row a shot; lines end in CR LF. Times as seconds, timecode and frames; ends
/// are exclusive; shots count from 0 as everywhere.
std::string csv(const ShotList& list);

/// Any table in the same form; what spreadsheets would take for a formula has an apostrophe before it.
std::string csv_table(const std::vector<std::vector<std::string>>& rows);

}  // namespace sourcereel::exports
