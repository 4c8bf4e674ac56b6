#include <algorithm>

#include "claims/coordination.h"
#include "claims/modality.h"
#include "claims/naming.h"
#include "claims/passive_agents.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/stations.h"
#include "claims/things.h"
#include "claims/verb_forms.h"
#include "claims/verb_phrases.h"

namespace sourcereel::claims {
namespace {

/// The sources that are named beside one: "by Reuters, AP and BFM TV".
void add_others(Scan& scan, ClaimType type, const Source& source, const FoundClaim& model) {
    const bool hedged = model.claim.hedged;
    const bool negated = model.claim.negated;
    for (Source& each : joined_behind(scan, source.end)) {
        // A person is not beside an outlet: "aired by CNN and Ann Lee".
        if (each.entity.kind == EntityKind::literal && source.entity.kind == EntityKind::handle) continue;
        if (each.entity.kind == EntityKind::handle || each.entity.kind == EntityKind::literal)
            if (!each.entity.platform) each.entity.platform = source.entity.platform;
        FoundClaim& other = scan.add(type, each, each.begin, each.end);
        other.claim.hedged = hedged;
        other.claim.negated = negated;
    }
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
    // "and on Saturday morning by".
    std::size_t behind_time =
        scan.is(next, "on") || scan.is(next, "in") || scan.is(next, "at") ? next + 1 : next;
    while (behind_time < sentence.end && behind_time < next + 5 &&
           (scan.has(behind_time, kTime | kDeterminer) ||
            (scan.token(behind_time).folded[0] >= '0' && scan.token(behind_time).folded[0] <= '9')))
        ++behind_time;
    if (behind_time > next + 1 && scan.is(behind_time, "by")) next = behind_time;
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

/// "In Spain it was shown on RTVE, in Italy on RAI".
void add_elsewhere(Scan& scan, ClaimType type, const Source& source, const FoundClaim& model) {
    const FoundClaim claim = model;
    std::size_t at = source.end;
    for (int links = 0; links < 4 && (scan.is(at, ",") || scan.is(at, "and")); ++links) {
        std::size_t in = at + 1;
        if (scan.is(in, "and")) ++in;
        if (!scan.is(in, "in")) return;
        std::size_t on = in + 1;
        while (on < in + 4 && scan.token(on).capital && !scan.mentions.at(on)) ++on;
        if (on == in + 1 || !is_one_of(scan.token(on), {"on", "by"})) return;
        const auto other = source_at(scan, on + 1, {false, false});
        if (!other || other->entity.kind == EntityKind::handle || other->entity == source.entity) return;
        FoundClaim& made = scan.add(type, *other, in, other->end);
        made.claim.hedged = claim.claim.hedged;
        made.claim.negated = claim.claim.negated;
        at = other->end;
    }
}

/// "Screenshots from the KCTV broadcast and published by B": the stills have their source already.
bool has_own_source(const Scan& scan, std::size_t still, std::size_t verb) {
    const Mention* mention = scan.mentions.before(verb);
    return mention && mention->begin > still && mention->entity.kind != EntityKind::handle;
}

/// "Stills from the video were shared by B": B shared the stills. `still` begins them.
bool is_said_of_still(const Scan& scan, std::size_t still, std::size_t verb) {
    if (!scan.has(verb, kPost) || !has_be_before(scan, verb)) return false;
    for (std::size_t i = still; i < verb; ++i)
        if (scan.has(i, kLinker)) return false;  // "A still from a video that was shared by B".
    return true;
}

/// "taken from a live transmission by B": nobody films there. The token behind the pictures, "by"; 0 where it
/// is nothing of the kind.
std::size_t behind_taken_from(const Scan& scan, std::size_t verb) {
    const Token& token = scan.token(verb);
    if (!is_one_of(token, {"taken", "cut", "made", "lifted", "ripped", "clipped", "extracted", "come",
                           "comes", "came", "stems", "originates", "pulled", "grabbed", "copied"}) ||
        !scan.is(verb + 1, "from"))
        return 0;
    if (token.folded.starts_with("c") && !token.is("cut") && !token.is("clipped") &&
        thing_before(scan, verb) != Thing::media)
        return 0;
    constexpr std::size_t kLongest = 6;
    for (std::size_t i = verb + 2; i < scan.sentence().end && i < verb + kLongest; ++i) {
        if (scan.mentions.at(i) || scan.token(i).kind != TokenKind::word || scan.has(i, kPreposition))
            return 0;
        if (!scan.has(i, kMedia)) continue;
        const bool named = scan.is(i + 1, "by") || scan.is(i + 1, "on") || scan.is(i + 1, "of");
        return named ? i + 1 : 0;
    }
    return 0;
}

/// "taken from broadcasts by A, B and C", `by` behind the broadcasts: stills of them, or what they aired.
void read_taken_from(Scan& scan, std::size_t verb, std::size_t by) {
    const auto source = source_at(scan, by + 1, {false, false});
    if (!source || source->entity.kind == EntityKind::handle || source->entity.kind == EntityKind::literal)
        return;
    bool still = false;
    for (std::size_t k = verb; k-- > scan.sentence().begin && verb - k <= 5;)
        still = still || scan.has(k, kStill) || scan.is(k, "frames") || scan.is(k, "frame");
    const ClaimType type = still ? ClaimType::still_from : ClaimType::aired_by;
    FoundClaim& made = scan.add(type, *source, verb, source->end);
    made.claim.hedged = is_hedged(scan, verb);
    made.claim.negated = is_negated(scan, verb);
    const FoundClaim model = made;
    add_others(scan, type, *source, model);
}

/// "by A, not by B", "not by A but by B": the other of the two.
void add_contrast(Scan& scan, ClaimType type, const Source& source, const FoundClaim& model) {
    std::size_t at = source.end;
    if (scan.is(at, ",")) ++at;
    if (scan.is(at, "and") && scan.is(at + 1, "not")) ++at;
    const bool not_by = scan.is(at, "not") || (scan.is(at, "rather") && scan.is(at + 1, "than"));
    if (!not_by && !scan.is(at, "but")) return;
    at += scan.is(at, "rather") ? 2 : 1;
    if (!is_one_of(scan.token(at), {"by", "on"})) return;
    auto other = source_at(scan, at + 1);
    if (!other || other->entity == source.entity) return;
    if (!other->entity.platform && other->entity.kind != EntityKind::outlet)
        other->entity.platform = source.entity.platform;
    const bool hedged = model.claim.hedged;
    const bool negated = model.claim.negated;
    if (!not_by && !negated) return;  // "by A but by B" contrasts nothing.
    FoundClaim& made = scan.add(type, *other, at, other->end);
    made.claim.hedged = hedged;
    made.claim.negated = not_by;
}

bool fits_thing(const Scan& scan, std::size_t verb, const Source& source) {
    const Thing thing = thing_before(scan, verb);
    // "The bulletin, first published on TikTok by @name".
    if (thing == Thing::other && source.entity.kind == EntityKind::handle)
        for (std::size_t i = verb; i-- > scan.sentence().begin && verb - i <= 6;)
            if (scan.has(i, kMedia) && scan.has(i, kOutletWord)) return true;
    if (thing == Thing::other &&
        !scan.has(verb, kFilm))  // A statement on television is a video all the same.
        return scan.has(verb, kAir) && is_on_air(scan, source);
    if (scan.has(verb, kFilm)) {
        // "The fall was caught on camera by a neighbour": what is filmed need be no video.
        const Token& token = scan.token(verb);
        const bool on_camera = token.is("caught") || token.is("filmed") || token.is("videotaped") ||
                               ((token.is("captured") || token.is("recorded")) &&
                                (scan.is(verb + 2, "video") || scan.is(verb + 2, "camera") ||
                                 scan.is(verb + 2, "film") || scan.is(verb + 2, "tape")));
        return thing == Thing::media || is_fragment_of(scan, verb) ||
               (thing == Thing::photo && !scan.is(verb + 1, "from")) ||
               (on_camera && thing != Thing::photo && source.entity.kind != EntityKind::outlet_class);
    }
    if (thing == Thing::media || thing == Thing::photo) return true;
    if (scan.sentence().role == BlockRole::caption || is_fragment_of(scan, verb)) return true;
    // "The eruption was carried live by RÚV".
    if (scan.has(verb, kAir) && scan.is(verb + 1, "live") && !is_one_of(scan.token(verb - 1), {"is", "are"}))
        return true;
    // "The blaze was livestreamed by Ann Lee".
    if (scan.token(verb).folded.ends_with("streamed")) return true;
    return source.entity.kind == EntityKind::handle ||
           (scan.has(verb, kAir) && source.entity.kind != EntityKind::literal);
}

}  // namespace

void read_passive(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t verb = sentence.begin; verb < sentence.end; ++verb) {
        if (scan.mentions.at(verb)) continue;
        // "the KCTV broadcast" is a noun.
        if (scan.has(verb, kMedia) && verb > sentence.begin &&
            (scan.mentions.at(verb - 1) || scan.has(verb - 1, kDeterminer) || scan.is(verb - 1, "'s")))
            continue;
        if (is_yet_to_come(scan, verb)) continue;
        if (const std::size_t by = behind_taken_from(scan, verb)) {
            read_taken_from(scan, verb, by);
            continue;
        }
        if (!scan.has(verb, kPassive)) {
            if (!goes_out(scan, verb)) continue;
            std::size_t on = verb + 1;
            while (on < sentence.end && on < verb + 6 && !scan.token(on).is("on") &&
                   scan.has(on, kAdverb | kTime | kNegation))
                ++on;
            // "ran during the evening news on B".
            if (is_one_of(scan.token(on), {"during", "in"}))
                for (std::size_t k = on + 1; k < sentence.end && k < on + 6; ++k) {
                    if (scan.mentions.at(k) || scan.token(k).kind != TokenKind::word) break;
                    if (scan.is(k, "on")) on = k;
                }
            // "On KXRT, the video ran without sound".
            if (scan.is(sentence.begin, "on") && !scan.is(on, "on") &&
                thing_before(scan, verb) == Thing::media)
                if (const auto station = station_before(scan, verb)) {
                    FoundClaim& made = scan.add(ClaimType::aired_by, *station, sentence.begin, verb + 1);
                    made.claim.hedged = is_hedged(scan, verb);
                    made.claim.negated = is_negated(scan, verb);
                    continue;
                }
            const Thing thing = thing_before(scan, verb);
            // A statement on television is a video all the same.
            const bool goes = is_one_of(scan.token(verb), {"out", "live", "read"});
            const bool onto = scan.is(on, "onto") || scan.is(on, "into");
            if (!(scan.is(on, "on") || onto) || !(thing == Thing::media || (goes && thing == Thing::other)))
                continue;
            auto outlet = source_at(scan, on + 1, {true, false});
            if (const auto own = own_channel(scan, on + 1)) outlet = own;
            if (!outlet || outlet->entity.kind == EntityKind::handle || outlet->referring ||
                (outlet->entity.kind == EntityKind::literal && !is_station(scan, *outlet)))
                continue;
            FoundClaim& made = scan.add(ClaimType::aired_by, *outlet, verb, outlet->end);
            made.claim.hedged = is_hedged(scan, verb);
            made.claim.negated = is_negated(scan, verb);
            const FoundClaim model = made;
            add_others(scan, ClaimType::aired_by, *outlet, model);
            continue;
        }
        auto source = agent_of(scan, verb);
        if (source && source->entity.kind == EntityKind::literal) {
            name_members(scan, *source);
            name_account(scan, *source);
        }
        if (!source) source = member_of_many(scan, verb);
        if (!source && scan.has(verb, kAir) && has_be_before(scan, verb)) source = station_before(scan, verb);
        if (!source) source = owner_of_published(scan, verb);
        if (!source && scan.is(verb, "shown") && has_be_before(scan, verb))
            source = whose_viewers(scan, verb);
        if (!source || !fits_thing(scan, verb, *source)) continue;
        const bool shown = scan.token(verb).is("shown") || scan.token(verb).is("played") ||
                           scan.token(verb).is("replayed") || scan.token(verb).is("repeated") ||
                           scan.token(verb).is("presented");
        // "a show presented by Ann Lee" is hers, not her broadcast.
        if (scan.token(verb).is("presented") && source->entity.kind != EntityKind::outlet &&
            source->entity.kind != EntityKind::outlet_class)
            continue;
        if (shown && source->entity.kind == EntityKind::literal && !names_outlet(scan, *source) &&
            !scan.token(source->end - 1).capital)
            continue;
        if (scan.has(verb, kFilm) && (is_device(scan, *source) || is_drawn(scan, verb))) continue;
        if (is_shown_to_somebody(scan, verb)) continue;
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
        const bool named_owner =
            std::any_of(scan.text.tokens.begin() + static_cast<std::ptrdiff_t>(source->begin),
                        scan.text.tokens.begin() + static_cast<std::ptrdiff_t>(source->end),
                        [](const Token& each) { return each.capital && each.kind == TokenKind::word; });
        const bool described = !named_owner && source->entity.kind == EntityKind::literal &&
                               last.kind == TokenKind::word && !last.capital && !(last.words & kBody);
        const bool indefinite = scan.is(source->begin, "a") || scan.is(source->begin, "an");
        if (described && scan.has(verb, kPost | kRelease) && (indefinite || !platform)) continue;
        // "by pro-army pages" names nobody either.
        if (described && last.folded.ends_with("s") && scan.has(source->end - 1, kAccount | kOutletWord))
            continue;
        std::size_t begin = quote_begin(scan, verb);
        const bool still_of = is_still_of(scan, verb, begin) && !is_said_of_still(scan, begin, verb);
        const bool second =
            scan.has(verb, kAir) &&
            std::any_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& known) {
                return known.claim.type == ClaimType::still_from && known.begin == begin && known.end < verb;
            });
        if (!scan.has(verb, kObtain) && still_of && !second && !has_own_source(scan, begin, verb))
            type = ClaimType::still_from;
        begin = std::min(begin, source->begin);
        FoundClaim& made = scan.add(type, *source, begin, std::max(source->end, verb + 1));
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = is_negated(scan, verb);
        const FoundClaim model = made;
        add_others(scan, type, *source, model);
        add_elided(scan, type, *source, model);
        add_contrast(scan, type, *source, model);
        add_elsewhere(scan, type, *source, model);
    }
}

}  // namespace sourcereel::claims
