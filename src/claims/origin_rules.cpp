#include <algorithm>

#include "claims/modality.h"
#include "claims/phrases.h"
#include "claims/scan.h"

namespace sourcereel::claims {
namespace {

bool is_outlet(const Source& source) {
    return source.entity.kind == EntityKind::outlet || source.entity.kind == EntityKind::outlet_class;
}

/// Whether a source verb stands within [begin, end): then the verb's rule speaks.
bool has_verb(const Scan& scan, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
        if (scan.has(i, kSourceVerb) && scan.has(i, kPassive) && !scan.has(i, kMedia)) return true;
    return false;
}

/// "footage from B", "video by @a", "a clip of B's".
void read_from(Scan& scan, std::size_t noun) {
    const Sentence& sentence = scan.sentence();
    const std::size_t limit = std::min(sentence.end, noun + 4);
    for (std::size_t i = noun + 1; i < limit; ++i) {
        const Token& token = scan.token(i);
        if (token.is("from") || token.is("by") || (token.is("of") && scan.has(noun, kStill))) {
            const bool by = token.is("by");
            auto source = source_at(scan, i + 1, {false, !by});
            if (!source) return;
            const bool handle = source->entity.kind == EntityKind::handle;
            if (source->entity.kind == EntityKind::literal) {
                // "footage from Gaza" names a place; a body that releases pictures is meant by its kind.
                if (!scan.has(source->end - 1, kBody) || scan.has(source->end - 1, kOutletWord)) return;
                if (scan.token(source->end - 1).is("centre") || scan.token(source->end - 1).is("airport") ||
                    scan.token(source->end - 1).is("office") || scan.token(source->end - 1).is("club") ||
                    scan.token(source->end - 1).is("palace") || scan.token(source->end - 1).is("hospital") ||
                    scan.token(source->end - 1).is("museum") ||
                    scan.token(source->end - 1).is("university") || scan.token(source->end - 1).is("zoo") ||
                    scan.token(source->end - 1).is("school") || scan.token(source->end - 1).is("port") ||
                    scan.token(source->end - 1).is("parliament"))
                    return;
            }
            ClaimType type = ClaimType::footage_from;
            if (scan.has(noun, kStill) || scan.token(noun).is("frame") || scan.token(noun).is("frames"))
                type = ClaimType::still_from;
            else if (by && handle)
                type = scan.sentence().role == BlockRole::caption ? ClaimType::credit : ClaimType::posted_by;
            if (scan.token(noun).words & kPhoto && by) return;
            if (const auto platform = platform_near(scan, i, *source);
                platform && handle && !source->entity.platform)
                source->entity.platform = std::string(platform->id);
            FoundClaim& made = scan.add(type, *source, noun, source->end);
            made.claim.hedged = is_hedged(scan, noun);
            made.claim.negated = is_negated(scan, i);
            return;
        }
        if (!(token.words & (kAdverb | kMedia)) && !token.is("taken")) return;
    }
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
            if (has_verb(scan, from, mention->begin)) return;
            Source source{mention->entity, mention->begin, mention->end, false};
            FoundClaim& made = scan.add(ClaimType::still_from, source, noun, mention->end);
            if (const auto platform = platform_near(scan, from, source);
                platform && mention->entity.kind == EntityKind::handle && !made.claim.entity.platform)
                made.claim.entity.platform = std::string(platform->id);
            return;
        }
        const Token& token = scan.token(i);
        if (token.kind == TokenKind::sign && !token.is("-")) return;
        if (token.words & (kLinker | kAuxiliary | kVerb) && !(token.words & kMedia)) return;
    }
}

}  // namespace

void read_origin(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const Mention* mention = scan.mentions.at(i);
        if (!mention) {
            const bool frame = scan.token(i).is("frame") || scan.token(i).is("frames");
            if (scan.has(i, kStill) || frame) read_still(scan, i);
            if (scan.has(i, kMedia) && !scan.has(i, kOutletWord)) read_from(scan, i);
            // "a post by @a", "an upload by @a".
            if ((scan.is(i, "post") || scan.is(i, "tweet") || scan.is(i, "upload")) && i + 2 < sentence.end &&
                (scan.is(i + 1, "by") || scan.is(i + 1, "from")))
                if (auto source = source_at(scan, i + 2, {false, false});
                    source && source->entity.kind == EntityKind::handle) {
                    if (const auto platform = platform_near(scan, i, *source);
                        platform && !source->entity.platform)
                        source->entity.platform = std::string(platform->id);
                    scan.add(ClaimType::posted_by, *source, i, source->end);
                }
            continue;
        }
        if (i != mention->begin || mention->entity.kind == EntityKind::handle) continue;
        // "B footage", "B's own film".
        std::size_t noun = mention->end;
        if (noun < sentence.end && scan.token(noun).is("'s")) ++noun;
        while (noun < sentence.end && noun < mention->end + 3 &&
               (scan.is(noun, "own") || scan.is(noun, "original") || scan.is(noun, "drone") ||
                scan.is(noun, "archive") || scan.is(noun, "aerial") || scan.is(noun, "tv")))
            ++noun;
        if (noun >= sentence.end || scan.mentions.at(noun)) continue;
        const Token& thing = scan.token(noun);
        const bool pictures = thing.is("footage") || thing.is("video") || thing.is("film") ||
                              thing.is("pictures") || thing.is("images") || thing.is("recording") ||
                              thing.is("clip") || thing.is("videos");
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
