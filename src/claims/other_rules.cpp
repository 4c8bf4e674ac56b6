#include <algorithm>

#include "claims/modality.h"
#include "claims/phrases.h"
#include "claims/scan.h"

namespace sourcereel::claims {
namespace {

/// "passed it to B", "sold the footage to B".
void read_gift(Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    if (thing_behind(scan, verb, 8) != Thing::media && !has_be_before(scan, verb)) return;
    if (has_be_before(scan, verb) && thing_before(scan, verb) != Thing::media) return;
    for (std::size_t i = verb + 1; i + 1 < sentence.end && i < verb + 10; ++i) {
        if (!scan.token(i).is("to")) continue;
        auto source = source_at(scan, i + 1, {true, false});
        if (!source || source->entity.kind == EntityKind::handle) return;
        FoundClaim& made = scan.add(ClaimType::obtained_by, *source, verb, source->end);
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = is_negated(scan, verb);
        return;
    }
}

/// "accounts that shared it were @a, on X, and @b".
void read_accounts(Scan& scan, std::size_t noun) {
    const Sentence& sentence = scan.sentence();
    std::size_t i = noun + 1;
    if (i >= sentence.end ||
        !(scan.token(i).is("that") || scan.token(i).is("which") || scan.token(i).is("who") ||
          scan.token(i).is("sharing") || scan.token(i).is("posting")))
        return;
    bool posts = false;
    for (; i < sentence.end && i < noun + 14; ++i) {
        posts = posts || scan.has(i, kPost) || scan.token(i).is("passed") || scan.token(i).is("sharing") ||
                scan.token(i).is("posting") || scan.token(i).is("published") || scan.token(i).is("pushed") ||
                scan.token(i).is("spread");
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
        if (scan.has(i, kGive)) read_gift(scan, i);
        if (scan.has(i, kAccount)) read_accounts(scan, i);
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
