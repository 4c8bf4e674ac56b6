#include "claims/subject_owners.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "claims/naming.h"
#include "claims/phrases.h"

namespace sourcereel::claims {
bool is_programme(const Scan& scan, std::size_t i) {
    constexpr std::string_view kProgrammes[] = {
        "programme", "program",  "programmes", "show",      "shows",    "news",      "bulletin",
        "bulletins", "newscast", "report",     "reports",   "website",  "presenter", "anchor",
        "host",      "channel",  "service",    "broadcast", "telecast", "site",      "feed",
        "newsroom",  "newsreel", "edition",    "magazine",  "station"};
    return std::find(std::begin(kProgrammes), std::end(kProgrammes), scan.token(i).folded) !=
           std::end(kProgrammes);
}

bool takes_pictures(const Token& token) {
    return is_one_of(token, {"photographers", "photographer", "correspondents", "correspondent", "reporters",
                             "reporter", "cameras", "crews", "crew"});
}

std::optional<Source> owner_of_programme(const Scan& scan, std::size_t end, bool aired) {
    constexpr std::size_t kLongestName = 5;
    if (end <= scan.sentence().begin + 2) return std::nullopt;
    const Token& last = scan.token(end - 1);
    if (!is_programme(scan, end - 1) && !(aired ? last.capital : takes_pictures(last))) return std::nullopt;
    for (std::size_t i = end - 1; i > scan.sentence().begin && end - i <= kLongestName; --i) {
        if (scan.token(i).kind != TokenKind::word) return std::nullopt;
        if (!scan.is(i, "'s")) continue;
        const Mention* mention = scan.mentions.at(i - 1);
        if (!mention || mention->entity.kind == EntityKind::handle) return std::nullopt;
        return Source{mention->entity, mention->begin, end, false};
    }
    return std::nullopt;
}

std::optional<Source> named_before_description(const Scan& scan, std::size_t begin, std::size_t end) {
    if (!scan.is(end, "who") || begin < scan.sentence().begin + 2 || !scan.is(begin - 1, ","))
        return std::nullopt;
    if (!is_one_of(scan.token(begin), {"a", "an", "the"}) || scan.token(end - 1).capital) return std::nullopt;
    if (const Mention* mention = scan.mentions.at(begin - 2)) {
        if (mention->entity.kind != EntityKind::handle) return std::nullopt;
        return Source{mention->entity, mention->begin, end, false};
    }
    std::size_t name = begin - 1;
    while (name > scan.sentence().begin && is_name_word(scan.token(name - 1)) &&
           !scan.mentions.at(name - 1) && !scan.has(name - 1, kDeterminer | kPreposition | kPronoun) &&
           begin - name < 5)
        --name;
    while (name + 2 < begin - 1 && scan.has(name, kTitle)) ++name;
    if (begin - 1 < name + 2) return std::nullopt;
    return Source{{EntityKind::literal, scan.words(name, begin - 1), std::nullopt}, name, end, false};
}

bool has_own_page(const Scan& scan, std::size_t verb) {
    constexpr std::size_t kFar = 9;
    for (std::size_t i = verb + 1; i + 1 < scan.sentence().end && i < verb + kFar; ++i) {
        if (!is_one_of(scan.token(i), {"on", "to"}) ||
            !is_one_of(scan.token(i + 1), {"its", "their", "his", "her"}))
            continue;
        std::size_t stop = 0;
        if (platform_at(scan, i + 1, stop)) return true;
    }
    return false;
}

std::optional<Source> owner_of_report(const Scan& scan, std::size_t begin, std::size_t end) {
    constexpr std::size_t kFresh = 60;
    if (!is_one_of(scan.token(begin), {"its", "their"}) || !is_programme(scan, end - 1) ||
        scan.token(end - 1).capital)
        return std::nullopt;
    const Mention* mention = scan.mentions.before(begin);
    if (!mention || begin - mention->end > kFresh || mention->entity.kind == EntityKind::handle)
        return std::nullopt;
    return Source{mention->entity, begin, end, true};
}

}  // namespace sourcereel::claims
