// verdict/verify.h: claims of an article against videos.
#pragma once

#include <string>
#include <vector>

#include "attribution/outlets.h"
#include "core/claim.h"
#include "core/finding.h"
#include "verdict/evidence.h"

namespace sourcereel::verdict {

/// Judges the claim against each video by itself, and takes the verdict that says most: supported, partly
/// supported, conflicting; contradicted only where every video contradicts it, since an article may speak of
/// several videos. Pieces of two videos are never added up. Evidence of all videos is listed, against first,
/// then for, each strongest first; at most kMostEvidence. Of several videos, what
/// opposes is left out for those with nothing in favour, unless the verdict is "contradicted". No video:
/// inconclusive with no evidence. Pure.
Finding verify(const Claim& claim, const std::vector<VideoFacts>& videos,
               const attribution::OutletRegistry& outlets);

inline constexpr std::size_t kMostEvidence = 200;

}  // namespace sourcereel::verdict
