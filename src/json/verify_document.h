// json/verify_document.h: verdicts as documents.
#pragma once

#include <string>
#include <vector>

#include "core/finding.h"
#include "core/report.h"

namespace sourcereel::json {

/// `{"schema": "sourcereel.verify/1", …}`.
std::string verify_document(const ArticleFacts& article, const std::vector<Finding>& findings,
                            const std::vector<std::string>& warnings);

/// `{"schema": "sourcereel.report/1", …}`: the same, and all that the verdicts rest on.
std::string report_document(const Report& report);

/// schema.org ClaimReview and MediaReview as JSON-LD: drafts for people to finish, without any rating.
std::string claim_review_document(const ArticleFacts& article, const std::vector<Finding>& findings);

}  // namespace sourcereel::json
