#include "claims/subject_bounds.h"

#include <algorithm>

#include "claims/naming.h"
#include "claims/phrases.h"

namespace sourcereel::claims {
namespace {

/// How far a subject may stand before its verb, tokens.
constexpr std::size_t kFurthest = 20;

/// From behind a comma to behind what the apposition before it explains: "NTV, the Turkish channel," → behind
/// "NTV".
std::size_t before_apposition(const Scan& scan, std::size_t comma) {
    const std::size_t begin = scan.sentence().begin;
    for (std::size_t i = comma; i-- > begin && comma - i < 16;)
        if (scan.token(i).is(",") && scan.token(i + 1).spaced) return i;  // None within "300,000".
    return comma;
}

/// From behind "in turn", "for its part", "at first" to before it; `at` where none ends there.
std::size_t before_adverbial(const Scan& scan, std::size_t at) {
    const std::size_t begin = scan.sentence().begin;
    if (at < begin + 3) return at;
    const Token& last = scan.token(at - 1);
    const Token& first = scan.token(at - 2);
    const bool two =
        (first.is("in") && is_one_of(last, {"turn", "response", "return", "reply", "addition", "full", "part",
                                            "june", "fact", "effect", "private", "public"})) ||
        (first.is("at") && is_one_of(last, {"first", "once", "last", "least"})) ||
        (first.is("by") && is_one_of(last, {"mistake", "then", "now", "contrast"})) ||
        (first.is("so") && last.is("far")) || (first.is("of") && last.is("course")) ||
        (first.is("after") && last.is("all")) || (first.is("for") && is_one_of(last, {"once", "now"})) ||
        (first.is("on") && is_one_of(last, {"air", "request"})) ||
        (first.is("without") && last.is("comment"));
    if (two) return at - 2;
    if (at >= begin + 4 && is_one_of(scan.token(at - 3), {"for", "on"}) &&
        is_one_of(first, {"its", "their", "his", "her"}) && is_one_of(last, {"part", "own", "side"}))
        return at - 3;
    return at;
}

}  // namespace

std::size_t subject_end(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    std::size_t at = verb;
    bool behind_time = false;
    bool behind_linker = false;
    while (at > begin && verb - at < kFurthest) {
        const Token& token = scan.token(at - 1);
        if (scan.mentions.at(at - 1)) break;
        // "Antena 1" is a name.
        const bool number = !token.folded.empty() && token.folded[0] >= '0' && token.folded[0] <= '9';
        const bool numbered = number && at >= begin + 2 && scan.token(at - 2).capital &&
                              scan.token(at - 2).kind == TokenKind::word && !is_date_word(scan.token(at - 2));
        if (numbered) break;
        // "Match of the Day" is one too.
        const bool named_time = token.capital && at >= begin + 4 && scan.is(at - 2, "the") &&
                                scan.is(at - 3, "of") && scan.token(at - 4).capital;
        if (named_time) break;
        const bool time = is_date_word(token) || number;
        if (time || (behind_time && (token.words & kPreposition))) {
            behind_time = time || behind_time;
            if (!time) behind_time = false;
            --at;
            continue;
        }
        behind_time = false;
        // "@name on X shared it".
        if (token.capital && platform_named(token.folded) && at >= begin + 2 && scan.token(at - 2).is("on")) {
            at -= 2;
            continue;
        }
        // "B was among those who shared it", "B was the first to air it".
        // "B, the first to air it,".
        if (token.is("to") && at >= begin + 5 && scan.is(at - 3, "the") && scan.is(at - 4, ",") &&
            is_one_of(scan.token(at - 2), {"first", "only", "last"})) {
            at -= 4;
            continue;
        }
        if (token.is("those") || token.is("ones") ||
            (token.is("to") && at >= begin + 2 &&
             (scan.token(at - 2).is("first") || scan.token(at - 2).is("only") ||
              scan.token(at - 2).is("last")))) {
            std::size_t back = at - 1;
            while (back > begin && !(scan.token(back).words & kAuxiliary) && at - back < 7) --back;
            if (scan.token(back).words & kAuxiliary) {
                at = back + 1;
                continue;
            }
        }
        // "B was the first station to show it".
        if (token.is("to") && at >= begin + 4 && scan.has(at - 2, kOutletWord) &&
            !scan.token(at - 2).capital) {
            std::size_t back = at - 2;
            while (back > begin && at - back < 6 && !is_one_of(scan.token(back), {"first", "only", "last"}))
                --back;
            if (is_one_of(scan.token(back), {"first", "only", "last"}) && back > begin) {
                at = scan.has(back - 1, kDeterminer) ? back - 1 : back;
                continue;
            }
        }
        // "B is said to have used it", "B appears to have".
        if (token.is("to") && at < verb && scan.is(at, "have") && at >= begin + 2) {
            const Token& told = scan.token(at - 2);
            if (told.is("said") || told.is("believed") || told.is("thought") || told.is("reported") ||
                told.is("understood") || told.is("alleged") || told.is("known") || told.is("appears") ||
                told.is("seems") || told.is("claims") || told.is("claimed") || told.is("appeared")) {
                at -= 2;
                continue;
            }
        }
        // "It was the page Name that posted it".
        const bool cleft = scan.is(begin, "it") && is_one_of(scan.token(begin + 1), {"was", "is"}) &&
                           !scan.has(begin + 2, kPassive | kGive | kAdverb);
        if (cleft && at >= begin + 4 && is_one_of(token, {"that", "who", "which"})) {
            --at;
            while (at > begin + 2 &&
                   is_one_of(scan.token(at - 1), {"itself", "themselves", "himself", "herself"}))
                --at;
            break;
        }
        // "It was B that aired it".
        if (token.is("that") && at >= begin + 2 && scan.mentions.at(at - 2)) {
            --at;
            continue;
        }
        // "The ministry in turn published", "B for its part showed".
        if (const std::size_t open = before_adverbial(scan, at); open < at) {
            at = open;
            continue;
        }
        // "The Norwegian channel of the same name showed".
        if (token.is("name") && at >= begin + 5 && scan.is(at - 2, "same") && scan.is(at - 4, "of")) {
            at -= 4;
            break;
        }
        if (token.is("name") && at >= begin + 4 && scan.is(at - 2, "that") && scan.is(at - 3, "of")) {
            at -= 3;
            break;
        }
        if (token.is("itself") || token.is("themselves") || token.is("since") ||
            (token.words & (kAuxiliary | kAdverb | kHedge | kNegation) && !token.capital &&
             !token.is("no"))) {
            --at;
        } else if ((token.is("which") || token.is("who") || token.is("and")) && at - 1 > begin &&
                   (scan.token(at - 2).is(",") || !token.is("and"))) {
            behind_linker = behind_linker || !token.is("and");
            --at;
        } else if (token.is(",") && at >= begin + 4 && scan.is(at - 3, ",") &&
                   scan.token(at - 2).folded.size() <= 2 && scan.token(at - 2).folded[0] >= '0' &&
                   scan.token(at - 2).folded[0] <= '9') {
            at -= 3;  // "Ida Falk, 34,".
        } else if (token.is(",")) {
            // The comma closes an apposition, or stands right behind the subject.
            const Token& named = scan.token(at >= 2 ? at - 2 : 0);
            const std::size_t open = before_apposition(scan, at - 1);
            if (open != at - 1 &&
                (scan.is(open + 1, "citing") || scan.is(open + 1, "quoting") || scan.is(open + 1, "unlike") ||
                 scan.is(open + 1, "like") || scan.is(open + 1, "alongside"))) {
                at = open;
                break;
            }
            // "Channels close to the police, including B and C,": those that are named.
            if (open != at - 1 && is_one_of(scan.token(open + 1), {"including", "notably"})) return at - 1;
            // "B, according to the hotel, which shared it": the hotel.
            if (behind_linker && open != at - 1 && scan.is(open + 1, "according")) return at - 1;
            // "The governor, Oleg Kuvshin,": the name.
            std::size_t names = 0;
            for (std::size_t k = open + 1; k < at - 1; ++k)
                names += scan.token(k).capital && scan.token(k).kind == TokenKind::word &&
                                 !scan.mentions.at(k) && !is_date_word(scan.token(k))
                             ? 1
                             : 0;
            // "The restaurant, Quinta da Serra,".
            if (open > begin && !behind_linker && full_name_end(scan, open + 1, at - 1) == at - 1 &&
                at - 2 - open >= 3 && !scan.mentions.at(at - 2) && !scan.token(open - 1).capital)
                return at - 1;
            // "The zoo's account, Panda Life, posted it".
            if (open > begin && names >= 1 && names == at - 2 - open && scan.has(open - 1, kAccount) &&
                !scan.token(open - 1).capital && !behind_linker)
                return at - 1;
            if (open > begin && names >= 2 && names == at - 2 - open &&
                (!scan.token(open - 1).capital ||
                 (open > begin + 2 && scan.is(open - 2, "of") && !scan.token(open - 3).capital)))
                return at - 1;
            const bool apposition = open != at - 1 && open > begin &&
                                    (scan.mentions.at(open - 1) || scan.token(open - 1).capital);
            if (behind_linker && at - 1 > begin && named.kind == TokenKind::word &&
                (named.capital ||
                 (!apposition && (scan.is(at, "who") || (named.words & (kBody | kOutletWord))))))
                return at - 1;
            // "Ida Falk, an anchor for the station B, shared it": the anchor.
            bool works_for = false;
            if (const Mention* mention = scan.mentions.at(at >= 2 ? at - 2 : 0); mention && open < at - 1)
                for (std::size_t k = mention->begin; k-- > open + 1 && mention->begin - k <= 9;)
                    works_for = works_for || is_one_of(scan.token(k), {"for", "at", "with", "from"});
            const bool person = works_for && open >= begin + 2 && is_name_word(scan.token(open - 1)) &&
                                is_name_word(scan.token(open - 2)) && !scan.mentions.at(open - 1);
            const std::size_t stop =
                scan.mentions.at(at >= 2 ? at - 2 : 0) && at - 1 > begin && !person ? at - 1 : open;
            if (stop == at - 1 && !(at - 1 > begin && scan.mentions.at(at - 2))) return at;
            at = stop;
            break;
        } else if ((token.is("—") || token.is("–")) && at - 1 > begin) {
            std::size_t open = at - 1;
            while (open > begin && at - open < 14 && !scan.token(open - 1).is("—") &&
                   !scan.token(open - 1).is("–"))
                --open;
            if (open <= begin || at - open >= 14) break;
            at = open - 1;
            break;
        } else if (token.is(")")) {
            std::size_t open = at - 1;
            while (open > begin && !scan.token(open).is("(") && at - open < 12) --open;
            if (!scan.token(open).is("(")) break;
            at = open;
        } else {
            break;
        }
    }
    return at;
}

std::size_t phrase_begin(const Scan& scan, std::size_t end) {
    const std::size_t sentence_begin = scan.sentence().begin;
    std::size_t at = end;
    while (at > sentence_begin && end - at < 7) {
        const Token& token = scan.token(at - 1);
        if (token.kind != TokenKind::word && !(token.is("-") && !token.spaced)) break;
        // "On Monday TV Nova showed".
        if (at < end && is_date_word(token)) break;
        if (at < end && at - 1 == sentence_begin && token.capital && (token.words & kPreposition)) break;
        // "Friends of the Harbour".
        const bool within_name = token.is("the") && at >= sentence_begin + 3 && scan.is(at - 2, "of") &&
                                 is_name_word(scan.token(at - 3)) && is_name_word(scan.token(at));
        if ((token.words & kDeterminer) && !within_name) return at - 1;
        if ((token.words & (kPreposition | kLinker | kAuxiliary | kVerb | kNegation | kPronoun)) &&
            !token.capital && !token.is("of") && !is_and_of_name(scan, at - 1) &&
            !is_for_of_name(scan, at - 1))
            break;
        --at;
    }
    return at;
}

}  // namespace sourcereel::claims
