#include "claims/modality.h"

#include <algorithm>

namespace sourcereel::claims {
namespace {

bool is_show(const Token& token) {
    return token.folded.starts_with("show") || token.folded.starts_with("depict");
}

}  // namespace

bool is_hedged(const Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    constexpr std::size_t kNear = 7;
    constexpr std::size_t kCoordinated = 24;
    bool coordinated = verb > sentence.begin && scan.token(verb - 1).is("and");
    for (std::size_t i = verb; i-- > sentence.begin && verb - i <= (coordinated ? kCoordinated : kNear);) {
        const Token& token = scan.token(i);
        if (token.is(";") || (!coordinated && i + 1 < verb && token.is(","))) return false;
        if (token.words & kHedge) {
            // "purportedly showing", "alleged victim": about the content.
            for (std::size_t j = i + 1; j <= i + 2 && j < verb; ++j)
                if (is_show(scan.token(j))) return false;
            if ((token.is("alleged") || token.is("purported") || token.is("supposed")) && verb - i > 2)
                return false;
            return true;
        }
        if (token.is("said") || token.is("claimed") || token.is("appears") || token.is("appeared") ||
            token.is("understood") || token.is("reported"))
            if (i + 1 < verb && scan.token(i + 1).is("to")) return true;
        if ((token.is("may") || token.is("might") || token.is("could")) && i + 1 < verb && token.latin &&
            !token.capital && (scan.token(i + 1).is("have") || scan.token(i + 1).is("not")))
            return true;
    }
    for (std::size_t i = verb + 1; i < sentence.end && i <= verb + 2; ++i)
        if (scan.has(i, kHedge) && !scan.token(i).is("purported") && !scan.token(i).is("alleged"))
            if (!(i + 1 < sentence.end && is_show(scan.token(i + 1)))) return true;
    return false;
}

bool is_negated(const Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    bool near = true;  // Nothing but auxiliaries, adverbs and names so far.
    constexpr std::size_t kFar = 24;
    for (std::size_t i = verb; i-- > sentence.begin && verb - i <= kFar;) {
        const Token& token = scan.token(i);
        if (token.is(";") || token.is("but")) return false;
        if (near && (token.is("not") || token.is("never") || token.is("cannot")))
            return !(i + 1 < sentence.end && scan.token(i + 1).is("only"));
        if (token.is("denied") || token.is("denies") || token.is("untrue") || token.is("falsely") ||
            token.is("wrongly"))
            return true;
        if (token.is("no") && i + 1 < verb &&
            (scan.token(i + 1).is("evidence") || scan.token(i + 1).is("sign") ||
             scan.token(i + 1).is("record") || scan.token(i + 1).is("trace") ||
             scan.token(i + 1).is("indication")))
            return true;
        if (near && token.is("nor")) return true;
        const bool light = (token.words & (kAuxiliary | kAdverb | kHedge | kPronoun | kDeterminer)) != 0;
        if (!light) near = false;
    }
    // "carried a report but not the clip itself".
    for (std::size_t i = verb + 1; i + 2 < sentence.end && i < verb + kFar; ++i)
        if (scan.token(i).is("but") && scan.token(i + 1).is("not")) {
            for (std::size_t j = i + 2; j < sentence.end && j < i + 5; ++j)
                if (scan.has(j, kMedia)) return true;
        }
    return false;
}

Thing thing_before(const Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = verb; i-- > sentence.begin && verb - i <= Scan::kReach;) {
        const Token& token = scan.token(i);
        if (scan.mentions.at(i)) continue;
        if (token.words & (kMedia | kStill)) return token.words & kPhoto ? Thing::photo : Thing::media;
        if (token.words & kOtherThing) return Thing::other;
        if (token.is("it") || token.is("they") || token.is("one") || token.is("ones") || token.is("them"))
            return Thing::media;
    }
    for (std::size_t i = verb + 1; i < sentence.end && i - verb <= Scan::kReach; ++i) {
        if (scan.mentions.at(i)) continue;
        if (scan.has(i, kMedia | kStill)) return Thing::media;
        if (scan.has(i, kOtherThing)) return Thing::other;
    }
    return Thing::nothing;
}

Thing thing_behind(const Scan& scan, std::size_t verb, std::size_t reach) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = verb + 1; i < sentence.end && i - verb <= reach; ++i) {
        const Token& token = scan.token(i);
        if (token.is(";") || token.is(":") || token.is("that") || token.is("who")) break;
        if (token.words & (kMedia | kStill)) {
            // "a video conference", "a film festival": the next noun is what it is about.
            return token.words & kPhoto ? Thing::photo : Thing::media;
        }
        if (token.words & kOtherThing) return Thing::other;
        if ((token.is("it") || token.is("them")) && i - verb <= 2) return Thing::media;
        if (token.is("said") || token.is("because")) break;
    }
    return Thing::nothing;
}

bool has_be_before(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    for (std::size_t i = verb; i-- > begin && verb - i <= 4;) {
        const Token& token = scan.token(i);
        if (token.is("was") || token.is("were") || token.is("been") || token.is("being") || token.is("is") ||
            token.is("are") || token.is("be"))
            return true;
        if (!(token.words & (kAdverb | kHedge | kNegation | kAuxiliary))) return false;
    }
    return false;
}

bool has_do_before(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    for (std::size_t i = verb; i-- > begin && verb - i <= 4;) {
        const Token& token = scan.token(i);
        if (token.is("did") || token.is("does") || token.is("do") || token.is("didn") || token.is("didnt") ||
            token.is("would") || token.is("could") || token.is("to"))
            return true;
        if (!(token.words & (kAdverb | kHedge | kNegation))) return false;
    }
    return false;
}

}  // namespace sourcereel::claims
