#include <algorithm>

#include "claims/givers.h"
#include "claims/modality.h"
#include "claims/naming.h"
#include "claims/origin_cues.h"
#include "claims/origin_verbs.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/stations.h"
#include "claims/things.h"
#include "claims/verb_forms.h"

namespace sourcereel::claims {
namespace {

/// "footage from B", "video by @a", "a clip of B's".
void read_from(Scan& scan, std::size_t noun) {
    const Sentence& sentence = scan.sentence();
    // "obtained a copy from the company" says who obtained it.
    for (std::size_t i = noun; i-- > sentence.begin && noun - i <= 4;)
        if (scan.has(i, kObtain)) return;
    if (scan.has(noun, kSourceVerb) && scan.is(noun + 1, "by")) return;  // "footage shot by B".
    // "an analysis of the video by AFP".
    for (std::size_t i = noun; i-- > sentence.begin + 1 && noun - i <= 4;)
        if (scan.is(i, "of") && is_one_of(scan.token(i - 1), {"analysis", "review", "study", "examination",
                                                              "verification", "assessment", "investigation",
                                                              "comparison", "inspection", "check", "search"}))
            return;
    const std::size_t limit = std::min(sentence.end, noun + 4);
    for (std::size_t i = noun + 1; i < limit; ++i) {
        const Token& token = scan.token(i);
        // "a screen recording of B".
        const bool off_screen = is_one_of(scan.token(noun), {"recording", "recordings", "capture"}) &&
                                noun > sentence.begin &&
                                is_one_of(scan.token(noun - 1), {"screen", "off-air", "phone"});
        if (token.is("from") || token.is("by") ||
            (token.is("of") && (scan.has(noun, kStill) || off_screen))) {
            const bool by = token.is("by");
            // "footage from a report by B".
            if (token.is("from") && (scan.is(i + 1, "a") || scan.is(i + 1, "an") || scan.is(i + 1, "the")))
                for (std::size_t k = i + 2; k < i + 5; ++k)
                    if (is_one_of(scan.token(k), {"report", "broadcast", "documentary", "programme",
                                                  "program", "bulletin"}) &&
                        is_one_of(scan.token(k + 1), {"by", "on", "from"}))
                        if (const auto maker = source_at(scan, k + 2, {true, false});
                            maker && (is_outlet(*maker) || names_station(scan, *maker))) {
                            FoundClaim& made = scan.add(ClaimType::aired_by, *maker, noun, maker->end);
                            made.claim.hedged = is_hedged(scan, noun);
                            made.claim.negated = is_negated(scan, i);
                            return;
                        }
            auto source = source_at(scan, i + 1, {false, !by});
            // "aerials from the Coast Guard": a body by its name.
            if (!source)
                if (auto named = source_at(scan, i + 1);
                    named && scan.token(named->end - 1).kind == TokenKind::word &&
                    (scan.has(named->end - 1, kBody)
                         ? !scan.has(named->end - 1, kOutletWord)
                         : names_station(scan, *named) || names_organisation(scan, *named)))
                    source = named;
            // "Drone footage by Oskar Lind".
            const bool credited =
                std::any_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& known) {
                    return known.claim.type == ClaimType::credit && known.begin <= noun && known.end > noun;
                });
            if (!source && by && !credited &&
                is_one_of(scan.token(noun), {"footage", "video", "clip", "recording", "lapse", "timelapse"}))
                if (auto person = source_at(scan, i + 1, {true, false});
                    person && person->entity.kind == EntityKind::literal && !person->referring &&
                    person->end >= i + 3 && is_name_word(scan.token(person->end - 1)) &&
                    is_name_word(scan.token(person->end - 2))) {
                    const bool body = scan.has(person->end - 1, kBody | kOutletWord) ||
                                      names_organisation(scan, *person) || names_station(scan, *person);
                    FoundClaim& made = scan.add(body ? ClaimType::footage_from : ClaimType::filmed_by,
                                                *person, noun, person->end);
                    made.claim.hedged = is_hedged(scan, noun);
                    made.claim.negated = is_negated(scan, i);
                    return;
                }
            if (!source || has_still_from(scan, source->entity)) return;
            const bool handle = source->entity.kind == EntityKind::handle;
            if (source->entity.kind == EntityKind::literal) {
                // "footage from Gaza" names a place; a body that releases pictures is meant by its kind.
                const bool station = names_station(scan, *source) || names_organisation(scan, *source);
                const bool agency = scan.is(noun, "cctv") && scan.token(source->end - 1).is("agency");
                if (!station && !agency &&
                    (!scan.has(source->end - 1, kBody) || scan.has(source->end - 1, kOutletWord)))
                    return;
                // "filmed the scene from her hotel": a place.
                if (scan.is(noun, "scene") || scan.is(noun, "scenes") || scan.is(noun, "moment") ||
                    scan.is(noun, "view") || scan.token(source->end - 1).is("hotel"))
                    return;
                if (scan.token(source->end - 1).is("centre") || scan.token(source->end - 1).is("airport") ||
                    scan.token(source->end - 1).is("office") || scan.token(source->end - 1).is("club") ||
                    scan.token(source->end - 1).is("palace") || scan.token(source->end - 1).is("hospital") ||
                    scan.token(source->end - 1).is("museum") || scan.token(source->end - 1).is("archive") ||
                    scan.token(source->end - 1).is("archives") || scan.token(source->end - 1).is("library") ||
                    scan.token(source->end - 1).is("university") || scan.token(source->end - 1).is("zoo") ||
                    scan.token(source->end - 1).is("school") || scan.token(source->end - 1).is("port") ||
                    scan.token(source->end - 1).is("parliament"))
                    return;
            }
            ClaimType type = ClaimType::footage_from;
            if (scan.has(noun, kStill) || scan.token(noun).is("frame") || scan.token(noun).is("frames"))
                type = ClaimType::still_from;
            else if (handle &&
                     (by || scan.is(noun, "reel") || scan.is(noun, "post") || scan.is(noun, "story")))
                type = scan.sentence().role == BlockRole::caption ? ClaimType::credit : ClaimType::posted_by;
            if (scan.token(noun).words & kPhoto && by) return;
            for (const FoundClaim& known : scan.found)
                if (known.claim.type == ClaimType::credit && known.begin == noun) return;
            // "Video from @name on X": a post.
            std::size_t behind = 0;
            if (handle && type == ClaimType::footage_from && scan.is(source->end, "on") &&
                platform_at(scan, source->end + 1, behind))
                type = ClaimType::posted_by;
            if (const auto platform = platform_near(scan, i, *source);
                platform && handle && !source->entity.platform)
                source->entity.platform = std::string(platform->id);
            FoundClaim& made = scan.add(type, *source, noun, source->end);
            made.claim.hedged = is_hedged(scan, noun) || is_hedged(scan, i);
            made.claim.negated = is_negated(scan, i);
            return;
        }
        const bool doubt = token.is(",") && i + 1 < limit && scan.has(i + 1, kHedge);
        const bool in = token.is("in") && scan.is(i + 1, "from");  // "just in from".
        std::size_t by = i + 1;
        while (scan.has(by, kAdverb)) ++by;
        if ((token.words & kSourceVerb) && scan.is(by, "by")) return;
        // "The video, by the agency B, shows".
        const bool inserted = token.is(",") && i == noun + 1 && is_one_of(scan.token(i + 1), {"by", "from"});
        if (!(token.words & (kAdverb | kMedia | kHedge)) && !token.is("taken") && !doubt && !in && !inserted)
            return;
    }
}

