#include "imaging/still_collector.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include <opencv2/imgcodecs.hpp>

#include "core/error.h"

namespace sourcereel::imaging {
namespace {

constexpr TimeBase kTenth{1, 10};

/// Frame n is a plain grey of brightness 2 n, shown at n / 10 s.
void push_frames(StillCollector& collector, int from, int to) {
    for (int n = from; n < to; ++n) {
        const std::vector<std::uint8_t> pixels(64 * 48, static_cast<std::uint8_t>(2 * n % 256));
        Frame frame;
        frame.index = n;
        frame.pts = {n, kTenth};
        frame.luma = {pixels.data(), 64, 64, 48};
        frame.full_range = true;
        collector.push(frame);
    }
}

Shot shot_of(int begin, int end) {
    return {{{begin, kTenth}, {end, kTenth}}, begin, end, {}};
}

int brightness(const ShotStill& still) {
    const std::vector<unsigned char> bytes(still.jpeg.begin(), still.jpeg.end());
    return cv::imdecode(bytes, cv::IMREAD_GRAYSCALE).at<std::uint8_t>(10, 10);
}

TEST(StillCollector, ShowsTheMiddleOfTheShotAlsoWhenAskedLate) {
    StillCollector collector;
    push_frames(collector, 0, 90);  // the shot ended at frame 50, long ago
    const ShotStill first = collector.take(shot_of(0, 50), 0);
    EXPECT_NEAR(first.time.seconds(), 2.5, 0.3);
    EXPECT_NEAR(brightness(first), 2 * static_cast<int>(first.time.ticks), 3);
    const ShotStill second = collector.take(shot_of(50, 90), 1);
    EXPECT_EQ(second.shot, 1u);
    EXPECT_NEAR(second.time.seconds(), 7.0, 0.3);
}

TEST(StillCollector, ALongShotIsMetToATwentiethOfItsLength) {
    StillCollector collector;
    push_frames(collector, 0, 6000);
    EXPECT_NEAR(collector.take(shot_of(0, 6000), 0).time.seconds(), 300.0, 30.0);
}

TEST(StillCollector, AShotBetweenTwoSamplesGetsThePictureAfterItsBegin) {
    StillCollector collector;
    push_frames(collector, 0, 40);
    const ShotStill still = collector.take(shot_of(11, 12), 0);
    EXPECT_GE(still.time.ticks, 11);
    EXPECT_LE(still.time.ticks, 13);
}

TEST(StillCollector, KeepsThePicturesShapeWithinTheLongestSide) {
    StillCollector collector({32, 85});
    push_frames(collector, 0, 3);
    const ShotStill still = collector.take(shot_of(0, 3), 0);
    EXPECT_EQ(still.width, 32);
    EXPECT_EQ(still.height, 24);
}

TEST(StillCollector, WithoutAnyPictureThereIsNoStill) {
    StillCollector collector;
    EXPECT_THROW(collector.take(shot_of(0, 3), 0), Error);
}

}  // namespace
}  // namespace sourcereel::imaging
