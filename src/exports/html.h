// exports/html.h: a page for people.
#pragma once

#include <string>
#include <vector>

#include "core/video.h"
#include "exports/shot_list.h"

namespace sourcereel::exports {

/// One page with all it needs in it: a still a shot as data: address, no script, nothing loaded from
/// elsewhere. `stills` in the order of the shots; a shot without one has words only. Memory: that of the
/// stills and a third more.
std::string html(const ShotList& list, const std::vector<ShotStill>& stills,
                 const std::vector<std::string>& warnings);

}  // namespace sourcereel::exports
