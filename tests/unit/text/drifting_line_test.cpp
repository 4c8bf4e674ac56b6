#include "text/drifting_line.h"

#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "drawn_video.h"

namespace sourcereel::text {
namespace {

const cv::Size kPicture{960, 540};
constexpr int kSamples = 24;
const std::string kWords = "@harbour_eye";

/// Faint words that begin at sample `from` and move by `step` a sample, over clouds that drift otherwise.
cv::Mat picture_at(int sample, cv::Point step, int from = 0) {
    cv::Mat picture = drifting_clouds(kPicture, 5 * sample);
    if (sample >= from) lay_over(picture, kWords, cv::Point{120, 200} + sample * step, 1.2, 0.5);
    return picture;
}

cv::Rect box_at(int sample, cv::Point step) {
    return cv::Rect{115, 165, 275, 48} + sample * step;
}

/// Follows the words from the fifth sample on to `last`; the window holds all of them.
std::optional<DriftingLine> followed(SampleWindow& window, cv::Point step, int from, int last) {
    constexpr int kFoundAt = 5;
    std::optional<DriftingLine> line;
    for (int n = 0; n < kSamples; ++n) {
        const cv::Mat picture = n <= last ? picture_at(n, step, from) : drifting_clouds(kPicture, 5 * n);
        window.push({{n, {1, 5}}, 5 * n, picture});
        if (n == kFoundAt) {
            line = DriftingLine::start(Signature(picture, box_at(n, step), Polarity::bright), 0.9, window);
            if (!line) return std::nullopt;
        } else if (line && !line->follow(window)) {
            break;
        }
    }
    return line;
}

TEST(DriftingLine, IsFollowedBackAndOn) {
    const cv::Point kStep{6, 3};
    SampleWindow window;
    const auto line = followed(window, kStep, 0, kSamples);
    ASSERT_TRUE(line);
    const auto track = line->ended(VideoEnd{{kSamples, {1, 5}}, 5 * kSamples});
    ASSERT_TRUE(track);
    EXPECT_EQ(track->presence.begin.ticks, 0);
    EXPECT_EQ(track->presence.end.ticks, kSamples);
    EXPECT_GE(track->presence.seen, kSamples - 2);
    ASSERT_FALSE(track->path.empty());
    for (const TrackPoint& point : track->path) {
        const cv::Point truth = box_at(static_cast<int>(point.time.ticks), kStep).tl();
        EXPECT_NEAR(point.at.x, truth.x, 3) << point.time.ticks;
        EXPECT_NEAR(point.at.y, truth.y, 3) << point.time.ticks;
    }
}

TEST(DriftingLine, BeginsAndEndsWithTheWords) {
    SampleWindow window;
    const auto line = followed(window, {7, 0}, 2, 16);
    ASSERT_TRUE(line);
    const auto track = line->ended(std::nullopt);
    ASSERT_TRUE(track);
    EXPECT_NEAR(static_cast<double>(track->presence.begin.ticks), 2, 1);
    EXPECT_NEAR(static_cast<double>(track->presence.end.ticks), 17, 1);
}

TEST(DriftingLine, WhatStaysOrRunsIsNone) {
    SampleWindow still, ticker;
    EXPECT_FALSE(followed(still, {0, 0}, 0, kSamples));
    EXPECT_FALSE(followed(ticker, {30, 0}, 0, kSamples));
}

TEST(DriftingLine, WhatMovesWithTheSceneIsNone) {
    SampleWindow window;
    for (int n = 0; n < 6; ++n) {
        cv::Mat scene(kPicture.height + 120, kPicture.width + 120, CV_8UC1);
        drifting_clouds(scene.size(), 0).copyTo(scene);
        lay_over(scene, kWords, {320, 300}, 1.2, 0.9);
        window.push({{n, {1, 5}}, 5 * n, scene(cv::Rect{{8 * n, 0}, kPicture}).clone()});
    }
    const Signature now(window.at(5).picture, cv::Rect{315 - 40, 265, 275, 48}, Polarity::bright);
    EXPECT_TRUE(now.has_moved(window.at(4).picture));
    EXPECT_FALSE(DriftingLine::start(now, 0.9, window));
}

TEST(DriftingLine, AGlimpseIsNoMark) {
    SampleWindow window;
    const auto line = followed(window, {6, 3}, 3, 7);
    ASSERT_TRUE(line);
    EXPECT_FALSE(line->ended(std::nullopt));
}

}  // namespace
}  // namespace sourcereel::text
