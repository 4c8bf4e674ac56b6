#include "media/frame_clock.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <limits>
#include <vector>

namespace sourcereel::media {
namespace {

constexpr TimeBase kMpeg{1, 90000};

std::vector<std::int64_t> placed(FrameClock& clock, const std::vector<std::optional<std::int64_t>>& stamps) {
    std::vector<std::int64_t> times;
    for (std::size_t n = 0; n < stamps.size(); ++n)
        times.push_back(clock.place(stamps[n], 0, n + 1 < stamps.size() ? stamps[n + 1] : std::nullopt));
    return times;
}

TEST(FrameClock, CountsFromTheFirstPicture) {
    FrameClock clock{kMpeg, 3600};
    EXPECT_EQ(placed(clock, {126000, 129600, 133200}), (std::vector<std::int64_t>{0, 3600, 7200}));
    EXPECT_EQ(clock.end(), 10800);
    EXPECT_EQ(clock.missing(), 0);
    EXPECT_EQ(clock.moved(), 0);
}

TEST(FrameClock, PredictsMissingStampsAlsoBeforeTheFirstKnownOne) {
    FrameClock clock{kMpeg, 3600};
    EXPECT_EQ(placed(clock, {std::nullopt, 93600, std::nullopt, 100800}),
              (std::vector<std::int64_t>{0, 3600, 7200, 10800}));
    EXPECT_EQ(clock.missing(), 2);
    EXPECT_EQ(clock.moved(), 0);
}

TEST(FrameClock, PrefersTheDurationOfThePictureToTheRate) {
    FrameClock clock{kMpeg, 3600};
    clock.place(0, 7200);
    EXPECT_EQ(clock.place(std::nullopt, 1800), 7200);
    EXPECT_EQ(clock.end(), 9000);
}

TEST(FrameClock, EndsAfterTheLastGapWhereNothingElseIsKnown) {
    FrameClock clock{kMpeg, 0};
    placed(clock, {0, 3000, 9000});
    EXPECT_EQ(clock.end(), 15000);
}

TEST(FrameClock, PutsADuplicateBetweenItsNeighbours) {
    FrameClock clock{kMpeg, 3600};
    EXPECT_EQ(placed(clock, {0, 0, 7200, 7200}), (std::vector<std::int64_t>{0, 3600, 7200, 9000}));
    EXPECT_EQ(clock.moved(), 2);
}

TEST(FrameClock, PutsADuplicateMidwayWhereTheNextPictureComesAtOnce) {
    FrameClock clock{kMpeg, 3600};
    EXPECT_EQ(placed(clock, {0, 0, 3600, 7200}), (std::vector<std::int64_t>{0, 1800, 3600, 7200}));
    EXPECT_EQ(clock.moved(), 1);
}

TEST(FrameClock, MovesOneAbsurdStampAloneHoweverFarItIs) {
    for (const std::int64_t absurd :
         {std::int64_t{1} << 58, -(std::int64_t{1} << 58), std::int64_t{100'000'000}, std::int64_t{20'000},
          std::int64_t{-20'000}}) {
        FrameClock clock{kMpeg, 3600};
        EXPECT_EQ(placed(clock, {0, 3600, absurd, 10800, 14400, 18000}),
                  (std::vector<std::int64_t>{0, 3600, 7200, 10800, 14400, 18000}))
            << absurd;
        EXPECT_EQ(clock.moved(), 1);
    }
}

TEST(FrameClock, GoesOnAtFullRateWhereASecondRecordingOverlapsTheFirst) {
    FrameClock clock{kMpeg, 3600};
    // Back by less than a second: neither an odd stamp nor a duplicate, since the next one goes on from
    // there.
    EXPECT_EQ(placed(clock, {0, 3600, 7200, 10800, 3600, 7200, 10800, 14400, 18000}),
              (std::vector<std::int64_t>{0, 3600, 7200, 10800, 14400, 18000, 21600, 25200, 28800}));
    EXPECT_EQ(clock.moved(), 1);
}

TEST(FrameClock, KeepsALongGap) {
    FrameClock clock{kMpeg, 3600};
    EXPECT_EQ(placed(clock, {0, 3600, 900'000, 903'600}),
              (std::vector<std::int64_t>{0, 3600, 900'000, 903'600}));
    EXPECT_EQ(clock.moved(), 0);
}

TEST(FrameClock, StaysFarFromOverflowWhateverTheDurationsSay) {
    FrameClock clock{{1, 2'000'000'000}, 0};
    std::int64_t last = -1;
    for (int n = 0; n < 70'000; ++n) {
        const std::int64_t time = clock.place(std::nullopt, std::int64_t{1} << 48);
        ASSERT_GT(time, last) << n;
        last = time;
    }
}

TEST(FrameClock, JoinsACountThatStartsAgain) {
    FrameClock clock{kMpeg, 3600};
    EXPECT_EQ(placed(clock, {900000, 903600, 0, 3600, 7200}),
              (std::vector<std::int64_t>{0, 3600, 7200, 10800, 14400}));
    EXPECT_EQ(clock.moved(), 1);
}

TEST(FrameClock, StaysIncreasingAndSmallWhateverTheStampsSay) {
    constexpr auto kMax = std::numeric_limits<std::int64_t>::max();
    constexpr auto kMin = std::numeric_limits<std::int64_t>::min() + 1;
    FrameClock clock{kMpeg, 3600};
    std::int64_t last = -1;
    for (const std::int64_t stamp :
         {std::int64_t{0}, kMax, kMin, std::int64_t{1} << 59, -(std::int64_t{1} << 59), kMax - 1,
          std::int64_t{7200}, std::int64_t{7200}}) {
        const std::int64_t time = clock.place(stamp, kMax);
        EXPECT_GT(time, last);
        last = time;
    }
    EXPECT_LE(clock.end(), 8 * 3600);
}

TEST(FrameClock, RoundingToATickIsNotAVariableRate) {
    FrameClock clock{{1, 1000}, 33};
    for (int n = 0; n < 100; ++n) clock.place(n * 1000 / 30, 0);
    EXPECT_FALSE(clock.variable());
}

TEST(FrameClock, OneLongGapIsAVariableRate) {
    FrameClock clock{{1, 1000}, 33};
    for (int n = 0; n < 100; ++n) clock.place(n * 1000 / 30 + (n > 50 ? 10 : 0), 0);
    EXPECT_TRUE(clock.variable());
}

TEST(FrameClock, ADifferenceOfATenthIsNotVariableYet) {
    FrameClock clock{kMpeg, 3600};
    placed(clock, {0, 3600, 7200, 10800 + 350});
    EXPECT_FALSE(clock.variable());
    clock.place(10800 + 350 + 3600 + 370, 0);
    EXPECT_TRUE(clock.variable());
}

}  // namespace
}  // namespace sourcereel::media
