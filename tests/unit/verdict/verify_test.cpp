#include "verdict/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/verdict/samples.h"

namespace sourcereel::verdict {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const Claim kPosted = claim_of(ClaimType::posted_by, EntityKind::handle, "HarborWatch", "x");
const Claim kAired = claim_of(ClaimType::aired_by, EntityKind::outlet, "quaytv");

Verdict verdict_of(const Claim& claim, const std::vector<VideoFacts>& videos) {
    return verify(claim, videos, outlets()).verdict;
}

TEST(Verify, AMarkAloneCorroborates) {
    const Finding finding = verify(kPosted, {video_with({mark("@HarborWatch")})}, outlets());
    EXPECT_EQ(finding.verdict, Verdict::partly_supported);
    EXPECT_THAT(finding.evidence, SizeIs(1));
    EXPECT_EQ(finding.coverage, enough());
    EXPECT_EQ(finding.explanation,
              "One strong sign names @HarborWatch. It corroborates the claim and does not prove it.");
}

TEST(Verify, MetadataSupportOrContradictIt) {
    EXPECT_EQ(verdict_of(kPosted, {video_with({mark("@HarborWatch")}, {post_by("HarborWatch")})}),
              Verdict::supported);
    const Finding other =
        verify(kPosted, {video_with({mark("@HarborWatch")}, {post_by("QuayDesk")})}, outlets());
    EXPECT_EQ(other.verdict, Verdict::contradicted);
    ASSERT_THAT(other.evidence, SizeIs(2));
    EXPECT_EQ(other.evidence[0].stance, Stance::opposes);  // against first
}

TEST(Verify, SaysHowManyPicturesHadNoMark) {
    const Finding finding = verify(kAired, {video_with({mark("something else")})}, outlets());
    EXPECT_EQ(finding.verdict, Verdict::not_found);
    EXPECT_THAT(finding.explanation,
                HasSubstr("No visible mark of Quay Television was found in 300 pictures"));
    EXPECT_THAT(finding.explanation, testing::Not(HasSubstr("not by")));
}

TEST(Verify, ABugUnderAnotherBugConflicts) {
    EXPECT_EQ(verdict_of(kAired, {video_with({mark("QUAY TELEVISION", TextKind::bug),
                                              mark("OTHERLAND NEWS", TextKind::bug)})}),
              Verdict::conflicting);
}

TEST(Verify, HavingAiredItIsNeverHavingMadeIt) {
    const VideoFacts aired =
        video_with({mark("QUAY TELEVISION", TextKind::bug), mark("@QuayTV")}, {post_by("QuayTV")});
    EXPECT_EQ(verdict_of(kAired, {aired}), Verdict::supported);
    Claim claim = kAired;
    claim.type = ClaimType::original;
    EXPECT_NE(verdict_of(claim, {aired}), Verdict::supported);
    claim.type = ClaimType::filmed_by;
    EXPECT_EQ(verdict_of(claim, {aired}), Verdict::out_of_scope);
}

TEST(Verify, PiecesOfTwoVideosAreNotAddedUp) {
    VideoFacts bug = video_with({mark("QUAY TELEVISION", TextKind::bug)});
    VideoFacts account = video_with({mark("@QuayTV")});
    account.sha256 = std::string(64, 'c');
    const Finding finding = verify(kAired, {bug, account}, outlets());
    EXPECT_EQ(finding.verdict, Verdict::partly_supported);
    EXPECT_THAT(finding.evidence, SizeIs(2));
}

TEST(Verify, OneOfSeveralVideosIsEnoughToSupportAndAllAreNeededToContradict) {
    VideoFacts theirs = video_with({}, {post_by("HarborWatch")});
    VideoFacts others = video_with({}, {post_by("QuayDesk")});
    others.sha256 = std::string(64, 'c');
    EXPECT_EQ(verdict_of(kPosted, {others, theirs}), Verdict::supported);
    EXPECT_EQ(verdict_of(kPosted, {others, others}), Verdict::contradicted);
    EXPECT_EQ(verdict_of(kPosted, {others, video_with({})}), Verdict::not_found);
}

TEST(Verify, OfSeveralVideosThoseOfStrangersAreNotListed) {
    VideoFacts theirs = video_with({mark("@HarborWatch")});
    VideoFacts strangers = video_with({mark("@QuayDesk")});
    strangers.sha256 = std::string(64, 'c');
    const Finding finding = verify(kPosted, {theirs, strangers}, outlets());
    ASSERT_THAT(finding.evidence, SizeIs(1));
    EXPECT_EQ(finding.evidence[0].video, theirs.sha256);
    EXPECT_THAT(verify(kPosted, {strangers}, outlets()).evidence, SizeIs(1));
}

TEST(Verify, NoVideoIsInconclusive) {
    const Finding finding = verify(kPosted, {}, outlets());
    EXPECT_EQ(finding.verdict, Verdict::inconclusive);
    EXPECT_THAT(finding.evidence, IsEmpty());
    EXPECT_EQ(verdict_of(claim_of(ClaimType::filmed_by, EntityKind::literal, "a fisherman"), {}),
              Verdict::out_of_scope);
}

TEST(Verify, AForgedAccountIsContradictedInItsOwnWords) {
    const Finding finding = verify(kPosted, {video_with({}, {post_by("HаrborWatch")})}, outlets());
    EXPECT_EQ(finding.verdict, Verdict::contradicted);
    EXPECT_THAT(finding.explanation, HasSubstr("only looks like @HarborWatch"));
}

}  // namespace
}  // namespace sourcereel::verdict
