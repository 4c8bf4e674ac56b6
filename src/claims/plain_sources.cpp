#include "claims/plain_sources.h"

#include <algorithm>

#include "claims/naming.h"

namespace sourcereel::claims {
namespace {

/// The name at the end of the phrase [begin, end): "lorry driver Pavel Orsic" → "Pavel Orsic".
std::size_t name_begin(const Scan& scan, std::size_t begin, std::size_t end) {
    std::size_t at = end;
    while (at > begin) {
        const Token& before = scan.token(at - 1);
        // "Fahd al-Otaibi".
        if (before.is("-") && at >= begin + 3 && at < end && scan.token(at - 2).folded.size() <= 3 &&
            is_name_word(scan.token(at - 3))) {
            at -= 2;
            continue;
        }
        const bool joint = before.kind == TokenKind::sign || before.is("'s") || joins_names(before) ||
                           is_and_of_name(scan, at - 1) || is_for_of_name(scan, at - 1);
        if (!is_name_word(before) &&
            !(joint && at - 1 > begin && is_name_word(scan.token(at - 2)) && at < end)) {
            // "Noticias de la Costa".
            const bool two = joins_names(before) && at < end && at >= begin + 3 &&
                             joins_names(scan.token(at - 2)) && is_name_word(scan.token(at - 3));
            if (!two) break;
            --at;
        }
        --at;
    }
    return at;
}

/// "Kenyan Ann Lee" is a person; "Kenya Daily News" is a name.
bool is_demonym(const Token& token) {
    for (const std::string_view end :
         {"ese", "ish", "ian", "ean", "can", "yan", "dan", "han", "rman", "ch", "ic", "ss", "eek", "i"})
        if (token.folded.ends_with(end)) return !token.is("sudan") && !token.is("jordan");
    return false;
}

/// "the 3rd Brigade".
bool is_ordinal(const Token& token) {
    return token.folded.ends_with("rd") || token.folded.ends_with("th") || token.folded.ends_with("st") ||
           token.folded.ends_with("nd");
}

/// "the highways agency": no agency of the news.
bool is_office(const Scan& scan, std::size_t begin, std::size_t end) {
    if (end - begin < 2 || !scan.is(end - 1, "agency")) return false;
    for (const std::string_view trade : {"advertising", "ad", "marketing", "pr", "travel", "space", "talent",
                                         "modelling", "modeling", "intelligence", "spy", "casting"})
        if (scan.is(end - 2, trade)) return true;
    for (std::size_t i = begin; i + 1 < end; ++i)
        if (scan.has(i, kOutletWord | kStateRun | kMedia) || scan.is(i, "news") || scan.is(i, "photo") ||
            scan.is(i, "official") || !country_word(scan, i).empty())
            return false;
    return true;
}

/// "Groundsman", "Shopkeeper": before a name it is none.
bool is_occupation(const Token& token) {
    constexpr std::string_view kEndings[] = {"sman",  "woman", "keeper",    "worker",
                                             "owner", "guide", "attendant", "operator"};
    return std::any_of(std::begin(kEndings), std::end(kEndings),
                       [&](std::string_view ending) { return token.folded.ends_with(ending); });
}

/// "the ICC's media department", "the Velo Norte team": the name before the desk that speaks for it.
std::optional<Source> owner_of_desk(const Scan& scan, std::size_t begin, std::size_t first, std::size_t end) {
    std::size_t owner = end - 1;
    if (is_one_of(scan.token(owner),
                  {"department", "office", "team", "service", "desk", "unit", "wing", "arm", "staff"})) {
        while (owner > first &&
               is_one_of(scan.token(owner - 1), {"media", "press", "communications", "social", "public",
                                                 "relations", "information", "digital", "content"}))
            --owner;
        const bool speaks = owner + 1 < end;
        if (owner > first + 1 && scan.is(owner - 1, "'s") && speaks)
            --owner;
        else if (!scan.is(end - 1, "team") || speaks)
            return std::nullopt;
    } else {
        return std::nullopt;
    }
    for (std::size_t i = first; i < owner; ++i)
        if (!is_name_word(scan.token(i)) || scan.mentions.at(i)) return std::nullopt;
    if (owner == first || !country_word(scan, first).empty()) return std::nullopt;
    return Source{{EntityKind::literal, scan.words(first, owner), std::nullopt}, begin, end, false};
}

}  // namespace

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
    while (end > first && (scan.token(end - 1).kind != TokenKind::word || scan.token(end - 1).is("'s") ||
                           scan.token(end - 1).is("of")))
        --end;
    if (first >= end) return std::nullopt;
    const Token& front = scan.token(first);
    const Token& head = scan.token(end - 1);
    if (is_one_of(front, {"me", "myself", "us", "ourselves"}) && !front.capitals) return std::nullopt;
    // "by mistake", "by e-mail": how, not who.
    if (is_one_of(front, {"mistake", "accident", "hand", "phone",     "telephone", "post",   "text",
                          "chance",  "email",    "e",    "mail",      "car",       "sea",    "message",
                          "courier", "law",      "name", "satellite", "default",   "design", "request"}) &&
        !front.capital && first == begin && (end == first + 1 || scan.is(first + 1, "-")))
        return std::nullopt;
    const bool group = choice.groups && end == first + 1 && front.folded.ends_with("s") &&
                       front.folded.size() > 5 &&
                       !is_one_of(front, {"others", "people", "thousands", "millions", "hundreds", "dozens",
                                          "viewers", "readers", "various", "numerous", "countless", "users"});
    if (front.words & (kIndefinite | kPronoun | kNegation) && !front.capital && !group) return std::nullopt;
    if (is_date_word(front) || (front.folded[0] >= '0' && front.folded[0] <= '9' && !is_ordinal(front)))
        return std::nullopt;
    if (head.capital && head.kind == TokenKind::word) {
        if (!choice.names) return std::nullopt;
        std::size_t name = name_begin(scan, first, end);
        if (name == end) return std::nullopt;
        // "the embassy of Russia".
        if (name > first + 1 && scan.is(name - 1, "of") && scan.has(name - 2, kBody) &&
            !scan.token(name - 2).capital) {
            // "the mayor of Lom, Ida Falk".
            if (auto person = person_at(scan, begin, end, end + 6)) return person;
            return Source{{EntityKind::literal, scan.words(first, end), std::nullopt}, begin, end, false};
        }
        // "Broadcaster N1", at the beginning of a sentence.
        if (name == scan.sentence().begin && name + 1 < end &&
            (scan.is(name, "broadcaster") || scan.is(name, "broadcasters") || scan.is(name, "channels") ||
             scan.is(name, "newspapers") || scan.is(name, "newspaper") || scan.is(name, "network") ||
             scan.is(name, "magazine") || scan.is(name, "tabloid") || scan.is(name, "website")))
            ++name;
        // "Groundsman Pete Hallow".
        if (name == scan.sentence().begin && name + 2 < end && is_occupation(scan.token(name))) ++name;
        // "the page Commuter Laughs": a name, no office.
        const bool named_account =
            name > first && !scan.token(name - 1).capital && scan.has(name - 1, kAccount);
        const bool organisation =
            named_account || scan.has(end - 1, kBody | kOutletWord) || scan.token(name).capitals;
        while (name + 1 < end && !organisation &&
               (scan.has(name, kTitle) ||
                (name + 2 < end && scan.has(name + 1, kTitle)) ||  // "Foreign Minister".
                platform_named(scan.token(name).folded) ||
                // "Norwegian Ann Lee", but "Washington Post".
                // and "the Danish Red Cross".
                (!country_word(scan, name).empty() &&
                 ((!definite && name + 2 < end && is_demonym(scan.token(name))) || scan.is(name + 1, "'s")))))
            ++name;
        // "France's BFMTV".
        while (name + 1 < end && (scan.is(name, "'s") || (!country_word(scan, name).empty() &&
                                                          scan.is(name + 1, "'s") && name + 2 < end)))
            ++name;
        if (platform_named(head.folded) && end - name == 1) return std::nullopt;
        if (head.is("ai") && end - name == 1) return std::nullopt;
        // "Oleg M.": the dot is the initial's.
        const bool initial = is_initial(head) && end < scan.sentence().end && scan.token(end).is(".") &&
                             !scan.token(end).spaced && end - name > 1;
        const std::size_t stop = initial ? end + 1 : end;
        return Source{{EntityKind::literal, scan.words(name, stop), std::nullopt}, begin, stop, false};
    }
    // "obtained by this newspaper": the article speaks of its own house.
    if (first > begin && (scan.token(first - 1).is("this") || scan.token(first - 1).is("our")) &&
        head.words & kOutletWord)
        return Source{{EntityKind::literal, scan.words(begin, end), std::nullopt}, begin, end, false};
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
                (scan.has(name_end - 1, kOutletWord | kAccount) && !scan.token(name_end - 1).capital) ||
                (is_one_of(scan.token(name_end - 1), {"news", "photo", "video", "public", "state"}) &&
                 !scan.token(name_end - 1).capital)))
            --name_end;
        const std::size_t name = name_begin(scan, first, name_end);
        if (choice.names && name < name_end && country_word(scan, name).empty())
            return Source{{EntityKind::literal, scan.words(name, name_end), std::nullopt}, begin, end, false};
    }
    // "the SBU security service".
    if (choice.names && !head.capital && is_one_of(head, {"service", "agency", "group", "movement"}) &&
        end >= first + 3 && scan.token(end - 3).capitals && scan.token(end - 3).latin &&
        !scan.token(end - 2).capital && scan.token(end - 3).folded.size() >= 3 &&
        country_word(scan, end - 3).empty())
        return Source{{EntityKind::literal, scan.words(end - 3, end - 2), std::nullopt}, begin, end, false};
    // "KTLA's helicopter", "Nord TV's crew": the station.
    if (choice.names && !head.capital && end >= first + 3 && scan.is(end - 2, "'s") &&
        scan.token(end - 3).capital &&
        is_one_of(head, {"helicopter", "crew", "drone", "camera", "cameras", "photographer", "reporter",
                         "team", "plane", "crews"})) {
        const std::size_t name = name_begin(scan, first, end - 2);
        const Source owner{{EntityKind::literal, scan.words(name, end - 2), std::nullopt}, begin, end, false};
        if (name < end - 2 && (scan.token(end - 3).capitals || scan.has(end - 3, kOutletWord | kBody)))
            return owner;
    }
    // "the ICC's media department": the ICC's word; "the Velo Norte team" has its name.
    if (choice.names && !head.capital)
        if (auto owner = owner_of_desk(scan, begin, first, end)) return owner;
    // "the meme page lolcargo": what follows the noun is its name, however it is written.
    if (choice.names && end - first >= 2 && head.words == 0 && !head.is("of") && head.end - head.begin > 2 &&
        scan.has(end - 2, kAccount))
        return Source{{EntityKind::literal, scan.words(end - 1, end), std::nullopt}, begin, end, false};
    if (definite && bare && head.words & (kOutletWord | kBody | kAccount) && !head.is("report"))
        if (auto entity = referent(scan, begin, head.folded, country))
            return Source{*entity, begin, end, true};
    if (!choice.persons || head.is("report")) return std::nullopt;
    if (head.words & (kOutletWord | kAccount) && !(head.words & kBody) && !is_office(scan, first, end))
        return std::nullopt;
    if (indefinite && !(head.words & kBody) && head.words & kMedia) return std::nullopt;
    if (head.words & (kMedia | kOtherThing) && !(head.words & kBody)) return std::nullopt;
    // "a drone operator of the 3rd Brigade", "the owner of the café, Ida Falk".
    if (const std::size_t stop = of_phrase_end(scan, end); stop > end &&
                                                           (names_person(head) || (head.words & kBody)) &&
                                                           !(head.words & (kOutletWord | kAccount))) {
        if (auto person = person_at(scan, begin, stop, stop + 6)) return person;
        if (auto named = named_behind(scan, begin, stop, stop + 6, choice)) return named;
        return Source{{EntityKind::literal, scan.words(first, stop), std::nullopt}, begin, stop, false};
    }
    return Source{{EntityKind::literal, scan.words(first, end), std::nullopt}, begin, end, false};
}

}  // namespace sourcereel::claims
