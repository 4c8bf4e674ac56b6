// text/text_blocks.h: from lines that were read to texts as people see them.
#pragma once

#include <vector>

#include "core/text_track.h"

namespace sourcereel::text {

/// Lines that come and go together, stand under each other and are of one size become one text with line
/// breaks.
std::vector<TextTrack> join_lines(std::vector<TextTrack> lines);

/// The same text that comes back in the same place within ten seconds was there all the time, hard to see;
/// but for one that drifts.
std::vector<TextTrack> join_interrupted(std::vector<TextTrack> tracks);

/// The same mark that vanishes in one place and appears in another within a second is one moving mark with a
/// path; paths of marks that drift follow each other in it. Account names that differ by a lost end, or by
/// one letter in eight, are one.
std::vector<TextTrack> join_moving_marks(std::vector<TextTrack> tracks);

/// Of texts in one place at one time that say nearly the same, keeps the surest with the whole time. The
/// piece of a name that was found a moment before all of it is the name.
std::vector<TextTrack> without_repetitions(std::vector<TextTrack> tracks);

/// Text that was read without much certainty, beside writing in the scene of its size and time, is part of
/// that: it becomes scene text, too.
void note_scene_text(std::vector<TextTrack>& lines);

}  // namespace sourcereel::text
