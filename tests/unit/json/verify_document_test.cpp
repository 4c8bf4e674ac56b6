#include "json/verify_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace sourcereel::json {
namespace {

using nlohmann::ordered_json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> keys_of(const ordered_json& object) {
    std::vector<std::string> keys;
    for (const auto& item : object.items()) keys.push_back(item.key());
    return keys;
}

Finding a_finding() {
    Finding finding;
    finding.claim.type = ClaimType::posted_by;
    finding.claim.entity = {EntityKind::handle, "HarborWatch", "x"};
    finding.claim.quote = "posted on X by @HarborWatch";
    finding.claim.begin = 10;
    finding.claim.end = 37;
    finding.verdict = Verdict::partly_supported;
    finding.coverage = {300, 60, 1.0, {"eng", "rus"}, 720};
    finding.explanation = "One strong sign.";
    Evidence piece;
    piece.code = "watermark.handle";
    piece.strength = Strength::B;
    piece.video = std::string(64, 'a');
    piece.end = 60.06;
    piece.box = Rect{1061, 560, 175, 30};
    piece.text = "@HarborWatch";
    piece.match = "exact";
    piece.confidence = 0.93;
    finding.evidence = {piece};
    return finding;
}

const ArticleFacts kArticle{"a.txt", std::string(64, '1'), "A title"};

TEST(VerifyDocument, HasThePromisedKeysInOrder) {
    const auto document = ordered_json::parse(verify_document(kArticle, {a_finding()}, {"careful"}));
    EXPECT_THAT(keys_of(document), ElementsAre("schema", "article", "claims", "warnings"));
    EXPECT_EQ(document["schema"], "sourcereel.verify/1");
    EXPECT_THAT(keys_of(document["article"]), ElementsAre("path", "sha256", "title"));
    const auto& claim = document["claims"][0];
    EXPECT_THAT(keys_of(claim),
                ElementsAre("id", "type", "entity", "quote", "begin", "end", "hedged", "negated", "verdict",
                            "evidence", "coverage", "explanation", "referring"));
    EXPECT_EQ(claim["entity"],
              ordered_json::parse(R"({"kind": "handle", "value": "HarborWatch", "platform": "x"})"));
    EXPECT_EQ(claim["verdict"], "partly_supported");
    EXPECT_EQ(
        claim["coverage"],
        ordered_json::parse(
            R"({"frames_examined": 300, "decoded_share": 1.0, "languages": ["eng", "rus"], "short_side": 720})"));
    const auto& piece = claim["evidence"][0];
    EXPECT_THAT(keys_of(piece),
                ElementsAre("code", "stance", "strength", "video", "begin", "end", "box", "text", "match",
                            "confidence", "crop", "picture", "layer", "track", "detail"));
    EXPECT_EQ(piece["stance"], "for");
    EXPECT_EQ(piece["box"], ordered_json::parse("[1061, 560, 175, 30]"));
    EXPECT_TRUE(piece["crop"].is_null());
}

TEST(VerifyDocument, MendsTextThatIsNone) {
    Finding finding = a_finding();
    finding.evidence[0].text = "\xff<b>";
    const auto document = ordered_json::parse(verify_document(kArticle, {finding}, {}));
    EXPECT_EQ(document["claims"][0]["evidence"][0]["text"], "\uFFFD<b>");
}

TEST(ReportDocument, HoldsWhatTheVerdictsRestOn) {
    Report report;
    report.article = kArticle;
    report.findings = {a_finding()};
    report.videos.emplace_back();
    Sidecar sidecar;
    sidecar.handle = SidecarValue{"HarborWatch", "uploader_id"};
    report.videos[0].sidecars = {sidecar};
    report.outlets = {{"quaytv", "Quay Television", "unsourced"}};
    const auto document = ordered_json::parse(report_document(report));
    EXPECT_EQ(document["schema"], "sourcereel.report/1");
    EXPECT_TRUE(document["dated"].is_null());
    EXPECT_EQ(document["videos"][0]["sidecars"][0]["values"]["handle"],
              ordered_json::parse(R"({"value": "HarborWatch", "field": "uploader_id"})"));
    EXPECT_EQ(document["outlets"][0]["source"], "unsourced");
    EXPECT_EQ(report_document(report), report_document(report));
}

TEST(ClaimReview, IsADraftWithoutARating) {
    const std::string text = claim_review_document(kArticle, {a_finding()});
    EXPECT_THAT(text, Not(HasSubstr("ating")));
    const auto document = ordered_json::parse(text);
    ASSERT_EQ(document["@graph"].size(), 2U);
    for (const auto& review : document["@graph"]) EXPECT_EQ(review["creativeWorkStatus"], "Draft");
    EXPECT_EQ(document["@graph"][0]["@type"], "ClaimReview");
    EXPECT_EQ(document["@graph"][1]["@type"], "MediaReview");
}

}  // namespace
}  // namespace sourcereel::json
