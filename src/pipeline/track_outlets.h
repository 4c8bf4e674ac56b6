// pipeline/track_outlets.h: which outlets the texts of a video name. Private to pipeline.
#pragma once

#include <string>
#include <vector>

#include "attribution/outlets.h"
#include "core/text_track.h"

namespace sourcereel::pipeline {

/// Per track the ids of the outlets that it names, each once, sorted: by name where the text is of a kind
/// that says whose pictures these are (watermark, bug, strap, credit line; what captions and signs speak of
/// is not meant), by account in all kinds. Names that say little, such as everyday words and those of two
/// letters, are left out. Needs the kinds and handles of the tracks. Pure.
std::vector<std::vector<std::string>> outlets_of(const std::vector<TextTrack>& tracks,
                                                 const attribution::OutletRegistry& registry);

}  // namespace sourcereel::pipeline
