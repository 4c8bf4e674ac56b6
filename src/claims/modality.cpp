#include "claims/modality.h"

#include <algorithm>

namespace sourcereel::claims {
namespace {

bool is_show(const Token& token) {
    return token.folded.starts_with("show") || token.folded.starts_with("depict");
}

/// "It is not true that B aired it", "Claims that B aired it are false".
bool is_called_false(const Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    std::size_t that = verb;
    while (that > sentence.begin && verb - that < Scan::kReach && !scan.is(that, "that")) --that;
    if (!scan.is(that, "that") || that == sentence.begin) return false;
    if (is_one_of(scan.token(that - 1), {"true", "correct"}))
        return that >= sentence.begin + 2 && scan.has(that - 2, kNegation);
    if (scan.is(that - 1, "false")) return true;
    if (!is_one_of(scan.token(that - 1), {"claims", "claim", "reports", "rumours", "rumors", "suggestions",
                                          "posts", "assertions", "allegations"}))
        return false;
    for (std::size_t i = verb + 1; i + 1 < sentence.end && i < verb + Scan::kReach; ++i)
        if (is_one_of(scan.token(i), {"is", "are", "was", "were"}))
            for (std::size_t k = i + 1; k < sentence.end && k < i + 3; ++k)
                if (is_one_of(scan.token(k),
                              {"false", "untrue", "wrong", "incorrect", "baseless", "unfounded"}))
                    return true;
    return false;
}

/// "Posts claim that B aired it; it did not."
bool is_taken_back(const Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = verb + 1; i + 3 < sentence.end && i < verb + Scan::kReach; ++i) {
        if (!is_one_of(scan.token(i), {";", ",", "but", "—"})) continue;
        // "B, which was said to have shown it, did not."
        if (scan.is(i, ",") && is_one_of(scan.token(i + 1), {"did", "has", "had"}) &&
            is_one_of(scan.token(i + 2), {"not", "never"}) &&
            (i + 3 >= sentence.end || scan.token(i + 3).kind == TokenKind::sign))
            return true;
        const std::size_t who = scan.is(i + 1, "but") ? i + 2 : i + 1;
        // "…; the station denies it".
        const std::size_t noun = scan.is(who, "the") ? who + 1 : who;
        if (is_one_of(scan.token(noun + 1), {"denies", "denied"}) &&
            (scan.has(noun, kOutletWord | kPronoun) || scan.mentions.at(noun)) &&
            is_one_of(scan.token(noun + 2), {"it", "this", "that", "."}))
            return true;
        if (!is_one_of(scan.token(who), {"it", "they"})) continue;
        const bool denies = is_one_of(scan.token(who + 1), {"did", "has", "had", "does", "have"}) &&
                            is_one_of(scan.token(who + 2), {"not", "never"});
        const bool ends = who + 3 >= sentence.end || scan.token(who + 3).kind == TokenKind::sign;
        if (denies && ends) return true;
    }
    return false;
}

}  // namespace

