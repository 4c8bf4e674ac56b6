#include "sidecar/post_time.h"

#include <gtest/gtest.h>

namespace sourcereel::sidecar {
namespace {

TEST(PostTime, ReadsTheFormsThatDownloadersWrite) {
    for (const char* text : {"2024-08-20T12:30:05Z", "2024-08-20 12:30:05", "2024-08-20T14:30:05+02:00",
                             "2024-08-20T09:00:05-0330", "2024-08-20T12:30:05.250000+00:00"})
        EXPECT_EQ(unix_seconds(text), 1724157005) << text;
    EXPECT_EQ(unix_seconds("20240820"), 1724112000);
    EXPECT_EQ(unix_seconds("2024-08-20"), 1724112000);
}

TEST(PostTime, WhatIsNoTimeIsNone) {
    for (const char* text : {"", "yesterday", "2024-13-01", "20240230", "2024-08-20T25:00:00Z",
                             "2024-08-20T12:30", "2024-08-20T12:30:05+99:00", "2024-08-20T12:30:05 GMT"})
        EXPECT_FALSE(unix_seconds(text)) << text;
    EXPECT_FALSE(utc_text(-1));
    EXPECT_FALSE(utc_text(INT64_MAX));
}

TEST(PostTime, WritesUtc) {
    EXPECT_EQ(utc_text(1724157005), "2024-08-20T12:30:05Z");
}

TEST(PostTime, IsHiddenInNumbersOfXAndTikTok) {
    // Made by the platforms' rules from 2024-08-20T12:30:05Z.
    const auto of_x = std::to_string((1724157005000ULL - 1288834974657ULL) << 22U);
    const auto of_tiktok = std::to_string(1724157005ULL << 32U);
    EXPECT_EQ(time_in_id("x", of_x), 1724157005);
    EXPECT_EQ(time_in_id("tiktok", of_tiktok), 1724157005);
    EXPECT_FALSE(time_in_id("x", "20"));  // From when posts were counted one by one.
    EXPECT_FALSE(time_in_id("youtube", of_x));
    EXPECT_FALSE(time_in_id("x", "99999999999999999999999"));
    EXPECT_FALSE(time_in_id("x", "12ab"));
}

}  // namespace
}  // namespace sourcereel::sidecar
