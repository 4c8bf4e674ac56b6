#include <algorithm>

#include "claims/scan.h"

namespace sourcereel::claims {
namespace {

/// "It did not.", "They never had.", "That is false.", "This was wrong.": a sentence that only denies.
bool only_denies(const Scan& scan) {
    const Sentence& sentence = scan.sentence();
    constexpr std::size_t kLongest = 7;
    if (sentence.end - sentence.begin < 3 || sentence.end - sentence.begin > kLongest) return false;
    if (!is_one_of(scan.token(sentence.begin),
                   {"it", "they", "he", "she", "that", "this", "neither", "none"}))
        return false;
    const bool whole = is_one_of(scan.token(sentence.begin), {"that", "this"});
    bool verb = false;
    for (std::size_t i = sentence.begin + 1; i < sentence.end; ++i) {
        const Token& token = scan.token(i);
        if (token.words & kAuxiliary) verb = true;
        if (verb && !whole && is_one_of(token, {"not", "never"})) {
            // "It did not.", and nothing that it did not.
            const std::size_t rest = sentence.end - i - 1;
            return rest <= 2 && !(rest == 2 && scan.has(i + 1, kMedia | kOtherThing));
        }
        if (verb && whole && is_one_of(token, {"false", "untrue", "wrong", "incorrect"})) return true;
        if (verb && whole && token.is("not") &&
            is_one_of(scan.token(i + 1), {"true", "so", "correct", "right"}))
            return true;
    }
    return false;
}

/// "The credit was withdrawn", "That attribution was wrong": a credit that is taken back.
bool takes_credit_back(const Scan& scan) {
    const Sentence& sentence = scan.sentence();
    constexpr std::size_t kFar = 14;
    bool credit = false;
    for (std::size_t i = sentence.begin; i < sentence.end && i < sentence.begin + kFar; ++i) {
        credit = credit || is_one_of(scan.token(i), {"credit", "credits", "attribution", "label", "byline"});
        if (credit && is_one_of(scan.token(i), {"withdrawn", "withdrew", "removed", "retracted", "corrected",
                                                "wrong", "mistaken", "mistake", "error", "false", "incorrect",
                                                "dropped", "deleted", "changed", "untrue", "invented"}))
            return true;
    }
    return false;
}

/// Whether the sentence reports what somebody said: "an earlier version said that B had shown it".
bool reports(const Scan& scan, const Sentence& sentence) {
    for (std::size_t i = sentence.begin; i < sentence.end; ++i)
        if (is_one_of(scan.token(i), {"said", "says", "claimed", "claims", "reported", "stated", "wrote",
                                      "claim", "suggested", "alleged", "asserted", "insisted"}))
            return true;
    return false;
}

}  // namespace

void read_denial(const Scan& scan, std::vector<FoundClaim>& all) {
    if (scan.sentence_index == 0 || all.empty() || scan.sentence().first) return;
    const std::size_t before = scan.sentence_index - 1;
    if (all.back().sentence == before && all.back().claim.type == ClaimType::credit &&
        takes_credit_back(scan))
        all.back().claim.negated = true;
    if (!only_denies(scan)) return;
    if (!reports(scan, scan.text.sentences[before])) return;
    FoundClaim& last = all.back();
    if (last.sentence == before) last.claim.negated = true;
}

}  // namespace sourcereel::claims
