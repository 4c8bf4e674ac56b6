#include "claims/origin_verbs.h"

#include "claims/givers.h"
#include "claims/modality.h"
#include "claims/naming.h"
#include "claims/origin_cues.h"
#include "claims/phrases.h"
#include "claims/stations.h"
#include "claims/things.h"
#include "claims/verb_phrases.h"

namespace sourcereel::claims {
namespace {

/// "is from an interview on the BBC": what was on the air. `verb` is "is", `from` the token behind it.
void read_programme(Scan& scan, std::size_t verb, std::size_t from, bool negated) {
    if (!scan.is(from, "from") || !(scan.is(from + 1, "a") || scan.is(from + 1, "an"))) return;
    constexpr std::size_t kLongest = 5;
    // "is from a TV4 documentary", "is from a Sky News report".
    const std::size_t named = name_end(scan, from + 2, from + 6);
    const Source station{
        {EntityKind::literal, scan.words(from + 2, named), std::nullopt}, from + 2, named, false};
    if (named > from + 2 &&
        is_one_of(scan.token(named), {"documentary", "report", "broadcast", "programme", "program",
                                      "bulletin", "newscast", "special"}) &&
        names_station(scan, station)) {
        FoundClaim& made = scan.add(ClaimType::footage_from, station, verb, named + 1);
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = negated;
        return;
    }
    for (std::size_t i = from + 2; i < scan.sentence().end && i < from + kLongest; ++i) {
        if (scan.mentions.at(i) || scan.token(i).kind != TokenKind::word) return;
        if (!scan.is(i, "on") || !scan.has(i - 1, kMedia)) continue;
        const auto outlet = source_at(scan, i + 1, {false, false});
        if (!outlet || !is_outlet(*outlet)) return;
        FoundClaim& made = scan.add(ClaimType::aired_by, *outlet, verb, outlet->end);
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = negated;
        return;
    }
}

/// "the clip is not from B but from C".
void read_is_from(Scan& scan, std::size_t i) {
    if ((scan.is(i, "is") || scan.is(i, "was") || scan.is(i, "are") || scan.is(i, "were") ||
         scan.is(i, "but")) &&
        thing_before(scan, i) == Thing::media) {
        const bool negated = scan.is(i + 1, "not");
        const std::size_t from = negated ? i + 2 : i + 1;
        read_programme(scan, i, from, negated);
        if (scan.is(from, "from"))
            if (auto source = source_at(scan, from + 1, {false, false}); source && is_outlet(*source)) {
                FoundClaim& made = scan.add(ClaimType::footage_from, *source, i, source->end);
                made.claim.negated = negated;
                made.claim.hedged = is_hedged(scan, i);
            }
    }
}

/// "the source of the video is @a".
void read_source_of(Scan& scan, std::size_t i) {
    const Sentence& sentence = scan.sentence();
    if ((scan.is(i, "is") || scan.is(i, "was")) && i >= sentence.begin + 3) {
        bool source_of = false;
        for (std::size_t k = i; k-- > sentence.begin && i - k <= 5;)
            source_of = source_of || scan.is(k, "source");
        if (source_of && thing_before(scan, i) == Thing::media)
            if (auto source = source_at(scan, i + 1, {false, false})) {
                if (const auto platform = platform_near(scan, i, *source);
                    platform && source->entity.kind == EntityKind::handle && !source->entity.platform)
                    source->entity.platform = std::string(platform->id);
                FoundClaim& made = scan.add(ClaimType::original, *source, i, source->end);
                made.claim.hedged = is_hedged(scan, i);
                made.claim.negated = scan.is(i + 1, "not");
            }
    }
}

/// "The fourth is B's", "the pictures are the coast guard's".
void read_possession(Scan& scan, std::size_t i) {
    const Sentence& sentence = scan.sentence();
    if (is_one_of(scan.token(i), {"is", "are", "was", "were"}) && thing_before(scan, i) == Thing::media) {
        const std::size_t name = scan.is(i + 1, "not") ? i + 2 : i + 1;
        if (auto source = source_at(scan, name); source && scan.is(source->end, "'s") &&
                                                 (is_outlet(*source) || scan.has(source->end - 1, kBody))) {
            const std::size_t behind = scan.is(source->end + 1, "own") ? source->end + 2 : source->end + 1;
            if (behind >= sentence.end || scan.token(behind).kind == TokenKind::sign) {
                FoundClaim& made = scan.add(ClaimType::footage_from, *source, i, source->end + 1);
                made.claim.hedged = is_hedged(scan, i);
                made.claim.negated = name == i + 2;
            }
        }
    }
}

/// "the footage belongs to B".
void read_belonging(Scan& scan, std::size_t i) {
    if ((scan.is(i, "belongs") || scan.is(i, "belonged")) && scan.is(i + 1, "to") &&
        thing_before(scan, i) == Thing::media)
        if (auto source = source_at(scan, i + 2, {true, false});
            source && (is_outlet(*source) || names_station(scan, *source))) {
            FoundClaim& made = scan.add(ClaimType::footage_from, *source, i, source->end);
            made.claim.negated = is_negated(scan, i);
        }
}

/// "B has nothing to do with the recording".
void read_no_part(Scan& scan, std::size_t i) {
    if (scan.is(i, "nothing") && scan.is(i + 1, "to") && scan.is(i + 2, "do") && scan.is(i + 3, "with") &&
        thing_behind(scan, i + 3, 4) == Thing::media)
        if (auto source = subject_of(scan, i); source && source->end <= i) {
            FoundClaim& made = scan.add(ClaimType::footage_from, *source, source->begin, i + 4);
            made.claim.negated = true;
        }
}

/// "the clip comes from B", "traced to @a".
void read_coming(Scan& scan, std::size_t i) {
    const Sentence& sentence = scan.sentence();
    const Token& verb = scan.token(i);
    if ((verb.is("came") || verb.is("comes") || verb.is("come") || verb.is("originated") ||
         verb.is("originates") || verb.is("stems") || verb.is("sourced") || verb.is("stemmed") ||
         verb.is("traced") || verb.is("reached") || verb.is("lifted") || verb.is("taken") ||
         verb.is("originate")) &&
        (thing_before(scan, i) == Thing::media || thing_before(scan, i) == Thing::photo)) {
        std::size_t from = i + 1;
        while (from < sentence.end && from < i + 4 &&
               scan.has(from, kAdverb | kPronoun) + scan.is(from, "back") + scan.is(from, "us") > 0 &&
               !scan.is(from, "from") && !scan.is(from, "with") &&
               !(verb.is("traced") && scan.is(from, "to")))
            ++from;
        // "taken from the Instagram page of an influencer, @name".
        std::size_t stop = from + 1;
        // "originated on the satirical TikTok account @name".
        const bool begins = scan.is(from, "on") && verb.folded.starts_with("originat");
        if (const auto where =
                scan.is(from, "from") || begins ? platform_at(scan, from + 1, stop) : std::nullopt)
            if (auto owner = owner_of_account(scan, stop);
                owner && owner->entity.kind != EntityKind::outlet_class) {
                if (!owner->entity.platform) owner->entity.platform = std::string(where->id);
                const bool copied = verb.is("taken") || verb.is("lifted") || verb.is("sourced");
                FoundClaim& made =
                    scan.add(copied ? ClaimType::posted_by : ClaimType::original, *owner, i, owner->end);
                made.claim.hedged = is_hedged(scan, i);
                made.claim.negated = is_negated(scan, i);
                return;
            }
        // "had come from a user on Reddit": the platform, where nobody is named.
        if (const auto nobody = scan.is(from, "from") ? nameless_on_platform(scan, from + 1) : std::nullopt) {
            FoundClaim& made = scan.add(ClaimType::posted_by, *nobody, i, nobody->end);
            made.claim.hedged = is_hedged(scan, i);
            made.claim.negated = is_negated(scan, i);
            return;
        }
        // "came from a relative", "from the vessel's own cameras".
        if (const auto giver = scan.is(from, "from") && verb.folded.starts_with("c")
                                   ? giver_at(scan, from + 1)
                                   : std::nullopt) {
            FoundClaim& made = scan.add(ClaimType::footage_from, *giver, i, giver->end);
            made.claim.hedged = is_hedged(scan, i);
            made.claim.negated = is_negated(scan, i);
            return;
        }
        // "lifted from a pilot's Facebook page".
        if (auto owner = scan.is(from, "from") ? owner_before_platform(scan, from) : std::nullopt;
            owner && owner->entity.kind != EntityKind::outlet_class) {
            if (!owner->entity.platform)
                if (const auto where = platform_near(scan, from, *owner))
                    owner->entity.platform = std::string(where->id);
            FoundClaim& made = scan.add(ClaimType::posted_by, *owner, i, owner->end);
            made.claim.hedged = is_hedged(scan, i);
            made.claim.negated = is_negated(scan, i);
            return;
        }
        const bool told =
            from < sentence.end && (scan.is(from, "from") || scan.is(from, "with") || scan.is(from, "to"));
        if (told && from + 1 < sentence.end && from < i + 4)
            if (auto source = source_at(scan, from + 1, {false, false});
                source && !has_source_verb(scan, from + 1, source->begin) &&
                !has_still_from(scan, source->entity)) {
                const bool account = source->entity.kind == EntityKind::handle;
                if (const auto platform = platform_near(scan, i, *source);
                    account && platform && !source->entity.platform)
                    source->entity.platform = std::string(platform->id);
                // "One of the posts came from @a": it was posted there.
                bool post = false;
                for (std::size_t k = i; k-- > sentence.begin && i - k <= 3;)
                    post = post || is_one_of(scan.token(k), {"post", "posts", "tweet", "tweets", "upload"});
                const ClaimType type = !account ? ClaimType::footage_from
                                       : post   ? ClaimType::posted_by
                                                : ClaimType::original;
                FoundClaim& made = scan.add(type, *source, i, source->end);
                made.claim.hedged = is_hedged(scan, i);
                made.claim.negated = is_negated(scan, i);
            }
    }
}

}  // namespace

void read_origin_verb(Scan& scan, std::size_t at) {
    read_is_from(scan, at);
    read_source_of(scan, at);
    read_possession(scan, at);
    read_belonging(scan, at);
    read_no_part(scan, at);
    read_coming(scan, at);
}

}  // namespace sourcereel::claims
