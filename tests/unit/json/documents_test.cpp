#include "json/documents.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace sourcereel::json {
namespace {

using nlohmann::ordered_json;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> keys_of(const ordered_json& object) {
    std::vector<std::string> keys;
    for (const auto& item : object.items()) keys.push_back(item.key());
    return keys;
}

Timestamp at(std::int64_t milliseconds) {
    return {milliseconds, {1, 1000}};
}

MediaInfo a_media() {
    MediaInfo media;
    media.path = "a.mp4";
    media.sha256 = std::string(64, 'a');
    media.width = 1280;
    media.height = 720;
    media.duration = at(60060);
    media.frames = 1800;
    media.frame_rate = 30000.0 / 1001.0;
    media.video_codec = "h264";
    media.container = "mov,mp4";
    return media;
}

Shot a_shot(std::int64_t begin_frame, std::int64_t end_frame, TransitionKind kind) {
    Shot shot;
    shot.range = {{begin_frame, {1001, 30000}}, {end_frame, {1001, 30000}}};
    shot.begin_frame = begin_frame;
    shot.end_frame = end_frame;
    shot.transition = {kind, begin_frame, begin_frame, 0.123456};
    return shot;
}

TextTrack a_track() {
    TextTrack track;
    track.range = {at(0), at(60060)};
    track.end_frame = 1800;
    track.box = {1061, 560, 175, 30};
    track.text = "@BRICSinfo";
    track.kind = TextKind::watermark;
    track.confidence = 0.93004;
    track.script = "Latin";
    track.language = "eng";
    track.frames_seen = 298;
    track.frames_examined = 300;
    track.readings = {{"tesseract 5.3.0 eng", "@BRICSinfo", 0.93}};
    track.handles = {{"@BRICSinfo", "BRICSinfo", std::nullopt, "exact"}};
    return track;
}

TEST(ShotsDocument, HasTheKeysInTheirPromisedOrder) {
    const auto doc = ordered_json::parse(shots_document(
        a_media(), {a_shot(0, 128, TransitionKind::start), a_shot(128, 1800, TransitionKind::cut)},
        {"cut short"}));
    EXPECT_THAT(keys_of(doc), ElementsAre("schema", "media", "shots", "warnings"));
    EXPECT_EQ(doc["schema"], "sourcereel.shots/1");
    EXPECT_THAT(keys_of(doc["media"]),
                ElementsAre("path", "sha256", "width", "height", "duration", "frames", "frame_rate",
                            "variable_frame_rate", "video_codec", "container"));
    EXPECT_EQ(doc["media"]["duration"], 60.06);
    EXPECT_EQ(doc["media"]["frame_rate"], 29.97);
    EXPECT_EQ(doc["media"]["variable_frame_rate"], false);
    ASSERT_EQ(doc["shots"].size(), 2u);
    const auto& shot = doc["shots"][1];
    EXPECT_THAT(keys_of(shot),
                ElementsAre("index", "begin", "end", "begin_frame", "end_frame", "transition"));
    EXPECT_EQ(shot["index"], 1);
    EXPECT_EQ(shot["begin"], 4.270933);  // 128 × 1001 / 30000 = 4.27093333…
    EXPECT_EQ(shot["begin_frame"], 128);
    EXPECT_EQ(shot["end_frame"], 1800);
    EXPECT_THAT(keys_of(shot["transition"]), ElementsAre("kind", "begin_frame", "end_frame", "score"));
    EXPECT_EQ(shot["transition"]["kind"], "cut");
    EXPECT_EQ(shot["transition"]["score"], 0.1235);
    EXPECT_EQ(doc["warnings"], ordered_json::array({"cut short"}));
}

TEST(ShotsDocument, SaysNullForAFingerprintThatWasNotComputed) {
    MediaInfo media = a_media();
    media.sha256.clear();
    EXPECT_TRUE(ordered_json::parse(shots_document(media, {}, {}))["media"]["sha256"].is_null());
}

TEST(TextDocument, HasTheKeysAndValuesOfATrack) {
    const auto doc = ordered_json::parse(text_document(a_media(), {a_track()}, {}));
    EXPECT_THAT(keys_of(doc), ElementsAre("schema", "media", "tracks", "warnings"));
    EXPECT_EQ(doc["schema"], "sourcereel.text/1");
    const auto& track = doc["tracks"].at(0);
    EXPECT_THAT(keys_of(track), ElementsAre("id", "kind", "text", "begin", "end", "begin_frame", "end_frame",
                                            "box", "path", "confidence", "script", "language", "frames_seen",
                                            "frames_examined", "readings", "handles"));
    EXPECT_EQ(track["id"], 0);
    EXPECT_EQ(track["kind"], "watermark");
    EXPECT_EQ(track["box"], ordered_json::array({1061, 560, 175, 30}));
    EXPECT_TRUE(track["path"].is_null());
    EXPECT_EQ(track["confidence"], 0.93);
    EXPECT_EQ(track["frames_seen"], 298);
    EXPECT_EQ(
        track["readings"],
        ordered_json::parse(R"([{"engine":"tesseract 5.3.0 eng","text":"@BRICSinfo","confidence":0.93}])"));
    EXPECT_THAT(keys_of(track["readings"][0]), ElementsAre("engine", "text", "confidence"));
    EXPECT_EQ(track["handles"],
              ordered_json::parse(
                  R"([{"raw":"@BRICSinfo","handle":"BRICSinfo","platform":null,"match":"exact"}])"));
    EXPECT_THAT(keys_of(track["handles"][0]), ElementsAre("raw", "handle", "platform", "match"));
    EXPECT_EQ(doc["warnings"], ordered_json::array());
}

TEST(TextDocument, ListsWhereAMarkMovesAsTimeAndPlace) {
    TextTrack track = a_track();
    track.path = {{at(0), 10, 20}, {at(1500), -3, 400}};
    track.handles[0].platform = "x";
    const auto doc = ordered_json::parse(text_document(a_media(), {a_track(), track}, {}));
    EXPECT_EQ(doc["tracks"][1]["id"], 1);
    EXPECT_EQ(doc["tracks"][1]["path"], ordered_json::parse("[[0.0,10,20],[1.5,-3,400]]"));
    EXPECT_EQ(doc["tracks"][1]["handles"][0]["platform"], "x");
}

TEST(TextDocument, KeepsTheIdsOfTheKindsAskedFor) {
    TextTrack caption = a_track();
    caption.kind = TextKind::caption;
    const std::vector<TextTrack> tracks{a_track(), caption, a_track(), caption};
    const auto doc = ordered_json::parse(text_document(a_media(), tracks, {}, {TextKind::caption}));
    ASSERT_EQ(doc["tracks"].size(), 2U);
    EXPECT_EQ(doc["tracks"][0]["id"], 1);
    EXPECT_EQ(doc["tracks"][1]["id"], 3);
    EXPECT_EQ(text_document(a_media(), tracks, {}, {TextKind::caption, TextKind::watermark}),
              text_document(a_media(), tracks, {}));
}

TEST(ExportDocument, HoldsWhatTheDocumentsOfItsVideosHold) {
    VideoEntry one;
    one.id = 3;
    one.media = a_media();
    one.tracks = {a_track()};
    VideoEntry two = one;
    two.id = 5;
    const auto doc = ordered_json::parse(export_document({one, two}, {"cut short"}));
    EXPECT_THAT(keys_of(doc), ElementsAre("schema", "videos", "warnings"));
    EXPECT_EQ(doc["schema"], "sourcereel.export/1");
    ASSERT_EQ(doc["videos"].size(), 2U);
    auto whole = ordered_json::parse(video_document(two, {}));
    whole.erase("schema");
    whole.erase("warnings");
    EXPECT_EQ(doc["videos"][1], whole);
    EXPECT_EQ(doc["warnings"], ordered_json::array({"cut short"}));
}

TEST(AnalyzeDocument, GivesOneEntryAnInputAndTheErrorOfTheFailed) {
    AnalyzeEntry good{"a.mp4", "abc", "added", 12, 9, {"BRICSinfo"}, 0.98765, std::nullopt};
    AnalyzeEntry bad;
    bad.path = "b.mp4";
    bad.status = "failed";
    bad.error = Error(ErrorKind::corrupt, "b.mp4: no picture");
    const auto doc = ordered_json::parse(analyze_document({good, bad}, {}));
    EXPECT_THAT(keys_of(doc), ElementsAre("schema", "videos", "warnings"));
    EXPECT_EQ(doc["schema"], "sourcereel.analyze/1");
    for (const auto& video : doc["videos"])
        EXPECT_THAT(keys_of(video), ElementsAre("path", "sha256", "status", "shots", "tracks", "handles",
                                                "decoded_share", "error"));
    EXPECT_EQ(doc["videos"][0]["shots"], 12);
    EXPECT_EQ(doc["videos"][0]["tracks"], 9);
    EXPECT_EQ(doc["videos"][0]["decoded_share"], 0.9877);
    EXPECT_TRUE(doc["videos"][0]["error"].is_null());
    EXPECT_TRUE(doc["videos"][1]["sha256"].is_null());
    EXPECT_EQ(doc["videos"][1]["error"],
              ordered_json::parse(R"({"kind":"corrupt","path":"b.mp4","message":"b.mp4: no picture"})"));
}

TEST(SearchDocument, HasQueryTotalHitsAndFacets) {
    SearchEntry hit{"abc", "a.mp4", std::nullopt, a_track(), "@BRICSinfo"};
    SearchEntry named = hit;
    named.title = "A fire";
    const auto doc = ordered_json::parse(search_document("handle:BRICSinfo", 7, {hit, named}, {}));
    EXPECT_THAT(keys_of(doc), ElementsAre("schema", "query", "total", "hits", "facets", "warnings"));
    EXPECT_EQ(doc["schema"], "sourcereel.search/1");
    EXPECT_EQ(doc["query"], "handle:BRICSinfo");
    EXPECT_EQ(doc["total"], 7);
    EXPECT_EQ(doc["facets"], ordered_json::object());
    EXPECT_THAT(keys_of(doc["hits"][0]),
                ElementsAre("video", "path", "title", "track", "snippet", "highlights"));
    EXPECT_TRUE(doc["hits"][0]["title"].is_null());
    EXPECT_EQ(doc["hits"][1]["title"], "A fire");
    EXPECT_EQ(doc["hits"][0]["track"]["text"], "@BRICSinfo");
    EXPECT_TRUE(
        doc["hits"][0]["track"]["id"].is_null());  // Its place among the video's tracks is not known here.
}

TEST(SearchDocument, HasFacetsAndHighlightsWhereTheyWereAskedFor) {
    SearchEntry hit{"abc", "a.mp4", std::nullopt, a_track(), "at noon"};
    hit.highlights = {{3, 7}};
    const auto doc =
        ordered_json::parse(search_document("noon", 9, {hit}, {}, {{"kind", {{"caption", 9, 2}}, 4}}));
    EXPECT_EQ(doc["hits"][0]["highlights"], ordered_json::parse("[[3, 7]]"));
    EXPECT_EQ(doc["facets"],
              ordered_json::parse(
                  R"({"kind": {"values": [{"value": "caption", "texts": 9, "clips": 2}], "others": 4}})"));
}

TEST(ListDocument, HoldsAnObjectForEachRow) {
    const auto doc = ordered_json::parse(
        list_document("sourcereel.tags/1", "tags", {{{"tag", "1"}, {"clips", "2", true}}}));
    EXPECT_EQ(doc["tags"], ordered_json::parse(R"([{"tag": "1", "clips": 2}])"));
    EXPECT_THAT(keys_of(doc), ElementsAre("schema", "tags", "warnings"));
}

TEST(VideoDocument, HoldsTheWholeVideoWithAStillForEachShotThatHasOne) {
    VideoEntry video;
    video.id = 41;
    video.analysed_at = "2024-05-01T12:00:00Z";
    video.paths = {"a.mp4", "copy of a.mp4"};
    video.media = a_media();
    video.shots = {a_shot(0, 10, TransitionKind::start), a_shot(10, 20, TransitionKind::fade),
                   a_shot(20, 30, TransitionKind::cut)};
    video.stills = {"0.jpg", ""};
    video.tracks = {a_track()};
    video.decoded_share = 0.5;
    video.tool = "sourcereel 0.1.0";
    const auto doc = ordered_json::parse(video_document(video, {}));
    EXPECT_THAT(keys_of(doc), ElementsAre("schema", "id", "analysed_at", "paths", "media", "shots", "tracks",
                                          "decoded_share", "tool", "options", "versions", "warnings"));
    EXPECT_EQ(doc["id"], 41);
    EXPECT_EQ(doc["paths"], ordered_json::array({"a.mp4", "copy of a.mp4"}));
    EXPECT_EQ(doc["shots"][0]["still"], "0.jpg");
    EXPECT_TRUE(doc["shots"][1]["still"].is_null());
    EXPECT_TRUE(doc["shots"][2]["still"].is_null());
    EXPECT_EQ(doc["shots"][1]["transition"]["kind"], "fade");
    EXPECT_EQ(doc["decoded_share"], 0.5);
}

TEST(ErrorDocument, HasNothingButTheError) {
    EXPECT_EQ(
        ordered_json::parse(error_document(Error(ErrorKind::not_found, "no such file"), "gone.mp4")),
        ordered_json::parse(R"({"error":{"kind":"not_found","path":"gone.mp4","message":"no such file"}})"));
}

TEST(FactsDocument, KeepsTheOrderGivenAndTellsPlainValuesFromStrings) {
    const std::string text = facts_document("sourcereel.doctor/1",
                                            {{"zeta", "007", false},
                                             {"alpha", "12", true},
                                             {"share", "0.000001", true},
                                             {"odd", "12 MB", true},
                                             {"usable", "false", true},
                                             {"name", "true", false}},
                                            {"w"});
    const auto doc = ordered_json::parse(text);
    EXPECT_THAT(keys_of(doc),
                ElementsAre("schema", "zeta", "alpha", "share", "odd", "usable", "name", "warnings"));
    EXPECT_EQ(doc["zeta"], "007");
    EXPECT_EQ(doc["alpha"], 12);
    EXPECT_EQ(doc["odd"], "12 MB");
    EXPECT_EQ(doc["usable"], false);
    EXPECT_EQ(doc["name"], "true");
    EXPECT_THAT(text, HasSubstr("\"share\": 0.000001"));
}

TEST(Documents, WriteSecondsPlainlyAndToTheMicrosecond) {
    Shot shot = a_shot(0, 1, TransitionKind::start);
    shot.range = {{1, {1, 1000000}}, {1, {1, 3}}};
    MediaInfo media = a_media();
    media.duration = {400000, {1, 1}};
    const std::string text = shots_document(media, {shot}, {});
    EXPECT_THAT(text, HasSubstr("\"begin\": 0.000001,"));
    EXPECT_THAT(text, HasSubstr("\"end\": 0.333333,"));
    EXPECT_THAT(text, HasSubstr("\"duration\": 400000.0,"));
}

TEST(Documents, NeverPrintANegativeZero) {
    TextTrack track = a_track();
    track.confidence = -0.00001;
    EXPECT_THAT(text_document(a_media(), {track}, {}), HasSubstr("\"confidence\": 0.0,"));
}

TEST(Documents, CarryAnyStringThrough) {
    const std::string hostile = "\"\\/</script>\x01\x1f\n\t\x7f\u2028 😀 \",\"id\":9";
    TextTrack track = a_track();
    track.text = hostile;
    MediaInfo media = a_media();
    media.path = hostile;
    const auto doc = ordered_json::parse(text_document(media, {track}, {hostile}));
    EXPECT_EQ(doc["tracks"][0]["text"], hostile);
    EXPECT_EQ(doc["media"]["path"], hostile);
    EXPECT_EQ(doc["warnings"][0], hostile);
    EXPECT_EQ(doc["tracks"][0]["id"], 0);
    EXPECT_EQ(ordered_json::parse(facts_document("s", {{hostile, hostile, false}}, {}))[hostile], hostile);
}

TEST(Documents, ReplaceIllFormedBytesWhereverTheyStand) {
    const std::string bad = "a\xff\xc3";
    const std::string good = "a\uFFFD\uFFFD";
    TextTrack track = a_track();
    track.text = bad;
    track.readings[0].text = bad;
    track.handles[0].raw = bad;
    const auto doc = ordered_json::parse(text_document(a_media(), {track}, {bad}));
    EXPECT_EQ(doc["tracks"][0]["text"], good);
    EXPECT_EQ(doc["tracks"][0]["readings"][0]["text"], good);
    EXPECT_EQ(doc["tracks"][0]["handles"][0]["raw"], good);
    EXPECT_EQ(doc["warnings"][0], good);
    EXPECT_EQ(ordered_json::parse(error_document(Error(ErrorKind::corrupt, bad), bad))["error"]["path"],
              good);
    EXPECT_EQ(ordered_json::parse(search_document(bad, 0, {}, {}))["query"], good);
    EXPECT_EQ(ordered_json::parse(facts_document(bad, {{bad, bad, true}}, {}))[good], good);
}

TEST(Documents, EndInOneNewlineAndAreTheSameBytesEachTime) {
    const auto make = [] { return text_document(a_media(), {a_track(), a_track()}, {"w"}); };
    const std::string text = make();
    EXPECT_EQ(text, make());
    EXPECT_TRUE(text.ends_with("}\n"));
    EXPECT_FALSE(text.ends_with("\n\n"));
    EXPECT_TRUE(error_document(Error(ErrorKind::busy, "m"), "p").ends_with("}\n"));
}

TEST(Documents, PutABoxInOneLine) {
    EXPECT_THAT(text_document(a_media(), {a_track()}, {}),
                HasSubstr("\n   \"box\": [1061, 560, 175, 30],\n"));
}

}  // namespace
}  // namespace sourcereel::json
