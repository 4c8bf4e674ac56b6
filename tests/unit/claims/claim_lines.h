// unit/claims/claim_lines.h: claims as short lines, so that tests read like tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attribution/outlets.h"
#include "claims/article.h"
#include "claims/claims.h"

namespace sourcereel::claims {

/// "posted_by handle:name@x hedged", …
inline std::string line_of(const Claim& claim) {
    std::string line = std::string(name_of(claim.type)) + " " + std::string(name_of(claim.entity.kind)) +
                       ":" + claim.entity.value;
    if (claim.entity.platform) line += "@" + *claim.entity.platform;
    if (claim.hedged) line += " hedged";
    if (claim.negated) line += " negated";
    if (claim.referring) line += " referring";
    return line;
}

inline std::vector<std::string> lines_of(const Article& article) {
    std::vector<std::string> lines;
    for (const Claim& claim : find_claims(article, attribution::OutletRegistry::built_in()))
        lines.push_back(line_of(claim));
    return lines;
}

/// The claims of running text, behind a headline.
inline std::vector<std::string> claims_in(std::string_view text) {
    return lines_of(read_article("A headline\n\n" + std::string(text)));
}

/// Running text, and the claims in it.
struct Case {
    std::string text;
    std::vector<std::string> claims;
};

inline void check(const std::vector<Case>& cases) {
    for (const Case& each : cases)
        EXPECT_THAT(claims_in(each.text), testing::ElementsAreArray(each.claims)) << each.text;
}

}  // namespace sourcereel::claims
