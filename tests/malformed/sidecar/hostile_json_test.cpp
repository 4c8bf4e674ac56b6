// Metadata that anybody may have written: an Error that says what is wrong, or warnings.
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "sidecar/sidecar_file.h"

namespace sourcereel::sidecar {
namespace {

ErrorKind kind_thrown(const std::string& json) {
    try {
        parse_sidecar(json, "x.json");
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("x.json"));
        return error.kind();
    }
    ADD_FAILURE() << "no Error";
    return ErrorKind::internal;
}

TEST(HostileJson, WhatIsNoJsonIsCorrupt) {
    for (const char* json :
         {"", "{", "{\"extractor\": \"twitter\"", "\xff\xfe\x00", "{\"extractor\": \"\xc3\x28\"}", "nul"})
        EXPECT_EQ(kind_thrown(json), ErrorKind::corrupt) << json;
}

TEST(HostileJson, WhatDescribesNoPostIsUnsupported) {
    for (const char* json : {"[]", "1", "\"text\"", "null", "{}", "{\"a\": 1}"})
        EXPECT_EQ(kind_thrown(json), ErrorKind::unsupported) << json;
}

TEST(HostileJson, DeepNestingIsRefused) {
    const std::string lists =
        "{\"extractor\": " + std::string(1'000'000, '[') + std::string(1'000'000, ']') + "}";
    EXPECT_EQ(kind_thrown(lists), ErrorKind::corrupt);
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += "{\"author\":";
    EXPECT_EQ(kind_thrown(objects), ErrorKind::corrupt);
}

TEST(HostileJson, AHugeFileIsRefusedBeforeItIsParsed) {
    EXPECT_EQ(kind_thrown(std::string(kMostBytes + 1, ' ')), ErrorKind::exhausted);
}

TEST(HostileJson, FieldsThatNobodyAskedForCostNothing) {
    std::string json = R"({"extractor": "twitter", "uploader_id": "HarborWatch", "formats": [)";
    for (int i = 0; i < 100'000; ++i) json += R"({"url": "https://media.example/", "id": 1},)";
    json += "0]}";
    const Sidecar sidecar = parse_sidecar(json, "x.json");
    ASSERT_TRUE(sidecar.handle);
    EXPECT_EQ(sidecar.handle->value, "HarborWatch");
}

TEST(HostileJson, WrongTypesBecomeWarnings) {
    const Sidecar sidecar = parse_sidecar(
        R"({"extractor": "twitter", "uploader_id": {"a": 1}, "uploader": [1], "channel_id": true, "id": 1.5,
            "timestamp": "soon", "upload_date": [], "epoch": -1e300, "webpage_url": 7, "title": null, "description": {}})",
        "x.json");
    EXPECT_FALSE(sidecar.handle);
    EXPECT_FALSE(sidecar.stable_id);
    EXPECT_FALSE(sidecar.posted_at);
    EXPECT_FALSE(sidecar.title);
    EXPECT_GE(sidecar.warnings.size(), 6U);
}

TEST(HostileJson, NumbersBeyondAllBoundsAreNoTimes) {
    for (const char* number : {"1e308", "-1e308", "9223372036854775807", "18446744073709551615",
                               "-9223372036854775808", "123456789012345678901234567890"}) {
        const Sidecar sidecar = parse_sidecar(
            std::string(R"({"extractor": "twitter", "timestamp": )") + number + ", \"id\": " + number + "}",
            "x.json");
        EXPECT_FALSE(sidecar.posted_at) << number;
    }
}

TEST(HostileJson, LongTextsAreCutAndNamesThatAreNoneAreDropped) {
    const std::string longest(5'000'000, 'a');
    const Sidecar sidecar = parse_sidecar(
        R"({"extractor": "twitter", "uploader_id": ")" + longest + R"(", "description": ")" + longest + "\"}",
        "x.json");
    EXPECT_FALSE(sidecar.handle);
    ASSERT_TRUE(sidecar.description);
    EXPECT_EQ(sidecar.description->value.size(), kLongestValue);
}

