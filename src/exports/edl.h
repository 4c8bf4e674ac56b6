// exports/edl.h: an edit decision list in the manner of CMX 3600.
#pragma once

#include <string>

#include "exports/shot_list.h"

namespace sourcereel::exports {

/// An event a shot, on video, from reel AX; the source's timecode begins at 00:00:00:00, the record at
/// 01:00:00:00. Drop-frame timecode at 29.97 and 59.94. A dissolve or fade is a D event and a wipe a W001
/// event over its frames: the event then begins where the mixing begins, after an event of no length for the
/// shot that goes. At a variable rate, times are to the nearest frame of the usual rate named in a comment.
std::string edl(const ShotList& list);

}  // namespace sourcereel::exports
