#include <algorithm>
#include <iterator>

#include "claims/naming.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/screen_words.h"
#include "claims/stations.h"

namespace sourcereel::claims {
namespace {

void add(Scan& scan, const Source& source, std::size_t begin, std::size_t end, std::size_t noun) {
    // Nor does what stands on the screen claim anything.
    std::erase_if(scan.found, [&](const FoundClaim& known) {
        return known.claim.type == ClaimType::footage_from && known.begin >= source.begin &&
               known.end <= source.end;
    });
    // A credit line that stands on the screen is what stands on the screen.
    std::erase_if(scan.found, [&](const FoundClaim& known) {
        return known.claim.type == ClaimType::credit &&
               (known.claim.entity == source.entity || scan.token(source.begin).kind == TokenKind::quote) &&
               known.begin >= begin && known.end <= end;
    });
    const bool credit = scan.is(noun, "credit");  // "The credit reads "B"".
    FoundClaim& made = scan.add(credit ? ClaimType::credit : ClaimType::on_screen_text, source, begin, end);
    const std::size_t from = std::max(scan.sentence().begin + 5, noun) - 5;
    for (std::size_t i = from; i < noun; ++i)
        if (scan.has(i, kHedge)) made.claim.hedged = true;
    for (std::size_t i = from; i < noun; ++i)
        if (scan.token(i).is("not") || (scan.token(i).is("no") && i + 1 == noun)) made.claim.negated = true;
}

}  // namespace

namespace {

/// "reads the caption of a TikTok video": the words of a post, not of its picture.
bool is_caption_of_post(const Scan& scan, std::size_t verb) {
    constexpr std::size_t kFar = 12;
    bool of = false;
    for (std::size_t i = verb + 1; i < scan.sentence().end && i < verb + kFar; ++i) {
        of = of || scan.is(i, "of") || scan.is(i, "to") || scan.is(i, "on") || scan.is(i, "accompanying");
        const Token& token = scan.token(i);
        const bool post = token.is("post") || token.is("posts") || token.is("tweet") || token.is("reel") ||
                          token.is("upload") || (token.capital && platform_named(token.folded));
        if (of && post) return true;
    }
    return false;
}

/// "was shown under the words "LIVE"", "B aired it above the words LIVE": `at` is "under".
bool is_shown_on_air(const Scan& scan, std::size_t at) {
    constexpr std::size_t kFar = 12;
    for (std::size_t i = at; i-- > scan.sentence().begin && at - i <= kFar;)
        if (scan.has(i, kAir) && scan.has(i, kActive | kPassive) && !scan.mentions.at(i)) return true;
    return false;
}

/// "the words "LIVE" along the top", "@a is visible in the corner".
void read_placed_words(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
        if (scan.is(i, "words") || scan.is(i, "word") || scan.is(i, "letters") || scan.is(i, "characters") ||
            scan.is(i, "name") || scan.is(i, "handle") || scan.is(i, "username")) {
            const bool of = scan.is(i, "name") && scan.is(i + 1, "of");  // "bears the name of B".
            auto source = wording_at(scan, of ? i + 2 : i + 1);
            if (!source) continue;
            if (scan.is(i, "letters") && source->entity.kind == EntityKind::outlet)
                source->entity = {EntityKind::literal, inner_words(scan, *source), std::nullopt};
            const bool appears = scan.has(source->end, kVerb | kAuxiliary) || scan.is(source->end, "flash");
            bool seen = false;
            for (std::size_t k = source->end; appears && k < sentence.end && k < source->end + 4; ++k)
                seen = seen || scan.is(k, "seen") || scan.is(k, "visible") || scan.is(k, "read") ||
                       scan.is(k, "appear") || scan.is(k, "made") || scan.is(k, "legible") ||
                       scan.is(k, "readable") || scan.is(k, "printed") || scan.is(k, "discernible");
            bool borne = false;  // "bears the TikTok handle @name".
            for (std::size_t k = i; k-- > sentence.begin && i - k <= 4;)
                borne = borne ||
                        (scan.is(k, "with") &&
                         is_one_of(scan.token(k - 1), {"ends", "ended", "opens", "opened", "begins", "began",
                                                       "closes", "starts", "emblazoned"})) ||
                        (is_one_of(scan.token(k), {"under", "above", "over", "beneath", "behind"}) &&
                         is_shown_on_air(scan, k)) ||
                        (scan.is(k, "and") && std::any_of(scan.found.begin(), scan.found.end(),
                                                          [&](const FoundClaim& known) {
                                                              return known.claim.type ==
                                                                         ClaimType::on_screen_text &&
                                                                     known.begin < k;
                                                          })) ||
                        scan.is(k, "bears") || scan.is(k, "bearing") || scan.is(k, "carries") ||
                        scan.is(k, "bore") || scan.is(k, "carrying") || scan.is(k, "displays");
            if (borne || names_place(scan, source->end) || seen) add(scan, *source, i, source->end, i);
            continue;
        }
        // "watermarked @a", "stamped with the word EXERCISE".
        if (scan.is(i, "watermarked") || scan.is(i, "stamped") || scan.is(i, "branded") ||
            scan.is(i, "overlaid") || scan.is(i, "emblazoned") || scan.is(i, "superimposed") ||
            (scan.is(i, "marked") && scan.has(i - 1, kMedia))) {
            std::size_t at = i + 1;
            while (at < sentence.end && at < i + 5 && !scan.mentions.at(at) &&
                   (scan.is(at, "with") || scan.has(at, kDeterminer) || scan.is(at, "words") ||
                    scan.is(at, "word") || scan.is(at, "name") || scan.is(at, "handle") ||
                    scan.is(at, "logo") || scan.is(at, "of")))
                ++at;
            if (auto source = wording_at(scan, at)) add(scan, *source, i, source->end, i);
            continue;
        }
        // ""LIVE" flashes across the bottom of the screen".
        if (scan.token(i).kind == TokenKind::quote && scan.token(i).opens) {
            auto source = wording_at(scan, i);
            if (source && source->end + 1 < sentence.end &&
                (scan.is(source->end, "flashes") || scan.is(source->end, "appears") ||
                 scan.is(source->end, "runs") || scan.is(source->end, "scrolls") ||
                 scan.is(source->end, "flashed") || scan.is(source->end, "appeared") ||
                 is_laid_over(scan, source->end)) &&
                names_place(scan, source->end)) {
                source->entity = {EntityKind::literal, inner_words(scan, *source), std::nullopt};
                if (std::none_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& known) {
                        return known.claim.type == ClaimType::on_screen_text && known.end >= source->end;
                    }))
                    add(scan, *source, i, source->end, i);
                continue;
            }
        }
        // ""LIVE", said the line on screen".
        if (scan.has(i, kRead) && i > sentence.begin + 2 && scan.has(i + 1, kDeterminer) &&
            !is_caption_of_post(scan, i)) {
            std::size_t close = i - 1;
            if (scan.is(close, ",")) --close;
            bool noun = false;
            for (std::size_t k = i + 2; k < sentence.end && k < i + 5; ++k)
                noun = noun || (scan.has(k, kScreenNoun) && !scan.is(k, "credit"));
            // "says the line under the film": a credit.
            for (std::size_t k = i + 2; k < sentence.end && k < i + 6; ++k)
                noun = noun && !is_one_of(scan.token(k), {"under", "below", "beneath"});
            if (noun && scan.token(close).kind == TokenKind::quote) {
                std::size_t open = close;
                while (open > sentence.begin && close - open < 20 &&
                       scan.token(open - 1).kind != TokenKind::quote)
                    --open;
                if (open > sentence.begin && open < close) {
                    const Source source{
                        {EntityKind::literal, scan.words(open, close), std::nullopt}, open, close, false};
                    std::erase_if(scan.found, [&](const FoundClaim& known) {
                        return known.claim.type == ClaimType::credit && known.begin >= open &&
                               known.end <= close;
                    });
                    add(scan, source, open, close, i);
                }
            }
        }
        // "In the top right one can read @a".
        if (scan.is(i, "read") && scan.is(i - 1, "can") && names_place(scan, sentence.begin))
            if (auto source = wording_at(scan, i + 1)) {
                add(scan, *source, i, source->end, i);
                continue;
            }
        const Mention* mention = scan.mentions.at(i);
        if (!mention || mention->begin != i || mention->entity.kind == EntityKind::outlet_class) continue;
        // "The name of the army's portal, 中国军网, is visible in the corner".
        if (mention->entity.kind == EntityKind::outlet && scan.token(i).latin) continue;
        for (std::size_t k = mention->end; k < sentence.end && k < mention->end + 4; ++k)
            if ((scan.is(k, "visible") || scan.is(k, "seen") || scan.is(k, "appears") ||
                 scan.is(k, "printed") || scan.is(k, "stands") || scan.is(k, "burned") ||
                 scan.is(k, "burnt") || scan.is(k, "read")) &&
                names_place(scan, k))
                add(scan, {mention->entity, i, mention->end, false}, i, k + 1, i);
    }
}

