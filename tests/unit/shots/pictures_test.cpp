// Pictures of any size and with any colour planes, or none.
#include <gmock/gmock.h>

#include "shots/frame_features.h"
#include "unit/shots/drawn_video.h"

namespace sourcereel::shots {
namespace {

using testing::Each;
using testing::ElementsAre;

std::vector<Shot> shots_at(int width, int height) {
    return shots_of(100, [=](std::int64_t n) { return Picture(n < 50 ? 30 : 200, width, height); });
}

TEST(Pictures, OfAllSizesHaveShots) {
    for (const auto& [width, height] :
         {std::pair{1, 1}, {2, 1}, {1, 7}, {3, 5}, {63, 35}, {65, 37}, {1, 400}, {400, 1}, {101, 33}})
        EXPECT_THAT(borders(shots_at(width, height)), ElementsAre(50)) << width << " x " << height;
}

TEST(Pictures, WithLumaAloneHaveCuts) {
    ShotDetector detector;
    std::vector<Shot> shots;
    for (std::int64_t n = 0; n < 100; ++n) {
        Frame frame = frame_of(landscape(n < 50 ? 1 : 2, n), n, at_25(n));
        frame.u = frame.v = {};
        if (const auto shot = detector.push(frame)) shots.push_back(*shot);
    }
    for (const Shot& shot : detector.finish(at_25(100))) shots.push_back(shot);
    EXPECT_THAT(borders(shots), ElementsAre(50));
}

TEST(Pictures, ShowTheSameFeaturesUnderAnyColourSubsampling) {
    const std::vector<std::uint8_t> luma(160 * 90, 80);
    for (const auto& [width, height] : {std::pair{160, 90}, {80, 90}, {80, 45}, {40, 90}, {40, 23}}) {
        const std::vector<std::uint8_t> colour(
            static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 77);
        Frame frame;
        frame.luma = {luma.data(), 160, 160, 90};
        frame.u = frame.v = {colour.data(), width, width, height};
        const FrameFeatures features = features_of(frame);
        EXPECT_THAT(features.u, Each(77)) << width << " x " << height;
        EXPECT_THAT(features.luma, Each(80));
    }
}

TEST(Pictures, CellsAreMeansAndPaddingIsNotRead) {
    // 128 × 72: each cell covers two by two samples. The stride is longer, and what lies between is 255.
    std::vector<std::uint8_t> luma(200 * 72, 255);
    for (std::size_t y = 0; y < 72; ++y)
        for (std::size_t x = 0; x < 128; ++x)
            luma[y * 200 + x] = static_cast<std::uint8_t>(10 * (x % 2) + 20 * (y % 2));
    Frame frame;
    frame.luma = {luma.data(), 200, 128, 72};
    EXPECT_THAT(features_of(frame).luma, Each(15));
}

TEST(Pictures, VeryTallOnesDoNotOverflowTheSums) {
    const Picture tall(250, 3, 40000);
    const FrameFeatures features = features_of(frame_of(tall, 0, at_25(0)));
    EXPECT_THAT(features.luma, Each(250));
}

TEST(Pictures, AreReadFromPlanesStoredBottomUp) {
    const Picture picture = landscape(1, 0);
    Picture flipped = picture;
    for (int y = 0; y < 90; ++y)
        for (int x = 0; x < 160; ++x) flipped.at(x, y) = picture.at(x, 89 - y);
    Frame frame = frame_of(flipped, 0, at_25(0));
    frame.luma = {frame.luma.row(89), -160, 160, 90};
    EXPECT_EQ(features_of(frame).luma, features_of(frame_of(picture, 0, at_25(0))).luma);
}

}  // namespace
}  // namespace sourcereel::shots
