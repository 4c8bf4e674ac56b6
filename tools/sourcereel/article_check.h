// sourcereel/article_check.h: what an article claims, and what videos say to it. Shared by `verify` and the
// page.
#pragma once

#include <string>
#include <vector>

#include "attribution/outlets.h"
#include "core/finding.h"
#include "core/report.h"
#include "sourcereel/settings.h"
#include "verdict/evidence.h"

namespace sourcereel::cli {

struct ClaimedArticle {
    ArticleFacts facts;
    std::vector<Claim> claims;
    std::vector<std::string> warnings;  ///< Each names the article.
};

/// `path` is how warnings and documents call the article; its ending says what the bytes are.
/// @throws Error as claims::read_article
ClaimedArticle claims_in(const std::string& bytes, const std::string& path,
                         const attribution::OutletRegistry& outlets);

/// One finding per claim, in their order.
std::vector<Finding> findings_for(const std::vector<Claim>& claims,
                                  const std::vector<verdict::VideoFacts>& videos,
                                  const attribution::OutletRegistry& outlets);

/// The document of `verify` for an article against the whole catalogue, which keeps the verdicts. Takes the
/// memory of all its texts.
/// @throws Error as claims::read_article; CatalogueError
std::string checked_by_catalogue(const std::string& bytes, const std::string& name, const Settings& settings);

}  // namespace sourcereel::cli
