#include <algorithm>

#include "claims/active_cues.h"
#include "claims/coordination.h"
#include "claims/modality.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/stations.h"
#include "claims/things.h"
#include "claims/verb_forms.h"
#include "claims/verb_phrases.h"

namespace sourcereel::claims {
namespace {

/// Whether the name belongs to what comes before it: "footage released by B shows", "video from B shows".
bool is_inside_phrase(const Scan& scan, std::size_t name, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    for (std::size_t i = verb; i-- > name && verb - i <= 4;) {
        if (scan.token(i).is("which") || scan.token(i).is("who")) return false;
        if (!scan.has(i, kAuxiliary | kAdverb)) break;
    }
    // "released by Pakistan's military media wing, ISPR, shows": the name stands twice.
    if (name >= begin + 2 && scan.is(name - 1, ","))
        if (const Mention* first = scan.mentions.at(name - 2), *second = scan.mentions.at(name);
            first && second && first->entity == second->entity)
            name = first->begin;
    for (std::size_t i = name; i-- > begin && name - i <= 5;) {
        const Token& token = scan.token(i);
        const bool report = i > begin && (scan.is(i - 1, "report") || scan.is(i - 1, "programme") ||
                                          scan.is(i - 1, "program") || scan.is(i - 1, "documentary"));
        if (report && scan.has(verb, kAir)) return false;
        if (scan.is(i - 1, "-") && !token.spaced && i > begin) return false;  // "Passer-by @name".
        if (token.is("by") || token.is("from") || token.is("via")) return true;
        // "The video, shared only with B, shows".
        if (token.is("with") || token.is("to"))
            for (std::size_t k = i; k-- > begin && i - k <= 3;)
                if (scan.has(k, kPost | kGive | kObtain | kRelease) && !scan.has(k, kMedia)) return true;
        if (token.is("of") && i > begin && (scan.has(i - 1, kAccount) || scan.is(i - 1, "courtesy")))
            return true;
        if (token.is("on")) {
            if (i > begin && scan.has(i - 1, kMedia) && scan.is(verb - 1, "website"))
                return true;  // "Video on B's website shows".
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

/// "The man who filmed it, Ned Orr, was …": the name behind the clause.
std::optional<Entity> name_behind(const Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    std::size_t comma = verb + 1;
    while (comma < sentence.end && comma < verb + 8 && !scan.is(comma, ",")) ++comma;
    if (!scan.is(comma, ",")) return std::nullopt;
    std::size_t end = comma + 1;
    while (end < comma + 4 && end < sentence.end && scan.token(end).kind == TokenKind::word &&
           !scan.token(end).capital && !scan.has(end, kPreposition | kAuxiliary | kVerb))
        ++end;  // "bus driver Ned Orr".
    const std::size_t first = end;
    while (end < sentence.end && scan.token(end).kind == TokenKind::word && scan.token(end).capital &&
           !scan.mentions.at(end) && !scan.has(end, kTime))
        ++end;
    const bool closed = end >= sentence.end || scan.is(end, ",") || scan.is(end, ".");
    if (end < first + 2 || !closed) return std::nullopt;
    return Entity{EntityKind::literal, scan.words(first, end), std::nullopt};
}

/// "had not, as some claimed, aired it": the comma behind "not"; the verb itself where nothing is inserted.
std::size_t before_insertion(const Scan& scan, std::size_t verb) {
    constexpr std::size_t kLongest = 8;
    const std::size_t begin = scan.sentence().begin;
    if (verb < begin + 4 || !scan.is(verb - 1, ",")) return verb;
    for (std::size_t open = verb - 1; open-- > begin + 1 && verb - open <= kLongest;)
        if (scan.is(open, ",")) return scan.has(open - 1, kNegation | kAuxiliary) ? open : verb;
    return verb;
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

/// Whether a video that the clause behind it is about stands before the subject that begins at `begin`: "a
/// clip that the Dutch broadcaster NOS aired".
bool follows_media(const Scan& scan, std::size_t begin) {
    constexpr std::size_t kLongestSubject = 8;
    for (std::size_t i = begin; i-- > scan.sentence().begin && begin - i <= kLongestSubject;) {
        const Token& token = scan.token(i);
        if (const Mention* mention = scan.mentions.at(i)) {
            const Mention* subject = scan.mentions.at(begin);  // "Ukraine's defence intelligence agency GUR".
            if (!subject || !(mention->entity == subject->entity)) return false;
            continue;
        }
        const bool noun = scan.is(i + 1, ",") || scan.is(i + 1, "which") || scan.is(i + 1, "that");
        if ((token.words & (kMedia | kStill)) && (noun || !(token.words & kSourceVerb))) return true;
        if (is_one_of(token, {"seconds", "minutes"})) return true;  // "the ninety seconds that B put out".
        if (is_one_of(token, {"said", "says"}) && i > scan.sentence().begin && scan.has(i - 1, kPronoun)) {
            --i;  // "which it said it had obtained".
            continue;
        }
        const bool passed = token.is("that") || token.is("which") || token.is(",") || token.is("'s") ||
                            (token.words & (kDeterminer | kOutletWord | kStateRun | kBody)) ||
                            !country_word(scan, i).empty() || token.words == 0;
        if (!passed || (token.capital && country_word(scan, i).empty())) return false;
    }
    return false;
}

/// "On Rossiya 1, the presenter showed the clip": the station, where no outlet is the subject.
std::optional<Source> station_at_start(const Scan& scan, std::size_t verb,
                                       const std::optional<Source>& subject) {
    if (subject && subject->entity.kind != EntityKind::literal) return std::nullopt;
    const std::size_t begin = scan.sentence().begin;
    if (!scan.is(begin, "on")) return std::nullopt;
    for (std::size_t i = begin + 1; i < verb && i < begin + 5; ++i)
        if (const Mention* mention = scan.mentions.at(i)) {
            const Source station{mention->entity, begin, mention->end, false};
            if (!scan.is(mention->end, ",") || !is_on_air(scan, station)) return std::nullopt;
            return station;
        }
    return std::nullopt;
}

/// "the host showed the clip on Rossiya 1": the station, where no outlet is the subject.
std::optional<Source> station_behind(const Scan& scan, std::size_t verb,
                                     const std::optional<Source>& subject) {
    if (subject && subject->entity.kind != EntityKind::literal) return std::nullopt;
    if (thing_behind(scan, verb, 5) != Thing::media) return std::nullopt;
    constexpr std::size_t kFar = 8;
    for (std::size_t i = verb + 2; i + 1 < scan.sentence().end && i < verb + kFar; ++i) {
        if (scan.token(i).kind == TokenKind::sign || scan.has(i, kLinker)) return std::nullopt;
        if (!scan.is(i, "on")) continue;
        const std::size_t name = scan.has(i + 1, kDeterminer) ? i + 2 : i + 1;
        const Mention* mention = scan.mentions.at(name);
        if (!mention || mention->begin != name) return std::nullopt;
        const Source station{mention->entity, name, mention->end, false};
        return is_on_air(scan, station) ? std::optional(station) : std::nullopt;
    }
    return std::nullopt;
}

/// "shared them with Telesur": handed over, not posted.
bool shares_with(const Scan& scan, std::size_t verb) {
    for (std::size_t i = verb + 1; i + 2 < scan.sentence().end && i < verb + 5; ++i) {
        if (!scan.is(i, "with")) continue;
        const std::size_t name = scan.is(i + 1, "the") ? i + 2 : i + 1;
        return scan.mentions.at(name) != nullptr || (name == i + 1 && scan.token(name).capital);
    }
    return false;
}

/// "had taken the clip from a film".
bool takes_from(const Scan& scan, std::size_t verb) {
    for (std::size_t i = verb + 1; i < scan.sentence().end && i < verb + 7; ++i)
        if (scan.is(i, "from"))
            return !scan.is(i + 1, "the") && !scan.is(i + 1, "his") && !scan.is(i + 1, "her");
    return false;
}

/// "A strap on the Fox News broadcast reads": a noun, whose owner stands behind "on".
bool is_part_of_place(const Scan& scan, std::size_t noun) {
    std::size_t at = scan.mentions.at(noun - 1)->begin;
    const std::size_t begin = scan.sentence().begin;
    while (at > begin && (scan.has(at - 1, kDeterminer | kStateRun) || !country_word(scan, at - 1).empty()))
        --at;
    if (at <= begin) return false;
    return is_one_of(scan.token(at - 1), {"on", "in", "during", "from", "of", "into"}) &&
           (scan.has(noun + 1, kVerb | kAuxiliary | kRead | kPreposition) && !scan.has(noun + 1, kMedia));
}

/// "people in the centre of Manila shared": a name that a preposition joins to the subject is not the
/// subject.
bool hangs_on_preposition(const Scan& scan, const Source& source, std::size_t verb) {
    // "sent it to the Harbour Post, which posted it".
    if (scan.is(verb - 1, "which") && scan.is(verb - 2, ",") && scan.is(source.begin - 1, "to")) return false;
    // "the page of the Lom Fire Brigade, which had posted it".
    if (scan.is(source.end, ",") && scan.is(source.end + 1, "which") && source.end - source.begin >= 2 &&
        scan.has(source.end - 1, kBody | kOutletWord))
        return false;
    if (source.entity.kind != EntityKind::literal || source.begin <= scan.sentence().begin + 1) return false;
    std::size_t at = source.begin;
    while (at > scan.sentence().begin + 2 && scan.is(at - 1, "and") && scan.token(at - 2).capital)
        at -= 2;  // "in Norway and Denmark".
    const Token& before = scan.token(at - 1);
    for (const std::string_view word :
         {"in", "of", "through", "at", "near", "across", "from", "inside", "outside", "over", "around",
          "into", "towards", "toward", "with", "to", "for", "against", "about"})
        if (before.is(word)) return true;
    return false;
}

/// "B reported on the fall using the same footage": the verb whose doer shows pictures by the gerund at
/// `verb`; `verb` where there is none.
std::size_t report_before(const Scan& scan, std::size_t verb) {
    const bool posts = scan.has(verb, kPost);
    if (!scan.has(verb, kGerund) || !scan.has(verb, kAir | kPost) ||
        thing_behind(scan, verb, 5) != Thing::media)
        return verb;
    constexpr std::size_t kFar = 10;
    for (std::size_t i = verb; i-- > scan.sentence().begin + 1 && verb - i <= kFar;) {
        const Token& token = scan.token(i);
        if (token.is(";") || token.is(".") || ((token.words & kLinker) && !token.is("when"))) return verb;
        if (posts && is_one_of(token, {"wrote", "claimed", "joked", "asked", "commented"})) return i;
        if (!posts &&
            is_one_of(token, {"reported", "covered", "illustrated", "marked", "told", "opened", "led",
                              "began", "closed", "topped", "returned", "interrupted", "devoted", "went",
                              "followed", "ran", "aired", "broadcast", "carried"}))
            return scan.mentions.at(i) || has_be_before(scan, i) ? verb : i;
    }
    return verb;
}

}  // namespace

void read_active(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t verb = sentence.begin + 1; verb < sentence.end; ++verb) {
        const Token& token = scan.token(verb);
        if (!(token.words & kSourceVerb) || scan.mentions.at(verb) || token.capital) continue;
        const bool finite =
            (token.words & kActive) || ((token.words & kBase) && has_do_before(scan, verb)) ||
            ((token.words & kPassive) && has_have_before(scan, before_insertion(scan, verb))) ||
            ((token.words & kGerund) && (denies_before(scan, verb) || has_be_before(scan, verb)));
        const std::size_t refusal = (token.words & (kAir | kRelease)) ? refusal_before(scan, verb) : verb;
        const bool refused = refusal < verb;
        const bool inverted = is_inverted(scan, verb);
        const bool progressive = (token.words & kGerund) && has_be_before(scan, verb);  // "was running it".
        const std::size_t report = report_before(scan, verb);
        if (!(finite || refused || report < verb || (inverted && (token.words & (kBase | kPassive)))) ||
            (has_be_before(scan, verb) && !progressive) || is_yet_to_come(scan, verb))
            continue;
        if (verb + 1 < sentence.end && scan.token(verb + 1).is("by")) continue;
        if (token.is("shared") && shares_with(scan, verb)) continue;
        if (is_habit(scan, verb) || is_shown_to_somebody(scan, verb)) continue;
        auto source = subject_of(scan, std::min({refusal, report, before_insertion(scan, verb)}));
        if (report < verb && (!source || !(scan.has(verb, kPost) ? source->entity.kind == EntityKind::handle
                                                                 : is_on_air(scan, *source))))
            continue;
        if (token.words & kAir) {
            if (auto station = station_at_start(scan, verb, source)) source = station;
            if (const auto station = station_behind(scan, verb, source)) {
                FoundClaim& made = scan.add(ClaimType::aired_by, *station, verb, station->end);
                made.claim.hedged = is_hedged(scan, verb);
                made.claim.negated = refused || inverted || is_negated(scan, verb);
                continue;
            }
        }
        if (!source || source->end > verb || hangs_on_preposition(scan, *source, verb)) continue;
        // "A screenshot of an Al Masirah broadcast.": a noun.
        const bool closes = verb + 1 >= sentence.end || scan.token(verb + 1).kind == TokenKind::sign;
        if ((token.words & kMedia) && scan.mentions.at(verb - 1) && !refused &&
            (closes || is_part_of_place(scan, verb)))
            continue;
        if ((token.words & kFilm) && (is_device(scan, *source) || is_drawn(scan, verb))) continue;
        // "She films everything and posts nothing".
        if (is_one_of(scan.token(verb + 1), {"everything", "anything", "nothing", "things"}) &&
            !scan.is(verb + 2, "of"))
            continue;
        if (is_inside_phrase(scan, source->begin, verb)) continue;
        if (source->entity.kind == EntityKind::literal &&
            (scan.is(verb - 1, "who") || scan.is(verb - 1, "that")))
            if (auto name = name_behind(scan, verb)) source->entity = *name;
        const bool outlet =
            source->entity.kind == EntityKind::outlet || source->entity.kind == EntityKind::outlet_class;
        Thing thing = thing_behind(scan, verb);
        bool in_relative = false;  // "the clip which Yle had shown".
        // "the items it distributed", "a clip that B aired": the thing stands before.
        if (source->begin > sentence.begin) {
            std::size_t before = source->begin - 1;
            if (before > sentence.begin && (scan.token(before).is("that") || scan.token(before).is("which")))
                --before;
            if (before > sentence.begin && scan.token(before).is(",")) --before;
            if (scan.has(before, kMedia | kStill) && !scan.has(before, kSourceVerb) &&
                !scan.mentions.at(before))
                thing = Thing::media;
            const bool relative = scan.is(source->begin - 1, "which") || scan.is(source->begin - 1, "that");
            if (follows_media(scan, source->begin)) {
                thing = Thing::media;
                in_relative = relative;
            }
            // "the roof, which @name posted on Instagram".
            if (relative && source->entity.kind == EntityKind::handle && (token.words & kPost) &&
                platform_near(scan, verb, *source))
                thing = Thing::media;
        }
        if (brings_in(token)) thing = Thing::media;
        const bool shunned = (token.words & kShun) != 0;
        if (shunned && !outlet) continue;
        const bool negated = refused || inverted || shunned || is_negated(scan, verb);
        if (token.is("mentioned") && !negated) continue;
        if (token.words & kAir) {
            const bool shows = token.is("showed") || token.is("shows") || token.is("aired") ||
                               token.is("airs") || token.is("broadcast") || token.is("broadcasts") ||
                               token.is("televised") || token.is("mentioned") || token.is("shown") ||
                               token.is("run") || token.is("show");
            if (source->entity.kind == EntityKind::handle && !(thing == Thing::media)) continue;
            if (is_one_of(token, {"had", "has"}) && !is_on_air(scan, *source))
                continue;  // "RAI had it first".
            if (!outlet && !in_relative && !looks_like_outlet(scan, *source) && is_of_many_uses(token))
                continue;
            // "Footage from the ministry, ISPR, shows a launch" is said of the footage.
            if (!is_on_air(scan, *source) && outlet && is_one_of(token, {"shows", "showed"}) &&
                thing != Thing::media)
                continue;
            // "It shows a crowd" is said of the video.
            if (source->referring && scan.has(source->begin, kPronoun) && thing != Thing::media &&
                !is_one_of(token, {"aired", "broadcast", "televised"}))
                continue;
            if (source->referring && scan.has(source->begin, kPronoun) &&
                (token.is("shows") || token.is("showed")))
                continue;
            if (thing != Thing::media && is_scheduled(scan, verb)) continue;
            // "carried the speech live", "carried the match".
            bool event = is_on_air(scan, *source) && names_event(scan, verb);
            for (std::size_t i = verb + 1; i < sentence.end && i < verb + 9; ++i)
                event = event || scan.is(i, "live");
            if (thing != Thing::media && thing != Thing::photo &&
                !((shows || event) && is_on_air(scan, *source) && !token.is("mentioned")) &&
                !((event || is_one_of(token, {"aired", "broadcast", "televised"})) &&
                  looks_like_outlet(scan, *source)) &&
                !(token.is("mentioned") && is_on_air(scan, *source)))
                continue;
            if (shows && verb + 1 < sentence.end && scan.token(verb + 1).is("that") &&
                thing == Thing::nothing)
                continue;
        } else {
            // "a fire filmed from a window": a participle.
            const bool some = scan.is(source->begin, "a") || scan.is(source->begin, "an");
            if (scan.has(verb, kFilm) && some && scan.has(verb + 1, kPreposition) &&
                !has_have_before(scan, verb))
                continue;
            // "Ida Falk was filming when the roof fell".
            const bool was_filming = token.is("filming") && progressive && thing == Thing::nothing &&
                                     !outlet && source->end - source->begin >= 2;
            const bool copied = (token.is("taken") || token.is("took")) && takes_from(scan, verb);
            // "filmed the fall", "set up her camera and recorded the collapse": no video, but filming.
            const bool teller = source->referring && is_one_of(scan.token(source->begin), {"he", "she"}) &&
                                scan.is(verb, "filmed") && source->begin > sentence.begin + 1;
            const bool films = thing == Thing::nothing && (!source->referring || teller) &&
                               (token.is("filmed") || (token.is("film") && has_do_before(scan, verb)) ||
                                (is_one_of(token, {"recorded", "captured", "caught"}) &&
                                 (names_device(scan) || names_happening(scan, verb))));
            const bool pictures = thing == Thing::media ||
                                  (thing == Thing::photo && (outlet || (token.words & (kPost | kRelease))));
            // "streamed the chase on Twitch".
            // and "@name had uploaded the leap to TikTok".
            const bool puts_up = source->entity.kind == EntityKind::handle && thing == Thing::nothing &&
                                 is_one_of(token, {"uploaded", "posted", "reposted", "livestreamed"}) &&
                                 scan.has(verb + 1, kDeterminer);
            const bool streams =
                (token.folded.ends_with("streamed") || puts_up) && platform_near(scan, verb, *source);
            if (copied || !(pictures || films || streams || was_filming)) continue;
        }
        auto platform = platform_near(scan, std::min(verb, report), *source);
        const bool posts = (token.words & (kPost | kRelease)) || names_account(scan, *source);
        if (platform && posts && !source->entity.platform)
            source->entity.platform = std::string(platform->id);
        ClaimType type = type_of(scan, verb, *source, platform.has_value());
        if (type == ClaimType::aired_by &&
            (source->entity.kind == EntityKind::handle || names_account(scan, *source)))
            type = ClaimType::posted_by;
        std::size_t end = std::min(sentence.end, verb + 2);
        for (std::size_t i = verb + 1; i < sentence.end && i < verb + 8; ++i) {
            if (scan.has(i, kMedia | kStill)) end = i + 1;
            if (scan.has(i, kMedia | kStill) || scan.token(i).is(",") || scan.token(i).is(".")) break;
        }
        // "the X account @name posted it": the quote tells what the name is.
        std::size_t begin = source->begin;
        while (source->entity.kind == EntityKind::handle && begin > sentence.begin &&
               source->begin - begin < 4 &&
               (scan.has(begin - 1, kAccount | kDeterminer) ||
                (scan.token(begin - 1).capital && platform_named(scan.token(begin - 1).folded))))
            --begin;
        FoundClaim& made = scan.add(type, *source, begin, end);
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = negated;
        // "Reuters and AP released".
        const bool hedged = made.claim.hedged;
        if (source->referring) continue;
        for (Source& other : joined_before(scan, source->begin)) {
            if (other.entity.kind == EntityKind::literal && source->entity.kind == EntityKind::literal &&
                !looks_like_outlet(scan, *source))
                break;
            FoundClaim& second = scan.add(type, other, other.begin, end);
            second.claim.hedged = hedged;
            second.claim.negated = negated;
        }
    }
}

}  // namespace sourcereel::claims