bool is_hedged(const Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    constexpr std::size_t kNear = 7;
    constexpr std::size_t kCoordinated = 24;
    for (std::size_t i = verb > sentence.begin + 5 ? verb - 5 : sentence.begin;
         i < sentence.end && i < verb + 6; ++i)
        if (scan.is(i, "likelihood")) return true;
    bool coordinated = verb > sentence.begin && scan.token(verb - 1).is("and");
    for (std::size_t i = verb; i-- > sentence.begin && verb - i <= (coordinated ? kCoordinated : kNear);) {
        const Token& token = scan.token(i);
        if (token.is(";") || (!coordinated && i + 1 < verb && token.is(","))) return false;
        // "Investigators believe that it was uploaded by B".
        if (is_one_of(token, {"believe", "believes", "suspect", "suspects", "think", "thinks", "assume",
                              "assumes"}) &&
            (scan.is(i + 1, "that") || scan.is(i + 1, "it") || scan.has(i + 1, kDeterminer)))
            return true;
        if (token.is("whether")) return true;  // "It is not known whether B aired it".
        // "Posts say that B showed it": others' word.
        if (is_one_of(token, {"say", "says", "said", "claim", "claims", "claimed", "insist", "suggest"}) &&
            i > sentence.begin &&
            is_one_of(scan.token(i - 1), {"posts", "accounts", "users", "some", "tweets", "messages",
                                          "rumours", "rumors", "captions", "many", "others"})) {
            // "was not, as some posts claim, aired by B": theirs is the denied word.
            for (std::size_t as = i; as-- > sentence.begin && i - as <= 4;)
                if (scan.is(as, "as") && scan.is(as - 1, ",")) return false;
            return !is_taken_back(scan, verb) && !is_called_false(scan, verb);
        }
        if (token.words & kHedge) {
            // "purportedly showing", "alleged victim": about the content.
            for (std::size_t j = i + 1; j <= i + 2 && j < verb; ++j)
                if (is_show(scan.token(j))) return false;
            // "an unverified video": nobody has checked what it shows.
            if ((token.is("unverified") || token.is("unconfirmed")) && i + 2 < verb &&
                scan.has(i + 1, kMedia | kStill))
                continue;
            if ((token.is("alleged") || token.is("purported") || token.is("supposed")) && verb - i > 2)
                return false;
            return true;
        }
        if (token.is("said") || token.is("claimed") || token.is("appears") || token.is("appeared") ||
            token.is("understood") || token.is("reported") || token.is("purports") || token.is("purported") ||
            token.is("purporting") || token.is("seems") || token.is("seemed"))
            if (i + 2 < verb && scan.token(i + 1).is("to") &&
                (scan.token(i + 2).is("have") || scan.token(i + 2).is("be")))
                return true;
        if ((token.is("described") || token.is("billed") || token.is("presented") || token.is("passed") ||
             token.is("shared") || token.is("posing") || token.is("purporting") || token.is("touted")) &&
            (scan.is(i + 1, "as") || scan.is(i + 2, "as") || scan.is(i + 1, "to")))
            return true;
        if ((token.is("may") || token.is("might") || token.is("could")) && i + 1 < verb && token.latin &&
            !token.capital &&
            (scan.token(i + 1).is("have") || scan.token(i + 1).is("not") ||
             (scan.has(i + 1, kAdverb) && scan.is(i + 2, "have"))))
            return true;
    }
    for (std::size_t i = verb + 1; i < sentence.end && i <= verb + 2; ++i)
        if (scan.has(i, kHedge) && !scan.token(i).is("purported") && !scan.token(i).is("alleged"))
            if (!(i + 1 < sentence.end && is_show(scan.token(i + 1)))) return true;
    return false;
}

