#include "imaging/evidence_picture.h"

#include <memory>
#include <vector>

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

namespace sourcereel::imaging {
namespace {

/// A grey frame with a checkerboard of one pixel in `checked`.
Frame frame_with(const Rect& checked, int width = 64, int height = 48) {
    auto pixels = std::make_shared<std::vector<std::uint8_t>>(static_cast<std::size_t>(width * height), 100);
    for (int y = checked.y; y < checked.bottom(); ++y)
        for (int x = checked.x; x < checked.right(); ++x)
            (*pixels)[static_cast<std::size_t>(y * width + x)] = (x + y) % 2 == 0 ? 60 : 200;
    Frame frame;
    frame.luma = {pixels->data(), width, width, height};
    frame.full_range = true;
    frame.owner = pixels;
    return frame;
}

cv::Mat decoded(const std::string& png) {
    const std::vector<unsigned char> bytes(png.begin(), png.end());
    return cv::imdecode(bytes, cv::IMREAD_COLOR);
}

TEST(Sharpness, IsThatOfTheBoxAlone) {
    const Frame frame = frame_with({8, 8, 16, 16});
    EXPECT_GT(sharpness(frame, {8, 8, 16, 16}), 1000);
    EXPECT_EQ(sharpness(frame, {40, 30, 10, 10}), 0);
    EXPECT_EQ(sharpness(frame, {100, 100, 10, 10}), 0);
    EXPECT_EQ(sharpness(frame, {}), 0);
}

TEST(CropPng, HoldsThePixelsAsTheyAre) {
    const Frame frame = frame_with({8, 8, 16, 16});
    const cv::Mat crop = decoded(crop_png(frame, {8, 8, 16, 16}, 2));
    ASSERT_EQ(crop.size(), cv::Size(20, 20));
    for (int y = 0; y < 20; ++y)
        for (int x = 0; x < 20; ++x)
            EXPECT_EQ(crop.at<cv::Vec3b>(y, x)[0], frame.luma.row(y + 6)[x + 6]) << x << ", " << y;
}

TEST(CropPng, IsClippedToThePictureAndEmptyOutside) {
    const Frame frame = frame_with({0, 0, 4, 4});
    EXPECT_EQ(decoded(crop_png(frame, {60, 40, 20, 20}, 2)).size(), cv::Size(6, 10));
    EXPECT_EQ(crop_png(frame, {70, 50, 20, 20}, 20), "");
}

TEST(BoxedPng, LeavesWhatTheBoxHoldsAndAllElseAsItIs) {
    const Frame frame = frame_with({20, 20, 16, 8});
    const cv::Mat picture = decoded(boxed_png(frame, {20, 20, 16, 8}));
    ASSERT_EQ(picture.size(), cv::Size(64, 48));
    for (int y = 20; y < 28; ++y)
        for (int x = 20; x < 36; ++x) EXPECT_EQ(picture.at<cv::Vec3b>(y, x)[1], frame.luma.row(y)[x]);
    EXPECT_EQ(picture.at<cv::Vec3b>(0, 0)[1], 100);
    EXPECT_NE(picture.at<cv::Vec3b>(24, 16), cv::Vec3b(100, 100, 100));  // the line
}

TEST(EvidencePictures, OfTheSameFrameAreTheSameBytes) {
    const Frame frame = frame_with({8, 8, 16, 16});
    EXPECT_EQ(crop_png(frame, {8, 8, 16, 16}, 2), crop_png(frame, {8, 8, 16, 16}, 2));
    EXPECT_EQ(boxed_png(frame, {8, 8, 16, 16}), boxed_png(frame, {8, 8, 16, 16}));
}

}  // namespace
}  // namespace sourcereel::imaging
