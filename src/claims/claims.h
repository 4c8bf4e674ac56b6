// claims/claims.h: what an article says about where its pictures come from. A deterministic grammar of
// English news, with credit lines of other languages; no model.
#pragma once

#include <vector>

#include "attribution/outlets.h"
#include "claims/article.h"
#include "core/claim.h"

namespace sourcereel::claims {

/// The claims of an article in the order they stand. A quote is a part of `article.text`; "A via B" is two
/// claims, "aired by A and B" too. Headlines, code and what stands around the article claim nothing. Time is
/// linear in the length of the text. Pure; any thread.
std::vector<Claim> find_claims(const Article& article, const attribution::OutletRegistry& outlets);

}  // namespace sourcereel::claims