TEST(HostileJson, ControlCharactersAndZeroBytesPassAsText) {
    const Sidecar sidecar =
        parse_sidecar(R"({"extractor": "twitter", "uploader": "\u0000\u001b[31m<script>\u202e"})", "x.json");
    ASSERT_TRUE(sidecar.display_name);
    EXPECT_EQ(sidecar.display_name->value.find('\0'), std::string::npos);
}

/// One change of the kinds that broken downloads and jokers make: a byte, a piece twice, a piece less, a
/// value of another type.
void change(std::string& json, std::mt19937& random) {
    static const std::vector<std::string> pieces{"null",
                                                 "true",
                                                 "[]",
                                                 "{}",
                                                 "-1",
                                                 "1e999",
                                                 "\"\"",
                                                 "\\u0000",
                                                 "\\ud800",
                                                 "\"id\":",
                                                 "[[[[",
                                                 "}}",
                                                 ",",
                                                 "\"",
                                                 "\xFF",
                                                 "\\\"@",
                                                 "1e-9",
                                                 "0.0",
                                                 "{\"a\":{\"a\":",
                                                 "18446744073709551616"};
    const auto below = [&](std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(random() % n); };
    const std::size_t at = below(json.size() + 1);
    switch (random() % 4) {
        case 0:
            json.insert(at, pieces[below(pieces.size())]);
            break;
        case 1:
            json.erase(at, below(20));
            break;
        case 2:
            json.insert(at, json.substr(below(json.size()), below(80)));
            break;
        default: {
            // A value: what stands between a colon and the next comma or brace.
            const std::size_t colon = json.find(':', at);
            const std::size_t end = colon == std::string::npos ? colon : json.find_first_of(",}]", colon);
            if (end != std::string::npos)
                json.replace(colon + 1, end - colon - 1, pieces[below(pieces.size())]);
        }
    }
}

TEST(HostileJson, ThreeThousandMutationsEndInASidecarOrANamedError) {
    const std::vector<std::string> seeds{
        R"({"extractor": "twitter", "id": "1800000000000000000", "uploader_id": "gull", "uploader": "Gull",
            "channel_id": "12", "timestamp": 1718000000, "upload_date": "20240610", "epoch": 1718000100,
            "webpage_url": "https://x.com/gull/status/1800000000000000000", "description": "Video: @tern"})",
        R"({"category": "twitter", "tweet_id": 1800000000000000000, "retweet_id": 1790000000000000000,
            "author": {"id": 1, "name": "tern", "nick": "Tern"}, "user": {"id": 2, "name": "gull"},
            "date": "2024-06-10 08:00:00", "content": "a"})",
        R"({"status": "archived", "media": [{"filename": "a/clip.mp4", "_key": "clip.mp4", "properties":
            {"hash": "SHA-256:00"}}], "metadata": {"url": "https://t.me/gull/5", "timestamp": "2024-06-10T08:00:00"}})"};
    std::mt19937 random(20261124);
    for (int i = 0; i < 3000; ++i) {
        std::string json = seeds[static_cast<std::size_t>(i) % seeds.size()];
        for (std::size_t changes = 1 + random() % 6; changes > 0; --changes) change(json, random);
        try {
            const Sidecar sidecar = parse_sidecar(json, "x.json", "clip.mp4");
            for (const auto* value : {&sidecar.handle, &sidecar.display_name, &sidecar.description})
                if (*value) {
                    ASSERT_LE((*value)->value.size(), kLongestValue) << json;
                    ASSERT_FALSE((*value)->field.empty()) << json;
                }
        } catch (const Error& error) {
            ASSERT_NE(error.kind(), ErrorKind::internal) << json;
            ASSERT_THAT(error.what(), testing::HasSubstr("x.json")) << json;
        }
    }
}

}  // namespace
}  // namespace sourcereel::sidecar
