#include "claims/scan.h"

#include <algorithm>

#include "claims/claims.h"
#include "unicode/fold.h"

namespace sourcereel::claims {

std::string Scan::words(std::size_t begin, std::size_t end) const {
    if (begin >= end) return {};
    const std::size_t from = token(begin).begin;
    return article.text.substr(from, token(end - 1).end - from);
}

FoundClaim& Scan::add(ClaimType type, const Source& source, std::size_t begin, std::size_t end) {
    for (FoundClaim& known : found) {
        if (known.sentence != sentence_index || known.claim.type != type) continue;
        if (known.claim.entity.kind == source.entity.kind &&
            known.claim.entity.value == source.entity.value) {
            if (!known.claim.entity.platform) known.claim.entity.platform = source.entity.platform;
            return known;
        }
    }
    FoundClaim made;
    made.claim.type = type;
    made.claim.entity = source.entity;
    made.claim.referring = source.referring;
    made.begin = std::max(begin, sentence().begin);
    made.end = std::min(end, sentence().end);
    made.sentence = sentence_index;
    found.push_back(std::move(made));
    return found.back();
}

namespace {

/// What is claimed only behind the visible text and there already is no second claim.
bool is_hidden(BlockRole role) {
    return role == BlockRole::alt || role == BlockRole::structured;
}

std::vector<Claim> in_order(Scan& scan) {
    std::stable_sort(scan.found.begin(), scan.found.end(), [&](const FoundClaim& a, const FoundClaim& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    });
    std::vector<Claim> claims;
    for (FoundClaim& each : scan.found) {
        if (each.begin >= each.end) continue;
        Claim claim = std::move(each.claim);
        if (is_hidden(scan.text.sentences[each.sentence].role) &&
            std::any_of(claims.begin(), claims.end(), [&](const Claim& known) {
                return known.entity == claim.entity && known.type == claim.type;
            }))
            continue;
        claim.quote = scan.words(each.begin, each.end);
        claim.begin = scan.token(each.begin).begin;
        claim.end = scan.token(each.end - 1).end;
        claims.push_back(std::move(claim));
    }
    return claims;
}

}  // namespace

std::vector<Claim> find_claims(const Article& article, const attribution::OutletRegistry& outlets) {
    const TokenizedText text = tokenize(article);
    const Mentions mentions(article.text, text, outlets);
    Scan scan{article, text, mentions, outlets, 0, {}};
    std::vector<FoundClaim> all;
    for (; scan.sentence_index < text.sentences.size(); ++scan.sentence_index) {
        // Claims of one sentence only are compared with each other.
        if (scan.sentence().role == BlockRole::embedded_post) {
            read_embedded_post(scan);
        } else {
            for (const auto rule : {read_passive, read_active, read_handover, read_credit_line, read_origin,
                                    read_via, read_screen, read_platform_alone})
                rule(scan);
        }
        std::move(scan.found.begin(), scan.found.end(), std::back_inserter(all));
        scan.found.clear();
    }
    scan.found = std::move(all);
    return in_order(scan);
}

}  // namespace sourcereel::claims
