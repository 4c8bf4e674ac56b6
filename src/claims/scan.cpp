#include "claims/scan.h"

#include <algorithm>
#include <set>
#include <string>

#include "claims/claims.h"
#include "unicode/fold.h"

namespace sourcereel::claims {

const Token Scan::kNoToken{};

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

std::string key_of(const Claim& claim, ClaimType type) {
    return std::string(name_of(type)) + '\n' + std::string(name_of(claim.entity.kind)) + '\n' +
           claim.entity.value + '\n' + claim.entity.platform.value_or("");
}

std::vector<Claim> in_order(Scan& scan) {
    std::stable_sort(scan.found.begin(), scan.found.end(), [&](const FoundClaim& a, const FoundClaim& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    });
    std::vector<Claim> claims;
    std::set<std::string>
        known;  // Each claim of the visible text, so that no second look at all of them is needed.
    std::set<std::string> embedded;  // The accounts of embedded posts.
    for (FoundClaim& each : scan.found) {
        if (each.begin >= each.end) continue;
        Claim claim = std::move(each.claim);
        const bool hidden = is_hidden(scan.text.sentences[each.sentence].role);
        const std::string entity = std::string(name_of(claim.entity.kind)) + '\n' + claim.entity.value;
        if (hidden && (known.contains(key_of(claim, claim.type)) || known.contains(entity))) continue;
        // "TikTok/@a" under the embedded post of @a says it again.
        if (claim.type == ClaimType::credit && embedded.contains(entity)) continue;
        if (scan.text.sentences[each.sentence].role == BlockRole::embedded_post) embedded.insert(entity);
        known.insert(key_of(claim, claim.type));
        known.insert(entity);
        claim.quote = scan.words(each.begin, each.end);
        claim.begin = scan.token(each.begin).begin;
        claim.end = scan.token(each.end - 1).end;
        claims.push_back(std::move(claim));
    }
    return claims;
}

}  // namespace

namespace {

/// Whether the sentence at hand speaks of pictures, of what is done to them, of a platform or of somebody
/// that is known. Most sentences of an article do not, and most rules have nothing to look for in them.
bool may_claim(const Scan& scan) {
    constexpr std::uint64_t kHints =
        kMedia | kStill | kSourceVerb | kScreenNoun | kGive | kPlatform | kHinting;
    for (std::size_t i = scan.sentence().begin; i < scan.sentence().end; ++i)
        if (scan.has(i, kHints) || scan.mentions.at(i)) return true;
    return false;
}

/// "Fire Department", "Lom Rescue Service": a name that says what body it is.
bool names_body(const std::string& name) {
    const std::vector<Token> tokens = tokenize_name(name);
    return tokens.size() > 1 && (tokens.back().words & kBody) && tokens.front().capital &&
           tokens.back().capital;
}

/// "If a clip is said to have been aired by B, look for it": what is only supposed, or asked, is not claimed.
void drop_supposed(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    if (scan.found.empty() || sentence.role == BlockRole::embedded_post) return;
    // A question that quotes nothing.
    std::size_t last = sentence.end;
    while (last > sentence.begin && scan.token(last - 1).kind == TokenKind::quote) --last;
    if (last > sentence.begin && scan.is(last - 1, "?")) {
        std::erase_if(scan.found,
                      [](const FoundClaim& each) { return each.claim.type != ClaimType::credit; });
        return;
    }
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        if (!scan.is(i, "if") || scan.is(i + 1, "not")) continue;
        const bool asked = i > sentence.begin &&
                           is_one_of(scan.token(i - 1), {"as", "even", "asked", "ask", "see", "know", "known",
                                                         "clear", "unclear", "wondered", "check", "determine",
                                                         "say", "tell", "only", "sure", "doubtful"});
        if (asked) continue;
        std::erase_if(scan.found, [&](const FoundClaim& each) { return each.begin >= i; });
        return;
    }
}

std::vector<Claim> find_with(const Article& article, const attribution::OutletRegistry& outlets,
                             const Gazetteer& gazetteer) {
    const TokenizedText text = tokenize(article);
    const Mentions mentions(article.text, text, gazetteer);
    Scan scan{article, text, mentions, outlets, 0, {}, {}, 0, {}, 0, {}, {}};
    std::vector<FoundClaim> all;
    for (; scan.sentence_index < text.sentences.size(); ++scan.sentence_index) {
        // Claims of one sentence only are compared with each other.
        if (scan.sentence().role == BlockRole::embedded_post) {
            read_embedded_post(scan);
        } else if (may_claim(scan)) {
            for (const auto rule :
                 {read_passive, read_active, read_handover, read_credit_sentence, read_credit_line,
                  read_list_item, read_credited_item, read_table_row, read_origin, read_via, read_screen,
                  read_platform_alone, read_accounts_of_posts, read_named_doer, read_keeping, read_camera,
                  read_airing})
                rule(scan);
        } else {
            for (const auto rule :
                 {read_credit_line, read_credited_item, read_table_row, read_via, read_camera})
                rule(scan);
        }
        drop_supposed(scan);
        // "Among those who shared it on X were A and B": they did.
        std::erase_if(scan.found, [&](const FoundClaim& each) {
            return each.claim.type == ClaimType::posted_by && each.claim.entity.platform &&
                   platform_named(unicode::nfkc_casefold(each.claim.entity.value)) &&
                   std::any_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& other) {
                       return other.claim.type == ClaimType::posted_by &&
                              other.claim.entity.value != each.claim.entity.value &&
                              other.claim.entity.platform == each.claim.entity.platform &&
                              other.begin <= each.begin && each.end < other.end;
                   });
        });
        for (const FoundClaim& each : scan.found)
            if (each.claim.entity.kind == EntityKind::literal) scan.claimed.insert(each.claim.entity.value);
        read_echo(scan, all);
        read_denial(scan, all);
        for (const FoundClaim& each : scan.found)
            if (each.claim.entity.kind == EntityKind::literal && !each.claim.referring &&
                each.begin < each.end && names_body(each.claim.entity.value)) {
                scan.last_body = each.claim.entity;
                scan.last_body->platform.reset();
                scan.last_body_end = each.end;
            }
        for (const FoundClaim& each : scan.found)
            if (each.claim.entity.kind == EntityKind::literal && !each.claim.referring &&
                (each.claim.type == ClaimType::aired_by || each.claim.type == ClaimType::posted_by ||
                 each.claim.type == ClaimType::released_by || each.claim.type == ClaimType::obtained_by) &&
                !platform_named(each.claim.entity.value)) {
                scan.last_literal = each.claim.entity;
                scan.last_literal_end = each.end;
            }
        std::move(scan.found.begin(), scan.found.end(), std::back_inserter(all));
        scan.found.clear();
    }
    scan.found = std::move(all);
    return in_order(scan);
}

}  // namespace

std::vector<Claim> find_claims(const Article& article, const attribution::OutletRegistry& outlets) {
    const attribution::OutletRegistry& built_in = attribution::OutletRegistry::built_in();
    if (&outlets == &built_in) {
        static const Gazetteer gazetteer(built_in);  // Costs more than reading an article.
        return find_with(article, outlets, gazetteer);
    }
    return find_with(article, outlets, Gazetteer(outlets));
}

}  // namespace sourcereel::claims
