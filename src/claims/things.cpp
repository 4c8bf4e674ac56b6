#include "claims/things.h"

#include <algorithm>

#include "claims/verb_forms.h"

namespace sourcereel::claims {
namespace {

/// "What the drone had filmed turned up": a clause that stands for a video; `i` is "what".
bool is_clause_of_video(const Scan& scan, std::size_t i) {
    if (i != scan.sentence().begin || !scan.is(i, "what")) return false;
    constexpr std::size_t kFar = 7;
    for (std::size_t k = i + 2; k < scan.sentence().end && k < i + kFar; ++k)
        if (scan.has(k, kFilm | kAir | kPost | kRelease) && scan.has(k, kActive | kPassive) &&
            !scan.has(k, kMedia))
            return true;
    return false;
}

/// "The last was given to B": which of the videos that were spoken of.
bool is_elided_video(const Scan& scan, std::size_t i) {
    const Token& token = scan.token(i);
    const bool which =
        token.is("others") ||
        is_one_of(token, {"first",  "second",   "third",   "fourth",   "fifth",   "last",     "next",
                          "other",  "latter",   "former",  "earliest", "longest", "oldest",   "latest",
                          "newest", "shortest", "shorter", "longer",   "older",   "newer",    "earlier",
                          "later",  "original", "one",     "another",  "both",    "clearest", "sharpest"});
    if (!which || i + 1 >= scan.sentence().end) return false;
    const std::size_t begin = scan.sentence().begin;
    const std::size_t first = scan.is(begin, "in") ? begin + 1 : begin;  // "In the first, taken by".
    const bool begins = i == first || (i == first + 1 && scan.is(i - 1, "the"));
    if (begins && i > first && scan.is(i + 1, "of") && scan.is(i + 2, "the"))
        return true;  // "The longer of the two".
    if (token.is("others") && begins && is_one_of(scan.token(i + 1), {"were", "are"})) return true;
    return begins && (scan.is(i + 1, ",") || scan.has(i + 1, kAuxiliary) || scan.is(i + 1, "appeared") ||
                      scan.is(i + 1, "surfaced") || scan.is(i + 1, "came"));
}

/// Whether the word stands behind a preposition that makes it no object: "filmed the fall on her phone".
bool is_means(const Scan& scan, std::size_t verb, std::size_t i) {
    constexpr std::size_t kNear = 4;
    for (std::size_t k = i; k-- > verb + 1 && i - k <= kNear;)
        if (scan.is(k, "on") || scan.is(k, "with") || scan.is(k, "in") || scan.is(k, "at") ||
            scan.is(k, "from") || scan.is(k, "using") || scan.is(k, "during") || scan.is(k, "before") ||
            scan.is(k, "after"))
            return true;
    return false;
}

/// Whether the verb is finite though no form of "be" stands before: "had appeared", "ran".
bool is_intransitive(const Scan& scan, std::size_t verb) {
    const Token& token = scan.token(verb);
    return token.is("appeared") || token.is("appears") || token.is("ran") || token.is("premiered") ||
           token.is("surfaced") || token.is("emerged") || token.is("debuted") || token.is("circulated");
}

/// Whether "seconds" at `noun` is what the verb has as its object: nothing but a number stands between, and
/// no "later" behind.
bool is_span(const Scan& scan, std::size_t verb, std::size_t noun) {
    for (std::size_t i = verb + 1; i < noun; ++i) {
        const Token& token = scan.token(i);
        const bool number = token.folded[0] >= '0' && token.folded[0] <= '9';
        if (!number && !(token.words & (kDeterminer | kIndefinite)) &&
            !is_one_of(token,
                       {"only",     "just",    "about",   "some",      "first",    "last",     "full",
                        "more",     "than",    "nearly",  "a",         "few",      "two",      "three",
                        "four",     "thirty",  "forty",   "sixty",     "eleven",   "twelve",   "thirteen",
                        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
                        "fifty",    "seventy", "eighty",  "another",   "best",     "same",     "final",
                        "next",     "opening", "closing", "ninety",    "out",      "all",      "of"}))
            return false;
    }
    return !is_one_of(scan.token(noun + 1),
                      {"later", "after", "before", "ago", "earlier", "into", "ahead", "long"});
}

/// "a report and a video", "a statement on Friday, and footage of it": what else stands beside the text at
/// `noun`.
bool is_joined_to_video(const Scan& scan, std::size_t noun) {
    constexpr std::size_t kFar = 6;
    for (std::size_t i = noun + 1; i < scan.sentence().end && i < noun + kFar; ++i) {
        if (scan.has(i, kSourceVerb) && !scan.has(i, kMedia)) return false;
        if (!is_one_of(scan.token(i), {"and", "with", "alongside"})) continue;
        for (std::size_t k = i + 1; k < i + 5; ++k) {
            if (scan.has(k, kMedia) && !scan.has(k, kOutletWord))
                return !scan.is(i, "with") || scan.has(i + 1, kDeterminer);
            if (scan.token(k).kind != TokenKind::word || scan.has(k, kPreposition | kPronoun | kAuxiliary))
                break;
        }
        return false;
    }
    return false;
}

/// Whether "it" behind the verb at `verb` is a text that the same sentence names: "sent out a statement, and
/// B printed it".
bool is_text_before(const Scan& scan, std::size_t verb) {
    for (std::size_t i = verb; i-- > scan.sentence().begin && verb - i <= Scan::kReach;) {
        if (scan.mentions.at(i)) continue;
        if (scan.has(i, kMedia | kStill)) return false;
        if (scan.is(i, "statement") || scan.is(i, "statements") || scan.is(i, "letter") ||
            scan.is(i, "announcement") || scan.is(i, "article") || scan.is(i, "tweet") ||
            scan.is(i, "story") || scan.is(i, "document"))
            return true;
    }
    return false;
}

}  // namespace

Thing thing_before(const Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    if (is_clause_of_video(scan, sentence.begin) && verb > sentence.begin + 4) return Thing::media;
    // A report is aired; one that is published is paper.
    const auto is_paper = [&](std::size_t i) {
        return scan.has(i, kMedia) && scan.has(i, kOutletWord) && !scan.has(verb, kAir) &&
               !is_one_of(scan.token(verb),
                          {"appeared", "appear", "ran", "run", "premiered", "streamed", "livestreamed"});
    };
    // "A clip in which he slurs his words was posted": the subject is the first noun of the clause.
    if (has_be_before(scan, verb) || is_intransitive(scan, verb)) {
        std::size_t begin = sentence.begin;
        for (std::size_t i = verb; i-- > sentence.begin && verb - i <= Scan::kReach;)
            if (scan.token(i).is(";") || scan.token(i).is(":")) {
                begin = i + 1;
                break;
            }
        begin = std::max(begin, verb > sentence.begin + Scan::kReach ? verb - Scan::kReach : sentence.begin);
        for (std::size_t i = begin; i < verb; ++i) {
            if (scan.mentions.at(i)) continue;
            if (is_paper(i)) break;
            if (scan.is(i, "one") && i == begin) return Thing::media;
            if (is_elided_video(scan, i)) return Thing::media;
            if (scan.has(i, kMedia | kStill)) return scan.has(i, kPhoto) ? Thing::photo : Thing::media;
            // "The song in the video was recorded by B".
            if (scan.has(i, kOtherThing) && is_one_of(scan.token(i + 1), {"in", "of", "about", "under"}))
                return Thing::other;
            if (scan.has(i, kOtherThing)) break;
        }
    }
    for (std::size_t i = verb; i-- > sentence.begin && verb - i <= Scan::kReach;) {
        const Token& token = scan.token(i);
        if (scan.mentions.at(i)) continue;
        if (is_paper(i)) return Thing::other;
        if (token.words & (kMedia | kStill)) return token.words & kPhoto ? Thing::photo : Thing::media;
        if (token.words & kOtherThing) return Thing::other;
        if (token.is("it") || token.is("they") || token.is("one") || token.is("ones") || token.is("them") ||
            is_elided_video(scan, i))
            return Thing::media;
        // "the same ten seconds had been on B".
        if ((token.is("seconds") || token.is("minutes")) && scan.has(i + 1, kAuxiliary) &&
            (scan.is(i - 2, "same") || scan.is(i - 2, "first") || scan.is(i - 2, "the")))
            return Thing::media;
    }
    for (std::size_t i = verb + 1; i < sentence.end && i - verb <= Scan::kReach; ++i) {
        if (scan.mentions.at(i)) continue;
        if (scan.has(i, kMedia | kStill)) return Thing::media;
        if (scan.has(i, kOtherThing)) return Thing::other;
        if (i > verb + 1 && scan.is(i, "it") && scan.has(i + 1, kAuxiliary)) return Thing::media;
    }
    return Thing::nothing;
}

Thing thing_behind(const Scan& scan, std::size_t verb, std::size_t reach) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = verb + 1; i < sentence.end && i - verb <= reach; ++i) {
        const Token& token = scan.token(i);
        const bool that = token.is("that") && !scan.has(i + 1, kMedia | kStill) &&
                          !scan.is(i + 1, "one");  // Not "published that clip", "that one".
        if (token.is(";") || token.is(":") || that || token.is("who")) break;
        if ((token.words & kMedia) && (token.words & kOutletWord) && !scan.has(verb, kAir))
            return is_joined_to_video(scan, i) ? Thing::media : Thing::other;
        // "a copy of the map" is a map.
        if ((token.is("copy") || token.is("copies") || token.is("version") || token.is("versions")) &&
            scan.is(i + 1, "of"))
            continue;
        if (token.words & (kMedia | kStill)) {
            // "a video conference", "a film festival": the next noun is what it is about.
            return token.words & kPhoto ? Thing::photo : Thing::media;
        }
        if ((token.words & kOtherThing) && is_means(scan, verb, i)) continue;
        if ((token.words & kOtherThing) && !scan.has(i + 1, kMedia) && !scan.is(i + 1, "'s"))
            return is_joined_to_video(scan, i) ? Thing::media : Thing::other;
        // "released the suspect after watching the video".
        if (i > verb + 1 && is_one_of(token, {"after", "before", "while", "until"}) && !scan.has(verb, kGive))
            break;
        if ((token.is("it") || token.is("them")) && (i - verb <= 2 || scan.is(i - 1, "of")))
            return is_text_before(scan, verb) ? Thing::other : Thing::media;
        if (token.is("rights") && i <= verb + 3 && scan.has(verb, kObtain))
            for (std::size_t k = sentence.begin; k < verb; ++k)
                if (scan.has(k, kMedia) && !scan.mentions.at(k)) return Thing::media;
        // "has moved four", "aired two of them".
        if (i == verb + 1 && scan.has(verb, kAir | kRelease | kPost) &&
            is_one_of(token, {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                              "several"}) &&
            (i + 1 >= sentence.end || is_one_of(scan.token(i + 1), {",", ".", ";"})))
            return Thing::media;
        // "released the rest": of the videos spoken of.
        if (is_one_of(token, {"rest", "remainder", "lot", "others"}) && scan.is(i - 1, "the") &&
            i <= verb + 3 &&
            (i + 1 >= sentence.end || scan.token(i + 1).kind == TokenKind::sign ||
             scan.has(i + 1, kPreposition | kTime)) &&
            !scan.is(i + 1, "of"))
            return Thing::media;
        // "We never broadcast this," they said.
        if (is_one_of(token, {"this", "that"}) && i == verb + 1 && scan.has(verb, kAir) &&
            is_one_of(scan.token(i + 1), {",", ".", "!"}))
            return Thing::media;
        // "put out 40 seconds", "aired two minutes of it": not "aired two minutes later".
        if (is_one_of(token, {"seconds", "minutes"}) && i > verb + 1 && i <= verb + 5 &&
            is_span(scan, verb, i))
            return Thing::media;
        if (token.is("both") && i == verb + 1 &&
            (i + 1 >= sentence.end || scan.token(i + 1).kind == TokenKind::sign ||
             scan.has(i + 1, kPreposition)))
            return Thing::media;  // Of the videos spoken of.
        // "broadcast anything of the kind", "aired nothing of the sort".
        if (is_one_of(token, {"kind", "sort"}) && scan.is(i - 1, "the") && scan.is(i - 2, "of") &&
            i > verb + 3)
            return Thing::media;
        if (is_one_of(token, {"neither", "either", "none"}) && i == verb + 1 &&
            (i + 1 >= sentence.end || scan.token(i + 1).kind == TokenKind::sign || scan.is(i + 1, "of")))
            return Thing::media;
        // "used a different one", "posted another".
        if (token.is("ones") && i > verb + 1) return Thing::media;
        // "put the two side by side".
        if (token.is("two") && scan.is(i - 1, "the") && is_one_of(scan.token(i + 1), {"side", "together"}))
            return Thing::media;
        // "used only the union's": its video.
        if (token.is("'s") && i > verb + 1 &&
            (i + 1 >= sentence.end || scan.token(i + 1).kind == TokenKind::sign ||
             scan.has(i + 1, kPreposition)) &&
            scan.has(verb, kAir))
            return Thing::media;
        const bool one = (token.is("one") || token.is("ones")) && i > verb + 1;
        if (one && (scan.has(i - 1, kDeterminer) || scan.is(i - 1, "that") || scan.has(i - 2, kDeterminer)))
            return Thing::media;
        // "put out its own": one of the same kind.
        if (token.is("own") && i + 1 < sentence.end &&
            (scan.token(i + 1).kind == TokenKind::sign || scan.has(i + 1, kPreposition)))
            return Thing::media;
        if (token.is("said") || token.is("because")) break;
        // "which runs the pier, released the video": the object of another verb.
        if (token.is(",") && i - verb >= 2 && i + 1 < sentence.end && scan.has(i + 1, kSourceVerb) &&
            scan.has(i + 1, kActive) && !scan.has(i + 1, kMedia))
            break;
    }
    return Thing::nothing;
}

bool is_still_of(const Scan& scan, std::size_t verb, std::size_t& begin) {
    const std::size_t first = scan.sentence().begin;
    constexpr std::size_t kNear = 16;
    for (std::size_t i = verb; i-- > first && verb - i <= kNear;) {
        if (scan.token(i).kind == TokenKind::sign && !scan.token(i).is("-") && !scan.token(i).is("("))
            return false;
        const bool still = scan.has(i, kStill) || scan.token(i).is("frame") || scan.token(i).is("frames") ||
                           (scan.has(i, kPhoto) && i + 1 < verb &&
                            (scan.token(i + 1).is("taken") || scan.token(i + 1).is("made") ||
                             scan.token(i + 1).is("grabbed")));
        if (!still) continue;
        for (std::size_t j = i + 1; j < verb && j < i + 7; ++j)
            if (scan.token(j).is("from") || scan.token(j).is("of")) {
                begin = i > first && scan.has(i - 1, kDeterminer) ? i - 1 : i;
                return true;
            }
        return false;
    }
    return false;
}

}  // namespace sourcereel::claims
