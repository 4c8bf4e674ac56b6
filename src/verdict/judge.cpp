#include "verdict/judge.h"

#include <algorithm>
#include <map>
#include <set>

namespace sourcereel::verdict {
namespace {

bool is_out_of_scope(ClaimType type) {
    return type == ClaimType::filmed_by || type == ClaimType::obtained_by;
}

/// Whether pictures would show a mark where the claim is true. Who people are, and who was first, they never
/// tell.
bool pictures_can_settle(const Claim& claim) {
    if (claim.type == ClaimType::original) return false;
    if (claim.type == ClaimType::on_screen_text) return true;
    return claim.entity.kind != EntityKind::literal;
}

/// What one stance has, each source once.
struct Side {
    int a = 0;
    int b = 0;
    std::set<EvidenceLayer> c_layers;
    bool anything = false;
    bool lookalike = false;  ///< Among its A.
};

Side side_of(const std::vector<Evidence>& evidence, Stance stance) {
    std::map<std::string, Strength> best;  // By source.
    Side side;
    for (const Evidence& piece : evidence) {
        if (piece.stance != stance) continue;
        side.anything = true;
        const auto [known, is_new] = best.try_emplace(piece.source, piece.strength);
        if (!is_new) known->second = std::min(known->second, piece.strength);
        // What is stronger counts where the weaker would: adding evidence never takes a layer away.
        if (piece.strength <= Strength::C) side.c_layers.insert(piece.layer);
        side.lookalike = side.lookalike || (piece.strength == Strength::A && piece.match == "lookalike");
    }
    for (const auto& [source, strength] : best) {
        side.a += strength == Strength::A ? 1 : 0;
        side.b += strength == Strength::B ? 1 : 0;
    }
    return side;
}

Judgement judge_positive(const Claim& claim, const Side& in_favour, const Side& against, bool gate_passed) {
    const bool strong_for = in_favour.a + in_favour.b > 0;
    const bool strong_against = against.a + against.b > 0;
    if (against.a > 0) {
        if (in_favour.a > 0) return {Verdict::conflicting, Rule::both_ways};
        // Metadata of this very file outweigh what is drawn over its pictures.
        return {Verdict::contradicted, against.lookalike ? Rule::lookalike_account : Rule::another_account};
    }
    if (strong_for && strong_against) return {Verdict::conflicting, Rule::both_ways};
    if (!strong_against) {
        if (in_favour.a > 0) return {Verdict::supported, Rule::one_certain};
        if (in_favour.b > 1) return {Verdict::supported, Rule::two_strong};
        if (in_favour.b == 1) return {Verdict::partly_supported, Rule::one_strong};
        if (in_favour.c_layers.size() > 1) return {Verdict::partly_supported, Rule::several_weak};
    }
    if (in_favour.anything) return {Verdict::inconclusive, Rule::only_weak};
    if (!gate_passed) return {Verdict::inconclusive, Rule::not_enough_seen};
    if (!pictures_can_settle(claim)) return {Verdict::inconclusive, Rule::not_for_pictures};
    return {Verdict::not_found, Rule::nothing_seen};
}

}  // namespace

Judgement judge(const Claim& claim, const std::vector<Evidence>& evidence,
                const std::vector<std::string>& gaps) {
    if (is_out_of_scope(claim.type)) return {Verdict::out_of_scope, Rule::out_of_scope, false};
    Judgement judgement = judge_positive(claim, side_of(evidence, Stance::supports),
                                         side_of(evidence, Stance::opposes), gaps.empty());
    if (!claim.negated) return judgement;
    judgement.turned = true;
    if (judgement.verdict == Verdict::supported) {
        judgement.verdict = Verdict::contradicted;
    } else if (judgement.verdict == Verdict::contradicted) {
        judgement.verdict = Verdict::supported;
    } else {
        judgement.verdict = Verdict::inconclusive;
        judgement.rule = Rule::negation_unsettled;
    }
    return judgement;
}

}  // namespace sourcereel::verdict
