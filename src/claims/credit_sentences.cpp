#include <algorithm>

#include "claims/modality.h"
#include "claims/naming.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/things.h"
#include "claims/verb_forms.h"

namespace sourcereel::claims {
namespace {

/// Whom a credit names from `at` on, behind a quotation mark: an account, an outlet, a name, a body.
std::optional<Source> credited_one(const Scan& scan, std::size_t at) {
    if (const auto quoted = quoted_at(scan, at); quoted && quoted->entity.kind == EntityKind::literal)
        return quoted;
    while (at < scan.sentence().end && scan.token(at).kind == TokenKind::quote) ++at;
    auto source = source_at(scan, at, {true, false});
    // "attributed to the Sudanese army": a body.
    if (!source)
        if (auto body = source_at(scan, at); body && scan.has(body->end - 1, kBody)) source = body;
    if (source && source->entity.kind == EntityKind::handle && !source->entity.platform)
        if (const auto platform = platform_near(scan, at, *source))
            source->entity.platform = std::string(platform->id);
    return source;
}

FoundClaim& add_credit(Scan& scan, const Source& source, std::size_t verb) {
    FoundClaim& made = scan.add(ClaimType::credit, source, verb, source.end);
    made.claim.hedged = is_hedged(scan, verb);
    made.claim.negated = is_negated(scan, verb);
    return made;
}

bool attributes(const Token& token) {
    return token.is("attributes") || token.is("attribute") || token.is("attributing") ||
           token.is("attributed") || token.is("ascribed") || token.is("ascribes") || token.is("credited");
}

/// "credited on screen to B", "wrongly attributes the video to B", "crediting B": `verb` credits.
void read_credited(Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    constexpr std::size_t kObject = 6;
    std::size_t to = verb + 1;
    while (to < sentence.end && to < verb + kObject && !scan.token(to).is("to")) ++to;
    const bool found = to < sentence.end && to < verb + kObject;
    if (scan.is(verb, "crediting")) {
        if (found && scan.is(to + 1, "to")) ++to;
        if (!found) to = verb;
    } else if (!found) {
        return;
    }
    if (thing_before(scan, verb) == Thing::other) return;
    if (const auto source = credited_one(scan, to + 1)) add_credit(scan, *source, verb);
}

/// "Its caption credits B": not "credits B with".
void read_credits(Scan& scan, std::size_t verb) {
    const Mention* mention = scan.mentions.at(verb + 1);
    if (!mention) {
        // "credits the coast guard".
        const auto body = credited_one(scan, verb + 1);
        const bool pictures =
            thing_before(scan, verb) == Thing::media || thing_before(scan, verb) == Thing::photo;
        if (body && pictures && !is_one_of(scan.token(body->end), {"with", "for"}))
            add_credit(scan, *body, verb);
        return;
    }
    if (scan.is(mention->end, "with") || scan.is(mention->end, "for")) return;
    scan.add(ClaimType::credit, {mention->entity, verb + 1, mention->end, false}, verb, mention->end);
}

/// "provided by B", "sent in by B": `verb` is the participle.
void read_given(Scan& scan, std::size_t verb) {
    // "supplied to broadcasters by B".
    std::size_t by = verb + 1;
    constexpr std::size_t kLongestReceiver = 5;
    if (scan.is(by, "to"))
        while (by < scan.sentence().end && by < verb + kLongestReceiver && !scan.is(by, "by") &&
               !scan.mentions.at(by) && !scan.token(by).capital)  // Whoever is named obtained it.
            ++by;
    if (!scan.is(by, "by") && !scan.is(by, "from")) return;
    const Thing thing = thing_before(scan, verb);
    if (thing == Thing::other || thing == Thing::nothing) return;
    const auto source = source_at(scan, by + 1);
    if (!source) return;
    std::size_t begin = verb;
    const bool still = is_still_of(scan, verb, begin);
    FoundClaim& made =
        scan.add(still ? ClaimType::still_from : ClaimType::credit, *source, begin, source->end);
    made.claim.hedged = is_hedged(scan, verb);
    made.claim.negated = is_negated(scan, verb);
}

/// "giving the police of Lom as the source", "named B as its source", "citing B as the source of the video".
void read_named_source(Scan& scan, std::size_t noun) {
    constexpr std::size_t kFar = 12;
    const Sentence& sentence = scan.sentence();
    std::size_t as = noun;
    while (as > sentence.begin && noun - as < 3 && !scan.is(as, "as")) --as;
    if (!scan.is(as, "as")) return;
    for (std::size_t verb = as; verb-- > sentence.begin && as - verb <= kFar;) {
        const Token& token = scan.token(verb);
        if (token.is(";") || token.is(",")) return;
        if (!(token.is("giving") || token.is("gave") || token.is("gives") || token.is("given") ||
              token.is("naming") || token.is("named") || token.is("names") || token.is("citing") ||
              token.is("cited") || token.is("cites") || token.is("listing") || token.is("listed") ||
              token.is("lists")))
            continue;
        // A source of pictures, not of what somebody says.
        bool pictures = scan.is(noun + 1, "of") && thing_behind(scan, noun + 1, 4) == Thing::media;
        pictures = pictures || thing_before(scan, verb) == Thing::media ||
                   std::any_of(scan.found.begin(), scan.found.end(),
                               [&](const FoundClaim& known) { return known.begin < verb; });
        if (!pictures) return;
        // "B is given as the source".
        if (has_be_before(scan, verb)) {
            const auto subject = subject_of(scan, verb);
            if (subject && subject->end <= verb && !subject->referring) {
                FoundClaim& made =
                    scan.add(ClaimType::credit, *subject, subject->begin, std::min(sentence.end, noun + 1));
                made.claim.hedged = is_hedged(scan, verb);
                made.claim.negated = is_negated(scan, verb);
            }
            return;
        }
        if (auto source = source_at(scan, verb + 1, {}, as)) {
            // "the police of Lom": the whole phrase.
            if (source->end < as && scan.is(source->end, "of") && source->entity.kind == EntityKind::literal)
                *source = {{EntityKind::literal, scan.words(source->begin, as), std::nullopt},
                           source->begin,
                           as,
                           false};
            add_credit(scan, *source, verb).end = std::min(sentence.end, noun + 1);
        }
        return;
    }
}

/// "Credit for the pictures goes to B": `verb` is "goes".
void read_credit_goes(Scan& scan, std::size_t verb) {
    if (!scan.is(verb + 1, "to")) return;
    bool credit = false;
    bool pictures = false;
    constexpr std::size_t kFar = 8;
    for (std::size_t i = verb; i-- > scan.sentence().begin && verb - i <= kFar;) {
        credit = credit || scan.is(i, "credit") || scan.is(i, "credits");
        pictures = pictures || scan.has(i, kMedia);
    }
    if (!credit || !pictures) return;
    if (const auto source = credited_one(scan, verb + 2)) add_credit(scan, *source, verb);
}

/// "With thanks to @a for the video".
void read_thanks(Scan& scan, std::size_t noun) {
    const auto source = source_at(scan, noun + 2, {true, false});
    if (!source || !scan.is(source->end, "for") || thing_behind(scan, source->end, 4) != Thing::media) return;
    add_credit(scan, *source, noun);
}

bool gives(const Scan& scan, std::size_t i) {
    const Token& token = scan.token(i);
    return token.is("provided") || token.is("supplied") || token.is("handout") || token.is("submitted") ||
           token.is("contributed") || token.is("given") || token.is("handed") || token.is("sent") ||
           token.is("donated") || (token.is("over") && scan.is(i - 1, "handed")) ||
           (token.is("in") && scan.is(i - 1, "sent"));
}

}  // namespace

void read_credit_sentence(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
        const Token& token = scan.token(i);
        if (token.kind != TokenKind::word || scan.mentions.at(i)) continue;
        const bool credits_to = token.is("credits") && thing_behind(scan, i, 3) == Thing::media;
        // "The station credited "Name"".
        const bool quoted = token.is("credited") && !has_be_before(scan, i) &&
                            (scan.token(i + 1).kind == TokenKind::quote || scan.mentions.at(i + 1));
        if (quoted) {
            const std::size_t close = scan.token(i + 1).kind == TokenKind::quote ? i + 2 : i + 1;
            const auto source =
                close > i + 1 ? quoted_at(scan, i + 1) : source_at(scan, i + 1, {true, false});
            if (source && !is_one_of(scan.token(source->end), {"with", "for"})) add_credit(scan, *source, i);
        } else if (attributes(token) || token.is("crediting") || credits_to ||
                   (token.is("credit") && scan.is(i + 1, "to")))
            read_credited(scan, i);
        else if (token.is("credits") && i > sentence.begin)
            read_credits(scan, i);
        else if (i + 2 < sentence.end && gives(scan, i))
            read_given(scan, i);
        else if (token.is("goes") || token.is("belongs") || token.is("due"))
            read_credit_goes(scan, i);
        else if (token.is("thanks") && scan.is(i + 1, "to"))
            read_thanks(scan, i);
        else if (token.is("source"))
            read_named_source(scan, i);
    }
}

}  // namespace sourcereel::claims