/// "drone footage", "own video": pictures, behind whose they are.
bool names_pictures(const Scan& scan, std::size_t at) {
    for (std::size_t i = at; i < scan.sentence().end && i < at + 3; ++i) {
        if (scan.token(i).kind != TokenKind::word) return false;
        if (scan.has(i, kMedia)) return true;
    }
    return false;
}

/// "Still from the B broadcast", "screenshot of a video on B".
void read_still(Scan& scan, std::size_t noun) {
    const Sentence& sentence = scan.sentence();
    std::size_t from = noun + 1;
    while (from < sentence.end && from < noun + 4 && !scan.token(from).is("from") &&
           !scan.token(from).is("of"))
        ++from;
    if (from + 1 >= sentence.end || !(scan.token(from).is("from") || scan.token(from).is("of"))) return;
    for (std::size_t i = from + 1; i < sentence.end && i < from + 10; ++i) {
        if (const Mention* mention = scan.mentions.at(i)) {
            if (has_source_verb(scan, from, mention->begin)) return;
            Source source{mention->entity, mention->begin, mention->end, false};
            FoundClaim& made = scan.add(ClaimType::still_from, source, noun, mention->end);
            if (const auto platform = platform_near(scan, from, source);
                platform && mention->entity.kind == EntityKind::handle && !made.claim.entity.platform)
                made.claim.entity.platform = std::string(platform->id);
            return;
        }
        const Token& token = scan.token(i);
        // "A still from Nord TV".
        if (i == from + 1 || (i == from + 2 && scan.has(i - 1, kDeterminer))) {
            const std::size_t stop = name_end(scan, i, i + 5);
            const Source station{{EntityKind::literal, scan.words(i, stop), std::nullopt}, i, stop, false};
            if (stop > i && names_station(scan, station)) {
                scan.add(ClaimType::still_from, station, noun, stop);
                return;
            }
        }
        // "screenshot of a Facebook Live by Name".
        if (token.is("by") && i > from + 1 && (scan.has(i - 1, kMedia) || scan.is(i - 1, "live")) &&
            !has_source_verb(scan, from, i))
            if (auto author = source_at(scan, i + 1, {true, false}); author && !author->referring) {
                if (const auto platform = platform_near(scan, from, *author);
                    platform && !author->entity.platform)
                    author->entity.platform = std::string(platform->id);
                scan.add(ClaimType::still_from, *author, noun, author->end);
                return;
            }
        if (token.kind == TokenKind::sign && !token.is("-")) return;
        if (token.words & (kLinker | kAuxiliary | kVerb) && !(token.words & kMedia)) return;
        // "Still from the fire brigade's drone footage".
        if (token.is("'s") && scan.has(i - 1, kBody) && names_pictures(scan, i + 1)) {
            if (auto source = source_at(scan, from + 1, {}, i); source && source->end == i)
                scan.add(ClaimType::still_from, *source, noun, i + 1);
            return;
        }
    }
}

