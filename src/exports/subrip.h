// exports/subrip.h: SubRip (.srt), which every subtitle editor and player reads.
#pragma once

#include <string>

#include "exports/text_list.h"

namespace sourcereel::exports {

/// UTF-8 without a mark of byte order, lines end in LF. Cues never overlap: see one_at_a_time(). The format
/// has no way to escape, and players take words such as "<b>" and "{\an8}" for commands: a space is put
/// behind their "<" or "{", and "-->" becomes "-- >". Nothing else of the reading is changed.
std::string subrip(const TextList& list);

}  // namespace sourcereel::exports
