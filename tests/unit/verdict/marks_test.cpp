#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/verdict/samples.h"

namespace sourcereel::verdict {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// "for B watermark.handle exact" of each piece.
std::vector<std::string> found(const Claim& claim, std::vector<TextTrack> tracks) {
    std::vector<std::string> all;
    for (const Evidence& piece : marks_for(claim, video_with(std::move(tracks)), outlets()))
        all.push_back(std::string(name_of(piece.stance)) + " " + std::string(name_of(piece.strength)) + " " +
                      piece.code + " " + piece.match);
    return all;
}

const Claim kPosted = claim_of(ClaimType::posted_by, EntityKind::handle, "HarborWatch", "x");
const Claim kAired = claim_of(ClaimType::aired_by, EntityKind::outlet, "quaytv");

TEST(HandleMark, IsStrongWhereItIsExactSureAndInSeveralPictures) {
    EXPECT_THAT(found(kPosted, {mark("@HarborWatch")}), ElementsAre("for B watermark.handle exact"));
    EXPECT_THAT(found(kPosted, {mark("Follow @harborwatch")}), ElementsAre("for B watermark.handle exact"));
}

TEST(HandleMark, IsWeakWhereItIsShortUnsureOrInASentence) {
    EXPECT_THAT(found(kPosted, {mark("@HarborWatch", TextKind::watermark, 1.5)}),
                ElementsAre("for C watermark.handle exact"));
    EXPECT_THAT(found(kPosted, {mark("@HarborWatch", TextKind::watermark, 20, 0.7)}),
                ElementsAre("for C watermark.handle exact"));
    EXPECT_THAT(found(kPosted, {mark("as @HarborWatch told us on Monday")}),
                ElementsAre("for C watermark.handle exact"));
    EXPECT_THAT(found(kPosted, {mark("@HarborWatch", TextKind::ticker)}),
                ElementsAre("for C watermark.handle exact"));
    TextTrack once = mark("@HarborWatch");
    once.frames_seen = 1;
    EXPECT_THAT(found(kPosted, {once}), ElementsAre("for D watermark.handle exact"));
}

TEST(HandleMark, ThatTheEngineMayHaveMisreadIsNeverAgainst) {
    EXPECT_THAT(found(kPosted, {mark("@Harb0rWatch", TextKind::watermark, 20, 0.6)}),
                ElementsAre("for C watermark.handle ambiguous_ocr"));
    EXPECT_THAT(found(kPosted, {mark("@HarborWalch")}), ElementsAre("for D watermark.handle near"));
}

TEST(HandleMark, OfAnotherAccountOpposesOnlyWhoPosted) {
    EXPECT_THAT(found(kPosted, {mark("@SomebodyElse")}), ElementsAre("against B watermark.handle none"));
    Claim credit = kPosted;
    credit.type = ClaimType::credit;
    EXPECT_THAT(found(credit, {mark("@SomebodyElse")}), IsEmpty());
    EXPECT_THAT(found(kPosted, {mark("@SomebodyElse", TextKind::watermark, 20, 0.7)}), IsEmpty());
}

TEST(HandleMark, WithTheAddressOfAnotherPlatformIsWeak) {
    EXPECT_THAT(found(kPosted, {mark("t.me/HarborWatch")}), ElementsAre("for C watermark.handle exact"));
    EXPECT_THAT(found(kPosted, {mark("x.com/HarborWatch")}), ElementsAre("for B watermark.handle exact"));
}

TEST(HandleMark, OnThingsInTheSceneSaysNothing) {
    EXPECT_THAT(found(kPosted, {mark("@HarborWatch", TextKind::scene)}), IsEmpty());
}

TEST(OutletMark, IsStrongWhereItStandsAloneAndLasts) {
    EXPECT_THAT(found(kAired, {mark("QUAY TELEVISION", TextKind::bug)}),
                ElementsAre("for B bug.outlet exact"));
    EXPECT_THAT(found(kAired, {mark("QUAY\nTONIGHT", TextKind::lower_third)}),
                ElementsAre("for B strap.outlet exact"));
    EXPECT_THAT(found(kAired, {mark("Quay Tonight\nThe harbour reopens", TextKind::lower_third)}),
                ElementsAre("for B strap.outlet exact"));
}

TEST(OutletMark, IsStrongWhereManyPicturesAgreeThoughNoneIsSure) {
    EXPECT_THAT(found(kAired, {mark("QUAY TELEVISION", TextKind::bug, 20, 0.75)}),
                ElementsAre("for B bug.outlet exact"));
    EXPECT_THAT(found(kAired, {mark("QUAY TELEVISION", TextKind::bug, 20, 0.65)}),
                ElementsAre("for C bug.outlet exact"));
    // What speaks for another outlet must be sure.
    const Claim other = claim_of(ClaimType::aired_by, EntityKind::outlet, "otherland");
    EXPECT_THAT(found(other, {mark("QUAY TELEVISION", TextKind::bug)}),
                ElementsAre("against B bug.outlet none"));
    EXPECT_THAT(found(other, {mark("QUAY TELEVISION", TextKind::bug, 20, 0.75)}), IsEmpty());
}

TEST(OutletMark, IsWeakWhereItIsShortOrPassesBy) {
    EXPECT_THAT(found(kAired, {mark("QUAY TELEVISION", TextKind::bug, 2)}),
                ElementsAre("for C bug.outlet exact"));
    TextTrack seldom = mark("QUAY TELEVISION", TextKind::bug);
    seldom.frames_seen = seldom.frames_examined / 2;
    EXPECT_THAT(found(kAired, {seldom}), ElementsAre("for C bug.outlet exact"));
    EXPECT_THAT(found(kAired, {mark("QUAY TELEVISION", TextKind::caption)}),
                ElementsAre("for C bug.outlet exact"));
    EXPECT_THAT(found(claim_of(ClaimType::aired_by, EntityKind::outlet, "qz"), {mark("QZ", TextKind::bug)}),
                ElementsAre("for D bug.outlet exact"));
}

TEST(OutletMark, InASentenceIsOnlyTalkedAbout) {
    EXPECT_THAT(found(kAired, {mark("a reporter of Quay Television says that the harbour is open",
                                    TextKind::caption)}),
                ElementsAre("for D text.outlet exact"));
}

TEST(OutletMark, OfAnotherOutletOpposesWhoAired) {
    EXPECT_THAT(found(kAired, {mark("OTHERLAND NEWS", TextKind::bug)}),
                ElementsAre("against B bug.outlet none"));
    Claim via = kAired;
    via.type = ClaimType::via;
    EXPECT_THAT(found(via, {mark("OTHERLAND NEWS", TextKind::bug)}), IsEmpty());
}

TEST(OutletMark, OfAnyMemberStandsForTheClass) {
    const Claim state = claim_of(ClaimType::aired_by, EntityKind::outlet_class, "state-tv:FJ");
    for (const char* member : {"QUAY TELEVISION", "MOLE BROADCASTING"})
        EXPECT_THAT(found(state, {mark(member, TextKind::bug)}), ElementsAre("for B bug.outlet exact"));
    EXPECT_THAT(found(state, {mark("OTHERLAND NEWS", TextKind::bug)}),
                ElementsAre("against B bug.outlet none"));
}

TEST(OutletMark, NeverSpeaksOfTheOrigin) {
    Claim original = kAired;
    original.type = ClaimType::original;
    EXPECT_THAT(found(original, {mark("QUAY TELEVISION", TextKind::bug)}),
                ElementsAre("for D bug.outlet exact"));
}

TEST(OutletMark, OfTheAccountsOwnerIsAWeakSign) {
    EXPECT_THAT(found(claim_of(ClaimType::posted_by, EntityKind::handle, "QuayTV", "x"),
                      {mark("QUAY TELEVISION", TextKind::bug)}),
                ElementsAre("for C bug.outlet exact"));
}

TEST(OutletMark, AsOnScreenTextIsMoreThanItsAccountsName) {
    const Claim logo = claim_of(ClaimType::on_screen_text, EntityKind::outlet, "quaytv");
    EXPECT_THAT(found(logo, {mark("QUAY TELEVISION", TextKind::bug)}), ElementsAre("for B bug.outlet exact"));
    EXPECT_THAT(found(logo, {mark("@QuayTV")}), ElementsAre("for C watermark.handle exact"));
}

TEST(OutletMark, AndItsAccountAreTwoSources) {
    const auto evidence =
        marks_for(kAired, video_with({mark("QUAY TELEVISION", TextKind::bug), mark("@QuayTV")}), outlets());
    ASSERT_EQ(evidence.size(), 2U);
    EXPECT_NE(evidence[0].source, evidence[1].source);
    const auto twice = marks_for(
        kAired,
        video_with({mark("QUAY TELEVISION", TextKind::bug), mark("QUAY TONIGHT", TextKind::lower_third)}),
        outlets());
    ASSERT_EQ(twice.size(), 2U);
    EXPECT_EQ(twice[0].source, twice[1].source);
}

TEST(CreditLine, IsStrongEvenWhereItIsShort) {
    const Claim credit = claim_of(ClaimType::credit, EntityKind::outlet, "quaytv");
    EXPECT_THAT(found(credit, {mark("Video: Quay Television", TextKind::credit, 2)}),
                ElementsAre("for B credit.outlet exact"));
    EXPECT_THAT(found(kAired, {mark("Courtesy of Quay Television", TextKind::credit)}),
                ElementsAre("for C credit.outlet exact"));
    Claim handle = kPosted;
    handle.type = ClaimType::credit;
    EXPECT_THAT(found(handle, {mark("Video: @HarborWatch", TextKind::watermark, 1)}),
                ElementsAre("for B credit.handle exact"));
    EXPECT_THAT(found(claim_of(ClaimType::credit, EntityKind::literal, "the Harbour Office"),
                      {mark("Source: Harbour Office", TextKind::credit)}),
                ElementsAre("for B credit.literal exact"));
}

TEST(Literal, OfWordsOnScreenIsTheirText) {
    const Claim words = claim_of(ClaimType::on_screen_text, EntityKind::literal, "The harbour is closed");
    EXPECT_THAT(found(words, {mark("BREAKING: the harbour is closed", TextKind::lower_third)}),
                ElementsAre("for B text.literal exact"));
    EXPECT_THAT(found(words, {mark("the harbour is closed today and tomorrow", TextKind::caption, 20, 0.5)}),
                ElementsAre("for C text.literal exact"));
    EXPECT_THAT(found(words, {mark("the harbour is open", TextKind::caption)}), IsEmpty());
}

TEST(Literal, OfAPlatformIsItsAddress) {
    const Claim posted = claim_of(ClaimType::posted_by, EntityKind::literal, "Telegram", "telegram");
    EXPECT_THAT(found(posted, {mark("t.me/harbor_news")}), ElementsAre("for C text.platform exact"));
    EXPECT_THAT(found(posted, {mark("@harbor_news")}), IsEmpty());
}

TEST(Marks, KeepTheReadingAndItsPlace) {
    const auto evidence = marks_for(kPosted, video_with({mark("hello"), mark("@HarborWatch")}), outlets());
    ASSERT_EQ(evidence.size(), 1U);
    EXPECT_EQ(evidence[0].track, 1);
    EXPECT_EQ(evidence[0].text, "@HarborWatch");
    EXPECT_EQ(evidence[0].box, (Rect{10, 20, 100, 30}));
    EXPECT_DOUBLE_EQ(evidence[0].end, 20);
    EXPECT_EQ(evidence[0].video, std::string(64, 'a'));
}

TEST(Marks, OfCopiesAreOneSource) {
    VideoFacts one = video_with({mark("@HarborWatch")});
    VideoFacts two = one;
    two.sha256 = std::string(64, 'c');
    EXPECT_NE(marks_for(kPosted, one, outlets())[0].source, marks_for(kPosted, two, outlets())[0].source);
    one.copy_group = two.copy_group = "one video";
    EXPECT_EQ(marks_for(kPosted, one, outlets())[0].source, marks_for(kPosted, two, outlets())[0].source);
}

}  // namespace
}  // namespace sourcereel::verdict