bool is_negated(const Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    if (is_called_false(scan, verb) || is_taken_back(scan, verb)) return true;
    // "Neither B nor C, both of which had crews there, filmed it".
    if (scan.is(sentence.begin, "neither"))
        for (std::size_t i = sentence.begin + 1; i < verb && i < sentence.begin + 14; ++i)
            if (scan.is(i, "nor")) return true;
    // "At no time was it shown on B".
    if (scan.is(sentence.begin, "at") && scan.is(sentence.begin + 1, "no")) return true;
    if (is_one_of(scan.token(sentence.begin), {"nowhere"}) && verb < sentence.begin + 8) return true;
    // "was never on B".
    if (is_one_of(scan.token(verb + 1), {"never", "not"}) && scan.has(verb, kAuxiliary)) return true;
    // "Not one second of it was shown by B".
    if (scan.is(sentence.begin, "not") && is_one_of(scan.token(sentence.begin + 1), {"one", "a"}) &&
        (scan.has(sentence.begin + 2, kMedia | kTime | kOutletWord) ||
         scan.is(sentence.begin + 2, "second") || scan.is(sentence.begin + 2, "single")))
        return true;
    bool near = true;  // Nothing but auxiliaries, adverbs and names so far.
    constexpr std::size_t kFar = 24;
    for (std::size_t i = verb; i-- > sentence.begin && verb - i <= kFar;) {
        const Token& token = scan.token(i);
        if (token.is(";") || token.is("but")) break;
        if (token.is("none") && scan.is(i + 1, "of")) return true;  // "None of the videos was aired by B".
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
        // "No such footage had been aired by B".
        if (token.is("no") && i + 2 < verb &&
            (scan.token(i + 1).is("such") || (i == sentence.begin && scan.has(i + 1, kMedia))))
            return true;
        // "There is nothing to suggest that B aired it".
        if (token.is("nothing") &&
            (scan.is(i + 1, "to") || scan.is(i + 1, "suggests") || scan.is(i + 1, "indicates")))
            return true;
        if (scan.mentions.at(i)) continue;
        // "It was not B that aired it"; "was not, as claimed, aired by B".
        if (token.is("that") && i > sentence.begin && scan.mentions.at(i - 1)) continue;
        if (near && token.is(",")) {
            constexpr std::size_t kInsertion = 6;
            std::size_t open = i;
            while (open > sentence.begin && i - open < kInsertion && !scan.is(open - 1, ",")) --open;
            if (open > sentence.begin + 1 && scan.is(open - 1, ",")) {
                i = open - 1;
                continue;
            }
        }
        // "did not produce or air it".
        if (near && token.is("or") && i > sentence.begin && scan.has(i - 1, kBase)) {
            --i;
            continue;
        }
        if (near && (token.is("nor") || token.is("neither"))) return true;
        const bool light = (token.words & (kAuxiliary | kAdverb | kHedge | kPronoun | kDeterminer)) != 0;
        if (!light) near = false;
    }
    // "has published no footage", "aired none of the clips"; not "no fewer than three clips".
    if (scan.is(verb + 1, "none") && scan.is(verb + 2, "of")) return true;
    if (scan.is(verb + 1, "neither") || (scan.is(verb + 1, "nothing") && scan.is(verb + 2, "of")))
        return true;
    // "put out no video".
    if (is_one_of(scan.token(verb + 1), {"out", "up"}) && scan.is(verb + 2, "no")) return true;
    if (scan.is(verb + 1, "no") && !is_one_of(scan.token(verb + 2), {"fewer", "less", "more", "later"}))
        for (std::size_t i = verb + 2; i < sentence.end && i < verb + 7; ++i)
            if (scan.has(i, kMedia | kStill)) return true;
    // "carried a report but not the clip itself".
    for (std::size_t i = verb + 1; i + 2 < sentence.end && i < verb + kFar; ++i)
        if (scan.token(i).is("but") && scan.token(i + 1).is("not")) {
            for (std::size_t j = i + 2; j < sentence.end && j < i + 5; ++j)
                if (scan.has(j, kMedia)) return true;
        }
    return false;
}

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

namespace {

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

}  // namespace

