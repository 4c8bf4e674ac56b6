#include "claims/screen_words.h"

#include <algorithm>
#include <iterator>

#include "claims/naming.h"
#include "claims/phrases.h"

namespace sourcereel::claims {
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
        // "reads: "KCNA,"": the comma is the sentence's.
        std::size_t stop = close;
        if (stop > at + 2 && (scan.is(stop - 1, ",") || scan.is(stop - 1, "."))) --stop;
        const Mention* mention = scan.mentions.at(at + 1);
        // "Video: cortesía B": the words name B.
        for (std::size_t k = at + 2; k + 1 < stop; ++k) {
            if (!scan.is(k, ":")) continue;
            std::size_t name = k + 1;
            if (is_one_of(scan.token(name), {"courtesy", "cortesía", "cortesia", "gentileza"})) ++name;
            if (is_one_of(scan.token(name), {"of", "de"})) ++name;
            if (const Mention* credited = scan.mentions.at(name); credited && credited->end == stop)
                return Source{credited->entity, at, close + 1, false};
            if (is_one_of(scan.token(k - 1), {"courtesy", "credit", "video", "source", "footage"}) &&
                name < stop &&
                std::all_of(
                    scan.text.tokens.begin() + static_cast<std::ptrdiff_t>(name),
                    scan.text.tokens.begin() + static_cast<std::ptrdiff_t>(stop),
                    [](const Token& token) { return token.kind == TokenKind::word && token.capital; }))
                return Source{
                    {EntityKind::literal, scan.words(name, stop), std::nullopt}, at, close + 1, false};
            break;
        }
        // "NTV" may be four channels' letters: what stands there are the letters.
        const bool many = mention && scan.outlets.named(scan.words(at + 1, stop)).size() > 1;
        if (mention && mention->end == stop && !many) return Source{mention->entity, at, close + 1, false};
        return Source{{EntityKind::literal, scan.words(at + 1, stop), std::nullopt}, at, close + 1, false};
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

std::string inner_words(const Scan& scan, const Source& source) {
    const bool quoted = scan.token(source.begin).kind == TokenKind::quote && source.end > source.begin + 2;
    return quoted ? scan.words(source.begin + 1, source.end - 1) : scan.words(source.begin, source.end);
}

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

bool is_mark(const Token& token) {
    return token.is("logo") || token.is("logos") || token.is("watermark") || token.is("watermarks") ||
           token.is("mark") || token.is("branding") || token.is("bug") || token.is("emblem") ||
           token.is("insignia") || token.is("stamp");
}

bool is_graphic(const Token& token) {
    return is_one_of(token, {"banner", "banners", "chyron", "strap", "ticker", "graphics", "graphic", "ident",
                             "strapline", "lettering"});
}

bool names_place(const Scan& scan, std::size_t at) {
    constexpr std::string_view kPlaces[] = {"top",   "bottom", "corner", "corners", "screen",  "foot",
                                            "edge",  "side",   "left",   "right",   "picture", "frame",
                                            "image", "middle", "centre", "footage", "video",   "clip"};
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = at; i < sentence.end && i < at + 10; ++i) {
        if (scan.token(i).is(".") || scan.token(i).is(";")) return false;
        if (std::find(std::begin(kPlaces), std::end(kPlaces), scan.token(i).folded) == std::end(kPlaces))
            continue;
        for (std::size_t k = i; k-- > at && i - k <= 5;)
            if (scan.is(k, "along") || scan.is(k, "across") || scan.is(k, "in") || scan.is(k, "on") ||
                scan.is(k, "at") || scan.is(k, "over") || scan.is(k, "of"))
                return true;
        if (scan.token(i).is("screen") && i > at && scan.is(i - 1, "on")) return true;
    }
    return false;
}

bool is_laid_over(const Scan& scan, std::size_t at) {
    if (is_one_of(scan.token(at),
                  {"stands", "stood", "sits", "fills", "moves", "crawls", "crawled", "ran", "blinks"}))
        return true;
    std::size_t verb = at;
    while (scan.has(verb, kAuxiliary | kAdverb)) ++verb;
    return verb > at &&
           is_one_of(scan.token(verb), {"written", "printed", "stamped", "burned", "burnt", "superimposed",
                                        "visible", "overlaid", "added", "displayed", "laid", "shown",
                                        "pasted", "legible", "seen", "painted"});
}

}  // namespace sourcereel::claims
