#include <algorithm>
#include <map>
#include <random>

#include <gtest/gtest.h>

#include "unit/verdict/samples.h"
#include "verdict/judge.h"

namespace sourcereel::verdict {
namespace {

/// How much good a verdict says of the claim.
int height(Verdict verdict) {
    static const std::map<Verdict, int> kHeights{{Verdict::contradicted, 0},     {Verdict::not_found, 1},
                                                 {Verdict::inconclusive, 2},     {Verdict::conflicting, 3},
                                                 {Verdict::partly_supported, 4}, {Verdict::supported, 5}};
    return kHeights.at(verdict);
}

class RandomEvidence {
public:
    Evidence piece(std::optional<Stance> stance = std::nullopt,
                   std::optional<Strength> strength = std::nullopt) {
        Evidence evidence;
        evidence.stance = stance.value_or(pick(4) == 0 ? Stance::opposes : Stance::supports);
        evidence.strength = strength.value_or(static_cast<Strength>(pick(4)));
        evidence.layer = static_cast<EvidenceLayer>(pick(4));
        evidence.source = "source " + std::to_string(pick(5));
        evidence.match = pick(8) == 0 ? "lookalike" : "exact";
        return evidence;
    }
    std::vector<Evidence> list() {
        std::vector<Evidence> all;
        for (std::size_t n = pick(6); n > 0; --n) all.push_back(piece());
        return all;
    }
    std::vector<std::string> gaps() {
        return pick(2) == 0 ? std::vector<std::string>{} : std::vector<std::string>{"gap"};
    }
    Claim claim() {
        constexpr ClaimType kTypes[]{ClaimType::posted_by, ClaimType::aired_by, ClaimType::credit,
                                     ClaimType::original};
        return claim_of(kTypes[pick(4)], pick(2) == 0 ? EntityKind::handle : EntityKind::literal,
                        "HarborWatch");
    }
    std::mt19937& engine() { return random_; }

private:
    std::size_t pick(std::size_t below) { return random_() % below; }
    std::mt19937 random_{20261124};
};

constexpr int kRounds = 20'000;

TEST(JudgeProperties, NeitherOrderNorRepetitionMatters) {
    RandomEvidence random;
    for (int n = 0; n < kRounds; ++n) {
        const Claim claim = random.claim();
        const auto gaps = random.gaps();
        const std::vector<Evidence> list = random.list();
        const Judgement wanted = judge(claim, list, gaps);
        std::vector<Evidence> other = list;
        other.insert(other.end(), list.begin(), list.end());
        std::shuffle(other.begin(), other.end(), random.engine());
        EXPECT_EQ(judge(claim, other, gaps), wanted);
    }
}

TEST(JudgeProperties, EvidenceForTheClaimNeverLowersTheVerdict) {
    RandomEvidence random;
    for (int n = 0; n < kRounds; ++n) {
        const Claim claim = random.claim();
        const auto gaps = random.gaps();
        std::vector<Evidence> list = random.list();
        const Verdict before = judge(claim, list, gaps).verdict;
        list.push_back(random.piece(Stance::supports));
        EXPECT_GE(height(judge(claim, list, gaps).verdict), height(before)) << name_of(before);
    }
}

TEST(JudgeProperties, EvidenceAgainstTheClaimNeverMakesItSupported) {
    RandomEvidence random;
    for (int n = 0; n < kRounds; ++n) {
        const Claim claim = random.claim();
        std::vector<Evidence> list = random.list();
        const Verdict before = judge(claim, list, {}).verdict;
        list.push_back(random.piece(Stance::opposes));
        const Verdict after = judge(claim, list, {}).verdict;
        const bool was_supported = before == Verdict::supported;
        const bool was_partly = before == Verdict::partly_supported;
        EXPECT_TRUE(was_supported || after != Verdict::supported);
        EXPECT_TRUE(was_supported || was_partly || after != Verdict::partly_supported);
    }
}

TEST(JudgeProperties, WeakEvidenceNeverTurnsSupportedOver) {
    RandomEvidence random;
    for (int n = 0; n < kRounds; ++n) {
        const Claim claim = random.claim();
        std::vector<Evidence> list = random.list();
        if (judge(claim, list, {}).verdict != Verdict::supported) continue;
        list.push_back(random.piece(std::nullopt, Strength::D));
        list.push_back(random.piece(Stance::opposes, Strength::C));
        EXPECT_EQ(judge(claim, list, {}).verdict, Verdict::supported);
    }
}

TEST(JudgeProperties, SupportedNeedsACertainPieceOrTwoStrongOnesAndNoneAgainst) {
    RandomEvidence random;
    int supported = 0;
    for (int n = 0; n < kRounds; ++n) {
        const std::vector<Evidence> list = random.list();
        if (judge(random.claim(), list, {}).verdict != Verdict::supported) continue;
        ++supported;
        std::map<std::string, Strength> strong;
        bool certain = false;
        for (const Evidence& piece : list) {
            if (piece.strength > Strength::B) continue;
            EXPECT_EQ(piece.stance, Stance::supports);
            certain = certain || piece.strength == Strength::A;
            strong.emplace(piece.source, piece.strength);
        }
        EXPECT_TRUE(certain || strong.size() > 1);
    }
    EXPECT_GT(supported, 100);
}

}  // namespace
}  // namespace sourcereel::verdict
