#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/verdict/samples.h"

namespace sourcereel::verdict {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> found(const Claim& claim, const Sidecar& sidecar) {
    std::vector<std::string> all;
    for (const Evidence& piece : metadata_for(claim, video_with({}, {sidecar}), outlets()))
        all.push_back(std::string(name_of(piece.stance)) + " " + std::string(name_of(piece.strength)) + " " +
                      piece.code + " " + piece.match);
    return all;
}

const Claim kPosted = claim_of(ClaimType::posted_by, EntityKind::handle, "HarborWatch", "x");

TEST(Metadata, OfTheClaimedPostAreCertain) {
    EXPECT_THAT(found(kPosted, post_by("harborwatch")), ElementsAre("for A sidecar.handle exact"));
}

TEST(Metadata, OfAnotherAccountOppose) {
    EXPECT_THAT(found(kPosted, post_by("QuayDesk")), ElementsAre("against A sidecar.handle none"));
    EXPECT_THAT(found(kPosted, post_by("HarborWatch1")), ElementsAre("against A sidecar.handle near"));
    EXPECT_THAT(found(kPosted, post_by("HаrborWatch")),
                ElementsAre("against A sidecar.handle lookalike"));  // Cyrillic а
}

TEST(Metadata, WithoutNumbersOrWithContradictionsAreWeaker) {
    Sidecar bare = post_by("HarborWatch");
    bare.stable_id.reset();
    bare.post_id.reset();
    EXPECT_THAT(found(kPosted, bare), ElementsAre("for B sidecar.handle exact"));
    Sidecar doubtful = post_by("QuayDesk");
    doubtful.doubtful = true;
    EXPECT_THAT(found(kPosted, doubtful), ElementsAre("against C sidecar.handle none"));
}

TEST(Metadata, OfOtherBytesSayNothing) {
    Sidecar other = post_by("HarborWatch");
    other.file_sha256 = SidecarValue{std::string(64, 'f'), "hash"};
    EXPECT_THAT(found(kPosted, other), IsEmpty());
    other.file_sha256->value = std::string(64, 'a');
    EXPECT_THAT(found(kPosted, other), ElementsAre("for A sidecar.handle exact"));
}

TEST(Metadata, OfAnotherPlatformAreWeakBothWays) {
    EXPECT_THAT(found(kPosted, post_by("HarborWatch", "telegram")),
                ElementsAre("for C sidecar.handle exact"));
    EXPECT_THAT(found(kPosted, post_by("QuayDesk", "telegram")),
                ElementsAre("against C sidecar.handle none"));
}

TEST(Metadata, OfARepostNameItsAuthorToo) {
    Sidecar repost = post_by("QuayDesk");
    repost.source_handle = SidecarValue{"HarborWatch", "author.name"};
    EXPECT_THAT(found(kPosted, repost), ElementsAre("for A sidecar.source exact"));
    EXPECT_THAT(found(claim_of(ClaimType::posted_by, EntityKind::handle, "QuayDesk"), repost),
                ElementsAre("for A sidecar.handle exact"));
}

TEST(Metadata, ADescriptionIsOneSourceWithItsPost) {
    Sidecar post = post_by("HarborWatch");
    post.description = SidecarValue{"By @HarborWatch this morning", "description"};
    const auto evidence = metadata_for(kPosted, video_with({}, {post}), outlets());
    ASSERT_EQ(evidence.size(), 2U);
    EXPECT_EQ(evidence[1].strength, Strength::C);
    EXPECT_EQ(evidence[0].source, evidence[1].source);
}

TEST(Metadata, SayLessAboutAnythingButWhoPosted) {
    Claim credit = kPosted;
    credit.type = ClaimType::credit;
    EXPECT_THAT(found(credit, post_by("HarborWatch")), ElementsAre("for B sidecar.handle exact"));
    EXPECT_THAT(found(credit, post_by("QuayDesk")), IsEmpty());
    Claim original = kPosted;
    original.type = ClaimType::original;
    EXPECT_THAT(found(original, post_by("HarborWatch")), ElementsAre("for C sidecar.handle exact"));
}

TEST(Metadata, OfAnOutletsAccountSpeakForTheOutletAndItsClass) {
    EXPECT_THAT(found(claim_of(ClaimType::posted_by, EntityKind::outlet, "quaytv"), post_by("QuayTV")),
                ElementsAre("for A sidecar.handle exact"));
    EXPECT_THAT(
        found(claim_of(ClaimType::aired_by, EntityKind::outlet_class, "state-tv:FJ"), post_by("QuayTV")),
        ElementsAre("for B sidecar.handle exact"));
    EXPECT_THAT(found(claim_of(ClaimType::posted_by, EntityKind::outlet, "quaytv"), post_by("OtherlandNews")),
                ElementsAre("against A sidecar.handle none"));
    EXPECT_THAT(found(claim_of(ClaimType::posted_by, EntityKind::outlet, "quaytv"),
                      post_by("quay_doubt", "telegram")),
                ElementsAre("for C sidecar.handle exact"));
}

TEST(Metadata, OfAnUnknownAccountOpposeNoOutlet) {
    EXPECT_THAT(found(claim_of(ClaimType::posted_by, EntityKind::outlet, "quaytv"), post_by("Somebody")),
                IsEmpty());
}

TEST(Metadata, ADisplayNameIsNoAccount) {
    Sidecar post = post_by("Somebody");
    post.display_name = SidecarValue{"Quay Television", "uploader"};
    EXPECT_THAT(found(claim_of(ClaimType::posted_by, EntityKind::outlet, "quaytv"), post),
                ElementsAre("for C sidecar.display_name exact"));
    EXPECT_THAT(found(claim_of(ClaimType::posted_by, EntityKind::literal, "Quay Television"), post),
                ElementsAre("for C sidecar.display_name exact"));
}

TEST(Metadata, SettleThePlatform) {
    Sidecar post = post_by("harbor_news", "telegram");
    post.url = SidecarValue{"https://t.me/harbor_news/1", "webpage_url"};
    EXPECT_THAT(found(claim_of(ClaimType::posted_by, EntityKind::literal, "Telegram", "telegram"), post),
                ElementsAre("for A sidecar.platform exact"));
    EXPECT_THAT(found(claim_of(ClaimType::posted_by, EntityKind::literal, "X", "x"), post), IsEmpty());
}

TEST(Metadata, SettleAPlatformOfTwoWordsOrTwoNames) {
    for (const auto& [platform, name] : {std::pair("truthsocial", "Truth Social"), std::pair("x", "Twitter"),
                                         std::pair("xiaohongshu", "RedNote"), std::pair("weibo", "微博")}) {
        Sidecar post = post_by("harbor_news", platform);
        post.url = SidecarValue{"https://example.org/1", "webpage_url"};
        EXPECT_THAT(found(claim_of(ClaimType::posted_by, EntityKind::literal, name, platform), post),
                    ElementsAre("for A sidecar.platform exact"))
            << name;
    }
}

}  // namespace
}  // namespace sourcereel::verdict
