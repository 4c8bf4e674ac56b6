// Fades go through a flat picture of any colour; they never swallow a cut.
#include <gmock/gmock.h>

#include "unit/shots/drawn_video.h"

namespace sourcereel::shots {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kRamp = 12;  // Frames.

// Scene 1 sinks into `level` from frame 60 on, stays flat for `flat` frames, and scene 2 rises from it.
Picture through(std::int64_t n, int level, std::int64_t flat) {
    const std::int64_t rise = 60 + kRamp + flat;
    if (n < 60) return landscape(1, n, 0.5);
    if (n < 60 + kRamp)
        return mixed(landscape(1, n, 0.5), 1 - static_cast<double>(n - 59) / (kRamp + 1), level);
    if (n < rise) return Picture(level);
    const double strength = std::min(1.0, static_cast<double>(n - rise + 1) / (kRamp + 1));
    return mixed(landscape(2, n, 0.5), strength, level);
}

class Fades : public testing::TestWithParam<int> {};

TEST_P(Fades, SpanTheFramesThatMixAndBeginTheShotInTheMiddle) {
    const std::vector<Shot> shots = shots_of(160, [](std::int64_t n) { return through(n, GetParam(), 6); });
    ASSERT_EQ(shots.size(), 2u);
    const Transition& fade = shots[1].transition;
    EXPECT_EQ(fade.kind, TransitionKind::fade);
    EXPECT_NEAR(static_cast<double>(fade.begin_frame), 60, 3);
    EXPECT_NEAR(static_cast<double>(fade.end_frame), 60 + 2 * kRamp + 6, 3);
    EXPECT_EQ(shots[1].begin_frame, (fade.begin_frame + fade.end_frame) / 2);
    EXPECT_EQ(shots[1].range.begin, at_25(shots[1].begin_frame));
    EXPECT_EQ(shots[0].range.end, shots[1].range.begin);
    EXPECT_GT(fade.score, 0.5);
    EXPECT_LE(fade.score, 1.0);
}

INSTANTIATE_TEST_SUITE_P(Levels, Fades, testing::Values(16, 90, 235));

TEST(Fade, WithALastingBlackIsTwo) {
    const std::vector<Shot> shots = shots_of(220, [](std::int64_t n) { return through(n, 16, 50); });
    ASSERT_EQ(shots.size(), 3u);
    EXPECT_EQ(shots[1].transition.kind, TransitionKind::fade);
    EXPECT_EQ(shots[2].transition.kind, TransitionKind::fade);
    EXPECT_LE(shots[1].transition.end_frame, 60 + kRamp + 1);
    EXPECT_GE(shots[2].transition.begin_frame, 60 + kRamp + 49);
}

TEST(Fade, ToBlackThenACutIsThatCutAlone) {
    const auto draw = [](std::int64_t n) { return n < 80 ? through(n, 16, 100) : landscape(3, n, 0.5); };
    const std::vector<Shot> shots = shots_of(140, draw);
    EXPECT_THAT(borders(shots), ElementsAre(80));
    EXPECT_EQ(shots[1].transition.kind, TransitionKind::cut);
}

TEST(Fade, FromBlackAfterACutIsThatCutAlone) {
    const auto draw = [](std::int64_t n) { return n < 65 ? landscape(3, n, 0.5) : through(n, 16, 6); };
    const std::vector<Shot> shots =
        shots_of(160, [&](std::int64_t n) { return n >= 65 && n < 78 ? Picture(16) : draw(n); });
    EXPECT_THAT(borders(shots), ElementsAre(65));
    EXPECT_EQ(shots[1].transition.kind, TransitionKind::cut);
}

TEST(Fade, KeepsTheCutsCloseToIt) {
    const auto draw = [](std::int64_t n) {
        return n < 45 ? landscape(4, n) : n < 110 ? through(n, 16, 6) : landscape(5, n);
    };
    const std::vector<Shot> shots = shots_of(170, draw);
    ASSERT_EQ(shots.size(), 4u);
    EXPECT_EQ(shots[1].begin_frame, 45);
    EXPECT_EQ(shots[2].transition.kind, TransitionKind::fade);
    EXPECT_GE(shots[2].transition.begin_frame, 45);
    EXPECT_LE(shots[2].transition.end_frame, 110);
    EXPECT_EQ(shots[3].begin_frame, 110);
}

TEST(Fade, AtTheStartIsNoTransition) {
    const auto draw = [](std::int64_t n) {
        return mixed(landscape(1, n, 0.5), std::min(1.0, static_cast<double>(n) / 20), 16);
    };
    EXPECT_THAT(borders(shots_of(100, draw)), IsEmpty());
}

TEST(Fade, UnderAnOpaqueMarkIsFound) {
    // The mark covers one part in forty, and more of the cells.
    const auto draw = [](std::int64_t n) {
        Picture picture = through(n, 16, 3);
        picture.fill(8, 8, 24, 15, 200);
        return picture;
    };
    const std::vector<Shot> shots = shots_of(160, draw);
    ASSERT_EQ(shots.size(), 2u);
    EXPECT_EQ(shots[1].transition.kind, TransitionKind::fade);
    EXPECT_NEAR(static_cast<double>(shots[1].transition.begin_frame), 60, 3);
}

TEST(Fade, ThroughColourIsNoDissolve) {
    for (const Shot& shot : shots_of(160, [](std::int64_t n) { return through(n, 120, 2); }))
        EXPECT_NE(shot.transition.kind, TransitionKind::dissolve);
}

}  // namespace
}  // namespace sourcereel::shots
