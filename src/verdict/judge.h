// verdict/judge.h: the verdict as a pure function of what was found and how much was looked at.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"
#include "core/finding.h"

namespace sourcereel::verdict {

/// Which rule gave the verdict; each has its fixed sentence.
enum class Rule {
    out_of_scope,       ///< Nobody's pictures or metadata can show it.
    one_certain,        ///< Supported by A.
    two_strong,         ///< Supported by independent B.
    one_strong,         ///< Partly supported by one B.
    several_weak,       ///< Partly supported by C of different layers.
    another_account,    ///< Contradicted by A for somebody else.
    lookalike_account,  ///< Contradicted, and the name only looks the same.
    both_ways,          ///< A or B for and against.
    nothing_seen,       ///< Not found, though it was looked for well enough.
    not_enough_seen,    ///< Inconclusive: the coverage gate.
    only_weak,          ///< Inconclusive: C or D only.
    not_for_pictures,   ///< Inconclusive: a type that pictures do not settle.
    negation_unsettled  ///< The article denies it, and not having seen a mark supports nothing.
};

struct Judgement {
    Verdict verdict = Verdict::inconclusive;
    Rule rule = Rule::only_weak;
    bool turned = false;  ///< The article denies it: the verdict was turned round.
    friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// Judges one claim against one video. `gaps` are those of gaps_in(). Pieces of one source count once, by the
/// strongest. Neither order nor repetition matters; weaker evidence never turns "supported" to
/// "contradicted"; evidence for the claim never lowers the verdict.
Judgement judge(const Claim& claim, const std::vector<Evidence>& evidence,
                const std::vector<std::string>& gaps);

}  // namespace sourcereel::verdict