/// "B's report on the launch, aired at 3 p.m.": the outlet's own programme.
bool read_own_report(Scan& scan, const Mention& mention, std::size_t noun) {
    if (!scan.has(noun, kMedia | kOutletWord) || scan.has(noun, kSourceVerb & ~kAir) ||
        !is_outlet({mention.entity, 0, 0, false}))
        return false;
    if (!scan.is(noun, "report") && !scan.is(noun, "bulletin") && !scan.is(noun, "programme") &&
        !scan.is(noun, "newscast") && !scan.is(noun, "broadcast") && !scan.is(noun, "coverage") &&
        !scan.is(noun, "documentary"))
        return false;
    constexpr std::size_t kFar = 12;
    for (std::size_t i = noun + 1; i < scan.sentence().end && i < noun + kFar; ++i) {
        if (scan.is(i, "by") || scan.is(i, ";") || scan.mentions.at(i)) return false;
        if (!scan.has(i, kAir) || !scan.has(i, kPassive) || scan.is(i, "used") || scan.is(i, "run")) continue;
        if (!scan.is(i - 1, ",") && !has_be_before(scan, i)) continue;
        FoundClaim& made = scan.add(ClaimType::aired_by, {mention.entity, mention.begin, mention.end, false},
                                    mention.begin, i + 1);
        made.claim.hedged = is_hedged(scan, i);
        made.claim.negated = is_negated(scan, i);
        return true;
    }
    return false;
}

}  // namespace

void read_origin(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const Mention* mention = scan.mentions.at(i);
        if (!mention) {
            const bool frame = scan.token(i).is("frame") || scan.token(i).is("frames");
            // "This image, captured from footage of B".
            const std::size_t taken = scan.is(i + 1, ",") ? i + 2 : i + 1;
            const bool photo = scan.has(i, kPhoto) && scan.is(taken + 1, "from") &&
                               is_one_of(scan.token(taken), {"taken", "captured", "grabbed", "made", "pulled",
                                                             "clipped", "cropped", "lifted", "extracted"});
            if (scan.has(i, kStill) || frame) read_still(scan, i);
            if (photo) read_still(scan, taken);
            const bool part_of_still = i > sentence.begin && scan.has(i - 1, kStill);
            if (scan.has(i, kMedia) && !scan.has(i, kOutletWord | kPassive) && !part_of_still)
                read_from(scan, i);
            read_origin_verb(scan, i);
            continue;
        }
        if (i != mention->begin) continue;
        if (mention->entity.kind == EntityKind::handle) {
            if (scan.is(mention->end, "'s") && mention->end + 1 < sentence.end &&
                scan.has(mention->end + 1, kMedia)) {
                Source source{mention->entity, i, mention->end, false};
                if (const auto platform = platform_near(scan, i, source); platform && !source.entity.platform)
                    source.entity.platform = std::string(platform->id);
                scan.add(ClaimType::posted_by, source, i, mention->end + 2);
            }
            continue;
        }
        // "B footage", "B's own film".
        std::size_t noun = mention->end;
        if (noun < sentence.end && scan.token(noun).is("'s")) ++noun;
        while (noun < sentence.end && noun < mention->end + 3 &&
               (scan.is(noun, "own") || scan.is(noun, "original") || scan.is(noun, "drone") ||
                scan.is(noun, "archive") || scan.is(noun, "aerial") || scan.is(noun, "tv")))
            ++noun;
        if (noun >= sentence.end || scan.mentions.at(noun)) continue;
        if (read_own_report(scan, *mention, noun)) continue;
        const Token& thing = scan.token(noun);
        const bool pictures = thing.is("footage") || thing.is("video") || thing.is("film") ||
                              thing.is("pictures") || thing.is("images") || thing.is("recording") ||
                              thing.is("clip") || thing.is("videos") || thing.is("photographs") ||
                              thing.is("photos") || thing.is("clips") || thing.is("recordings") ||
                              thing.is("aerials") || thing.is("vision");
        if (has_still_from(scan, mention->entity)) continue;
        if (!pictures ||
            (noun + 1 < sentence.end && (scan.is(noun + 1, "agency") || scan.is(noun + 1, "channel"))))
            continue;
        if (noun + 1 < sentence.end && is_outlet({mention->entity, 0, 0, false}) && scan.is(noun + 1, ":"))
            continue;
        Source source{mention->entity, mention->begin, mention->end, false};
        FoundClaim& made = scan.add(ClaimType::footage_from, source, mention->begin, noun + 1);
        made.claim.hedged = is_hedged(scan, mention->begin);
        i = noun;
    }
}

}  // namespace sourcereel::claims
