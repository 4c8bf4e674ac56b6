// exports/otio.h: an OpenTimelineIO timeline.
#pragma once

#include <string>

#include "exports/shot_list.h"

namespace sourcereel::exports {

/// Timeline.1 with one video track: a Clip.2 a shot on an ExternalReference.1 to the file, and a Transition.1
/// before each shot that does not begin by a cut. Times are exact: in frames at a constant rate, in ticks of
/// the file's own time base at a variable one.
std::string otio(const ShotList& list);

}  // namespace sourcereel::exports
