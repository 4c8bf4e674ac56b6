#include "verdict/judge.h"

#include <gtest/gtest.h>

#include "unit/verdict/samples.h"

namespace sourcereel::verdict {
namespace {

Evidence piece(Stance stance, Strength strength, const std::string& source,
               EvidenceLayer layer = EvidenceLayer::marks, const std::string& match = "exact") {
    Evidence evidence;
    evidence.stance = stance;
    evidence.strength = strength;
    evidence.source = source;
    evidence.layer = layer;
    evidence.match = match;
    return evidence;
}
Evidence in_favour(Strength strength, const std::string& source = "one",
                   EvidenceLayer layer = EvidenceLayer::marks) {
    return piece(Stance::supports, strength, source, layer);
}
Evidence against(Strength strength, const std::string& source = "other") {
    return piece(Stance::opposes, strength, source);
}

const Claim kPosted = claim_of(ClaimType::posted_by, EntityKind::handle, "HarborWatch", "x");

Verdict verdict_of(const std::vector<Evidence>& evidence, const Claim& claim = kPosted,
                   const std::vector<std::string>& gaps = {}) {
    return judge(claim, evidence, gaps).verdict;
}

TEST(Judge, OneCertainPieceSupports) {
    EXPECT_EQ(verdict_of({in_favour(Strength::A)}), Verdict::supported);
}

TEST(Judge, TwoStrongPiecesSupportWhereTheyAreIndependent) {
    EXPECT_EQ(verdict_of({in_favour(Strength::B, "one"), in_favour(Strength::B, "two")}), Verdict::supported);
    EXPECT_EQ(verdict_of({in_favour(Strength::B, "one"), in_favour(Strength::B, "one")}),
              Verdict::partly_supported);
}

TEST(Judge, OneStrongPieceSupportsPartly) {
    EXPECT_EQ(verdict_of({in_favour(Strength::B)}), Verdict::partly_supported);
}

TEST(Judge, WeakPiecesSupportPartlyOnlyFromDifferentLayers) {
    const auto carrier = in_favour(Strength::C, "two", EvidenceLayer::carrier);
    EXPECT_EQ(verdict_of({in_favour(Strength::C, "one"), carrier}), Verdict::partly_supported);
    EXPECT_EQ(verdict_of({in_favour(Strength::C, "one"), in_favour(Strength::C, "two")}),
              Verdict::inconclusive);
    EXPECT_EQ(
        verdict_of({in_favour(Strength::C, "one"), in_favour(Strength::D, "two", EvidenceLayer::carrier)}),
        Verdict::inconclusive);
}

TEST(Judge, OnlyWeakPiecesDecideNothing) {
    EXPECT_EQ(verdict_of({in_favour(Strength::C)}), Verdict::inconclusive);
    EXPECT_EQ(verdict_of(std::vector<Evidence>(20, in_favour(Strength::D))), Verdict::inconclusive);
}

TEST(Judge, ACertainPieceForSomebodyElseContradictsAlsoUnderAMark) {
    EXPECT_EQ(verdict_of({against(Strength::A)}), Verdict::contradicted);
    EXPECT_EQ(verdict_of({against(Strength::A), in_favour(Strength::B), in_favour(Strength::B, "two")}),
              Verdict::contradicted);
}

TEST(Judge, ALookalikeIsSaidToBeOne) {
    const auto forged = piece(Stance::opposes, Strength::A, "post", EvidenceLayer::carrier, "lookalike");
    EXPECT_EQ(judge(kPosted, {forged}, {}),
              (Judgement{Verdict::contradicted, Rule::lookalike_account, false}));
}

TEST(Judge, StrongPiecesBothWaysConflict) {
    EXPECT_EQ(verdict_of({against(Strength::B), in_favour(Strength::B)}), Verdict::conflicting);
    EXPECT_EQ(verdict_of({against(Strength::B), in_favour(Strength::A)}), Verdict::conflicting);
    EXPECT_EQ(verdict_of({against(Strength::A), in_favour(Strength::A)}), Verdict::conflicting);
}

TEST(Judge, MarksOfOthersAloneNeverContradict) {
    for (const Strength strength : {Strength::B, Strength::C, Strength::D})
        for (const ClaimType type : {ClaimType::posted_by, ClaimType::aired_by})
            EXPECT_NE(verdict_of({against(strength), against(strength, "third")},
                                 claim_of(type, EntityKind::outlet, "quaytv")),
                      Verdict::contradicted);
}

TEST(Judge, NothingSeenIsNotFoundOnlyWhereItWasLookedFor) {
    EXPECT_EQ(verdict_of({}), Verdict::not_found);
    EXPECT_EQ(verdict_of({}, kPosted, {"too little"}), Verdict::inconclusive);
    EXPECT_EQ(verdict_of({}, claim_of(ClaimType::posted_by, EntityKind::literal, "a fisherman")),
              Verdict::inconclusive);
    EXPECT_EQ(verdict_of({}, claim_of(ClaimType::original, EntityKind::handle, "HarborWatch")),
              Verdict::inconclusive);
}

TEST(Judge, WhoFilmedIsNeverJudged) {
    for (const ClaimType type : {ClaimType::filmed_by, ClaimType::obtained_by}) {
        const Claim claim = claim_of(type, EntityKind::handle, "HarborWatch");
        EXPECT_EQ(verdict_of({in_favour(Strength::A), in_favour(Strength::B, "two")}, claim),
                  Verdict::out_of_scope);
        EXPECT_EQ(verdict_of({}, claim), Verdict::out_of_scope);
    }
}

TEST(Judge, ADenialTurnsTheVerdictRound) {
    Claim denied = kPosted;
    denied.negated = true;
    EXPECT_EQ(verdict_of({in_favour(Strength::A)}, denied), Verdict::contradicted);
    EXPECT_EQ(verdict_of({against(Strength::A)}, denied), Verdict::supported);
    EXPECT_EQ(verdict_of({}, denied), Verdict::inconclusive);
    EXPECT_EQ(verdict_of({in_favour(Strength::B)}, denied), Verdict::inconclusive);
    EXPECT_EQ(verdict_of({in_favour(Strength::B), against(Strength::B)}, denied), Verdict::inconclusive);
    denied.type = ClaimType::filmed_by;
    EXPECT_EQ(verdict_of({}, denied), Verdict::out_of_scope);
}

}  // namespace
}  // namespace sourcereel::verdict