namespace {

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

bool is_habit(const Scan& scan, std::size_t verb) {
    const Token& token = scan.token(verb);
    const bool present = (token.words & (kActive | kBase)) && !token.folded.ends_with("ed") &&
                         (token.folded.ends_with("s") ||
                          ((token.words & kBase) && !(token.words & kPassive) && !has_do_before(scan, verb)));
    for (std::size_t i = verb; i-- > scan.sentence().begin && verb - i <= 2;)
        if (is_one_of(scan.token(i), {"usually", "routinely", "typically", "normally", "often", "regularly",
                                      "always", "generally", "sometimes", "rarely"}))
            return present || is_one_of(scan.token(i), {"usually", "typically", "normally", "generally"});
    if (!present) return false;
    constexpr std::size_t kFar = 5;
    for (std::size_t i = verb + 1; i < scan.sentence().end && i < verb + kFar; ++i) {
        if (is_one_of(scan.token(i), {"every", "each", "any", "weekends"}) ||
            (scan.token(i).capital && scan.token(i).folded.ends_with("days")))
            return true;
        if (scan.token(i).kind == TokenKind::sign) return false;
    }
    return false;
}

bool is_fragment_of(const Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    const bool first =
        verb == sentence.begin || (verb == sentence.begin + 1 && scan.has(sentence.begin, kAdverb));
    constexpr std::size_t kLongest = 14;
    if (!first || sentence.end - sentence.begin > kLongest || sentence.first) return false;
    for (std::size_t i = verb + 1; i < sentence.end; ++i)
        if (scan.has(i, kAuxiliary | kPronoun) || (scan.has(i, kVerb) && !scan.token(i).capital))
            return false;
    return true;
}

bool is_shown_to_somebody(const Scan& scan, std::size_t verb) {
    if (!scan.token(verb).folded.starts_with("show") && !scan.token(verb).folded.starts_with("play"))
        return false;
    constexpr std::size_t kFar = 7;
    for (std::size_t i = verb + 1; i < scan.sentence().end && i < verb + kFar; ++i) {
        if (scan.token(i).kind != TokenKind::word) return false;
        if (!scan.is(i, "to")) continue;
        for (std::size_t k = i + 1; k < i + 5; ++k)
            if (is_one_of(scan.token(k),
                          {"experts",       "expert",    "specialists", "specialist",  "analysts",
                           "analyst",       "officials", "officers",    "court",       "jury",
                           "jurors",        "judge",     "reporters",   "journalists", "police",
                           "investigators", "doctors",   "engineers",   "lawyers",     "relatives",
                           "him",           "her"}))
                return true;
        return false;
    }
    return false;
}

bool is_drawn(const Scan& scan, std::size_t verb) {
    constexpr std::size_t kFar = 12;
    for (std::size_t i = verb + 1; i + 1 < scan.sentence().end && i < verb + kFar; ++i) {
        if (scan.is(i, ";")) return false;
        if (!is_one_of(scan.token(i), {"on", "in", "with", "as"})) continue;
        const std::size_t noun = scan.has(i + 1, kDeterminer) ? i + 2 : i + 1;
        if (is_one_of(
                scan.token(noun),
                {"paper",    "canvas",    "oils",     "oil",      "watercolour", "watercolours", "watercolor",
                 "pencil",   "ink",       "charcoal", "crayon",   "chalk",       "words",        "verse",
                 "poem",     "poems",     "sketch",   "sketches", "sketchbook",  "drawing",      "drawings",
                 "painting", "paintings", "mural",    "diary",    "notebook",    "song",         "bronze",
                 "novel",    "essay",     "letter",   "letters",  "brush"}))
            return true;
    }
    return false;
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

bool is_yet_to_come(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    for (std::size_t i = verb; i-- > begin && verb - i <= 4;) {
        const Token& token = scan.token(i);
        if (token.is("will") || token.is("shall") || token.is("should") || token.is("must") || token.is("ll"))
            return !(token.is("will") && scan.is(i + 1, "not"));  // "will not show it" tells.
        if (token.is("would") && scan.is(i + 1, "not")) return false;
        // "said it would release the video", "is to broadcast it".
        if (is_one_of(token, {"would", "could", "can", "might", "may"}) && scan.has(verb, kBase) &&
            !scan.has(verb, kPassive)) {
            std::size_t next = i + 1;
            while (next < verb && scan.has(next, kAdverb) && !scan.has(next, kNegation)) ++next;
            if (next == verb) return true;
        }
        if (token.is("to") && i + 1 == verb && i > begin &&
            is_one_of(scan.token(i - 1),
                      {"is", "are", "due", "set", "about", "plans", "hopes", "expected", "scheduled"}))
            return true;
        // "may be filmed by anyone": what is allowed or possible.
        if (is_one_of(token, {"may", "can", "cannot", "could", "might", "would"})) {
            std::size_t be = i + 1;
            while (be < verb && scan.has(be, kAdverb | kNegation)) ++be;
            return scan.is(be, "be");
        }
        if (token.is("to") && scan.is(i + 1, "be")) return i > begin && scan.has(i - 1, kAuxiliary);
        if (!(token.words & (kAdverb | kHedge | kNegation | kAuxiliary))) return false;
    }
    return false;
}

bool has_have_before(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    for (std::size_t i = verb; i-- > begin && verb - i <= 4;) {
        const Token& token = scan.token(i);
        if (token.is("has") || token.is("have") || token.is("had") || token.is("having") ||
            token.is("hasn") || token.is("haven") || token.is("hadn"))
            return true;
        if (!(token.words & (kAdverb | kHedge | kNegation | kPronoun)) && !token.is("both") &&
            !token.is("all"))
            return false;
    }
    return false;
}

std::size_t refusal_before(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    std::size_t at = verb;
    while (at > begin && scan.has(at - 1, kAdverb) && !scan.has(at - 1, kNegation)) --at;
    if (at < begin + 2) return verb;
    const auto before = [&](std::initializer_list<std::string_view> words) {
        if (at <= begin || !is_one_of(scan.token(at - 1), words)) return false;
        --at;
        return true;
    };
    if (before({"to"})) {
        if (before({"not"}))
            return before({"chose", "chosen", "decided", "opted", "elected", "preferred", "agreed"}) ? at
                                                                                                     : verb;
        if (before({"yet"})) return before({"has", "have", "had"}) ? at : verb;
        const bool refused = before(
            {"refused", "refuses", "declined", "declines", "failed", "neglected", "omitted", "forgot"});
        return refused ? at : verb;
    }
    if (!scan.has(verb, kGerund)) return verb;
    if (before({"against"})) return before({"decided", "opted", "ruled", "chose"}) ? at : verb;
    if (before({"of"})) return before({"short"}) && before({"stopped"}) ? at : verb;
    if (before({"from"})) return before({"refrained", "abstained"}) ? at : verb;
    return before({"avoided"}) ? at : verb;
}

bool is_inverted(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    constexpr std::size_t kLongestSubject = 8;
    if (verb < begin + 3 || verb > begin + kLongestSubject) return false;
    for (std::size_t i = begin + 2; i < verb;
         ++i)  // "Nor did the police, who released it": a clause of its own.
        if (scan.is(i, ",") || scan.has(i, kLinker)) return false;
    return is_one_of(scan.token(begin), {"nor", "neither", "never"}) &&
           is_one_of(scan.token(begin + 1), {"did", "does", "has", "have", "had", "would"});
}

bool has_do_before(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    for (std::size_t i = verb; i-- > begin && verb - i <= 4;) {
        const Token& token = scan.token(i);
        if (token.is("did") || token.is("does") || token.is("do") || token.is("didn") || token.is("didnt") ||
            token.is("would") || token.is("could") || token.is("to") || token.is("will"))
            return true;
        // "Harbour police release helicopter footage": a plural and its present tense.
        if (i + 1 == verb && i >= begin &&
            (token.is("police") || token.is("forces") || token.is("officials") || token.is("authorities") ||
             token.is("prosecutors") || token.is("rebels") || token.is("militants") ||
             token.is("firefighters") || token.is("media")))
            return !scan.has(verb, kMedia | kOutletWord);
        // "did not produce or air it".
        if (token.is("or") && i > begin && scan.has(i - 1, kBase)) {
            --i;
            continue;
        }
        if (!(token.words & (kAdverb | kHedge | kNegation))) return false;
    }
    return false;
}

}  // namespace sourcereel::claims
