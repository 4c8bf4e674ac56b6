// Dissolves and wipes are found with their spans, and neither motion, light nor boxes that fade in look like
// one.
#include <gmock/gmock.h>

#include "unit/shots/drawn_video.h"

namespace sourcereel::shots {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kBegin = 70;  // First mixed frame.

double share_at(std::int64_t n, std::int64_t mixed) {
    return std::clamp(static_cast<double>(n - kBegin + 1) / static_cast<double>(mixed + 1), 0.0, 1.0);
}

void expect_one(const std::vector<Shot>& shots, TransitionKind kind, std::int64_t mixed, int slack) {
    ASSERT_EQ(shots.size(), 2u);
    const Transition& found = shots[1].transition;
    EXPECT_EQ(found.kind, kind);
    EXPECT_NEAR(static_cast<double>(found.begin_frame), kBegin, slack);
    EXPECT_NEAR(static_cast<double>(found.end_frame), static_cast<double>(kBegin + mixed), slack);
    EXPECT_EQ(shots[1].begin_frame, (found.begin_frame + found.end_frame) / 2);
    EXPECT_EQ(shots[0].range.end, shots[1].range.begin);
    EXPECT_GE(found.score, 0.5);
    EXPECT_LE(found.score, 1.0);
}

class Dissolves : public testing::TestWithParam<std::int64_t> {};

TEST_P(Dissolves, OfStillPicturesAreFound) {
    const auto draw = [](std::int64_t n) {
        return dissolved(landscape(1, 0), landscape(2, 0), share_at(n, GetParam()));
    };
    expect_one(shots_of(220, draw), TransitionKind::dissolve, GetParam(), 2);
}

TEST_P(Dissolves, OfPicturesInMotionAreFound) {
    const auto draw = [](std::int64_t n) {
        return dissolved(landscape(1, n, 0.4), landscape(2, n, -0.3), share_at(n, GetParam()));
    };
    expect_one(shots_of(220, draw), TransitionKind::dissolve, GetParam(), 4);
}

TEST_P(Dissolves, OfDarkPicturesAreFound) {
    const auto draw = [](std::int64_t n) {
        return mixed(dissolved(landscape(1, n, 0.3), landscape(2, n, -0.2), share_at(n, GetParam())), 0.3,
                     16);
    };
    expect_one(shots_of(220, draw), TransitionKind::dissolve, GetParam(), 4);
}

INSTANTIATE_TEST_SUITE_P(Frames, Dissolves, testing::Values(5, 8, 15, 30, 50));

TEST(Dissolve, AtSixtyFramesASecondIsFound) {
    const auto draw = [](std::int64_t n) {
        return dissolved(landscape(1, n, 0.2), landscape(2, n, -0.2), share_at(n, 30));
    };
    const auto time = [](std::int64_t n) { return Timestamp{n, {1, 60}}; };
    expect_one(shots_of(200, draw, {}, time), TransitionKind::dissolve, 30, 4);
}

TEST(Dissolve, NeverTakesTheCutsBesideIt) {
    const auto draw = [](std::int64_t n) {
        if (n < 60) return landscape(3, n, 0.4);
        if (n >= 95) return landscape(4, n, 0.4);
        return dissolved(landscape(1, n, 0.4), landscape(2, n, 0.4), share_at(n, 15));
    };
    const std::vector<Shot> shots = shots_of(170, draw);
    ASSERT_EQ(shots.size(), 4u);
    EXPECT_EQ(shots[1].transition.kind, TransitionKind::cut);
    EXPECT_EQ(shots[1].begin_frame, 60);
    EXPECT_EQ(shots[2].transition.kind, TransitionKind::dissolve);
    EXPECT_EQ(shots[3].transition.kind, TransitionKind::cut);
    EXPECT_EQ(shots[3].begin_frame, 95);
}

TEST(Dissolve, OfTwoFramesIsNotLost) {
    const auto draw = [](std::int64_t n) {
        return dissolved(landscape(1, n, 0.4), landscape(2, n, 0.4), share_at(n, 2));
    };
    EXPECT_EQ(shots_of(150, draw).size(), 2u);
}

TEST(Dissolve, IsNotSeenInAWhipPan) {
    const auto draw = [](std::int64_t n) { return landscape(1, std::clamp<std::int64_t>(n - 60, 0, 20), 6); };
    EXPECT_THAT(borders(shots_of(150, draw)), IsEmpty());
}

TEST(Dissolve, IsNotSeenWhereLightGoesUpSlowly) {
    const auto draw = [](std::int64_t n) {
        return mixed(landscape(1, n, 0.4), 0.3 + 0.7 * share_at(n, 20), 16);
    };
    EXPECT_THAT(borders(shots_of(150, draw)), IsEmpty());
}

TEST(Dissolve, IsNotSeenWhereABoxFadesIn) {
    const auto draw = [](std::int64_t n) {
        const Picture picture = landscape(1, n, 0.2);
        Picture boxed = picture;
        boxed.fill(0, 67, 160, 23, 200);  // A quarter of the picture.
        return dissolved(picture, boxed, n < 110 ? share_at(n, 10) : 1 - share_at(n - 40, 10));
    };
    EXPECT_THAT(borders(shots_of(200, draw)), IsEmpty());
}

TEST(Dissolve, IsNotSeenWhereAFlashDiesAwaySlowly) {
    const auto draw = [](std::int64_t n) {
        const Picture picture = landscape(1, n, 0.3);
        return n >= 70 && n < 80 ? mixed(picture, 0.2 + 0.08 * static_cast<double>(n - 70), 235) : picture;
    };
    EXPECT_THAT(borders(shots_of(150, draw)), IsEmpty());
}

// `share` of the second picture, from one edge: 0 left, 1 right, 2 top, 3 bottom.
Picture wiped(Picture a, const Picture& b, double share, int edge) {
    for (int y = 0; y < a.height; ++y)
        for (int x = 0; x < a.width; ++x) {
            const double across = (x + 0.5) / a.width;
            const double down = (y + 0.5) / a.height;
            const double place = edge == 0 ? across : edge == 1 ? 1 - across : edge == 2 ? down : 1 - down;
            if (place < share) a.at(x, y) = b.at(x, y);
        }
    return a;
}

class Wipes : public testing::TestWithParam<int> {};

TEST_P(Wipes, FromAnyEdgeAreFound) {
    const auto draw = [](std::int64_t n) {
        return wiped(landscape(1, n, 0.4), landscape(2, n, -0.3), share_at(n, 16), GetParam());
    };
    expect_one(shots_of(160, draw), TransitionKind::wipe, 16, 4);
}

INSTANTIATE_TEST_SUITE_P(Edges, Wipes, testing::Values(0, 1, 2, 3));

}  // namespace
}  // namespace sourcereel::shots
