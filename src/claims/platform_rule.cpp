#include <algorithm>

#include "claims/modality.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/verb_phrases.h"

namespace sourcereel::claims {

void read_platform_alone(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
        if (!scan.token(i).is("on") && !scan.token(i).is("to") && !scan.token(i).is("in")) continue;
        std::size_t stop = i + 1;
        const auto platform = platform_at(scan, i + 1, stop);
        if (!platform) continue;
        // The verb before it, with adverbs between.
        std::size_t verb = i;
        bool early = false;
        while (verb > sentence.begin && i - verb < 5 &&
               (scan.has(verb - 1, kAdverb | kTime) || scan.is(verb - 1, "on"))) {
            early = early || scan.token(verb - 1).is("first") || scan.token(verb - 1).is("originally");
            --verb;
        }
        if (verb == sentence.begin) continue;
        --verb;
        const Token& token = scan.token(verb);
        const bool published = (token.words & kPassive) && (token.words & (kPost | kRelease));
        const bool emerged =
            token.is("appeared") || token.is("appears") || token.is("appearing") || token.is("resurfaced") ||
            token.is("circulates") || token.is("spreading") || token.is("spread") || token.is("viral") ||
            token.is("trending") || token.is("trended") || token.is("premiered") ||
            (token.is("up") && (scan.is(verb - 1, "went") || scan.is(verb - 1, "cropped") ||
                                scan.is(verb - 1, "ended") || scan.is(verb - 1, "was"))) ||
            token.is("surfaced") || token.is("emerged") || token.is("circulating") ||
            token.is("circulated") || token.is("seen") || (token.is("round") && scan.is(verb - 1, "going")) ||
            (token.is("around") && scan.is(verb - 1, "going")) ||
            (token.is("up") && (scan.is(verb - 1, "turned") || scan.is(verb - 1, "popped"))) ||
            (token.is("rounds") && scan.is(verb - 1, "the"));
        const bool kept = (token.is("found") || token.is("available") || token.is("hosted")) &&
                          owner_of_account(scan, stop);
        if (!published && !emerged && !kept) continue;
        if (thing_before(scan, verb) != Thing::media && thing_before(scan, verb) != Thing::photo) continue;
        for (std::size_t k = verb; k-- > sentence.begin && verb - k <= 3;)
            early = early || scan.token(k).is("first") || scan.token(k).is("originally");
        // A subject that is no video posts: "her office posted updates on X" has none before.
        if (published && !has_be_before(scan, verb) && subject_of(scan, verb).has_value()) continue;
        const bool told = std::any_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& known) {
            return known.claim.entity.platform == std::string(platform->id) ||
                   (known.begin <= i && i < known.end + 3);
        });
        if (told) continue;
        auto owner = owner_of_account(scan, stop);
        // "turned up on Facebook, on the page Name".
        const std::size_t page = scan.is(stop, ",") ? stop + 1 : stop;
        if (!owner && page + 2 < sentence.end &&
            (scan.is(page, "on") || scan.is(page, "in") || scan.is(page, "from") || scan.is(page, "under")))
            for (std::size_t k = page + 1; k < sentence.end && k < page + 4; ++k)
                if (scan.has(k, kAccount)) {
                    owner = source_at(scan, page + 1);
                    break;
                }
        if (owner) {
            owner->entity.platform = std::string(platform->id);
            FoundClaim& post = scan.add(ClaimType::posted_by, *owner, quote_begin(scan, verb), owner->end);
            post.claim.hedged = is_hedged(scan, verb);
            post.claim.negated = is_negated(scan, verb);
            continue;
        }
        Source source{{EntityKind::literal, std::string(platform->name), std::string(platform->id)},
                      i + 1,
                      stop,
                      false};
        FoundClaim& made = scan.add(early ? ClaimType::original : ClaimType::posted_by, source,
                                    quote_begin(scan, verb), stop);
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = is_negated(scan, verb);
    }
}

}  // namespace sourcereel::claims
