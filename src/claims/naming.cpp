#include "claims/naming.h"

#include <algorithm>
#include <iterator>

#include "unicode/fold.h"

namespace sourcereel::claims {
namespace {

/// Behind the words that introduce a name: "called", "going by", "who calls himself", "under the name of";
/// `at` where there are none.
std::size_t behind_introduction(const Scan& scan, std::size_t at, std::size_t limit) {
    std::size_t i = at;
    const auto pass = [&](std::initializer_list<std::string_view> words) {
        if (i >= limit || !is_one_of(scan.token(i), words)) return false;
        ++i;
        return true;
    };
    pass({","});
    if (pass({"who", "which", "that"})) pass({"is", "was"});
    if (pass({"gave", "gives", "giving"}) && pass({"his", "her", "their"}) && pass({"name"})) {
        pass({"only", "simply"});
        if (pass({"as"})) return i;
        return at;
    }
    if (pass({"called", "named", "dubbed", "titled", "nicknamed", "labelled", "labeled"})) return i;
    if (pass({"calling", "calls", "called"}) && pass({"itself", "himself", "herself", "themselves"}))
        return i;
    if (pass({"known", "identified", "styled"}) &&
        (pass({"as"}) || (pass({"only", "locally", "online", "simply"}) && pass({"as"}))))
        return i;
    if (pass({"going", "goes", "went"}) && pass({"by"})) {
        if (pass({"the"})) pass({"name", "handle", "username", "moniker"});
        pass({"of"});
        return i;
    }
    if (pass({"under", "using", "with", "by"}) && pass({"the"}) &&
        pass({"name", "handle", "username", "moniker", "pseudonym"})) {
        pass({"of"});
        return i;
    }
    return at;
}

/// "led by Name", "run by Name", "including Name", "such as Name".
std::size_t behind_inclusion(const Scan& scan, std::size_t at) {
    if (scan.is(at, ":") || scan.is(at, "including")) return at + 1;
    if (scan.is(at, "such") && scan.is(at + 1, "as")) return at + 2;
    if ((scan.is(at, "led") || scan.is(at, "run") || scan.is(at, "operated")) && scan.is(at + 1, "by"))
        return at + 2;
    if (scan.is(at, ",") && (scan.is(at + 1, "including") || scan.is(at + 1, "notably"))) return at + 2;
    if (scan.is(at, ",") && scan.is(at + 1, "among") && scan.is(at + 2, "them")) return at + 3;
    return at;
}

/// The comma behind "in Ohio", "for Norway's TV 2"; `at` where no such phrase stands there.
std::size_t behind_place(const Scan& scan, std::size_t at, std::size_t limit) {
    if (at >= limit || !is_one_of(scan.token(at), {"in", "from", "at", "for", "with", "of"})) return at;
    constexpr std::size_t kLongestPlace = 7;
    for (std::size_t i = at + 1; i < limit && i <= at + kLongestPlace; ++i) {
        if (scan.is(i, ",")) return i;
        if (scan.token(i).kind == TokenKind::sign || scan.has(i, kAuxiliary | kLinker | kTime)) return at;
    }
    return at;
}

/// "a crew from NHK", "a journalist working for Reuters": whom the nameless work for.
std::optional<Source> employer_at(const Scan& scan, std::size_t at, std::size_t end) {
    if (!is_one_of(scan.token(end - 1),
                   {"crew", "crews", "team", "journalist", "journalists", "reporter", "reporters",
                    "cameraman", "camerawoman", "correspondent", "photographer", "staff", "editor",
                    "producer", "stringer", "freelancer"}))
        return std::nullopt;
    std::size_t i = end;
    if (scan.is(i, "working") || scan.is(i, "employed")) ++i;
    if (!is_one_of(scan.token(i), {"from", "for", "with", "of", "at", "by"})) return std::nullopt;
    for (std::size_t k = i + 1; k < scan.sentence().end && k < i + 5; ++k) {
        if (const Mention* mention = scan.mentions.at(k)) {
            if (mention->entity.kind == EntityKind::handle) return std::nullopt;
            return Source{mention->entity, at, mention->end, false};
        }
        if (!scan.has(k, kDeterminer | kOutletWord) && !scan.is(k, "'s") && country_word(scan, k).empty())
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Source> person_at(const Scan& scan, std::size_t at, std::size_t comma, std::size_t limit) {
    if (!scan.is(comma, ",")) return std::nullopt;
    const std::size_t stop = name_end(scan, comma + 1, limit);
    const bool closed = stop >= scan.sentence().end || scan.token(stop).kind == TokenKind::sign ||
                        scan.has(stop, kAuxiliary | kLinker);
    if (stop < comma + 3 || !closed) return std::nullopt;
    return Source{{EntityKind::literal, scan.words(comma + 1, stop), std::nullopt}, at, stop, false};
}

bool is_date_word(const Token& token) {
    if (!(token.words & kTime)) return false;
    return !token.capital || !is_one_of(token, {"morning", "evening", "afternoon", "night", "noon", "midday",
                                                "midnight", "tonight", "today", "dawn", "dusk", "week",
                                                "weekend", "daily", "year", "hour", "hours"});
}

bool joins_names(const Token& token) {
    return is_one_of(token, {"of",  "de",  "del", "della", "di", "da",  "do",  "dos", "das", "du",
                             "des", "der", "den", "und",   "y",  "e",   "et",  "en",  "la",  "le",
                             "les", "los", "las", "el",    "al", "van", "von", "bin"});
}

std::size_t full_name_end(const Scan& scan, std::size_t at, std::size_t limit) {
    std::size_t stop = at;
    const std::size_t end = std::min(limit, scan.sentence().end);
    while (stop < end && (is_name_word(scan.token(stop)) || (stop > at && is_and_of_name(scan, stop)))) {
        ++stop;
        constexpr std::size_t kMostJoints = 2;
        std::size_t next = stop;
        while (next < end && next < stop + kMostJoints &&
               (joins_names(scan.token(next)) || (next > stop && scan.is(next, "the"))))
            ++next;
        if (next > stop && next < end && is_name_word(scan.token(next))) stop = next;
    }
    return stop;
}

bool is_name_word(const Token& token) {
    return token.kind == TokenKind::word && token.capital && !is_date_word(token) && !token.is("'s");
}

bool is_and_of_name(const Scan& scan, std::size_t at) {
    if (at <= scan.sentence().begin || at + 1 >= scan.sentence().end) return false;
    if (!is_one_of(scan.token(at), {"and", "&"}) || !scan.token(at - 1).capital ||
        !scan.token(at + 1).capital)
        return false;
    if (scan.is(at, "&")) return !scan.mentions.at(at - 1) && !scan.mentions.at(at + 1);
    return is_one_of(
        scan.token(at - 1),
        {"search",      "fire",    "oceanic",  "fish",     "parks",    "customs",     "food",
         "health",      "culture", "arts",     "trade",    "roads",    "meteorology", "climatology",
         "disaster",    "foreign", "law",      "justice",  "science",  "information", "rescue",
         "emergency",   "natural", "wildlife", "water",    "land",     "environment", "tourism",
         "security",    "safety",  "marine",   "sports",   "industry", "energy",      "radio",
         "research",    "border",  "ports",    "heritage", "prisons",  "education",   "housing",
         "immigration", "works",   "labour",   "labor",    "economy",  "transport",   "geology",
         "rivers"});
}

bool names_person(const Token& token) {
    if (token.kind != TokenKind::word || token.capital) return false;
    if (token.words & (kMedia | kOtherThing | kAccount | kOutletWord | kPreposition | kTime)) return false;
    if (token.words & kTitle) return true;
    if (is_one_of(token,
                  {"employee",  "relative",   "cousin",  "brother", "sister",   "mother",    "father",
                   "son",       "daughter",   "wife",    "husband", "friend",   "neighbour", "neighbor",
                   "colleague", "member",     "members", "guest",   "fan",      "guide",     "cook",
                   "nurse",     "chef",       "pupil",   "parent",  "aunt",     "uncle",     "nephew",
                   "niece",     "guard",      "crew",    "captain", "skipper",  "mate",      "boy",
                   "girl",      "man",        "woman",   "couple",  "teenager", "widow",     "employees",
                   "relatives", "colleagues", "family",  "aide",    "clerk",    "monk",      "priest",
                   "spectator"}))
        return true;
    if (is_one_of(token, {"computer",  "tower",    "mirror",   "corner",  "server",  "helicopter", "camera",
                          "computers", "number",   "center",   "monitor", "trailer", "river",      "border",
                          "water",     "manner",   "weather",  "chapter", "folder",  "register",   "filter",
                          "tractor",   "scooter",  "elevator", "sensor",  "door",    "floor",      "harbour",
                          "harbor",    "quarter",  "winter",   "summer",  "theatre", "other",      "another",
                          "later",     "order",    "paper",    "counter", "cellar",  "car",        "bar",
                          "air",       "supplier", "provider", "printer", "scanner", "charter"}))
        return false;
    for (const std::string_view end : {"ist", "man", "woman", "keeper", "worker", "owner"})
        if (token.folded.ends_with(end)) return true;
    return token.folded.size() > 4 && token.words == 0 &&
           (token.folded.ends_with("er") || token.folded.ends_with("or"));
}

std::size_t of_phrase_end(const Scan& scan, std::size_t of) {
    if (!scan.is(of, "of") || of + 1 >= scan.sentence().end) return of;
    constexpr std::size_t kLongest = 7;
    std::size_t end = of + 1;
    while (end < scan.sentence().end && end < of + kLongest) {
        const Token& token = scan.token(end);
        if (token.kind == TokenKind::sign && !(token.is("-") && !token.spaced)) break;
        if (token.kind == TokenKind::quote || token.kind == TokenKind::handle) break;
        const bool stops =
            (token.words & (kPreposition | kLinker | kAuxiliary | kNegation | kPronoun | kAdverb)) ||
            is_date_word(token) || ((token.words & (kVerb | kSourceVerb)) && !(token.words & kMedia));
        if (!token.capital && stops && !token.is("own")) break;
        ++end;
    }
    while (end > of + 1 && scan.has(end - 1, kDeterminer)) --end;
    return end > of + 1 ? end : of;
}

bool is_for_of_name(const Scan& scan, std::size_t at) {
    if (at <= scan.sentence().begin || at + 1 >= scan.sentence().end) return false;
    if (!scan.is(at, "for") || !scan.token(at - 1).capital || !scan.token(at + 1).capital) return false;
    return is_one_of(
        scan.token(at - 1),
        {"transport",   "centre",     "center",    "institute", "office",     "agency",      "department",
         "network",     "foundation", "society",   "committee", "commission", "directorate", "movement",
         "association", "fund",       "coalition", "campaign",  "council",    "doctors",     "lawyers",
         "teachers",    "friends",    "support",   "initiative"});
}

bool is_initial(const Token& token) {
    return unicode::code_points(token.folded).size() == 1 && token.capital;
}

std::optional<Source> quoted_at(const Scan& scan, std::size_t at) {
    if (at >= scan.sentence().end || scan.token(at).kind != TokenKind::quote) return std::nullopt;
    const std::size_t limit = std::min(scan.sentence().end, at + 12);
    std::size_t close = at + 1;
    while (close < limit && scan.token(close).kind != TokenKind::quote) ++close;
    if (close >= limit || close == at + 1) return std::nullopt;
    const Mention* mention = scan.mentions.at(at + 1);
    if (mention && mention->end == close) return Source{mention->entity, at, close + 1, false};
    std::size_t end = close;
    if (end > at + 2 && (scan.is(end - 1, ",") || scan.is(end - 1, "."))) --end;
    return Source{{EntityKind::literal, scan.words(at + 1, end), std::nullopt}, at, close + 1, false};
}

std::size_t name_end(const Scan& scan, std::size_t at, std::size_t limit) {
    std::size_t stop = at;
    while (stop < limit && stop < scan.sentence().end &&
           (is_and_of_name(scan, stop) || is_name_word(scan.token(stop))) && !scan.mentions.at(stop) &&
           country_word(scan, stop).empty() && !scan.has(stop, kDeterminer | kPronoun))
        ++stop;
    return stop;
}

std::optional<Source> named_behind(const Scan& scan, std::size_t at, std::size_t end, std::size_t limit,
                                   SourceChoice choice) {
    const Sentence& sentence = scan.sentence();
    if (end >= limit || end + 1 >= sentence.end) return std::nullopt;
    if (scan.is(end, "("))
        if (const Mention* mention = scan.mentions.at(end + 1))
            if (mention->entity.kind == EntityKind::handle || scan.is(mention->end, ")"))
                return Source{mention->entity, at, mention->end, false};
    // "the head keeper, @name".
    if (scan.is(end, ","))
        if (const Mention* mention = scan.mentions.at(end + 1))
            if (mention->entity.kind == EntityKind::handle)
                return Source{mention->entity, at, mention->end, false};
    const bool describes = scan.has(end - 1, kAccount | kOutletWord | kBody);
    std::size_t name = behind_introduction(scan, end, limit);
    const bool introduced = name > end;
    if (!introduced && describes) name = behind_inclusion(scan, end);
    if (!introduced && name == end && describes && scan.is(end, ",")) {
        // "the broadcaster, CNN".
        if (const Mention* mention = scan.mentions.at(end + 1))
            return Source{mention->entity, at, mention->end, false};
    }
    // "the president's press pool, Pul Pervogo,".
    if (!introduced && name == end && scan.is(end, ",") && scan.has(at, kDeterminer))
        if (const Mention* mention = scan.mentions.at(end + 1);
            mention && (mention->end >= sentence.end || is_one_of(scan.token(mention->end), {",", ".", ")"})))
            return Source{mention->entity, at, mention->end, false};
    if (name > end && name < sentence.end) {
        if (const Mention* mention = scan.mentions.at(name))
            return Source{mention->entity, at, mention->end, false};
        if (choice.names) {
            if (auto quoted = quoted_at(scan, name)) {
                quoted->begin = at;
                return quoted;
            }
            std::size_t stop = full_name_end(scan, name, limit);
            if (stop > name) {
                const bool initial = scan.is(stop, ".") && !scan.token(stop).spaced && stop > name + 1 &&
                                     is_initial(scan.token(stop - 1));
                if (initial) ++stop;
                return Source{{EntityKind::literal, scan.words(name, stop), std::nullopt}, at, stop, false};
            }
        }
    }
    if (!choice.names || scan.token(end - 1).capital) {
        if (scan.token(end - 1).capital) return std::nullopt;
        return employer_at(scan, at, end);
    }
    if (scan.has(at, kDeterminer))
        if (auto person = person_at(scan, at, end, limit)) return person;
    const bool one = scan.is(at, "a") || scan.is(at, "an");
    if (const std::size_t comma = behind_place(scan, end, sentence.end); one && comma > end)
        if (auto person = person_at(scan, at, comma, std::min(sentence.end, comma + 6))) return person;
    return employer_at(scan, at, end);
}

}  // namespace sourcereel::claims
