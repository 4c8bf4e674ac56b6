#include "claims/coordination.h"

#include <algorithm>
#include <optional>

#include "claims/naming.h"

namespace sourcereel::claims {
namespace {

constexpr std::size_t kMostNames = 8;

bool is_and(const Token& token) {
    return token.is("and") || token.is("or") || token.is("nor") || token.is("&");
}

/// What may stand before a name and only describes it: "the", "Japan's", "state broadcaster".
bool describes(const Scan& scan, std::size_t i) {
    const Token& token = scan.token(i);
    if (token.kind != TokenKind::word || scan.mentions.at(i)) return false;
    return (token.words & kDeterminer) || token.is("'s") || !country_word(scan, i).empty() ||
           (!token.capital && (token.words & (kOutletWord | kStateRun))) || token.is("both") ||
           token.is("news") ||
           ((token.is("south") || token.is("north")) && !country_word(scan, i + 1).empty());
}

/// Whether a list of names goes on at `at` up to an "and".
bool reaches_and(const Scan& scan, std::size_t at) {
    constexpr std::size_t kFar = 24;
    for (std::size_t i = at; i < scan.sentence().end && i < at + kFar; ++i) {
        if (is_and(scan.token(i))) return true;
        if (scan.mentions.at(i) || scan.is(i, ",") || describes(scan, i) || is_name_word(scan.token(i)))
            continue;
        return false;
    }
    return false;
}

}  // namespace

std::vector<Source> joined_behind(const Scan& scan, std::size_t end) {
    const Sentence& sentence = scan.sentence();
    std::vector<Source> names;
    bool last = false;
    for (std::size_t at = end; !last && names.size() < kMostNames && at + 1 < sentence.end;) {
        const bool comma = scan.is(at, ",");
        // "by A, as well as by B", "by A as well as B".
        const std::size_t as = comma ? at + 1 : at;
        const bool as_well = scan.is(as, "as") && scan.is(as + 1, "well") && scan.is(as + 2, "as");
        if (!comma && !as_well && !is_and(scan.token(at))) break;
        last = !comma || as_well;
        std::size_t next = as_well ? as + 3 : at + 1;
        if (comma && is_and(scan.token(next))) {
            last = true;
            ++next;
        }
        while (next < sentence.end && ((scan.is(next, "by") || scan.is(next, "on") || scan.is(next, "to")) ||
                                       (last && scan.has(next, kAdverb) && !scan.token(next).capital)))
            ++next;
        const std::size_t begin = next;
        while (next < sentence.end && next < begin + 5 && describes(scan, next)) ++next;
        if (next >= sentence.end) break;
        std::optional<Source> source;
        if (const Mention* mention = scan.mentions.at(next); mention && mention->begin == next) {
            source = Source{mention->entity, begin, mention->end, false};
        } else if (last || reaches_and(scan, next)) {
            const std::size_t stop = name_end(scan, next, std::min(sentence.end, next + 5));
            if (stop > next && !platform_named(scan.token(next).folded) && !scan.has(next, kTitle | kMedia))
                source =
                    Source{{EntityKind::literal, scan.words(next, stop), std::nullopt}, begin, stop, false};
        }
        if (!source) break;
        // "on NBC's Today": the programme.
        if (scan.is(source->end, "'s") && source->end + 1 < sentence.end &&
            scan.token(source->end + 1).capital && !scan.mentions.at(source->end + 1))
            source->end = std::max(source->end + 2,
                                   name_end(scan, source->end + 1, std::min(sentence.end, source->end + 4)));
        // "aired by CNN, the BBC reported": a clause of its own.
        std::size_t behind = source->end;
        while (behind < sentence.end && scan.has(behind, kNegation | kAdverb | kHedge) &&
               !scan.token(behind).capital)
            ++behind;  // "posted by @a, and B never aired it".
        // "Videos posted by @a and @b show the fire": a plural goes on.
        const bool plural = !comma && last && scan.has(behind, kBase) && !scan.has(behind, kActive);
        if (behind < sentence.end && !plural &&
            (scan.has(behind, kAuxiliary | kVerb) || scan.has(behind, kSourceVerb) || scan.is(behind, "'s")))
            break;
        names.push_back(*source);
        at = source->end;
    }
    return names;
}

std::vector<Source> joined_before(const Scan& scan, std::size_t begin) {
    const Sentence& sentence = scan.sentence();
    std::vector<Source> names;
    bool joined = false;
    // "NDTV, India Today and others": a list, though no "and" stands before the last name.
    for (std::size_t i = begin + 1; i + 1 < sentence.end && i < begin + 5; ++i)
        joined = joined || (scan.is(i, "and") && is_one_of(scan.token(i + 1), {"others", "more"}));
    // "B and the Emirates News Agency WAM": two names of one.
    if (const Mention* self = scan.mentions.at(begin); self && begin > sentence.begin)
        if (const Mention* before = scan.mentions.at(begin - 1); before && before->entity == self->entity)
            begin = before->begin;
    for (std::size_t at = begin; names.size() < kMostNames && at > sentence.begin;) {
        while (at > sentence.begin && describes(scan, at - 1)) --at;
        std::size_t joint = at;
        bool and_here = false;
        if (joint > sentence.begin && is_and(scan.token(joint - 1))) {
            and_here = true;
            --joint;
        }
        bool comma = false;
        if (joint > sentence.begin && scan.is(joint - 1, ",")) {
            comma = true;
            --joint;
        }
        // "NHK in Japan and".
        if (joint >= sentence.begin + 3 && scan.is(joint - 2, "in") && scan.token(joint - 1).capital &&
            scan.mentions.at(joint - 3))
            joint -= 2;
        if (joint <= sentence.begin || !(and_here || (comma && joined))) break;
        joined = true;
        Source source;
        if (const Mention* mention = scan.mentions.at(joint - 1)) {
            source = {mention->entity, mention->begin, mention->end, false};
        } else {
            std::size_t first = joint;
            while (first > sentence.begin && joint - first < 4 && is_name_word(scan.token(first - 1)) &&
                   !scan.mentions.at(first - 1) && country_word(scan, first - 1).empty() &&
                   !scan.has(first - 1, kDeterminer | kPreposition | kPronoun))
                --first;
            if (first == joint) break;
            source = {{EntityKind::literal, scan.words(first, joint), std::nullopt}, first, joint, false};
        }
        // "He told CNN and the BBC showed it": the first belongs to another verb.
        std::size_t before = source.begin;
        while (before > sentence.begin && describes(scan, before - 1)) --before;
        if (before > sentence.begin) {
            const Token& token = scan.token(before - 1);
            const bool free = token.kind == TokenKind::sign || token.kind == TokenKind::quote ||
                              is_and(token) || token.is("while") || token.is("but") || token.is("neither") ||
                              token.is("that") || token.is("where") || token.is("though") ||
                              token.is("which") || token.is("as") || token.is("before") ||
                              token.is("after") || token.is("including") || token.is("notably") ||
                              token.is("like") || token.is("namely");
            if (!free) break;
        }
        at = source.begin;
        names.push_back(std::move(source));
    }
    return names;
}

}  // namespace sourcereel::claims
