#include "claims/active_cues.h"

#include <algorithm>

namespace sourcereel::claims {
bool names_event(const Scan& scan, std::size_t verb) {
    constexpr std::size_t kFar = 5;
    for (std::size_t i = verb + 1; i < scan.sentence().end && i < verb + kFar; ++i) {
        if (scan.token(i).kind != TokenKind::word || scan.has(i, kPreposition | kLinker)) return false;
        if (is_one_of(scan.token(i), {"match", "race", "ceremony", "debate", "concert", "parade", "funeral",
                                      "speech", "game", "launch", "final", "wedding", "session", "hearing",
                                      "address", "trial", "event", "coronation", "inauguration"}))
            return true;
    }
    return false;
}

bool is_scheduled(const Scan& scan, std::size_t verb) {
    if (!is_one_of(scan.token(verb), {"shows", "airs", "broadcasts", "screens", "carries"})) return false;
    constexpr std::size_t kFar = 10;
    for (std::size_t i = verb + 1; i < scan.sentence().end && i < verb + kFar; ++i) {
        if (is_one_of(scan.token(i), {"tonight", "tomorrow"})) return true;
        const Token& next = scan.token(i + 1);
        const bool number = !next.folded.empty() && next.folded[0] >= '0' && next.folded[0] <= '9';
        if (scan.is(i, "at") &&
            (number || is_one_of(next, {"one", "two", "three", "four", "five", "six", "seven", "eight",
                                        "nine", "ten", "noon", "midnight"})))
            return true;
        if (scan.is(i, "on") && next.folded.ends_with("day") && (next.words & kTime)) return true;
    }
    return false;
}

bool names_happening(const Scan& scan, std::size_t verb) {
    constexpr std::size_t kFar = 5;
    if (!scan.is(verb + 1, "the")) return false;
    for (std::size_t i = verb + 2; i < scan.sentence().end && i < verb + kFar; ++i) {
        if (scan.token(i).kind != TokenKind::word || scan.has(i, kPreposition | kLinker)) return false;
        if (is_one_of(scan.token(i), {"rescue", "collapse", "crash", "blast", "explosion", "blaze", "landing",
                                      "chase", "landslide", "tornado", "avalanche", "scene"}))
            return true;
    }
    return false;
}

bool names_device(const Scan& scan) {
    for (std::size_t i = scan.sentence().begin; i < scan.sentence().end; ++i)
        if (scan.is(i, "camera") || scan.is(i, "phone") || scan.is(i, "drone") || scan.is(i, "smartphone") ||
            scan.is(i, "cellphone"))
            return true;
    return false;
}

bool names_account(const Scan& scan, const Source& source) {
    if (source.entity.kind != EntityKind::literal) return false;
    for (std::size_t i = source.begin; i + 1 < source.end; ++i)
        if (scan.token(i).capital && platform_named(scan.token(i).folded) && scan.has(i + 1, kAccount))
            return true;
    return false;
}

bool brings_in(const Token& token) {
    return is_one_of(token, {"led",      "leads",   "opened",      "opens",       "closed",      "closes",
                             "ended",    "ends",    "began",       "begins",      "started",     "starts",
                             "topped",   "tops",    "illustrated", "illustrates", "interrupted", "followed",
                             "broke",    "breaks",  "broken",      "cut",         "cuts",        "switched",
                             "switches", "crossed", "devoted",     "devotes",     "dedicated"});
}

bool is_of_many_uses(const Token& token) {
    return brings_in(token) ||
           is_one_of(token, {"showed",   "shows",      "shown",      "used",       "using",     "ran",
                             "runs",     "run",        "played",     "playing",    "presented", "included",
                             "featured", "interrupts", "looped",     "looping",    "put",       "had",
                             "took",     "embedded",   "introduced", "introduces", "reported",  "reports"});
}

}  // namespace sourcereel::claims
