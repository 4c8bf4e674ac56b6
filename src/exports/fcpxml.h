// exports/fcpxml.h: a project for Final Cut Pro, also read by other editing programs.
#pragma once

#include <string>

#include "exports/shot_list.h"

namespace sourcereel::exports {

/// FCPXML 1.8: an asset and a sequence with an asset-clip a shot, end to end. Times are fractions: whole
/// frames at a constant rate, the file's own ticks at a variable one. Each shot carries a marker that says
/// how it begins; of a gradual transition, the marker's note holds "BEGIN to END", where the mixing begins
/// and ends in the asset (the mixing is in the picture already: a transition element would do it twice).
std::string fcpxml(const ShotList& list);

}  // namespace sourcereel::exports
