#include <algorithm>

#include "claims/modality.h"
#include "claims/phrases.h"
#include "claims/scan.h"

namespace sourcereel::claims {
namespace {

/// The words that stand on a screen, from `at` on: a quotation, an account, an outlet, capitals, another
/// script.
std::optional<Source> wording_at(const Scan& scan, std::size_t at) {
    const Sentence& sentence = scan.sentence();
    while (at < sentence.end &&
           (scan.token(at).is(":") || scan.token(at).is(",") || scan.has(at, kDeterminer) ||
            scan.token(at).is("words") || scan.token(at).is("word")))
        ++at;
    if (at >= sentence.end) return std::nullopt;
    if (scan.token(at).kind == TokenKind::quote) {
        std::size_t close = at + 1;
        while (close < sentence.end && close < at + 20 && scan.token(close).kind != TokenKind::quote) ++close;
        if (close >= sentence.end || close == at + 1 || scan.token(close).kind != TokenKind::quote)
            return std::nullopt;
        const Mention* mention = scan.mentions.at(at + 1);
        if (mention && mention->end == close) return Source{mention->entity, at, close + 1, false};
        return Source{{EntityKind::literal, scan.words(at + 1, close), std::nullopt}, at, close + 1, false};
    }
    if (const Mention* mention = scan.mentions.at(at);
        mention && mention->entity.kind != EntityKind::outlet_class)
        return Source{mention->entity, at, mention->end, false};
    std::size_t end = at;
    std::size_t capitals = 0;
    while (end < sentence.end && end < at + 16) {
        const Token& token = scan.token(end);
        const bool inner = end > at && token.kind == TokenKind::sign && !token.is(",") && !token.is(".") &&
                           !token.is(";") && !token.is("(") && end + 1 < sentence.end &&
                           (scan.token(end + 1).capitals || !scan.token(end + 1).latin);
        if (token.kind == TokenKind::word &&
            (token.capitals || !token.latin ||
             (end > at && token.folded[0] >= '0' && token.folded[0] <= '9'))) {
            ++capitals;
        } else if (!inner) {
            break;
        }
        ++end;
    }
    // An outlet behind a label: "来源: 中新社".
    for (std::size_t i = at; i < end; ++i)
        if (const Mention* mention = scan.mentions.at(i))
            return Source{mention->entity, at, mention->end, false};
    if (end < sentence.end && end > at)
        if (const Mention* mention = scan.mentions.at(end); mention && !scan.token(end - 1).latin)
            return Source{mention->entity, at, mention->end, false};
    if (capitals == 0) return std::nullopt;
    return Source{{EntityKind::literal, scan.words(at, end), std::nullopt}, at, end, false};
}

/// The owner of a mark behind "of" or "for": "the logo of the US network CNN".
std::optional<Source> owner_at(const Scan& scan, std::size_t at) {
    auto source = source_at(scan, at, {true, false});
    if (source && source->referring) return std::nullopt;
    if (source && source->entity.kind != EntityKind::outlet_class && !source->entity.platform) {
        std::size_t stop = 0;
        for (std::size_t i = source->begin; i < source->end; ++i)
            if (const auto platform = platform_at(scan, i, stop);
                platform && source->entity.kind == EntityKind::handle)
                source->entity.platform = std::string(platform->id);
    }
    return source;
}

void add(Scan& scan, const Source& source, std::size_t begin, std::size_t end, std::size_t noun) {
    FoundClaim& made = scan.add(ClaimType::on_screen_text, source, begin, end);
    const std::size_t from = std::max(scan.sentence().begin + 5, noun) - 5;
    for (std::size_t i = from; i < noun; ++i)
        if (scan.has(i, kHedge)) made.claim.hedged = true;
    for (std::size_t i = from; i < noun; ++i)
        if (scan.token(i).is("not") || (scan.token(i).is("no") && i + 1 == noun)) made.claim.negated = true;
}

bool is_mark(const Token& token) {
    return token.is("logo") || token.is("logos") || token.is("watermark") || token.is("watermarks") ||
           token.is("mark") || token.is("branding") || token.is("bug") || token.is("emblem") ||
           token.is("insignia") || token.is("stamp");
}

}  // namespace

void read_screen(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t noun = sentence.begin; noun < sentence.end; ++noun) {
        if (!scan.has(noun, kScreenNoun) || scan.mentions.at(noun)) continue;
        const Token& token = scan.token(noun);
        // "B's logo", "the B watermark", "B, whose logo".
        if (is_mark(token) && noun > sentence.begin) {
            std::size_t owner = noun;
            while (owner > sentence.begin && noun - owner < 4 &&
                   (scan.is(owner - 1, "'s") || scan.is(owner - 1, "whose") || scan.is(owner - 1, ",") ||
                    scan.is(owner - 1, "corner") || scan.is(owner - 1, "red") || scan.is(owner - 1, "own")))
                --owner;
            if (owner > sentence.begin)
                if (const Mention* mention = scan.mentions.at(owner - 1)) {
                    add(scan, {mention->entity, mention->begin, mention->end, false}, mention->begin,
                        noun + 1, mention->begin);
                    continue;
                }
        }
        const std::size_t limit = std::min(sentence.end, noun + 10);
        for (std::size_t i = noun + 1; i < limit; ++i) {
            const Token& next = scan.token(i);
            if (next.is("of") || next.is("for") || next.is("belonging")) {
                if (!is_mark(token)) continue;
                std::size_t begin = i + 1;
                if (next.is("belonging")) ++begin;
                if (auto source = owner_at(scan, begin)) {
                    add(scan, *source, noun > sentence.begin ? noun - 1 : noun, source->end, noun);
                    break;
                }
                continue;
            }
            const bool reads =
                (next.words & kRead) || ((next.is("with") || next.is("in")) && scan.is(i + 1, "the") &&
                                         (scan.is(i + 2, "words") || scan.is(i + 2, "name")));
            if (reads) {
                std::size_t at = i + 1;
                if (next.is("with") || next.is("in")) at = i + 3;
                if (auto source = wording_at(scan, at)) add(scan, *source, noun, source->end, noun);
                break;
            }
            if (next.is(":") && i == noun + 1) {
                if (auto source = wording_at(scan, i + 1)) add(scan, *source, noun, source->end, noun);
                break;
            }
            if (next.words & (kLinker) || next.is(";")) break;
            // "the letters РТС", "the line 来源: 中新社".
            if (i == noun + 1) {
                bool borne = false;
                for (std::size_t k = noun; k-- > sentence.begin && noun - k <= 6;)
                    borne = borne || scan.has(k, kBear);
                if (borne || is_mark(token) || token.is("letters"))
                    if (auto source = wording_at(scan, i)) {
                        add(scan, *source, noun, source->end, noun);
                        break;
                    }
            }
        }
    }
}

}  // namespace sourcereel::claims
