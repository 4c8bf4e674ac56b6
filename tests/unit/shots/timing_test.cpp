// Frame rates of all kinds, exact times, and how long the detector may keep a shot back.
#include <gmock/gmock.h>

#include "unit/shots/drawn_video.h"

namespace sourcereel::shots {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Timing, TimesAreThoseOfTheFramesAtAVariableRate) {
    const auto time = [](std::int64_t n) { return Timestamp{n * 3003 + (n % 3) * 700, {1, 90000}}; };
    const auto draw = [](std::int64_t n) { return landscape(n < 61 ? 1 : 2, n); };
    const std::vector<Shot> shots = shots_of(120, draw, {}, time);
    ASSERT_THAT(shots, SizeIs(2));
    EXPECT_EQ(shots[0].range, (TimeRange{time(0), time(61)}));
    EXPECT_EQ(shots[1].range, (TimeRange{time(61), time(120)}));
}

TEST(Timing, SixtyFramesASecondWithRepeatedPictures) {
    // 24 pictures a second shown at 60: each two or three times.
    const auto draw = [](std::int64_t n) {
        const std::int64_t picture = n * 24 / 60;
        return landscape(picture < 48 ? 1 : 2, picture, 2);
    };
    const auto time = [](std::int64_t n) { return Timestamp{n * 1001, {1, 60000}}; };
    EXPECT_THAT(borders(shots_of(240, draw, {}, time)), ElementsAre(120));
}

TEST(Timing, TenFramesASecond) {
    const auto draw = [](std::int64_t n) { return landscape(n < 25 ? 1 : 2, n, 3); };
    EXPECT_THAT(borders(shots_of(50, draw, {},
                                 [](std::int64_t n) {
                                     return Timestamp{n, {1, 10}};
                                 })),
                ElementsAre(25));
}

TEST(Timing, SlidesOfOneFrameEachSecond) {
    const auto time = [](std::int64_t n) { return Timestamp{n, {1, 1}}; };
    const auto draw = [](std::int64_t n) { return landscape(static_cast<std::uint32_t>(n / 5), 0); };
    EXPECT_THAT(borders(shots_of(20, draw, {}, time)), ElementsAre(5, 10, 15));
}

TEST(Timing, SlidesThatReturnAfterASecondAreNoFlashes) {
    const auto time = [](std::int64_t n) { return Timestamp{n, {1, 1}}; };
    const auto draw = [](std::int64_t n) { return landscape(n == 10 ? 2 : 1, 0); };
    EXPECT_THAT(borders(shots_of(20, draw, {}, time)), ElementsAre(10, 11));
}

TEST(Timing, FrameNumbersAreTheFramesOwn) {
    ShotDetector detector;
    for (std::int64_t n = 0; n < 100; ++n)
        detector.push(frame_of(landscape(n < 50 ? 1 : 2, n), 1000 + n, at_25(n)));
    const std::vector<Shot> shots = detector.finish(at_25(100));
    // The first shot is out already: the cut was certain 40 frames later.
    ASSERT_THAT(shots, SizeIs(1));
    EXPECT_EQ(shots[0].begin_frame, 1050);
    EXPECT_EQ(shots[0].end_frame, 1100);
}

TEST(Timing, AShotComesOutFortyFramesAfterItsCut) {
    // Behaviour that bounds memory: nothing waits for the end of the video.
    ShotDetector detector;
    std::vector<std::int64_t> out;
    for (std::int64_t n = 0; n < 2000; ++n) {
        const auto scene = static_cast<std::uint32_t>(n / 100);
        if (detector.push(frame_of(landscape(scene, n % 100), n, at_25(n)))) out.push_back(n);
    }
    ASSERT_THAT(out, SizeIs(19));
    for (std::size_t i = 0; i < out.size(); ++i)
        EXPECT_EQ(out[i], static_cast<std::int64_t>(i + 1) * 100 + 40);
}

TEST(Timing, TheFarPastDoesNotMatter) {
    // The same minute of video after nothing and after a long one of another kind: the same shots.
    const auto tail = [](std::int64_t n) { return landscape(n < 400 ? 1 : 2, n); };
    const std::vector<std::int64_t> alone = borders(shots_of(500, tail));
    const auto both = [&](std::int64_t n) { return n < 1000 ? landscape(3, n, -0.5) : tail(n - 1000); };
    EXPECT_THAT(alone, ElementsAre(400));
    EXPECT_THAT(borders(shots_of(1500, both)), ElementsAre(1000, 1400));
}

TEST(Timing, SameFramesGiveTheSameShots) {
    const auto draw = [](std::int64_t n) { return landscape(static_cast<std::uint32_t>(n / 30), n, 1.5); };
    EXPECT_EQ(shots_of(200, draw), shots_of(200, draw));
}

TEST(Timing, NoFrameIsNoShot) {
    ShotDetector detector;
    EXPECT_THAT(detector.finish(at_25(0)), IsEmpty());
}

TEST(Timing, OneFrameIsOneShot) {
    const std::vector<Shot> shots = shots_of(1, [](std::int64_t) { return landscape(1, 0); });
    ASSERT_THAT(shots, SizeIs(1));
    EXPECT_EQ(shots[0], (Shot{{at_25(0), at_25(1)}, 0, 1, {TransitionKind::start, 0, 0, 1.0}}));
}

}  // namespace
}  // namespace sourcereel::shots
