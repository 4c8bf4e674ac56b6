#include "exports/otio.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "unit/exports/lists.h"

namespace sourcereel::exports {
namespace {

using nlohmann::json;

/// The fields that each schema of the file format must have, and only those that it knows.
void check_schema(const json& value) {
    static const std::map<std::string, std::set<std::string>> kFields{
        {"Timeline.1", {"name", "metadata", "global_start_time", "tracks"}},
        {"Stack.1", {"name", "metadata", "source_range", "effects", "markers", "enabled", "children"}},
        {"Track.1",
         {"name", "metadata", "source_range", "effects", "markers", "enabled", "children", "kind"}},
        {"Clip.2",
         {"name", "metadata", "source_range", "effects", "markers", "enabled", "media_references",
          "active_media_reference_key"}},
        {"Transition.1", {"name", "metadata", "transition_type", "in_offset", "out_offset"}},
        {"ExternalReference.1",
         {"name", "metadata", "available_range", "available_image_bounds", "target_url"}},
        {"TimeRange.1", {"start_time", "duration"}},
        {"RationalTime.1", {"rate", "value"}}};
    if (value.is_array())
        for (const json& item : value) check_schema(item);
    if (!value.is_object()) return;
    if (value.contains("OTIO_SCHEMA")) {
        const std::string schema = value["OTIO_SCHEMA"];
        ASSERT_TRUE(kFields.count(schema)) << schema;
        std::set<std::string> keys;
        for (const auto& [key, unused] : value.items()) keys.insert(key);
        keys.erase("OTIO_SCHEMA");
        EXPECT_EQ(keys, kFields.at(schema)) << schema;
    }
    for (const auto& [key, item] : value.items())
        if (key != "metadata") check_schema(item);
}

double seconds(const json& time) {
    return time["value"].get<double>() / time["rate"].get<double>();
}

TEST(Otio, HasTheSchemasOfTheFileFormat) {
    const json timeline = json::parse(otio(list_of({}, kEveryKind)));
    EXPECT_EQ(timeline["OTIO_SCHEMA"], "Timeline.1");
    EXPECT_EQ(timeline["tracks"]["OTIO_SCHEMA"], "Stack.1");
    EXPECT_EQ(timeline["tracks"]["children"][0]["OTIO_SCHEMA"], "Track.1");
    EXPECT_EQ(timeline["tracks"]["children"][0]["kind"], "Video");
    check_schema(timeline);
}

TEST(Otio, GivesWholeFramesAtTheExactRate) {
    for (const Rate& rate : {Rate{24000, 1001}, Rate{30000, 1001}, Rate{25, 1}, Rate{60000, 1001}}) {
        const Video video{rate, {1, 1000}, 250};
        const json timeline = json::parse(otio(list_of(video, {{0}, {41}, {187}})));
        const json& clips = timeline["tracks"]["children"][0]["children"];
        ASSERT_EQ(clips.size(), 3U);
        const std::int64_t begins[] = {0, 41, 187, 250};
        for (std::size_t i = 0; i < 3; ++i) {
            const json& range = clips[i]["source_range"];
            EXPECT_EQ(range["start_time"]["value"], begins[i]);
            EXPECT_EQ(range["duration"]["value"], begins[i + 1] - begins[i]);
            EXPECT_EQ(range["start_time"]["rate"].get<double>(), rate.value());
            EXPECT_EQ(range["duration"]["rate"].get<double>(), rate.value());
            const json& media = clips[i]["media_references"][clips[i]["active_media_reference_key"]];
            EXPECT_EQ(media["target_url"], "file:///videos/a%20clip.mp4");
            EXPECT_EQ(media["available_range"]["duration"]["value"], 250);
        }
    }
}

TEST(Otio, PutsTransitionsBetweenTheirClips) {
    const json timeline = json::parse(otio(list_of({}, kEveryKind)));
    const json& children = timeline["tracks"]["children"][0]["children"];
    std::vector<std::string> schemas;
    for (const json& child : children) schemas.push_back(child["OTIO_SCHEMA"]);
    EXPECT_EQ(schemas, (std::vector<std::string>{"Clip.2", "Clip.2", "Transition.1", "Clip.2", "Transition.1",
                                                 "Clip.2", "Transition.1", "Clip.2", "Clip.2"}));
    EXPECT_EQ(children[2]["transition_type"], "SMPTE_Dissolve");
    EXPECT_EQ(children[2]["in_offset"]["value"], 6);
    EXPECT_EQ(children[2]["out_offset"]["value"], 6);
    EXPECT_EQ(children[4]["transition_type"], "Custom_Transition");
    EXPECT_EQ(children[4]["name"], "fade");
    EXPECT_EQ(children[4]["in_offset"]["value"], 10);
    EXPECT_EQ(children[4]["out_offset"]["value"], 11);
    EXPECT_EQ(children[6]["metadata"]["sourcereel"]["kind"], "wipe");
}

TEST(Otio, OfAVariableRateHasTheFilesOwnTicks) {
    const TimeBase base{1, 16000};
    MediaInfo media;
    media.path = "v.mp4";
    media.variable_frame_rate = true;
    media.frames = 100;
    media.duration = {64'321, base};
    media.frame_rate = 24.9;
    std::vector<Shot> shots(2);
    shots[0] = {{{0, base}, {21'123, base}}, 0, 40, {}};
    shots[1] = {{{21'123, base}, {64'321, base}}, 40, 100, {TransitionKind::cut, 40, 40, 0.5}};
    const json timeline = json::parse(otio(make_shot_list(media, shots, {}, 90000)));
    const json& clips = timeline["tracks"]["children"][0]["children"];
    EXPECT_EQ(clips[1]["source_range"]["start_time"]["value"], 21'123);
    EXPECT_EQ(clips[1]["source_range"]["start_time"]["rate"], 16'000);
    EXPECT_DOUBLE_EQ(seconds(clips[1]["source_range"]["duration"]), (64'321 - 21'123) / 16'000.0);
}

TEST(Otio, KeepsAnyFileNameValid) {
    ShotList list = list_of({}, {{0}});
    list.title = "quote \" back \\ line \n bad \xff end";
    list.file = "/videos/\xff \"%#?.mp4";
    const json timeline = json::parse(otio(list));
    EXPECT_EQ(timeline["name"], "quote \" back \\ line \n bad \xef\xbf\xbd end");
    const json& clip = timeline["tracks"]["children"][0]["children"][0];
    EXPECT_EQ(clip["media_references"]["DEFAULT_MEDIA"]["target_url"],
              "file:///videos/%FF%20%22%25%23%3F.mp4");
}

}  // namespace
}  // namespace sourcereel::exports
