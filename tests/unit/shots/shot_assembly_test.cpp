// Shots touch and cover the video, and short ones join the one before.
#include "shots/shot_assembly.h"

#include <gmock/gmock.h>

#include "unit/shots/drawn_video.h"

namespace sourcereel::shots {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// 60 frames each, but shots 2 and 3 have 10 each.
Picture uneven(std::int64_t n) {
    const std::uint32_t scene = n < 60 ? 0 : n < 120 ? 1 : n < 130 ? 2 : n < 140 ? 3 : 4;
    return landscape(scene, n);
}

void expect_cover(const std::vector<Shot>& shots, std::int64_t count) {
    ASSERT_FALSE(shots.empty());
    EXPECT_EQ(shots.front().range.begin, at_25(0));
    EXPECT_EQ(shots.front().begin_frame, 0);
    EXPECT_EQ(shots.back().range.end, at_25(count));
    EXPECT_EQ(shots.back().end_frame, count);
    for (std::size_t i = 1; i < shots.size(); ++i) {
        EXPECT_EQ(shots[i].range.begin, shots[i - 1].range.end);
        EXPECT_EQ(shots[i].begin_frame, shots[i - 1].end_frame);
    }
}

TEST(ShotAssembly, ShotsTouchAndCoverTheVideo) {
    const std::vector<Shot> shots = shots_of(200, uneven);
    EXPECT_THAT(borders(shots), ElementsAre(60, 120, 130, 140));
    expect_cover(shots, 200);
}

TEST(ShotAssembly, AShorterShotJoinsTheOneBefore) {
    const std::vector<Shot> shots = shots_of(200, uneven, {.min_shot_s = 0.5});
    EXPECT_THAT(borders(shots), ElementsAre(60, 140));
    expect_cover(shots, 200);
}

TEST(ShotAssembly, AShotOfExactlyTheLeastLengthStays) {
    EXPECT_THAT(borders(shots_of(200, uneven, {.min_shot_s = 0.4})), ElementsAre(60, 120, 130, 140));
}

TEST(ShotAssembly, ALastShotThatIsShortJoinsToo) {
    const std::vector<Shot> shots = shots_of(145, uneven, {.min_shot_s = 0.5});
    EXPECT_THAT(borders(shots), ElementsAre(60));
    expect_cover(shots, 145);
}

TEST(ShotAssembly, AFirstShotThatIsShortStays) {
    ShotAssembly assembly(10);
    assembly.start(0, at_25(0));
    EXPECT_FALSE(assembly.push({{TransitionKind::cut, 5, 5, 0.9}, 5, at_25(5)}).has_value());
    const std::vector<Shot> shots = assembly.finish(505, at_25(505));
    EXPECT_THAT(borders(shots), ElementsAre(5));
    expect_cover(shots, 505);
}

TEST(ShotAssembly, SettingsNameTheLeastLength) {
    EXPECT_THAT(settings_of({.min_shot_s = 0.5}), HasSubstr("min_shot_s=0.5"));
    EXPECT_NE(settings_of({.min_shot_s = 0.5}), settings_of({}));
    EXPECT_EQ(settings_of({}), settings_of({}));
}

}  // namespace
}  // namespace sourcereel::shots
