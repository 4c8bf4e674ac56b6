// Whom a sentence names behind "was": "The first channel to show it was B".
#include <algorithm>

#include "claims/coordination.h"
#include "claims/modality.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/things.h"
#include "claims/verb_forms.h"
#include "claims/verb_phrases.h"

namespace sourcereel::claims {
namespace {

/// The doer that a clause leaves open: "The first station", "Among those", "The man".
bool is_open_doer(const Scan& scan, std::size_t i) {
    return scan.has(i, kAccount | kOutletWord | kBody | kTitle) ||
           is_one_of(scan.token(i), {"first", "last", "only", "second", "third", "those", "one", "ones",
                                     "person", "man", "woman", "others", "outlets", "house", "someone"});
}

/// The verb of the clause behind the doer at `noun`: "to show", "that aired", "broadcasting"; the sentence's
/// end where there is none.
std::size_t verb_of_clause(const Scan& scan, std::size_t noun) {
    const std::size_t none = scan.sentence().end;
    std::size_t verb = noun + 1;
    const bool infinitive = scan.is(verb, "to");
    const bool relative = is_one_of(scan.token(verb), {"that", "which", "who"});
    if (infinitive || relative) ++verb;
    while (verb < none && scan.has(verb, kAdverb | kHedge | kAuxiliary) && !scan.has(verb, kNegation)) ++verb;
    if (verb >= none || !scan.has(verb, kSourceVerb) || scan.mentions.at(verb)) return none;
    if (has_be_before(scan, verb)) return none;  // "The one that was aired".
    const bool fits = infinitive ? scan.has(verb, kBase)
                      : relative ? scan.has(verb, kActive | kPassive)
                                 : scan.has(verb, kGerund) && !scan.has(verb, kPreposition);
    return fits ? verb : none;
}

void add_named(Scan& scan, std::size_t noun, std::size_t verb, std::size_t be) {
    std::size_t at = be + 1;
    while (scan.has(at, kAdverb) && !scan.has(at, kNegation)) ++at;
    const bool negated = scan.has(at, kNegation);
    if (negated) ++at;
    auto source = source_at(scan, at, {true, false});
    if (!source || source->referring) return;
    if (source->entity.kind == EntityKind::literal && !scan.token(source->end - 1).capital &&
        scan.token(source->end - 1).kind == TokenKind::word)
        return;
    std::vector<Source> all = joined_behind(scan, source->end);
    all.insert(all.begin(), *source);
    for (Source& each : all) {
        const auto platform = platform_near(scan, verb, each);
        ClaimType type = type_of(scan, verb, each, platform.has_value());
        if (type == ClaimType::aired_by && each.entity.kind == EntityKind::handle)
            type = ClaimType::posted_by;
        if (platform && scan.has(verb, kPost | kRelease) && !each.entity.platform)
            each.entity.platform = std::string(platform->id);
        FoundClaim& made = scan.add(type, each, &each == &all.front() ? noun : each.begin, each.end);
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = negated;
    }
}

}  // namespace

void read_named_doer(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    constexpr std::size_t kLongestClause = 12;
    for (std::size_t noun = sentence.begin; noun + 3 < sentence.end; ++noun) {
        if (!is_open_doer(scan, noun) || scan.mentions.at(noun)) continue;
        const std::size_t verb = verb_of_clause(scan, noun);
        if (verb >= sentence.end) continue;
        const Thing thing = thing_behind(scan, verb);
        if (thing != Thing::media && thing != Thing::photo) continue;
        for (std::size_t be = verb + 1; be < sentence.end && be < verb + kLongestClause; ++be) {
            if (scan.has(be, kSourceVerb) && !scan.has(be, kMedia) && !scan.is(be, "included")) break;
            if (scan.token(be).is(";") || scan.token(be).is(",")) break;
            if (!is_one_of(scan.token(be), {"was", "were", "is", "are", "include", "included", "includes"}))
                continue;
            add_named(scan, noun, verb, be);
            break;
        }
    }
}

}  // namespace sourcereel::claims
