// sourcereel/verdict_record.h: keeps in the catalogue what each clip shows to the claims of an article.
#pragma once

#include <vector>

#include "attribution/outlets.h"
#include "core/finding.h"
#include "core/report.h"
#include "sourcereel/settings.h"
#include "verdict/evidence.h"

namespace sourcereel::cli {

/// Which clips a verification was about.
enum class Judged {
    named,     ///< Those named: each keeps a verdict on every claim.
    catalogue  ///< All: those keep verdicts that the claim may be about; a mark of another in some clip of
               ///< the catalogue says nothing.
};

/// Judges each clip by itself, since an article may speak of several, and replaces what the catalogue keeps
/// of this article. Clips that it does not hold are passed over; where there is no catalogue nothing is done.
/// @throws CatalogueError where it cannot be written
void record_verdicts(const ArticleFacts& article, const std::vector<Finding>& findings,
                     const std::vector<verdict::VideoFacts>& videos,
                     const attribution::OutletRegistry& outlets, Judged judged, const Settings& settings);

}  // namespace sourcereel::cli
