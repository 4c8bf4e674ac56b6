#include "claims/verb_forms.h"

#include <string_view>

namespace sourcereel::claims {
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

}  // namespace sourcereel::claims
