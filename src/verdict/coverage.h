// verdict/coverage.h: how much was looked at, and whether not having found anything means anything.
#pragma once

#include <string>
#include <vector>

#include "attribution/outlets.h"
#include "core/claim.h"
#include "core/finding.h"
#include "core/video.h"

namespace sourcereel::verdict {

/// What the analysis of one video examined, as its settings say. No pictures where no text was read.
Coverage coverage_of(const AnalysedVideo& video);

/// That of several videos: pictures and seconds together, of the rest the least; languages that all had.
Coverage joined(const std::vector<Coverage>& coverages);

/// ICU's long names of the scripts in which a mark of the claimed source may be written.
std::vector<std::string> scripts_of(const Entity& entity, const attribution::OutletRegistry& outlets);

/// What keeps an empty result from meaning anything, a sentence each; empty: the gate is passed. At least a
/// picture a second, 90 % of the duration, 240 px, and language data for each of `scripts`.
std::vector<std::string> gaps_in(const Coverage& coverage, const std::vector<std::string>& scripts);

}  // namespace sourcereel::verdict
