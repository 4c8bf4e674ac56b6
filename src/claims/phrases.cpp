#include "claims/phrases.h"

#include <algorithm>

#include "claims/countries.h"
#include "claims/naming.h"
#include "claims/plain_sources.h"

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
