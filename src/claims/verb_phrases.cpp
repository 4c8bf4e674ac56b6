#include <algorithm>

#include "claims/naming.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/stations.h"
#include "claims/verb_forms.h"
#include "claims/verb_phrases.h"

namespace sourcereel::claims {
namespace {

/// How far the source may stand behind its verb, tokens.
constexpr std::size_t kFurthestSource = 18;

/// "The Daily Name ran the pictures", "the agency carried the video": who is no broadcaster hands out what it
/// carries, unless the article says in so many words that it was on the air.
bool hands_out(const Scan& scan, std::size_t at, const Source& source) {
    if (source.entity.kind != EntityKind::outlet) return false;
    const attribution::Outlet* outlet = scan.outlets.by_id(source.entity.value);
    if (!outlet || !(outlet->medium == "press" || outlet->medium == "agency" || outlet->medium == "body"))
        return false;
    if (outlet->medium == "body") return true;
    const Token& verb = scan.token(at);
    for (const std::string_view aired : {"air", "broadcast", "televis", "show", "screen"})
        if (verb.folded.starts_with(aired)) return false;
    return true;
}

/// "(the) pro-government channel" before a name: behind it; `at` where what stands there is no description of
/// an outlet that the article then names.
std::size_t behind_description(const Scan& scan, std::size_t at, std::size_t limit) {
    constexpr std::size_t kLongest = 5;
    for (std::size_t i = at; i < limit && i <= at + kLongest; ++i) {
        if (scan.mentions.at(i)) return i > at && scan.has(i - 1, kOutletWord) ? i : at;
        const Token& token = scan.token(i);
        if (token.is("-") && !token.spaced) continue;
        if (token.kind != TokenKind::word || (token.words & (kPreposition | kLinker | kAuxiliary))) return at;
        if (token.capital && !(i + 1 < limit && scan.is(i + 1, "-"))) return at;
    }
    return at;
}

/// "(the) Turkish news website Haber 3": an outlet that the registry does not have, behind its description.
std::optional<Source> described_outlet(const Scan& scan, std::size_t at, std::size_t limit) {
    constexpr std::size_t kLongest = 5;
    for (std::size_t i = at; i < limit && i <= at + kLongest; ++i) {
        const Token& token = scan.token(i);
        if (token.kind != TokenKind::word || (token.words & (kPreposition | kLinker | kAuxiliary)))
            return std::nullopt;
        if (!scan.has(i, kOutletWord) || token.capital) continue;
        const std::size_t stop = name_end(scan, i + 1, limit);
        const char first = scan.token(i + 1).folded[0];
        if (stop == i + 1 || (first >= '0' && first <= '9')) continue;
        return Source{{EntityKind::literal, scan.words(i + 1, stop), std::nullopt}, at, stop, false};
    }
    return std::nullopt;
}

}  // namespace

ClaimType type_of(const Scan& scan, std::size_t verb, const Source& source, bool with_platform) {
    const Token& token = scan.token(verb);
    if (token.words & kPost) {
        // "The army shared drone footage": bodies and agencies hand out, where no platform is named.
        const attribution::Outlet* outlet =
            source.entity.kind == EntityKind::outlet ? scan.outlets.by_id(source.entity.value) : nullptr;
        const bool hands_out = outlet && (outlet->medium == "body" || outlet->medium == "agency");
        bool to_press = false;  // "shared it with reporters".
        for (std::size_t i = verb + 1; i + 1 < scan.sentence().end && i < verb + 6; ++i)
            to_press =
                to_press || (scan.is(i, "with") &&
                             is_one_of(scan.token(i + 1), {"reporters", "journalists", "media", "the"}) &&
                             (!scan.is(i + 1, "the") || is_one_of(scan.token(i + 2), {"media", "press"})));
        return (hands_out || to_press) && !with_platform && token.is("shared") ? ClaimType::released_by
                                                                               : ClaimType::posted_by;
    }
    if (token.words & kAir)
        return hands_out(scan, verb, source) ? ClaimType::released_by : ClaimType::aired_by;
    if (token.words & kFilm) return ClaimType::filmed_by;
    if (token.words & kObtain) return ClaimType::obtained_by;
    if (token.words & kRelay) return ClaimType::via;
    const bool passes_on = token.folded.starts_with("publish") || token.is("circulated") ||
                           token.is("disseminated") || token.is("distributed") || token.is("leaked");
    if (source.entity.kind == EntityKind::literal && !passes_on) return ClaimType::released_by;
    const bool account = source.entity.kind == EntityKind::handle ||
                         (with_platform && source.entity.kind == EntityKind::literal);
    if (account) return ClaimType::posted_by;
    return ClaimType::released_by;
}

std::size_t quote_begin(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    constexpr std::size_t kNear = 7;
    std::size_t at = verb;
    for (std::size_t i = verb; i-- > begin && verb - i <= kNear;) {
        if (scan.mentions.at(i) || scan.token(i).kind == TokenKind::quote) break;
        if (scan.has(i, kMedia | kStill)) {
            at = i > begin && scan.has(i - 1, kDeterminer) ? i - 1 : i;
            break;
        }
        if (scan.token(i).kind == TokenKind::sign && !scan.token(i).is("-")) break;
        if (scan.has(i, kAdverb | kAuxiliary)) at = i;
    }
    return at;
}

std::optional<Source> owner_of_account(const Scan& scan, std::size_t behind) {
    const Sentence& sentence = scan.sentence();
    if (behind >= sentence.end || !scan.has(behind - 1, kAccount)) return std::nullopt;
    std::size_t name = behind;
    if (scan.is(name, "of") || scan.is(name, "called") || scan.is(name, "named") ||
        scan.is(name, "belonging"))
        ++name;
    if (is_one_of(scan.token(name), {"with", "under", "by"}) && scan.is(name + 1, "the") &&
        scan.is(name + 2, "name")) {
        name += 3;
        if (scan.is(name, "of")) ++name;
    }
    if (scan.is(name, "to") || scan.is(name, "run")) ++name;
    if (name >= sentence.end) return std::nullopt;
    const Token& token = scan.token(name);
    // "on his Instagram account, @name".
    if (scan.is(name, ",") || scan.is(name, "("))
        if (const Mention* mention = scan.mentions.at(name + 1))
            if (mention->entity.kind == EntityKind::handle)
                return Source{mention->entity, name + 1, mention->end, false};
    if (name == behind && !token.capital && token.kind != TokenKind::quote && !scan.mentions.at(name))
        return std::nullopt;
    return source_at(scan, name);
}

std::optional<Source> owner_before_platform(const Scan& scan, std::size_t where) {
    const Sentence& sentence = scan.sentence();
    constexpr std::size_t kLongestOwner = 9;
    std::size_t possessive = where + 1;
    while (possessive < sentence.end && possessive <= where + kLongestOwner &&
           scan.token(possessive).kind == TokenKind::word && !scan.is(possessive, "'s"))
        ++possessive;
    if (!scan.is(possessive, "'s") || possessive < where + 2) return std::nullopt;
    bool named = false;
    std::size_t i = possessive + 1;
    for (; i < sentence.end && i <= possessive + 4; ++i) {
        if (scan.token(i).kind != TokenKind::word || scan.mentions.at(i)) return std::nullopt;
        named = named || (scan.token(i).capital && platform_named(scan.token(i).folded));
        if (named && scan.has(i + 1, kAccount)) {
            ++i;
            break;
        }
        if (named) break;
    }
    if (!named) return std::nullopt;
    if (const Mention* mention = scan.mentions.at(possessive - 1))
        return Source{mention->entity, where + 1, i + 1, false};
    auto source = source_at(scan, where + 1, {}, possessive);
    if (source) source->end = i + 1;
    return source;
}

std::optional<Source> agent_of(const Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    const std::size_t limit = std::min(sentence.end, verb + kFurthestSource);
    const bool air = scan.has(verb, kAir);
    std::size_t unknown = 0;
    for (std::size_t i = verb + 1; i < limit; ++i) {
        const Token& token = scan.token(i);
        if (token.is("by") && scan.is(i + 1, scan.token(i - 1).folded))
            return std::nullopt;  // "side by side".
        if (token.is("by")) {
            if (scan.is(i + 1, "both") || scan.is(i + 1, ":")) ++i;  // "Posted by: @a".
            // "by, among others, @a".
            if (scan.is(i + 1, ",") && scan.is(i + 2, "among") && scan.is(i + 4, ",")) i += 4;
            if (is_one_of(scan.token(i + 1), {"its", "their"}))
                if (auto owner = owner_of_crew(scan, i + 3)) return owner;
            return source_at(scan, i + 1, {true, true, scan.has(verb, kFilm)});
        }
        // "shared with her followers on X by @name".
        if (token.is("with") && scan.has(i + 1, kDeterminer) &&
            (scan.is(i + 2, "followers") || scan.is(i + 2, "subscribers") || scan.is(i + 2, "fans") ||
             scan.is(i + 2, "viewers"))) {
            i += 2;
            continue;
        }
        if ((token.is("on") || token.is("to")) && scan.has(verb, kPost | kRelease))
            if (auto owner = owner_before_platform(scan, i)) return owner;
        if (scan.mentions.at(i)) {
            // "posted on RIA Novosti's Telegram channel".
            return std::nullopt;
        }
        if (token.is("on") || token.is("to") || token.is("in") || token.is("via") || token.is("across")) {
            std::size_t stop = i + 1;
            if (platform_at(scan, i + 1, stop)) {
                if (auto owner = owner_of_account(scan, stop)) return owner;
                i = stop - 1;
                continue;
            }
            // "on the website of B".
            for (std::size_t k = i + 1; token.is("on") && k + 2 < limit && k < i + 4; ++k)
                if ((scan.has(k, kAccount) || scan.is(k, "website") || scan.is(k, "site")) &&
                    scan.is(k + 1, "of") && scan.has(verb, kRelease | kPost))
                    return source_at(scan, k + 2);
            std::size_t name = i + 1;
            while (name < limit &&
                   (scan.has(name, kDeterminer | kAdverb) || scan.token(name).kind == TokenKind::quote ||
                    !country_word(scan, name).empty() || scan.is(name, "'s") ||
                    scan.has(name, kOutletWord | kStateRun)) &&
                   !scan.mentions.at(name))
                ++name;
            if (!scan.mentions.at(name)) name = behind_description(scan, name, limit);
            if (const Mention* mention = name < limit ? scan.mentions.at(name) : nullptr)
                // Not "repeated the claim to B".
                if (mention->entity.kind != EntityKind::handle &&
                    (token.is("on") ||
                     (token.is("to") &&
                      (air ? has_be_before(scan, verb)
                           : !is_one_of(scan.token(verb),
                                        {"passed", "sent", "handed", "given", "offered", "shared"})))) &&
                    (air || scan.has(verb, kRelease | kPost)))
                    return Source{mention->entity, i + 1, mention->end, false};
            if (token.is("on") && air && name < limit && scan.has(name - 1, kOutletWord)) {
                if (auto source = source_at(scan, i + 1, {false, false})) return source;
            }
            // "broadcast on KXRT", "shown on Nord TV".
            if (token.is("on") && air && !scan.mentions.at(i + 1)) {
                const std::size_t end = name_end(scan, i + 1, limit);
                const Source named{
                    {EntityKind::literal, scan.words(i + 1, end), std::nullopt}, i + 1, end, false};
                if (end > i + 1 && names_station(scan, named)) return named;
            }
            // "featured on the Turkish news website Haber 3".
            if (token.is("on") && air)
                if (auto station = described_outlet(scan, i + 1, limit)) return station;
            continue;
        }
        if (token.is("(")) {
            while (i < limit && !scan.token(i).is(")")) ++i;
            continue;
        }
        if (token.is(",")) {
            std::size_t close = i + 1;
            while (close < limit && !scan.token(close).is(",") && close - i < 9) ++close;
            const bool inserted = close + 1 < limit && scan.token(close).is(",") &&
                                  (scan.token(close + 1).is("by") || scan.token(close + 1).is("on") ||
                                   scan.token(close + 1).is("to"));
            if (!inserted) return std::nullopt;
            i = close;
            continue;
        }
        // "was filmed and posted by @a"; not "was shot in Ireland and released by B".
        bool close = true;
        for (std::size_t k = verb + 1; k < i; ++k)
            close =
                close && (scan.has(k, kAdverb | kHedge) || scan.token(k).is("on") || scan.token(k).is("to") ||
                          platform_named(scan.token(k).folded).has_value() || scan.token(k).is("up"));
        std::size_t second = i + 1;  // "aired and later deleted by B".
        while (second < limit && scan.has(second, kAdverb)) ++second;
        if (token.is("and") && close && second < limit &&
            (scan.has(second, kPassive) ||
             is_one_of(scan.token(second), {"deleted", "removed", "withdrawn", "edited"}))) {
            i = second;
            continue;
        }
        // "carried on YouTube and by C-SPAN", "shared, and later deleted, by @a".
        if (token.is("and") && scan.is(i + 1, "by")) continue;
        if (token.kind != TokenKind::word) {
            if (token.is("-") || token.is(".") || token.is(":") || token.is("/")) continue;
            return std::nullopt;
        }
        if ((token.words & kPassive) && !(token.words & kMedia)) return std::nullopt;
        if (token.words & (kAdverb | kTime | kHedge | kDeterminer) ||
            (token.folded[0] >= '0' && token.folded[0] <= '9'))
            continue;
        if (token.is("at") || token.is("for") || token.is("during") || token.is("under")) continue;
        if (token.is("that") && scan.has(i + 1, kTime)) continue;  // "that morning".
        // "streamed from start to finish by B".
        if (token.is("from") &&
            is_one_of(scan.token(i + 1), {"start", "beginning", "morning", "dawn", "first", "noon"}) &&
            scan.is(i + 2, "to")) {
            i += 3;
            continue;
        }
        if (token.words & (kLinker | kNegation | kAuxiliary) ||
            (token.is("with") && !scan.has(verb, kFilm)) || (token.is("from") && !scan.has(verb, kFilm)) ||
            token.is("showing") || token.is("as") || token.is("said") || token.is("and") || token.is("but"))
            return std::nullopt;
        // "in Valparaiso on 2 February by": a place.
        if (token.capital || (scan.token(i - 1).is("in") && !token.words)) continue;
        constexpr std::size_t kMostUnknown = 4;
        if (++unknown > kMostUnknown) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace sourcereel::claims
