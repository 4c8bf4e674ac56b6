#include "imaging/frame_mat.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace sourcereel::imaging {
namespace {

/// A frame of one colour, with chroma planes of the given size.
class PlainFrame {
public:
    PlainFrame(int width, int height, int chroma_width, int chroma_height, std::uint8_t y, std::uint8_t u,
               std::uint8_t v)
        : luma_(static_cast<std::size_t>((width + 5) * height), y),
          u_(static_cast<std::size_t>(chroma_width * chroma_height), u),
          v_(static_cast<std::size_t>(chroma_width * chroma_height), v) {
        frame.luma = {luma_.data(), width + 5, width, height};
        if (chroma_width > 0) {
            frame.u = {u_.data(), chroma_width, chroma_width, chroma_height};
            frame.v = {v_.data(), chroma_width, chroma_width, chroma_height};
        }
    }
    Frame frame;

private:
    std::vector<std::uint8_t> luma_, u_, v_;
};

void expect_colour(const cv::Mat& picture, int blue, int green, int red) {
    for (const auto& point : {cv::Point{0, 0}, cv::Point{picture.cols - 1, picture.rows - 1}}) {
        const auto pixel = picture.at<cv::Vec3b>(point);
        EXPECT_NEAR(pixel[0], blue, 2);
        EXPECT_NEAR(pixel[1], green, 2);
        EXPECT_NEAR(pixel[2], red, 2);
    }
}

TEST(LumaView, SharesThePixelsAndKeepsTheStride) {
    const PlainFrame plain(8, 4, 0, 0, 77, 0, 0);
    const cv::Mat view = luma_view(plain.frame);
    EXPECT_EQ(view.data, plain.frame.luma.data);
    EXPECT_EQ(view.size(), cv::Size(8, 4));
    EXPECT_EQ(view.step, 13u);
    EXPECT_EQ(view.at<std::uint8_t>(3, 7), 77);
}

TEST(ToBgr, PureRedOfTheOldStandardIsRedInAnySubsampling) {
    // BT.601 limited range: red is (81, 90, 240).
    for (const auto& [width, height] : {std::pair{8, 6}, std::pair{4, 3}, std::pair{2, 6}, std::pair{4, 6}}) {
        const PlainFrame red(8, 6, width, height, 81, 90, 240);
        expect_colour(to_bgr(red.frame), 0, 0, 255);
    }
}

TEST(ToBgr, PureRedOfEachNewerStandardIsRedWhateverTheSize) {
    PlainFrame red(16, 8, 8, 4, 63, 102, 240);  // BT.709 limited range
    red.frame.matrix = ColorMatrix::bt709;
    expect_colour(to_bgr(red.frame), 0, 0, 255);
    PlainFrame wide(16, 8, 8, 4, 74, 97, 240);  // BT.2020 limited range
    wide.frame.matrix = ColorMatrix::bt2020;
    expect_colour(to_bgr(wide.frame), 0, 0, 255);
}

TEST(ToBgr, FullRangeIsNotStretched) {
    PlainFrame grey(8, 6, 4, 3, 16, 128, 128);
    expect_colour(to_bgr(grey.frame), 0, 0, 0);
    grey.frame.full_range = true;
    expect_colour(to_bgr(grey.frame), 16, 16, 16);
}

TEST(ToBgr, WithoutColourPlanesThePictureIsGrey) {
    const PlainFrame grey(9, 7, 0, 0, 126, 0, 0);
    expect_colour(to_bgr(grey.frame), 128, 128, 128);
}

TEST(ToBgr, TheLongerSideIsScaledDownAndNeverUp) {
    const PlainFrame wide(101, 51, 51, 26, 100, 128, 128);
    EXPECT_EQ(to_bgr(wide.frame, 50).size(), cv::Size(50, 25));
    EXPECT_EQ(to_bgr(wide.frame, 500).size(), cv::Size(101, 51));
}

}  // namespace
}  // namespace sourcereel::imaging
