#include "pipeline/track_outlets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

namespace sourcereel::pipeline {
namespace {

using attribution::OutletRegistry;
using testing::ElementsAre;
using testing::IsEmpty;

/// Outlets that there are not, so that the test does not follow the shipped table.
const OutletRegistry& registry() {
    static const OutletRegistry made = OutletRegistry::with_user_rows(
        "id\tname\tcountry\tonscreen_text_variants\thandles\tcommon_words\n"
        "nordhaven24\tNordhaven 24\tNO\tNORDHAVEN 24|DAYBREAK\tx:nordhaven24\tDAYBREAK\n"
        "quaypress\tQuay Press\tNO\tQUAY PRESS\ttelegram:quay_press\t\n",
        "test rows");
    return made;
}

TextTrack track_of(TextKind kind, const std::string& text) {
    TextTrack track;
    track.kind = kind;
    track.text = text;
    return track;
}

std::vector<std::string> outlets_of_one(const TextTrack& track) {
    return outlets_of({track}, registry()).at(0);
}

TEST(TrackOutlets, MarksStrapsAndCreditsNameOutlets) {
    for (const TextKind kind : {TextKind::bug, TextKind::watermark, TextKind::lower_third, TextKind::credit})
        EXPECT_THAT(outlets_of_one(track_of(kind, "Nordhaven 24 · live")), ElementsAre("nordhaven24"))
            << name_of(kind);
}

TEST(TrackOutlets, WhatACaptionOrASignSpeaksOfIsNotMeant) {
    for (const TextKind kind : {TextKind::caption, TextKind::ticker, TextKind::title, TextKind::scene})
        EXPECT_THAT(outlets_of_one(track_of(kind, "Nordhaven 24 · live")), IsEmpty()) << name_of(kind);
}

TEST(TrackOutlets, AnEverydayWordIsLeftOut) {
    EXPECT_THAT(outlets_of_one(track_of(TextKind::bug, "DAYBREAK")), IsEmpty());
}

TEST(TrackOutlets, AnAccountNamesItsOwnerInAnyKind) {
    TextTrack track = track_of(TextKind::caption, "t.me/quay_press");
    track.handles = {{"t.me/quay_press", "quay_press", "telegram", "exact"}};
    EXPECT_THAT(outlets_of_one(track), ElementsAre("quaypress"));
    track.handles[0].platform = "x";  // Somebody else's there.
    EXPECT_THAT(outlets_of_one(track), IsEmpty());
    track.handles[0].platform = std::nullopt;
    EXPECT_THAT(outlets_of_one(track), ElementsAre("quaypress"));
}

TEST(TrackOutlets, EachOutletOnceAndSortedInThePlaceOfItsTrack) {
    TextTrack both = track_of(TextKind::credit, "QUAY PRESS / NORDHAVEN 24");
    both.handles = {{"@nordhaven24", "nordhaven24", std::nullopt, "exact"}};
    EXPECT_THAT(outlets_of({track_of(TextKind::bug, "harbour"), both}, registry()),
                ElementsAre(IsEmpty(), ElementsAre("nordhaven24", "quaypress")));
}

}  // namespace
}  // namespace sourcereel::pipeline
