#include "claims/passive_agents.h"

#include <algorithm>

#include "claims/modality.h"
#include "claims/naming.h"
#include "claims/phrases.h"
#include "claims/stations.h"
#include "claims/things.h"
#include "claims/verb_forms.h"

namespace sourcereel::claims {
bool goes_out(const Scan& scan, std::size_t verb) {
    const Token& token = scan.token(verb);
    if (token.is("ran") || token.is("appeared") || token.is("premiered") || token.is("played") ||
        token.is("airs") || token.is("debuted") || token.is("run"))
        return true;
    if ((token.is("air") || token.is("appear") || token.is("run") || token.is("premiere")) &&
        has_do_before(scan, verb))
        return true;
    if (is_one_of(token, {"running", "airing", "playing", "showing"}) && has_be_before(scan, verb))
        return true;
    // "made it onto B", "made its debut on B", "got its first airing on B".
    if (token.is("it") && is_one_of(scan.token(verb - 1), {"made"}) &&
        is_one_of(scan.token(verb + 1), {"onto", "on", "into"}))
        return true;
    if (is_one_of(token, {"debut", "premiere", "airing", "outing", "showing", "screening"}) &&
        !has_be_before(scan, verb))
        for (std::size_t i = verb; i-- > scan.sentence().begin && verb - i <= 3;)
            if (is_one_of(scan.token(i), {"its", "their"}) &&
                is_one_of(scan.token(i - 1), {"made", "had", "got", "received", "saw"}))
                return true;
    // "made its way onto B", "ended up on B", "was read out on B".
    if (token.is("way") && is_one_of(scan.token(verb - 1), {"its", "their"})) return true;
    if (token.is("up") && is_one_of(scan.token(verb - 1), {"ended", "wound", "turned", "cropped", "popped"}))
        return true;
    if ((token.is("read") || token.is("seen")) && has_be_before(scan, verb)) return true;
    if (token.is("landed") || (token.is("out") && scan.is(verb - 1, "read"))) return true;
    // "The clip was on CNN", where nothing more was done to it.
    if ((token.is("was") || token.is("were") || token.is("been")) &&
        (scan.is(verb + 1, "on") || (scan.is(verb + 1, "never") && scan.is(verb + 2, "on"))))
        return true;
    return (token.is("out") || token.is("live")) && verb > scan.sentence().begin &&
           scan.token(verb - 1).is("went");
}

std::optional<Source> own_channel(const Scan& scan, std::size_t at) {
    if (!is_one_of(scan.token(at), {"its", "their"})) return std::nullopt;
    std::size_t noun = at + 1;
    while (scan.is(noun, "own") || scan.is(noun, "main") || scan.is(noun, "news")) ++noun;
    if (!is_one_of(scan.token(noun), {"channel", "channels", "air", "airwaves", "network", "programme",
                                      "programmes", "bulletin", "bulletins", "news", "station", "screens"}))
        return std::nullopt;
    const Mention* mention = scan.mentions.before(at);
    if (!mention || mention->begin < scan.sentence().begin || mention->entity.kind != EntityKind::outlet)
        return std::nullopt;
    return Source{mention->entity, at, noun + 1, false};
}

bool names_outlet(const Scan& scan, const Source& source) {
    for (std::size_t i = source.begin; i < source.end; ++i)
        if (scan.has(i, kOutletWord) && !scan.token(i).capital) return true;
    return false;
}

bool is_station(const Scan& scan, const Source& source) {
    for (std::size_t i = source.begin; i < source.end; ++i)
        if (scan.token(i).capital && platform_named(scan.token(i).folded)) return false;
    if (names_station(scan, source)) return true;
    const Token& last = scan.token(source.end - 1);
    // "Colombia's Caracol": whom a country has.
    if (!country_word(scan, source.begin).empty() && scan.is(source.begin + 1, "'s")) return true;
    return names_outlet(scan, source) ||
           (last.capital && (last.is("tv") || last.is("television") || (last.words & kOutletWord)));
}

void name_members(const Scan& scan, Source& source) {
    const Token& head = scan.token(source.end - 1);
    if (!(head.words & (kAccount | kOutletWord)) || !head.folded.ends_with("s")) return;
    constexpr std::size_t kFar = 6;
    for (std::size_t i = source.end; i + 2 < scan.sentence().end && i < source.end + kFar; ++i) {
        std::size_t name = 0;
        if (scan.is(i, "among") && (scan.is(i + 1, "them") || scan.is(i + 1, "others"))) name = i + 2;
        if (scan.is(i, "including") || scan.is(i, "notably")) name = i + 1;
        if (scan.is(i, "such") && scan.is(i + 1, "as")) name = i + 2;
        if (name == 0) continue;
        if (auto member = source_at(scan, name, {true, false})) source = *member;
        return;
    }
}

void name_account(const Scan& scan, Source& source) {
    std::size_t stop = source.end;
    if (!scan.is(source.end, "on")) return;
    const auto platform = platform_at(scan, source.end + 1, stop);
    if (!platform || !(scan.is(stop, "(") || scan.is(stop, ","))) return;
    const Mention* mention = scan.mentions.at(stop + 1);
    if (!mention || mention->entity.kind != EntityKind::handle) return;
    source = Source{mention->entity, source.begin, mention->end, false};
    source.entity.platform = std::string(platform->id);
}

std::optional<Source> member_of_many(const Scan& scan, std::size_t verb) {
    if (!scan.is(verb + 1, "by") && !scan.is(verb + 2, "by")) return std::nullopt;
    constexpr std::size_t kFar = 12;
    bool many = false;
    for (std::size_t i = verb + 2; i + 1 < scan.sentence().end && i < verb + kFar; ++i) {
        if (scan.has(i, kSourceVerb) && !scan.has(i, kMedia)) return std::nullopt;
        many = many || (scan.has(i, kAccount | kOutletWord) && scan.token(i).folded.ends_with("s")) ||
               scan.has(i, kIndefinite) || scan.is(i, "media");
        std::size_t name = 0;
        if (scan.is(i, "including") || scan.is(i, "notably")) name = i + 1;
        if (scan.is(i, "such") && scan.is(i + 1, "as")) name = i + 2;
        if (scan.is(i, "among") && (scan.is(i + 1, "them") || scan.is(i + 1, "others"))) name = i + 2;
        if (name > 0) return many ? source_at(scan, name, {true, false}) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<Source> station_before(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    if (!scan.is(begin, "on")) return std::nullopt;
    constexpr std::size_t kFar = 5;
    const std::size_t named = name_end(scan, begin + 1, begin + kFar);
    const Source literal{
        {EntityKind::literal, scan.words(begin + 1, named), std::nullopt}, begin, named, false};
    if (named > begin + 1 && scan.is(named, ",") && names_station(scan, literal)) return literal;
    for (std::size_t i = begin + 1; i < verb && i < begin + kFar; ++i) {
        const Mention* mention = scan.mentions.at(i);
        if (!mention) {
            if (scan.has(i, kTime | kPreposition)) return std::nullopt;
            continue;
        }
        const attribution::Outlet* outlet =
            mention->entity.kind == EntityKind::outlet ? scan.outlets.by_id(mention->entity.value) : nullptr;
        const bool on_air =
            mention->entity.kind == EntityKind::outlet_class || (outlet && outlet->medium == "tv");
        if (!on_air || scan.is(mention->end, "'s")) return std::nullopt;
        for (std::size_t k = mention->end; k < verb; ++k)  // "On B the mayor said the clips were shown".
            if (scan.has(k, kVerb | kLinker) && !scan.has(k, kMedia)) return std::nullopt;
        return Source{mention->entity, begin, mention->end, false};
    }
    return std::nullopt;
}

std::optional<Source> whose_viewers(const Scan& scan, std::size_t verb) {
    constexpr std::size_t kFar = 9;
    for (std::size_t i = verb; i-- > scan.sentence().begin && verb - i <= kFar;) {
        if (scan.token(i).is(",") || scan.token(i).is(";")) return std::nullopt;
        if (!is_one_of(scan.token(i), {"viewers", "audiences", "audience", "watchers"})) continue;
        const Mention* owner =
            i > scan.sentence().begin + 1 && scan.is(i - 1, "'s") ? scan.mentions.at(i - 2) : nullptr;
        if (!owner && is_one_of(scan.token(i + 1), {"of", "to", "on"}))
            for (std::size_t k = i + 2; k < verb && !owner; ++k) owner = scan.mentions.at(k);
        if (!owner || owner->entity.kind == EntityKind::handle) return std::nullopt;
        return Source{owner->entity, std::min(i, owner->begin), std::max(i + 1, owner->end), false};
    }
    return std::nullopt;
}

std::optional<Source> owner_of_published(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    if (!scan.has(verb, kRelease) || verb < begin + 4 || scan.is(verb + 1, "by")) return std::nullopt;
    std::size_t noun = verb - 1;
    while (noun > begin && scan.has(noun, kAuxiliary | kAdverb)) --noun;
    if (scan.is(noun, ",")) --noun;
    if (noun + 1 == verb || !scan.has(noun, kMedia)) return std::nullopt;
    constexpr std::size_t kDescribed = 5;
    for (std::size_t i = noun; i-- > begin + 1 && noun - i <= kDescribed;) {
        if (scan.token(i).kind != TokenKind::word) return std::nullopt;
        if (!scan.is(i, "'s")) continue;
        if (const Mention* mention = scan.mentions.at(i - 1)) {
            if (mention->entity.kind == EntityKind::handle) return std::nullopt;
            return Source{mention->entity, mention->begin, noun + 1, false};
        }
        std::size_t first = i;
        while (first > begin && i - first < 6 && scan.token(first - 1).kind == TokenKind::word &&
               !scan.has(first, kDeterminer) && !scan.has(first - 1, kPreposition | kAuxiliary))
            --first;
        auto owner = source_at(scan, first, {}, i);
        if (!owner || owner->end != i || !(scan.has(i - 1, kBody | kOutletWord))) return std::nullopt;
        owner->end = noun + 1;
        return owner;
    }
    return std::nullopt;
}

}  // namespace sourcereel::claims
