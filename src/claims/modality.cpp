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

}  // namespace sourcereel::claims
