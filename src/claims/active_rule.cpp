#include <algorithm>

#include "claims/modality.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/verb_phrases.h"

namespace sourcereel::claims {
namespace {

/// Whether the name belongs to what comes before it: "footage released by B shows", "video from B shows".
bool is_inside_phrase(const Scan& scan, std::size_t name, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    if (scan.token(verb - 1).is("which") || scan.token(verb - 1).is("who")) return false;
    for (std::size_t i = name; i-- > begin && name - i <= 5;) {
        const Token& token = scan.token(i);
        const bool report = i > begin && (scan.is(i - 1, "report") || scan.is(i - 1, "programme") ||
                                          scan.is(i - 1, "program") || scan.is(i - 1, "documentary"));
        if (report && scan.has(verb, kAir)) return false;
        if (token.is("by") || token.is("from") || token.is("via")) return true;
        if (token.is("on")) {
            for (std::size_t k = i; k-- > begin && i - k <= 4;)
                if (scan.has(k, kPassive) && !scan.has(k, kMedia)) return true;
            return false;
        }
        const bool describes = (token.words & (kDeterminer | kOutletWord | kStateRun)) || token.capital ||
                               token.is("'s") || token.is("news");
        if (!describes) return false;
    }
    return false;
}

/// Whether a source has programmes in which things are shown.
bool is_on_air(const Scan& scan, const Source& source) {
    if (source.entity.kind == EntityKind::outlet_class) return true;
    if (source.entity.kind != EntityKind::outlet) return false;
    const attribution::Outlet* outlet = scan.outlets.by_id(source.entity.value);
    return outlet && outlet->medium == "tv";
}

/// "The man who filmed it, Ned Orr, was …": the name behind the clause.
std::optional<Entity> name_behind(const Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    std::size_t comma = verb + 1;
    while (comma < sentence.end && comma < verb + 8 && !scan.is(comma, ",")) ++comma;
    if (!scan.is(comma, ",")) return std::nullopt;
    std::size_t end = comma + 1;
    while (end < sentence.end && scan.token(end).kind == TokenKind::word && scan.token(end).capital &&
           !scan.mentions.at(end) && !scan.has(end, kTime))
        ++end;
    const bool closed = end >= sentence.end || scan.is(end, ",") || scan.is(end, ".");
    if (end < comma + 3 || !closed) return std::nullopt;
    return Entity{EntityKind::literal, scan.words(comma + 1, end), std::nullopt};
}

/// "denied airing", "admitted having posted".
bool denies_before(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    for (std::size_t i = verb; i-- > begin && verb - i <= 3;)
        if (scan.token(i).is("denied") || scan.token(i).is("denies") || scan.token(i).is("admitted") ||
            scan.token(i).is("after") || scan.token(i).is("before") || scan.token(i).is("for"))
            return scan.token(i).is("denied") || scan.token(i).is("denies") || scan.token(i).is("admitted");
    return false;
}

/// Whether another name is joined to the one at `name`: "B and the …".
bool is_joint_before(const Scan& scan, std::size_t name) {
    std::size_t at = name;
    if (at >= 3 && scan.is(at - 1, "'s") && !country_word(scan, at - 2).empty()) at -= 2;
    if (at >= 2 && !country_word(scan, at - 1).empty()) --at;
    if (at >= 2 && scan.is(at - 1, "the")) --at;
    if (!(scan.is(at - 1, "and") || scan.is(at - 1, "or") || scan.is(at - 1, "nor"))) return false;
    const Mention* before = scan.mentions.before(at - 1);
    return before && before->end == at - 1 && before->begin >= scan.sentence().begin;
}

}  // namespace

void read_active(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t verb = sentence.begin + 1; verb < sentence.end; ++verb) {
        const Token& token = scan.token(verb);
        if (!(token.words & kSourceVerb) || scan.mentions.at(verb) || token.capital) continue;
        const bool finite = (token.words & kActive) || ((token.words & kBase) && has_do_before(scan, verb)) ||
                            ((token.words & kPassive) && has_have_before(scan, verb)) ||
                            ((token.words & kGerund) && denies_before(scan, verb));
        if (!finite || has_be_before(scan, verb)) continue;
        if (verb + 1 < sentence.end && scan.token(verb + 1).is("by")) continue;
        auto source = subject_of(scan, verb);
        if (!source || source->end > verb) continue;
        if (is_inside_phrase(scan, source->begin, verb)) continue;
        if (source->entity.kind == EntityKind::literal &&
            (scan.is(verb - 1, "who") || scan.is(verb - 1, "that")))
            if (auto name = name_behind(scan, verb)) source->entity = *name;
        const bool outlet =
            source->entity.kind == EntityKind::outlet || source->entity.kind == EntityKind::outlet_class;
        Thing thing = thing_behind(scan, verb);
        // "the items it distributed", "a clip that B aired": the thing stands before.
        if (source->begin > sentence.begin) {
            std::size_t before = source->begin - 1;
            if (before > sentence.begin && (scan.token(before).is("that") || scan.token(before).is("which")))
                --before;
            if (before > sentence.begin && scan.token(before).is(",")) --before;
            if (scan.has(before, kMedia | kStill) && !scan.mentions.at(before)) thing = Thing::media;
        }
        const bool negated = is_negated(scan, verb);
        if (token.is("mentioned") && !negated) continue;
        if (token.words & kAir) {
            const bool shows = token.is("showed") || token.is("shows") || token.is("aired") ||
                               token.is("airs") || token.is("broadcast") || token.is("broadcasts") ||
                               token.is("televised") || token.is("mentioned");
            if (source->entity.kind == EntityKind::handle && !(thing == Thing::media)) continue;
            if (!outlet && (token.is("showed") || token.is("shows") || token.is("used") || token.is("ran")))
                continue;
            // "carried the speech live".
            bool live = false;
            for (std::size_t i = verb + 1; i < sentence.end && i < verb + 9; ++i)
                live = live || scan.is(i, "live");
            if (thing != Thing::media && thing != Thing::photo &&
                !((shows || live) && is_on_air(scan, *source)))
                continue;
            if (shows && verb + 1 < sentence.end && scan.token(verb + 1).is("that") &&
                thing == Thing::nothing)
                continue;
        } else if (thing != Thing::media && !(thing == Thing::photo && outlet) &&
                   !(thing == Thing::nothing && token.is("filmed") && !source->referring)) {
            continue;
        }
        if (token.words & kObtain && source->entity.kind == EntityKind::literal && source->referring)
            continue;
        auto platform = platform_near(scan, verb, *source);
        if (platform && (token.words & (kPost | kRelease)) && !source->entity.platform)
            source->entity.platform = std::string(platform->id);
        ClaimType type = type_of(scan, verb, *source, platform.has_value());
        if (type == ClaimType::aired_by && source->entity.kind == EntityKind::handle)
            type = ClaimType::posted_by;
        std::size_t end = std::min(sentence.end, verb + 2);
        for (std::size_t i = verb + 1; i < sentence.end && i < verb + 8; ++i) {
            if (scan.has(i, kMedia | kStill)) end = i + 1;
            if (scan.has(i, kMedia | kStill) || scan.token(i).is(",") || scan.token(i).is(".")) break;
        }
        FoundClaim& made = scan.add(type, *source, source->begin, end);
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = negated;
        // "Reuters and AP released".
        const bool hedged = made.claim.hedged;
        if (source->begin >= sentence.begin + 2 && is_joint_before(scan, source->begin))
            if (const Mention* other = scan.mentions.before(source->begin)) {
                FoundClaim& second =
                    scan.add(type, {other->entity, other->begin, other->end, false}, other->begin, end);
                second.claim.hedged = hedged;
                second.claim.negated = negated;
            }
    }
}

}  // namespace sourcereel::claims
