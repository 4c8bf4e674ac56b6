#include "text/text_kind.h"

#include <gtest/gtest.h>

namespace sourcereel::text {
namespace {

constexpr Rect kPicture{0, 0, 1280, 720};

TextKind kind_of(const std::string& text, const Rect& box, double begin_s, double end_s,
                 bool handle = false) {
    TextTrack track;
    track.text = text;
    track.box = box;
    track.range = {{static_cast<std::int64_t>(begin_s * 1000), {1, 1000}},
                   {static_cast<std::int64_t>(end_s * 1000), {1, 1000}}};
    if (handle) track.handles.push_back({text, text.substr(1), std::nullopt, "exact"});
    return classify(track, kPicture, 30.0);
}

TEST(TextKind, IsToldByPlaceTimeAndWords) {
    EXPECT_EQ(kind_of("@name", {600, 300, 120, 24}, 3, 5, true), TextKind::watermark);
    EXPECT_EQ(kind_of("Courtesy of the fire brigade", {40, 680, 300, 20}, 1, 4), TextKind::credit);
    EXPECT_EQ(kind_of("Источник: ТАСС", {40, 680, 300, 20}, 1, 4), TextKind::credit);
    EXPECT_EQ(kind_of("РОССИЯ 1", {1090, 40, 160, 24}, 0, 30), TextKind::bug);
    EXPECT_EQ(kind_of("The ferry left at noon", {340, 620, 600, 37}, 2, 4.5), TextKind::caption);
    EXPECT_EQ(kind_of("Storm closes the harbour", {60, 600, 500, 60}, 2, 14), TextKind::lower_third);
    EXPECT_EQ(kind_of("THE END", {100, 200, 1080, 300}, 26, 30), TextKind::title);
}

TEST(TextKind, TheNameOfASiteIsItsMark) {
    EXPECT_EQ(kind_of("TikTok", {30, 900, 90, 30}, 3, 5), TextKind::watermark);
    EXPECT_EQ(kind_of("TikTok is banned", {340, 620, 600, 37}, 3, 5), TextKind::caption);
}

TEST(TextKind, WhatMotionHasToldIsKept) {
    TextTrack track;
    track.kind = TextKind::ticker;
    track.box = {0, 680, 1280, 30};
    EXPECT_EQ(classify(track, kPicture, 30.0), TextKind::ticker);
}

}  // namespace
}  // namespace sourcereel::text
