#include <algorithm>

#include "claims/modality.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/verb_phrases.h"

namespace sourcereel::claims {
namespace {

/// The sources that are named beside one: "by Reuters and AP".
void add_others(Scan& scan, ClaimType type, const Source& source, const FoundClaim& model) {
    const bool hedged = model.claim.hedged;
    const bool negated = model.claim.negated;
    std::size_t at = source.end;
    for (int i = 0; i < 4 && at + 1 < scan.sentence().end; ++i) {
        const Token& token = scan.token(at);
        if (!token.is("and") && !token.is("or") && !token.is(",")) return;
        std::size_t next = at + 1;
        if (token.is(",") && (scan.token(next).is("and") || scan.token(next).is("or"))) ++next;
        if (scan.is(next, "by")) ++next;
        if (scan.is(next, "the")) ++next;
        const Mention* mention = next < scan.sentence().end ? scan.mentions.at(next) : nullptr;
        if (!mention || mention->begin != next) return;
        FoundClaim& other = scan.add(type, {mention->entity, next, mention->end, false}, next, mention->end);
        other.claim.hedged = hedged;
        other.claim.negated = negated;
        at = mention->end;
    }
}

/// "ran on B", "went out on B", "premiered on B": nobody's doing, but the outlet's.
bool goes_out(const Scan& scan, std::size_t verb) {
    const Token& token = scan.token(verb);
    if (token.is("ran") || token.is("appeared") || token.is("premiered") || token.is("played") ||
        token.is("airs"))
        return true;
    return (token.is("out") || token.is("live")) && verb > scan.sentence().begin &&
           scan.token(verb - 1).is("went");
}

/// "the public channel Kanal Sabor" says itself what it is.
bool names_outlet(const Scan& scan, const Source& source) {
    for (std::size_t i = source.begin; i < source.end; ++i)
        if (scan.has(i, kOutletWord) && !scan.token(i).capital) return true;
    return false;
}

/// "… and on X by @b", "… and by B on Facebook": the verb is left out.
void add_elided(Scan& scan, ClaimType type, const Source& source, const FoundClaim& model) {
    const Sentence& sentence = scan.sentence();
    std::size_t at = source.end;
    constexpr std::size_t kGap = 8;
    while (at < sentence.end && at < source.end + kGap && !scan.is(at, "and") && !scan.is(at, ";")) ++at;
    if (!scan.is(at, "and")) return;
    std::size_t next = at + 1;
    // "and, a day later, to …".
    while (next < sentence.end && next < at + kGap &&
           (scan.has(next, kAdverb | kTime | kDeterminer) || scan.is(next, ",")))
        ++next;
    if (!scan.is(next, "on") && !scan.is(next, "by") && !scan.is(next, "to")) return;
    std::size_t stop = next + 1;
    std::optional<PlatformName> platform;
    if (!scan.is(next, "by")) {
        platform = platform_at(scan, next + 1, stop);
        if (!platform || !scan.is(stop, "by")) return;
        next = stop;
    }
    auto other = source_at(scan, next + 1);
    if (!other || other->entity == source.entity) return;
    if (!platform && type == ClaimType::posted_by) platform = platform_near(scan, next, *other);
    if (platform && type == ClaimType::posted_by) other->entity.platform = std::string(platform->id);
    const bool hedged = model.claim.hedged;
    const bool negated = model.claim.negated;
    FoundClaim& made = scan.add(type, *other, at + 1, other->end);
    made.claim.hedged = hedged;
    made.claim.negated = negated;
}

bool fits_thing(const Scan& scan, std::size_t verb, const Source& source) {
    const Thing thing = thing_before(scan, verb);
    if (thing == Thing::other)  // A statement on television is a video all the same.
        return scan.has(verb, kAir) && source.entity.kind != EntityKind::literal &&
               source.entity.kind != EntityKind::handle;
    if (scan.has(verb, kFilm)) return thing == Thing::media;
    if (thing == Thing::media || thing == Thing::photo) return true;
    if (scan.sentence().role == BlockRole::caption) return true;
    return source.entity.kind == EntityKind::handle ||
           (scan.has(verb, kAir) && source.entity.kind != EntityKind::literal);
}

}  // namespace

void read_passive(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t verb = sentence.begin; verb < sentence.end; ++verb) {
        if (scan.mentions.at(verb)) continue;
        if (!scan.has(verb, kPassive)) {
            if (!goes_out(scan, verb)) continue;
            std::size_t on = verb + 1;
            while (on < sentence.end && on < verb + 6 && !scan.token(on).is("on") &&
                   scan.has(on, kAdverb | kTime))
                ++on;
            if (!scan.is(on, "on") || thing_before(scan, verb) != Thing::media) continue;
            const auto outlet = source_at(scan, on + 1, {false, false});
            if (!outlet || (outlet->entity.kind != EntityKind::outlet &&
                            outlet->entity.kind != EntityKind::outlet_class))
                continue;
            FoundClaim& made = scan.add(ClaimType::aired_by, *outlet, verb, outlet->end);
            made.claim.hedged = is_hedged(scan, verb);
            made.claim.negated = is_negated(scan, verb);
            continue;
        }
        auto source = agent_of(scan, verb);
        if (!source || !fits_thing(scan, verb, *source)) continue;
        if (scan.token(verb).is("used") || scan.token(verb).is("run") || scan.token(verb).is("carried"))
            if (source->entity.kind == EntityKind::literal && !names_outlet(scan, *source) &&
                !(scan.token(verb).is("carried") && scan.token(source->end - 1).capital))
                continue;
        const auto platform = platform_near(scan, verb, *source);
        const bool account_like =
            scan.has(verb, kPost | kRelease) || source->entity.kind == EntityKind::handle;
        ClaimType type = type_of(scan, verb, *source, platform.has_value());
        if (type == ClaimType::aired_by && source->entity.kind == EntityKind::handle)
            type = ClaimType::posted_by;
        if (platform && account_like && !source->entity.platform)
            source->entity.platform = std::string(platform->id);
        // "shared by a woman in Leeds" names nobody.
        const Token& last = scan.token(source->end - 1);
        const bool described = source->entity.kind == EntityKind::literal && last.kind == TokenKind::word &&
                               !last.capital && !(last.words & kBody);
        const bool indefinite = scan.is(source->begin, "a") || scan.is(source->begin, "an");
        if (described && scan.has(verb, kPost | kRelease) && (indefinite || !platform)) continue;
        std::size_t begin = quote_begin(scan, verb);
        if (is_still_of(scan, verb, begin)) type = ClaimType::still_from;
        FoundClaim& made = scan.add(type, *source, begin, source->end);
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = is_negated(scan, verb);
        const FoundClaim model = made;
        add_others(scan, type, *source, model);
        add_elided(scan, type, *source, model);
    }
}

}  // namespace sourcereel::claims