/// Whether the sentence says that something is to be seen.
bool is_shown(const Scan& scan) {
    for (std::size_t i = scan.sentence().begin; i < scan.sentence().end; ++i)
        if (scan.has(i, kBear) || scan.is(i, "clip") || scan.is(i, "video") || scan.is(i, "footage") ||
            scan.is(i, "visible") || scan.is(i, "seen") || scan.is(i, "corner") || scan.is(i, "added") ||
            scan.is(i, "pasted") || scan.is(i, "appears") || scan.is(i, "screen") ||
            (is_one_of(scan.token(i), {"opens", "opened", "begins", "began", "ends", "ended", "starts"}) &&
             scan.is(i + 1, "with")))
            return true;
    return false;
}

}  // namespace

void read_screen(Scan& scan) {
    read_placed_words(scan);
    const Sentence& sentence = scan.sentence();
    for (std::size_t noun = sentence.begin; noun < sentence.end; ++noun) {
        const bool lower_third =
            scan.is(noun, "third") && noun > sentence.begin && scan.is(noun - 1, "lower");
        if ((!scan.has(noun, kScreenNoun) && !lower_third) || scan.mentions.at(noun)) continue;
        const Token& token = scan.token(noun);
        // "shared it with the caption": the words of a post.
        const bool of_post =
            (token.is("caption") || token.is("headline") || token.is("text") || token.is("line")) &&
            noun >= sentence.begin + 2 && (scan.is(noun - 2, "with") || scan.is(noun - 2, "under"));
        if (of_post && std::any_of(scan.text.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.begin),
                                   scan.text.tokens.begin() + static_cast<std::ptrdiff_t>(noun),
                                   [](const Token& each) { return (each.words & kPost) != 0; }))
            continue;
        // "B's logo", "the B watermark", "B, whose logo".
        if ((is_mark(token) || is_graphic(token)) && noun > sentence.begin) {
            std::size_t owner = noun;
            while (owner > sentence.begin && noun - owner < 4 &&
                   (scan.is(owner - 1, "'s") || scan.is(owner - 1, "whose") || scan.is(owner - 1, ",") ||
                    scan.is(owner - 1, "corner") || scan.is(owner - 1, "red") || scan.is(owner - 1, "own")))
                --owner;
            // "a small "Veo" mark".
            if (scan.token(noun - 1).kind == TokenKind::quote && !scan.token(noun - 1).opens &&
                is_shown(scan)) {
                std::size_t open = noun - 1;
                while (open > sentence.begin && noun - open < 8 &&
                       scan.token(open - 1).kind != TokenKind::quote)
                    --open;
                if (open > sentence.begin && open < noun - 1)
                    if (auto source = wording_at(scan, open - 1)) {
                        add(scan, *source, open - 1, noun + 1, open - 1);
                        continue;
                    }
            }
            // "Its logo is visible": of whom the text has spoken last.
            if (noun == sentence.begin + 1 && is_one_of(scan.token(sentence.begin), {"its", "their"}) &&
                is_mark(token) && is_shown(scan)) {
                constexpr std::size_t kFresh = 60;
                const Mention* mention = scan.mentions.before(sentence.begin);
                const bool literal = scan.last_literal && sentence.begin - scan.last_literal_end < kFresh &&
                                     (!mention || mention->end <= scan.last_literal_end);
                if (literal || (mention && mention->entity.kind == EntityKind::outlet &&
                                sentence.begin - mention->end < kFresh)) {
                    Entity owner_entity = literal ? *scan.last_literal : mention->entity;
                    owner_entity.platform.reset();
                    add(scan, {owner_entity, sentence.begin, noun + 1, true}, sentence.begin, noun + 1, noun);
                    continue;
                }
            }
            // "The channel's logo is there": of whom the text has spoken.
            if (owner + 1 == noun && scan.is(owner, "'s") && scan.has(owner - 1, kOutletWord) &&
                !scan.has(owner - 1, kMedia) && scan.is(owner - 2, "the") && owner >= sentence.begin + 2)
                if (const auto entity = referent(scan, owner - 2, scan.token(owner - 1).folded, {})) {
                    add(scan, {*entity, owner - 2, noun + 1, true}, owner - 2, noun + 1, owner - 2);
                    continue;
                }
            // "The Nord TV logo": a station that the registry does not have.
            if (owner == noun && is_name_word(scan.token(noun - 1)) && !scan.mentions.at(noun - 1)) {
                std::size_t name = noun;
                while (name > sentence.begin && noun - name < 4 && is_name_word(scan.token(name - 1)) &&
                       !scan.has(name - 1, kDeterminer))
                    --name;
                const Source station{
                    {EntityKind::literal, scan.words(name, noun), std::nullopt}, name, noun, false};
                if (names_station(scan, station) && is_shown(scan)) {
                    add(scan, station, name, noun + 1, name);
                    continue;
                }
            }
            if (owner > sentence.begin)
                if (const Mention* mention = scan.mentions.at(owner - 1);
                    mention && mention->entity.kind != EntityKind::outlet_class) {
                    // "A BBC logo costs nothing": any logo.
                    const bool any = mention->begin > sentence.begin &&
                                     (scan.is(mention->begin - 1, "a") || scan.is(mention->begin - 1, "an"));
                    if (any && !is_shown(scan)) continue;
                    add(scan, {mention->entity, mention->begin, mention->end, false}, mention->begin,
                        noun + 1, mention->begin);
                    continue;
                }
        }
        const std::size_t limit = std::min(sentence.end, noun + 10);
        for (std::size_t i = noun + 1; i < limit; ++i) {
            const Token& next = scan.token(i);
            if (next.is("of") || next.is("for") || next.is("belonging") || next.is("belongs")) {
                if (!is_mark(token) && !is_graphic(token)) continue;
                std::size_t begin = i + 1;
                if (next.is("belonging") || next.is("belongs")) ++begin;
                if (auto source = owner_at(scan, begin)) {
                    add(scan, *source, noun > sentence.begin ? noun - 1 : noun, source->end, noun);
                    break;
                }
                continue;
            }
            const bool reads =
                (next.words & kRead) || ((next.is("with") || next.is("in")) && scan.is(i + 1, "the") &&
                                         (scan.is(i + 2, "words") || scan.is(i + 2, "name") ||
                                          scan.is(i + 2, "username") || scan.is(i + 2, "handle")));
            if (reads) {
                std::size_t at = i + 1;
                if (next.is("with") || next.is("in")) at = i + 3;
                if (auto source = wording_at(scan, at)) add(scan, *source, noun, source->end, noun);
                break;
            }
            if (next.is(":") && i == noun + 1 && !token.is("credit")) {
                if (auto source = wording_at(scan, i + 1)) add(scan, *source, noun, source->end, noun);
                break;
            }
            // "a caption that read "LIVE"", "the line "LIVE" was added".
            if ((next.is("that") || next.is("which")) && scan.has(i + 1, kRead)) continue;
            // "A caption gives the vessel's name as 영웅김군옥함".
            if (i == noun + 1 && is_one_of(next, {"gives", "gave", "names", "identifies", "identified"})) {
                for (std::size_t k = i + 1; k < limit; ++k)
                    if (scan.is(k, "as")) {
                        if (auto source = wording_at(scan, k + 1)) {
                            if (const auto platform = platform_near(scan, k, *source);
                                platform && source->entity.kind == EntityKind::handle)
                                source->entity.platform = std::string(platform->id);
                            add(scan, *source, noun, source->end, noun);
                        }
                        break;
                    }
                break;
            }
            // "a label that appears to read "LIVE"".
            const bool seems = is_one_of(scan.token(i + 1), {"appears", "seems", "appeared", "seemed"}) &&
                               scan.is(i + 2, "to") && scan.has(i + 3, kRead);
            if ((next.is("that") || next.is("which")) && seems) {
                if (auto source = wording_at(scan, i + 4)) {
                    add(scan, *source, noun, source->end, noun);
                    scan.found.back().claim.hedged = true;
                }
                break;
            }
            if (next.words & (kLinker) || next.is(";")) break;
            // "the letters РТС", "the line 来源: 中新社".
            if (i == noun + 1) {
                bool borne = false;
                for (std::size_t k = noun; k-- > sentence.begin && noun - k <= 6;)
                    borne = borne || scan.has(k, kBear);
                if (next.kind == TokenKind::quote && !of_post) {
                    std::size_t close = i + 1;
                    while (close < limit && scan.token(close).kind != TokenKind::quote) ++close;
                    borne = borne || (close + 1 < sentence.end &&
                                      (scan.has(close + 1, kAuxiliary) || names_place(scan, close + 1)));
                }
                if (borne || is_mark(token) || token.is("letters"))
                    if (auto source = wording_at(scan, i)) {
                        // Letters are letters, whoever uses them.
                        if (token.is("letters") && source->entity.kind == EntityKind::outlet)
                            source->entity = {EntityKind::literal, inner_words(scan, *source), std::nullopt};
                        // "the TikTok watermark @name".
                        if (source->entity.kind == EntityKind::handle && !source->entity.platform &&
                            noun > sentence.begin && scan.token(noun - 1).capital)
                            if (const auto platform = platform_named(scan.token(noun - 1).folded))
                                source->entity.platform = std::string(platform->id);
                        add(scan, *source, noun, source->end, noun);
                        break;
                    }
            }
        }
    }
}

}  // namespace sourcereel::claims
