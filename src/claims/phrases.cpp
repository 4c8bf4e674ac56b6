#include "claims/phrases.h"

#include <algorithm>

#include "claims/countries.h"

namespace sourcereel::claims {
namespace {

constexpr std::size_t kLongestPhrase = 14;

bool ends_phrase(const Scan& scan, std::size_t at, std::size_t begin) {
    const Token& token = scan.token(at);
    if (token.kind == TokenKind::sign)
        return token.spaced || !(token.is("-") || token.is("/") || token.is("'") || token.is("’") ||
                                 token.is("&") || token.is("."));
    if (token.kind == TokenKind::quote) return true;
    if (token.is("'s") || token.is("of")) return at == begin && token.is("of");
    if (token.capital && at > begin && !(token.words & kTime) && !(token.words & kPreposition)) return false;
    if (token.words & (kPreposition | kLinker | kAuxiliary | kHedge | kNegation)) return true;
    if ((token.words & kTime) && at > begin) return true;
    if (at > begin && (token.words & (kVerb | kAdverb)) && !token.capital) return true;
    return at > begin && (token.words & kSourceVerb) && !(token.words & kMedia);
}

/// "the quoted name": the source in quotation marks that open at `at`.
std::optional<Source> quoted_at(const Scan& scan, std::size_t at) {
    if (at >= scan.sentence().end || scan.token(at).kind != TokenKind::quote) return std::nullopt;
    const std::size_t limit = std::min(scan.sentence().end, at + 12);
    std::size_t close = at + 1;
    while (close < limit && scan.token(close).kind != TokenKind::quote) ++close;
    if (close >= limit || close == at + 1) return std::nullopt;
    const Mention* mention = scan.mentions.at(at + 1);
    if (mention && mention->end == close) return Source{mention->entity, at, close + 1, false};
    return Source{{EntityKind::literal, scan.words(at + 1, close), std::nullopt}, at, close + 1, false};
}

bool is_name_word(const Token& token) {
    return token.kind == TokenKind::word && token.capital && !(token.words & kTime) && !token.is("'s");
}

/// The name at the end of the phrase [begin, end): "lorry driver Pavel Orsic" → "Pavel Orsic".
std::size_t name_begin(const Scan& scan, std::size_t begin, std::size_t end) {
    std::size_t at = end;
    while (at > begin) {
        const Token& before = scan.token(at - 1);
        const bool joint = before.kind == TokenKind::sign || before.is("of") || before.is("de") ||
                           before.is("'s") || before.is("al") || before.is("van") || before.is("von") ||
                           before.is("bin");
        if (!is_name_word(before) &&
            !(joint && at - 1 > begin && is_name_word(scan.token(at - 2)) && at < end))
            break;
        --at;
    }
    return at;
}

/// A source made of the words of a phrase that holds no mention.
std::optional<Source> plain_source(const Scan& scan, std::size_t begin, std::size_t end,
                                   SourceChoice choice) {
    std::size_t first = begin;
    bool definite = false;
    bool indefinite = false;
    while (first < end && scan.has(first, kDeterminer) && !scan.token(first).is("'s")) {
        if (scan.token(first).is("a") || scan.token(first).is("an") || scan.token(first).is("another") ||
            scan.token(first).is("some"))
            indefinite = true;
        else
            definite = true;
        ++first;
    }
    while (end > first && (scan.token(end - 1).kind != TokenKind::word || scan.token(end - 1).is("'s")))
        --end;
    if (first >= end) return std::nullopt;
    const Token& front = scan.token(first);
    const Token& head = scan.token(end - 1);
    if (front.words & (kIndefinite | kPronoun | kNegation) && !front.capital) return std::nullopt;
    if (front.words & kTime || (front.folded[0] >= '0' && front.folded[0] <= '9')) return std::nullopt;
    if (head.capital && head.kind == TokenKind::word) {
        if (!choice.names) return std::nullopt;
        std::size_t name = name_begin(scan, first, end);
        if (name == end) return std::nullopt;
        if (!country_word(scan, end - 1).empty() && end - name == 1) return std::nullopt;  // "by Russia".
        if (platform_named(head.folded) && end - name == 1) return std::nullopt;
        return Source{{EntityKind::literal, scan.words(name, end), std::nullopt}, begin, end, false};
    }
    const std::string_view country = country_word(scan, first);
    const std::size_t behind_country = country.empty() ? first : first + 1;
    const bool bare =
        end - behind_country == 1 || (end - behind_country == 2 && head.words & kOutletWord &&
                                      scan.has(behind_country, kOutletWord | kStateRun | kBody));
    if (head.words & (kOutletWord | kAccount)) {
        // "the Rybar Telegram channel": the name before.
        std::size_t name_end = end - 1;
        while (name_end > first &&
               (platform_named(scan.token(name_end - 1).folded) ||
                (scan.has(name_end - 1, kOutletWord | kAccount) && !scan.token(name_end - 1).capital)))
            --name_end;
        const std::size_t name = name_begin(scan, first, name_end);
        if (choice.names && name < name_end && country_word(scan, name).empty())
            return Source{{EntityKind::literal, scan.words(name, name_end), std::nullopt}, begin, end, false};
    }
    if (definite && bare && head.words & (kOutletWord | kBody | kAccount))
        if (auto entity = referent(scan, begin, head.folded, country))
            return Source{*entity, begin, end, true};
    if (!choice.persons) return std::nullopt;
    if (head.words & (kOutletWord | kAccount) && !(head.words & kBody)) return std::nullopt;
    if (indefinite && !(head.words & kBody) && head.words & kMedia) return std::nullopt;
    if (head.words & (kMedia | kOtherThing) && !(head.words & kBody)) return std::nullopt;
    return Source{{EntityKind::literal, scan.words(first, end), std::nullopt}, begin, end, false};
}

}  // namespace

std::string_view country_word(const Scan& scan, std::size_t at) {
    const Token& token = scan.token(at);
    if (token.kind != TokenKind::word || !token.capital || (token.is("us") && !token.capitals)) return {};
    return country_named(token.folded, at > 0 ? std::string_view(scan.token(at - 1).folded) : "");
}

std::optional<Source> source_at(const Scan& scan, std::size_t at, SourceChoice choice) {
    const Sentence& sentence = scan.sentence();
    const std::size_t limit = std::min(sentence.end, at + kLongestPhrase);
    if (at >= limit) return std::nullopt;
    std::size_t end = at;
    for (; end < limit; ++end) {
        if (const Mention* mention = scan.mentions.at(end)) {
            // "Frontline Echo (@frontline)": the account is what counts.
            return Source{mention->entity, at, mention->end, false};
        }
        if (scan.token(end).kind == TokenKind::quote) {
            auto quoted = quoted_at(scan, end);
            if (quoted && (choice.names || quoted->entity.kind != EntityKind::literal)) {
                quoted->begin = at;
                return quoted;
            }
            break;
        }
        if (ends_phrase(scan, end, at)) break;
    }
    if (end == at) return std::nullopt;
    const Token* next = end < limit ? &scan.token(end) : nullptr;
    if (next && next->is("(") && end + 1 < sentence.end)
        if (const Mention* mention = scan.mentions.at(end + 1))
            if (mention->entity.kind == EntityKind::handle || scan.is(mention->end, ")"))
                return Source{mention->entity, at, mention->end, false};
    // "by a Telegram channel, @name", "by the page called "Name"".
    const bool descriptive = scan.has(end - 1, kAccount | kOutletWord | kBody);
    if (next && descriptive && end + 1 < sentence.end &&
        (next->is(",") || next->is(":") || next->is("called") || next->is("named") || next->is("known"))) {
        std::size_t name = end + 1;
        if (scan.is(name, "as")) ++name;
        if (const Mention* mention = scan.mentions.at(name))
            return Source{mention->entity, at, mention->end, false};
        if (!next->is(",") && choice.names) {
            if (auto quoted = quoted_at(scan, name)) return quoted;
            std::size_t stop = name;
            while (stop < limit && is_name_word(scan.token(stop))) ++stop;
            if (stop > name)
                return Source{{EntityKind::literal, scan.words(name, stop), std::nullopt}, at, stop, false};
        }
    }
    return plain_source(scan, at, end, choice);
}

std::optional<Entity> referent(const Scan& scan, std::size_t before, std::string_view noun,
                               std::string_view country) {
    constexpr std::size_t kMentionsBack = 12;
    const Mention* mention = scan.mentions.before(before);
    const Mention* first = scan.mentions.all().data();
    const std::uint32_t words = classes_of(noun);
    for (std::size_t steps = 0; mention && steps < kMentionsBack;
         ++steps, mention = mention == first ? nullptr : mention - 1) {
        const Entity& entity = mention->entity;
        if (entity.kind == EntityKind::handle) {
            if ((words & kAccount) && country.empty()) return entity;
            continue;
        }
        std::string_view medium;
        if (entity.kind == EntityKind::outlet_class) {
            if (country.empty() || mention->country == country)
                if (words & kOutletWord) return entity;
            continue;
        }
        const attribution::Outlet* outlet = scan.outlets.by_id(entity.value);
        if (!outlet) continue;
        if (!country.empty() && !attribution::is_of_country(*outlet, country)) {
            // The other owner of a name that was named: "the Swiss broadcaster" behind Serbia's RTS.
            outlet = nullptr;
            const std::string name = scan.words(mention->begin, mention->end);
            for (const auto& match : scan.outlets.named(name, country))
                if (attribution::is_of_country(*match.outlet, country)) outlet = match.outlet;
            if (!outlet) continue;
        }
        medium = outlet->medium;
        const bool is_agency = noun == "agency" || noun == "newswire" || noun == "wire";
        const bool is_paper =
            noun == "newspaper" || noun == "paper" || noun == "magazine" || noun == "website";
        const bool is_channel = !is_agency && !is_paper && (words & kOutletWord);
        if ((is_agency && medium == "agency") || (is_paper && (medium == "press" || medium == "web")) ||
            (is_channel && medium == "tv") ||
            (!(words & kOutletWord) && (words & kBody) && medium == "body" &&
             (noun != "company" && noun != "group" && noun != "police")))
            return Entity{EntityKind::outlet, outlet->id, std::nullopt};
    }
    return std::nullopt;
}

std::optional<PlatformName> platform_at(const Scan& scan, std::size_t at, std::size_t& stop) {
    const Sentence& sentence = scan.sentence();
    constexpr std::size_t kWordsBefore = 4;
    for (std::size_t i = at; i < sentence.end && i <= at + kWordsBefore; ++i) {
        const Token& token = scan.token(i);
        if (token.kind != TokenKind::word) return std::nullopt;
        if (token.is("truth") && scan.is(i + 1, "social")) {
            stop = i + 2;
            return PlatformName{"truthsocial", "Truth Social"};
        }
        const auto platform = platform_named(token.folded);
        if (platform && token.capital) {
            stop = i + 1;
            if (stop < sentence.end && (scan.has(stop, kAccount) || scan.is(stop, "page"))) ++stop;
            return platform;
        }
        if (!(token.words & (kDeterminer | kAdverb | kAccount)) && !token.is("official") &&
            !token.is("site") && !token.is("platform") && !token.is("social") && !token.is("media") &&
            !token.is("network") && !token.is("app") && !token.is("the") && !token.is("chinese") &&
            !token.is("verified") && !token.is("video") && !token.is("'s") && !token.is("messaging"))
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<PlatformName> platform_near(const Scan& scan, std::size_t verb, const Source& source) {
    const Sentence& sentence = scan.sentence();
    std::size_t stop = 0;
    const auto is_where = [&](std::size_t i) {
        return scan.token(i).is("on") || scan.token(i).is("to") || scan.token(i).is("via") ||
               scan.token(i).is("in");
    };
    for (std::size_t i = std::min(verb, source.begin); i < source.end; ++i) {
        if (is_where(i) && i + 1 < sentence.end)
            if (const auto platform = platform_at(scan, i + 1, stop)) return platform;
        // "by the Telegram channel", "X user".
        if (i >= source.begin && scan.token(i).capital && i + 1 < source.end + 1)
            if (const auto platform = platform_named(scan.token(i).folded))
                if (i + 1 < sentence.end && (scan.has(i + 1, kAccount) || scan.mentions.at(i + 1)))
                    return platform;
    }
    constexpr std::size_t kBehind = 14;
    std::size_t i = std::max(source.end, verb);
    for (std::size_t steps = 0; i < sentence.end && steps < kBehind; ++i, ++steps) {
        if (is_where(i) && i + 1 < sentence.end)
            if (const auto platform = platform_at(scan, i + 1, stop)) return platform;
        const Token& token = scan.token(i);
        if (token.is(";") || (token.words & kLinker)) break;
        if (i > verb && (token.words & kSourceVerb) && (token.words & (kActive | kPassive)) &&
            !(token.words & kMedia))
            break;
        if (i > verb && token.is("and")) break;
    }
    constexpr std::size_t kBefore = 12;
    for (std::size_t k = std::min(verb, source.begin), steps = 0; k-- > sentence.begin && steps < kBefore;
         ++steps) {
        if (scan.token(k).is(";")) break;
        if (is_where(k))
            if (const auto platform = platform_at(scan, k + 1, stop)) return platform;
    }
    return std::nullopt;
}

}  // namespace sourcereel::claims
