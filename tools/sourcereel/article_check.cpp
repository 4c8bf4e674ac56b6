#include "sourcereel/article_check.h"

#include <filesystem>

#include "claims/article.h"
#include "claims/claims.h"
#include "core/sha256.h"
#include "json/verify_document.h"
#include "sourcereel/failures.h"
#include "sourcereel/options.h"
#include "sourcereel/verdict_record.h"
#include "sourcereel/verify_inputs.h"
#include "verdict/verify.h"

namespace sourcereel::cli {

using attribution::OutletRegistry;

ClaimedArticle claims_in(const std::string& bytes, const std::string& path, const OutletRegistry& outlets) {
    const claims::Article article =
        claims::read_article(bytes, std::filesystem::path(path).filename().string());
    ClaimedArticle claimed{
        {path, sha256_of(bytes), article.title}, claims::find_claims(article, outlets), {}};
    for (const std::string& warning : article.warnings) claimed.warnings.push_back(path + ": " + warning);
    if (claimed.claims.empty())
        claimed.warnings.push_back(path + ": says nothing about the source of its pictures");
    return claimed;
}

std::vector<Finding> findings_for(const std::vector<Claim>& claims,
                                  const std::vector<verdict::VideoFacts>& videos,
                                  const OutletRegistry& outlets) {
    std::vector<Finding> findings;
    findings.reserve(claims.size());
    for (const Claim& claim : claims) findings.push_back(verdict::verify(claim, videos, outlets));
    return findings;
}

std::string checked_by_catalogue(const std::string& bytes, const std::string& name,
                                 const Settings& settings) {
    const OutletRegistry& outlets = OutletRegistry::built_in();
    ClaimedArticle claimed = claims_in(bytes, name, outlets);
    std::vector<Finding> findings;
    if (!claimed.claims.empty()) {
        const VerifyInputs inputs = verify_inputs({}, settings, {});
        claimed.warnings.insert(claimed.warnings.end(), inputs.warnings.begin(), inputs.warnings.end());
        std::vector<verdict::VideoFacts> facts;
        facts.reserve(inputs.videos.size());
        for (const ReportVideo& entry : inputs.videos) facts.push_back(facts_of(entry));
        findings = findings_for(claimed.claims, facts, outlets);
        try {
            record_verdicts(claimed.facts, findings, facts, outlets, Judged::catalogue, settings);
        } catch (const CatalogueError& error) {
            claimed.warnings.push_back(std::string("the verdicts were not kept: ") + error.what());
        }
    }
    return json::verify_document(claimed.facts, findings, claimed.warnings);
}

}  // namespace sourcereel::cli
