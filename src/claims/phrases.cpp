#include "claims/phrases.h"

#include <algorithm>

#include "claims/countries.h"
#include "claims/naming.h"

namespace sourcereel::claims {
namespace {

constexpr std::size_t kLongestPhrase = 14;

/// Whether a body's names say what it is: "ministry" is in "Ministry of Defence".
bool is_called(const attribution::Outlet& outlet, std::string_view noun) {
    for (const std::string& name : attribution::names_of(outlet))
        if ((" " + attribution::folded_outlet_name(name) + " ").find(" " + std::string(noun) + " ") !=
            std::string::npos)
            return true;
    return false;
}

/// "Ann Lee walks": a verb that the lexicon does not know, and no plural as in "New York paramedics".
bool is_verb_of_name(const Scan& scan, std::size_t at) {
    const Token& token = scan.token(at);
    if (token.capital || token.words != 0 || !token.latin || !token.folded.ends_with("s") ||
        token.folded.size() < 4)
        return false;
    for (const std::string_view plural :
         {"ers", "ors", "ists", "ics", "ants", "men", "ents", "ees", "ians", "ss", "cs", "ans"})
        if (token.folded.ends_with(plural)) return false;
    return is_name_word(scan.token(at - 1)) && is_name_word(scan.token(at - 2)) &&
           !scan.mentions.at(at - 1) && !scan.mentions.at(at - 2) && country_word(scan, at - 1).empty() &&
           country_word(scan, at - 2).empty();
}

bool ends_phrase(const Scan& scan, std::size_t at, std::size_t begin) {
    const Token& token = scan.token(at);
    if (token.kind == TokenKind::sign)
        return token.spaced || !(token.is("-") || token.is("/") || token.is("'") || token.is("’") ||
                                 token.is("&") || token.is("."));
    if (token.kind == TokenKind::quote) return true;
    if (at > begin && (scan.token(at - 1).is("-") || scan.token(at - 1).is("/")) &&
        !scan.token(at - 1).spaced && !token.spaced)
        return false;
    if (at > begin && (is_and_of_name(scan, at) || is_for_of_name(scan, at))) return false;
    // "the ministry two hours later", "North Korea the day before".
    if (at > begin && !token.capital && (token.words & kDeterminer) && !token.is("own")) return true;
    // "RSF fighters" are of somebody; "NHK viewers" end the name.
    const bool of_name = at > begin && is_name_word(scan.token(at - 1)) &&
                         is_one_of(token, {"fighters", "soldiers", "activists", "protesters", "villagers",
                                           "residents", "students", "supporters", "passengers"});
    if (at > begin && (token.words & kIndefinite) && !token.capital && !of_name) return true;
    if (token.is("'s") || token.is("of")) return at == begin && token.is("of");
    if (token.capital && at > begin && !is_date_word(token) && !(token.words & kPreposition)) return false;
    // "the page Vie en Rose".
    if (at > begin && joins_names(token) && !token.is("of") && is_name_word(scan.token(at - 1)) &&
        (is_name_word(scan.token(at + 1)) || joins_names(scan.token(at + 1))))
        return false;
    if (token.words & (kPreposition | kLinker | kAuxiliary | kHedge | kNegation)) return true;
    if (at > begin && is_one_of(token, {"themselves", "himself", "herself", "itself", "there", "here"}))
        return true;
    if (is_date_word(token) && at > begin) return true;
    // "a verified user": a participle.
    if (at > begin && (token.words & kVerb) && token.folded.ends_with("ed") && scan.has(at - 1, kDeterminer))
        return false;
    if (at > begin && (token.words & (kVerb | kAdverb)) && !token.capital) return !scan.is(at + 1, "'s");
    // "someone calling himself Name".
    if (at > begin && !token.capital && is_one_of(token, {"calling", "dubbed", "nicknamed", "titled"}))
        return true;
    // "the channel Nord dated 4 May": a participle behind the name.
    if (at > begin && !token.capital && token.words == 0 && token.folded.ends_with("ed") &&
        is_name_word(scan.token(at - 1)))
        return true;
    if (at > begin + 1 && is_verb_of_name(scan, at)) return true;
    return at > begin && (token.words & kSourceVerb) && !(token.words & kMedia);
}

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

/// "the show's host, Ann Lee", "the café's owner, @name": `at` begins the phrase, `possessive` is its "'s".
std::optional<Source> behind_possessive(const Scan& scan, std::size_t at, std::size_t possessive) {
    constexpr std::size_t kLongestOffice = 3;
    std::size_t comma = possessive + 1;
    while (comma < scan.sentence().end && comma <= possessive + kLongestOffice &&
           scan.token(comma).kind == TokenKind::word && !scan.token(comma).capital &&
           !scan.has(comma, kPreposition | kMedia | kAuxiliary))
        ++comma;
    if (!scan.is(comma, ",") || comma == possessive + 1) return std::nullopt;
    if (const Mention* mention = scan.mentions.at(comma + 1)) {
        if (mention->entity.kind != EntityKind::handle) return std::nullopt;
        return Source{mention->entity, at, mention->end, false};
    }
    const std::size_t stop = name_end(scan, comma + 1, comma + 5);
    if (stop < comma + 3) return std::nullopt;
    return Source{{EntityKind::literal, scan.words(comma + 1, stop), std::nullopt}, at, stop, false};
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

}  // namespace

bool is_device(const Scan& scan, const Source& source) {
    if (source.entity.kind != EntityKind::literal || source.referring) return false;
    return is_one_of(
        scan.token(source.end - 1),
        {"vehicle",     "satellite", "helicopter", "plane",   "aircraft",   "robot",      "rover",  "probe",
         "drone",       "drones",    "camera",     "cameras", "dashcam",    "cctv",       "webcam", "balloon",
         "submersible", "telescope", "spacecraft", "phone",   "smartphone", "microphone", "person", "people",
         "someone",     "one",       "system",     "sensor",  "sensors",    "satellites"});
}

std::string_view country_word(const Scan& scan, std::size_t at) {
    const Token& token = scan.token(at);
    if (token.kind != TokenKind::word || !token.capital || (token.is("us") && !token.capitals)) return {};
    return country_named(token.folded, at > 0 ? std::string_view(scan.token(at - 1).folded) : "");
}

std::optional<Source> source_at(const Scan& scan, std::size_t at, SourceChoice choice, std::size_t before) {
    const Sentence& sentence = scan.sentence();
    std::size_t limit = std::min(sentence.end, at + kLongestPhrase);
    if (before > 0) limit = std::min(limit, before);
    if (at >= limit) return std::nullopt;
    std::size_t end = at;
    for (; end < limit; ++end) {
        if (const Mention* mention = scan.mentions.at(end)) {
            // "Reuters journalist Anna Sol": the person.
            if (mention->end + 1 < limit && scan.has(mention->end, kTitle) &&
                !scan.token(mention->end).capital && is_name_word(scan.token(mention->end + 1)) &&
                choice.names) {
                std::size_t stop = mention->end + 1;
                while (stop < limit && is_name_word(scan.token(stop))) ++stop;
                return Source{
                    {EntityKind::literal, scan.words(mention->end + 1, stop), std::nullopt}, at, stop, false};
            }
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
    if (scan.is(end, "'s") && choice.names)
        if (auto person = behind_possessive(scan, at, end)) return person;
    if (auto named = named_behind(scan, at, end, limit, choice)) return named;
    return plain_source(scan, at, end, choice);
}

std::optional<Entity> referent(const Scan& scan, std::size_t before, std::string_view noun,
                               std::string_view country) {
    constexpr std::size_t kMentionsBack = 12;
    const Mention* mention = scan.mentions.before(before);
    const Mention* first = scan.mentions.all().data();
    const std::uint64_t words = classes_of(noun);
    // "The paper", right behind a name that the registry does not know.
    constexpr std::size_t kFreshTokens = 60;
    if (scan.last_literal && (words & (kOutletWord | kAccount)) && before >= scan.last_literal_end &&
        before - scan.last_literal_end < kFreshTokens && (!mention || mention->end <= scan.last_literal_end))
        return scan.last_literal;
    if (scan.last_body && country.empty() && before >= scan.last_body_end &&
        before - scan.last_body_end < kFreshTokens &&
        is_one_of(scan.token(before + 1),
                  {"corporation", "organisation", "organization", "institution", "body", "brigade",
                   "department", "service", "association", "charity", "foundation", "corps"}))
        return scan.last_body;
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
        // "Ukraine's military intelligence … The agency", "NASA … the agency".
        const bool office = medium == "body" && country.empty() &&
                            (is_called(*outlet, "intelligence") || is_called(*outlet, "nasa") ||
                             is_called(*outlet, "agency"));
        if ((is_agency && (medium == "agency" || office)) ||
            (is_paper && (medium == "press" || medium == "web")) || (is_channel && medium == "tv") ||
            (!(words & kOutletWord) && (words & kBody) && medium == "body" &&
             (noun == "group" || noun == "movement" || is_called(*outlet, noun))))
            return Entity{EntityKind::outlet, outlet->id, std::nullopt};
    }
    return std::nullopt;
}

}  // namespace sourcereel::claims
