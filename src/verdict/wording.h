// verdict/wording.h: the sentence of each rule. People may rely on the words: nothing is phrased case by
// case.
#pragma once

#include <string>
#include <vector>

#include "attribution/outlets.h"
#include "core/claim.h"
#include "core/finding.h"
#include "verdict/judge.h"

namespace sourcereel::verdict {

/// Says what the verdict rests on, and what it does not say.
std::string explain(const Judgement& judgement, const Claim& claim, const Coverage& coverage,
                    const std::vector<std::string>& gaps, const attribution::OutletRegistry& outlets);

}  // namespace sourcereel::verdict
