#include "sourcereel/text_sheet.h"

#include <gmock/gmock.h>

namespace sourcereel::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

exports::ListedText text(std::size_t number, std::int64_t begin, std::int64_t end) {
    exports::ListedText listed;
    listed.number = number;
    listed.track.begin_frame = begin;
    listed.track.end_frame = end;
    return listed;
}

TEST(SheetMoments, AreTheMiddlesOfTexts) {
    EXPECT_THAT(sheet_moments({text(0, 0, 100), text(1, 100, 201)}, 60),
                ElementsAre(SheetMoment{49, {0}}, SheetMoment{150, {1}}));
    EXPECT_THAT(sheet_moments({}, 60), IsEmpty());
}

TEST(SheetMoments, ShareAStillWhereTextsStandTogether) {
    EXPECT_THAT(sheet_moments({text(0, 0, 1000), text(1, 100, 201), text(2, 140, 220)}, 60),
                ElementsAre(SheetMoment{179, {0, 1, 2}}));
}

TEST(SheetMoments, ShowATextOfOneFrameOrNone) {
    EXPECT_THAT(sheet_moments({text(0, 7, 8), text(1, 9, 9)}, 60),
                ElementsAre(SheetMoment{7, {0}}, SheetMoment{9, {1}}));
}

TEST(SheetMoments, AreSpreadEvenlyWhereThereAreTooMany) {
    std::vector<exports::ListedText> texts;
    for (std::size_t i = 0; i < 200; ++i)
        texts.push_back(text(i, static_cast<std::int64_t>(10 * i), static_cast<std::int64_t>(10 * i + 9)));
    const auto moments = sheet_moments(texts, 60);
    ASSERT_EQ(moments.size(), 60U);
    EXPECT_LE(moments.front().frame, 24);
    EXPECT_GE(moments.back().frame, 1970);
    for (std::size_t i = 1; i < moments.size(); ++i) {
        EXPECT_GE(moments[i].frame - moments[i - 1].frame, 30);
        EXPECT_LE(moments[i].frame - moments[i - 1].frame, 40);
    }
}

TEST(SheetMoments, EveryTextIsShownWhereThereIsRoom) {
    std::vector<exports::ListedText> texts;
    for (std::size_t i = 0; i < 40; ++i) {
        const auto begin = static_cast<std::int64_t>((i * 37) % 90);
        texts.push_back(text(i, begin, begin + static_cast<std::int64_t>(i * i % 50)));
    }
    std::vector<bool> shown(texts.size(), false);
    for (const SheetMoment& moment : sheet_moments(texts, 60))
        for (const std::size_t i : moment.texts) shown[i] = true;
    EXPECT_THAT(shown, ::testing::Each(true));
}

TEST(BoxAt, FollowsAMarkThatJumps) {
    TextTrack track;
    track.box = {10, 20, 100, 30};
    EXPECT_EQ(box_at(track, {99, {1, 10}}), track.box);
    track.path = {{{10, {1, 10}}, 10, 20}, {{30, {1, 10}}, 500, 300}};
    EXPECT_EQ(box_at(track, {0, {1, 10}}), (Rect{10, 20, 100, 30}));
    EXPECT_EQ(box_at(track, {29, {1, 10}}), (Rect{10, 20, 100, 30}));
    EXPECT_EQ(box_at(track, {3, {1, 1}}), (Rect{500, 300, 100, 30}));
}

}  // namespace
}  // namespace sourcereel::cli
