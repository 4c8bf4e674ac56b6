#include <algorithm>

#include "claims/modality.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/things.h"
#include "claims/verb_forms.h"

namespace sourcereel::claims {
namespace {

/// "passed it to B", "sold the footage to B".
void read_gift(Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    if (thing_behind(scan, verb, 8) != Thing::media && thing_before(scan, verb) != Thing::media) return;
    const bool shared = scan.is(verb, "shared");
    // "sent the BBC the video".
    std::size_t whom = verb + 1;
    while (whom < verb + 6 && !scan.mentions.at(whom) &&
           (scan.has(whom, kDeterminer | kOutletWord | kStateRun) || scan.is(whom, "news") ||
            scan.is(whom, "'s") || !country_word(scan, whom).empty()))
        ++whom;
    if (const Mention* mention = whom < sentence.end ? scan.mentions.at(whom) : nullptr;
        mention && mention->begin == whom && mention->entity.kind != EntityKind::handle &&
        scan.has(mention->end, kDeterminer))
        for (std::size_t i = mention->end + 1; i < sentence.end && i < mention->end + 4; ++i)
            if (scan.has(i, kMedia)) {
                FoundClaim& made = scan.add(ClaimType::obtained_by,
                                            {mention->entity, whom, mention->end, false}, verb, mention->end);
                made.claim.hedged = is_hedged(scan, verb);
                made.claim.negated = is_negated(scan, verb);
                return;
            }
    for (std::size_t i = verb + 1; i + 1 < sentence.end && i < verb + 10; ++i) {
        if (scan.is(i, "on") && scan.is(i + 1, "to")) continue;  // "passed it on to B".
        if (scan.token(i).is("by") || scan.token(i).is("on") || scan.token(i).is(";")) return;
        if (!scan.token(i).is("to") && !(shared && scan.token(i).is("with"))) continue;
        auto source = source_at(scan, i + 1, {true, false});
        if (!source)  // "gave them to the port authority".
            if (auto body = source_at(scan, i + 1);
                body && scan.has(i + 1, kDeterminer) && scan.has(body->end - 1, kBody))
                source = body;
        if (!source || source->entity.kind == EntityKind::handle) return;
        // "shared it with the caption "…"".
        if (shared && (scan.has(i + 2, kScreenNoun | kOtherThing) ||
                       scan.token(source->end - 1).kind == TokenKind::quote))
            return;
        FoundClaim& made = scan.add(ClaimType::obtained_by, *source, verb, source->end);
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = is_negated(scan, verb);
        return;
    }
}

/// "AFP has a copy", "A better one is in the hands of B": who has it. `at` is the verb, or "hands".
void read_holder_of_copy(Scan& scan, std::size_t at) {
    std::optional<Source> source;
    std::size_t end = at + 1;
    if (is_one_of(scan.token(at), {"hands", "possession"})) {
        if (!scan.is(at + 1, "of") || thing_before(scan, at) != Thing::media) return;
        source = source_at(scan, at + 2, {true, false});
        if (source) end = source->end;
    } else {
        std::size_t noun = at + 1;
        if (!scan.has(noun, kDeterminer)) return;
        while (noun < at + 5 && !is_one_of(scan.token(noun), {"copy", "copies", "recording"}) &&
               !scan.has(noun, kPreposition | kAuxiliary))
            ++noun;
        if (!is_one_of(scan.token(noun), {"copy", "copies", "recording"})) return;
        source = subject_of(scan, at);
        if (!source || source->end > at || source->referring) return;
        end = noun + 1;
    }
    if (!source ||
        (source->entity.kind != EntityKind::outlet && source->entity.kind != EntityKind::outlet_class))
        return;
    FoundClaim& made = scan.add(ClaimType::obtained_by, *source, std::min(source->begin, at), end);
    made.claim.hedged = is_hedged(scan, at);
    made.claim.negated = is_negated(scan, at);
}

/// "B says that it has a longer recording": who says so has obtained it. `verb` is "has".
void read_possession(Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    if (verb < sentence.begin + 3 || !is_one_of(scan.token(verb - 1), {"it", "they"})) return;
    std::size_t tells = verb - 2;
    if (scan.is(tells, "that")) --tells;
    if (!is_one_of(scan.token(tells), {"says", "said", "say", "confirmed", "confirms"})) return;
    std::size_t noun = verb + 1;
    const bool negated = scan.is(noun, "no");
    if (!negated && !scan.has(noun, kDeterminer)) return;
    constexpr std::size_t kDescribed = 5;
    while (noun < sentence.end && noun < verb + kDescribed && !scan.has(noun, kMedia) &&
           scan.token(noun).kind == TokenKind::word && !scan.has(noun, kPreposition | kOtherThing))
        ++noun;
    if (!scan.has(noun, kMedia) || scan.has(noun, kOutletWord) || scan.has(noun + 1, kMedia)) return;
    const auto teller = subject_of(scan, tells);
    if (!teller || teller->end > tells || teller->entity.kind == EntityKind::handle) return;
    FoundClaim& made = scan.add(ClaimType::obtained_by, *teller, teller->begin, noun + 1);
    made.claim.negated = negated;
}

/// "B was given the recording by a relative": who was given it has obtained it. `verb` is "given".
bool read_received(Scan& scan, std::size_t verb) {
    if (!has_be_before(scan, verb) ||
        !(scan.has(verb + 1, kDeterminer | kIndefinite) ||
          is_one_of(scan.token(verb + 1), {"it", "them", "eleven"})) ||
        thing_behind(scan, verb, 5) != Thing::media)
        return false;
    const auto source = subject_of(scan, verb);
    if (!source || source->end > verb || source->entity.kind == EntityKind::handle) return false;
    if (source->entity.kind == EntityKind::literal && !source->referring &&
        !scan.token(source->end - 1).capital)
        return false;
    FoundClaim& made = scan.add(ClaimType::obtained_by, *source, source->begin, verb + 1);
    made.claim.hedged = is_hedged(scan, verb);
    made.claim.negated = is_negated(scan, verb);
    return true;
}

/// "The video reached B from a fisherman", "came to B by way of a reader": `verb` is "reached".
void read_arrival(Scan& scan, std::size_t verb) {
    std::size_t at = verb + 1;
    if (is_one_of(scan.token(verb), {"came", "went", "found"})) {
        if (scan.is(verb, "found")) at += 2;  // "found its way to".
        if (!scan.is(at, "to")) return;
        ++at;
    }
    if (thing_before(scan, verb) != Thing::media) return;
    const auto source = source_at(scan, at, {true, false});
    if (!source || source->entity.kind == EntityKind::handle ||
        source->entity.kind == EntityKind::outlet_class)
        return;
    if (source->entity.kind == EntityKind::literal && !scan.has(source->end - 1, kOutletWord)) return;
    if (!is_one_of(scan.token(source->end), {"from", "through", "anonymously"})) return;
    FoundClaim& made = scan.add(ClaimType::obtained_by, *source, verb, source->end);
    made.claim.hedged = is_hedged(scan, verb);
    made.claim.negated = is_negated(scan, verb);
}

/// "… on its X account, @a", "… under her account @a": the account beside the one who posts.
void read_own_account(Scan& scan, std::size_t noun) {
    const Sentence& sentence = scan.sentence();
    std::size_t name = noun + 1;
    if (scan.is(name, ",") || scan.is(name, "(")) ++name;
    if (scan.is(name, "called") || scan.is(name, "named")) ++name;
    const Mention* mention = name < sentence.end ? scan.mentions.at(name) : nullptr;
    if (!mention || mention->begin != name || mention->entity.kind != EntityKind::handle) return;
    bool placed = false;
    for (std::size_t i = noun; i-- > sentence.begin && noun - i <= 6;)
        if (is_one_of(scan.token(i),
                      {"follow", "following", "contact", "visit", "tag", "tagged", "tagging", "message"}))
            return;
    for (std::size_t i = noun; i-- > sentence.begin && noun - i <= 5;)
        placed = placed || scan.is(i, "on") || scan.is(i, "under") || scan.is(i, "from") ||
                 scan.is(i, "through") || scan.is(i, "to") || scan.is(i, "via");
    if (!placed) return;
    std::size_t verb = sentence.end;
    for (std::size_t i = noun; i-- > sentence.begin && noun - i <= Scan::kReach;)
        if (scan.has(i, kPost | kRelease) && scan.has(i, kActive | kPassive)) verb = i;
    if (verb == sentence.end) return;
    if (thing_before(scan, verb) != Thing::media && thing_behind(scan, verb) != Thing::media) return;
    for (const FoundClaim& known : scan.found)
        if (known.claim.entity.value == mention->entity.value) return;
    Source source{mention->entity, name, mention->end, false};
    if (const auto platform = platform_near(scan, verb, source); platform && !source.entity.platform)
        source.entity.platform = std::string(platform->id);
    // "The club put it on X from its account, @a": the account says more than "the club".
    std::erase_if(scan.found, [&](const FoundClaim& known) {
        return known.claim.type == ClaimType::posted_by && known.claim.entity.kind == EntityKind::literal &&
               known.begin < verb && known.end > verb;
    });
    FoundClaim& made = scan.add(ClaimType::posted_by, source, noun, mention->end);
    made.claim.hedged = is_hedged(scan, verb);
    made.claim.negated = is_negated(scan, verb);
}

/// "accounts that shared it were @a, on X, and @b".
void read_accounts(Scan& scan, std::size_t noun) {
    const Sentence& sentence = scan.sentence();
    std::size_t i = noun + 1;
    if (i >= sentence.end ||
        !(scan.token(i).is("that") || scan.token(i).is("which") || scan.token(i).is("who") ||
          scan.token(i).is("sharing") || scan.token(i).is("posting") || scan.token(i).is("to")))
        return;
    bool posts = false;
    for (; i < sentence.end && i < noun + 14; ++i) {
        posts = posts || scan.has(i, kPost) || scan.token(i).is("passed") || scan.token(i).is("sharing") ||
                scan.token(i).is("posting") || scan.token(i).is("published") || scan.token(i).is("pushed") ||
                scan.token(i).is("spread");
        if (posts && scan.is(i, ",") && i + 1 < sentence.end)
            if (const Mention* mention = scan.mentions.at(i + 1);
                mention && mention->entity.kind == EntityKind::handle) {
                Source source{mention->entity, i + 1, mention->end, false};
                if (const auto platform = platform_near(scan, i + 1, source);
                    platform && !source.entity.platform)
                    source.entity.platform = std::string(platform->id);
                scan.add(ClaimType::posted_by, source, noun, mention->end);
                return;
            }
        if (!posts || !(scan.token(i).is("were") || scan.token(i).is("was") || scan.token(i).is("included") ||
                        scan.token(i).is("include") || scan.token(i).is("is") || scan.token(i).is("are")))
            continue;
        for (std::size_t name = i + 1; name < sentence.end && name < i + 24; ++name) {
            const Mention* mention = scan.mentions.at(name);
            if (!mention || mention->begin != name) continue;
            Source source{mention->entity, name, mention->end, false};
            if (const auto platform = platform_near(scan, name, source); platform && !source.entity.platform)
                source.entity.platform = std::string(platform->id);
            scan.add(ClaimType::posted_by, source, noun, mention->end);
        }
        return;
    }
}

}  // namespace

void read_handover(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        // "made available to this newspaper by a technician".
        if (scan.is(i, "available") && scan.is(i + 1, "to") &&
            is_one_of(scan.token(i - 1), {"made", "it", "them"}))
            read_gift(scan, i);
        if (is_one_of(scan.token(i), {"given", "sent", "handed"}) && read_received(scan, i)) continue;
        if (scan.has(i, kGive) ||
            (scan.is(i, "shared") && (scan.is(i + 1, "with") || scan.is(i + 2, "with"))) ||
            (scan.is(i, "licensed") && scan.is(i + 1, "to")))
            read_gift(scan, i);
        if (is_one_of(scan.token(i), {"has", "had", "have"})) read_possession(scan, i);
        if (is_one_of(scan.token(i), {"has", "have", "hands", "possession"})) read_holder_of_copy(scan, i);
        if (is_one_of(scan.token(i), {"reached", "came", "went", "found"})) read_arrival(scan, i);
        if (scan.has(i, kAccount) || scan.is(i, "first") || scan.is(i, "one") || scan.is(i, "person") ||
            scan.is(i, "those"))
            read_accounts(scan, i);
        if (scan.has(i, kAccount) || scan.is(i, "name") || scan.is(i, "username")) read_own_account(scan, i);
    }
}

void read_embedded_post(Scan& scan) {
    // The author stands behind the words, in brackets: "— Name (@handle) date". The last such account is it.
    const Sentence& sentence = scan.sentence();
    const Mention* author = nullptr;
    std::size_t begin = sentence.begin;
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const Mention* mention = scan.mentions.at(i);
        if (!mention || mention->entity.kind != EntityKind::handle) continue;
        const bool bracketed = i > sentence.begin && scan.token(i - 1).is("(");
        if (!bracketed && author) continue;
        author = mention;
        begin = i;
        if (!bracketed) continue;
        begin = i - 1;
        while (begin > sentence.begin && i - begin < 8 && scan.token(begin - 1).kind == TokenKind::word)
            --begin;
    }
    if (!author) return;
    Source source{author->entity, author->begin, author->end, false};
    if (!source.entity.platform && sentence.platform) source.entity.platform = sentence.platform;
    const std::size_t end =
        author->end < sentence.end && scan.token(author->end).is(")") ? author->end + 1 : author->end;
    scan.add(ClaimType::posted_by, source, begin, end);
}

}  // namespace sourcereel::claims
