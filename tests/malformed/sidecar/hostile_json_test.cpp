// Metadata that anybody may have written: an Error that says what is wrong, or warnings.
#include <string>

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

}  // namespace
}  // namespace sourcereel::sidecar
