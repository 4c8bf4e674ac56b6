#include "exports/frame_times.h"

#include <gtest/gtest.h>

#include "unit/exports/lists.h"

namespace sourcereel::exports {
namespace {

constexpr TimeBase kMilliseconds{1, 1000};

TEST(FrameTimes, GiveBackWhatWasPushedAtAnyRate) {
    const std::vector<std::vector<std::int64_t>> videos{{0},
                                                        {0, 40},
                                                        {0, 40, 80, 120},
                                                        {0, 33, 67, 100, 133, 167},
                                                        {0, 100, 140, 240, 280, 380},
                                                        {0, 1, 2, 50, 51, 52, 53}};
    for (const auto& video : videos) {
        FrameTimes times;
        for (const std::int64_t ticks : video) times.push(times.end(), {ticks, kMilliseconds});
        const Timestamp end{9999, kMilliseconds};
        for (std::size_t n = 0; n < video.size(); ++n)
            EXPECT_EQ(times.at(static_cast<std::int64_t>(n), end).ticks, video[n]) << n;
        EXPECT_EQ(times.at(static_cast<std::int64_t>(video.size()), end), end);
        EXPECT_EQ(times.at(1 << 30, end), end);
        EXPECT_EQ(times.end(), static_cast<std::int64_t>(video.size()));
    }
}

TEST(FrameTimes, OfAConstantRateTakeOneRun) {
    FrameTimes times;
    for (std::int64_t n = 0; n < 100'000; ++n) times.push(n, {n * 512, {1, 12800}});
    EXPECT_EQ(times.runs(), 1U);
    EXPECT_EQ(times.at(77'777, {}).ticks, 77'777 * 512);
}

TEST(FrameTimes, MayBeOfAPartOfTheVideo) {
    FrameTimes times;
    for (std::int64_t n = 100; n < 200; ++n) times.push(n, {n * 40 + n / 150, kMilliseconds});
    EXPECT_EQ(times.at(120, {}).ticks, 4800);
    EXPECT_EQ(times.at(180, {}).ticks, 7201);
    EXPECT_EQ(times.at(3, {}).ticks, 4000);
    EXPECT_EQ(times.at(200, {8001, kMilliseconds}).ticks, 8001);
    EXPECT_EQ(FrameTimes{}.at(0, {7, kMilliseconds}).ticks, 7);
}

TEST(TimesWithin, AreThoseOfAConstantRateHoweverItWasRounded) {
    for (const TimeBase base : {TimeBase{1, 90000}, TimeBase{1, 1000}, TimeBase{1001, 30000}}) {
        const Video video{{30000, 1001}, base, 250};
        const auto shots = shots_of(video, {{0}, {41}, {187}});
        const FrameTimes times = times_within(shots);
        EXPECT_EQ(times.end(), 250);
        for (std::int64_t n = 0; n < 250; ++n)
            // Two roundings, of the ends of the shot and between them.
            EXPECT_NEAR(static_cast<double>(times.at(n, {}).ticks), static_cast<double>(video.at(n).ticks), 1)
                << n << " in 1/" << base.den;
    }
    EXPECT_EQ(times_within({}).end(), 0);
}

}  // namespace
}  // namespace sourcereel::exports
