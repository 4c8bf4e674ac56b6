// sourcereel/track_table.h: shots and tracks as tables, the same in every command.
#pragma once

#include <vector>

#include "core/shot.h"
#include "core/text_track.h"
#include "exports/text_list.h"
#include "sourcereel/table.h"

namespace sourcereel::cli {

Table shot_table(const std::vector<Shot>& shots);
/// With the number of each among all texts of its video.
Table track_table(const std::vector<exports::ListedText>& texts);

/// "BRICSinfo, name (telegram)".
std::string handles_text(const std::vector<HandleMention>& handles);

}  // namespace sourcereel::cli
