#include "claims/givers.h"

#include <algorithm>

#include "claims/naming.h"
#include "claims/phrases.h"

namespace sourcereel::claims {
bool names_organisation(const Scan& scan, const Source& named) {
    if (named.entity.kind != EntityKind::literal || named.end - named.begin < 2) return false;
    const Token& last = scan.token(named.end - 1);
    // "the aid group Open Hands", "the monitoring website Lom Watch".
    for (std::size_t i = named.begin; last.capital && i + 1 < named.end; ++i)
        if (!scan.token(i).capital && scan.token(i + 1).capital &&
            is_one_of(scan.token(i), {"group", "organisation", "organization", "charity", "website", "agency",
                                      "company", "firm", "monitor", "association", "outlet", "site",
                                      "collective", "foundation", "brigade"}))
            return true;
    return last.capital &&
           is_one_of(last, {"management",     "rescue",  "ambulance", "highways",    "transport",
                            "transportation", "safety",  "media",     "productions", "pictures",
                            "films",          "drones",  "aviation",  "resources",   "wildlife",
                            "survey",         "watch",   "marshals",  "customs",     "roads",
                            "weather",        "chasers", "chaser",    "helicopters", "wardens"});
}

std::optional<Source> giver_at(const Scan& scan, std::size_t at) {
    if (!scan.has(at, kDeterminer)) return std::nullopt;
    if (is_one_of(scan.token(at), {"its", "their"})) {
        const std::size_t noun = scan.is(at + 1, "own") ? at + 3 : at + 2;
        if (auto owner = owner_of_crew(scan, noun)) return owner;
    }
    constexpr std::size_t kLongest = 7;
    bool owned = false;
    for (std::size_t i = at + 1;
         i < scan.sentence().end && i < at + kLongest && scan.token(i).kind == TokenKind::word; ++i) {
        owned = owned || scan.is(i, "'s");
        if (scan.has(i, kPreposition | kAuxiliary)) break;
        if (owned &&
            is_one_of(scan.token(i), {"camera", "cameras", "drone", "drones", "helicopter", "dashcam"}))
            return Source{{EntityKind::literal, scan.words(at + 1, i + 1), std::nullopt}, at, i + 1, false};
    }
    const auto source = source_at(scan, at);
    if (!source || source->referring || source->entity.kind != EntityKind::literal) return std::nullopt;
    if (scan.token(source->end - 1).capital) return std::nullopt;  // A place, or a name that others read.
    bool person = false;
    for (std::size_t i = at; i < source->end; ++i) {
        if (scan.is(i, "of")) break;
        person = names_person(scan.token(i));
    }
    // "a man": nobody.
    const bool nobody =
        source->end == at + 2 && is_one_of(scan.token(at + 1), {"man", "woman", "friend", "boy", "girl"});
    return person && !nobody ? source : std::nullopt;
}

std::optional<Source> nameless_on_platform(const Scan& scan, std::size_t at) {
    if (!scan.is(at, "a") && !scan.is(at, "an")) return std::nullopt;
    constexpr std::size_t kLongest = 5;
    std::optional<PlatformName> platform;
    std::size_t end = at;
    for (std::size_t i = at + 1; i < at + kLongest && i < scan.sentence().end; ++i) {
        if (scan.token(i).kind != TokenKind::word || scan.mentions.at(i) || scan.is(i, "'s"))
            return std::nullopt;
        if (scan.token(i).capital && platform_named(scan.token(i).folded)) {
            platform = platform_named(scan.token(i).folded);
            end = i + 1;
        }
        if (!scan.has(i, kAccount)) continue;
        std::size_t stop = i + 1;
        if (!platform && scan.is(i + 1, "on") && (platform = platform_at(scan, i + 2, stop))) end = stop;
        if (!platform) return std::nullopt;
        end = std::max(end, i + 1);
        if (scan.token(end).capital || scan.mentions.at(end) || scan.token(end).kind == TokenKind::quote ||
            is_one_of(scan.token(end), {"called", "named", "of", "belonging", "run", "known", "(", ",",
                                        "going", "with", "under"}))
            return std::nullopt;
        return Source{
            {EntityKind::literal, std::string(platform->name), std::string(platform->id)}, at, end, false};
    }
    return std::nullopt;
}

}  // namespace sourcereel::claims
