#include "imaging/marked_picture.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace sourcereel::imaging {
namespace {

/// An even grey.
class Grey {
public:
    Grey(int width, int height)
        : luma_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 120) {
        frame_.luma = {luma_.data(), width, width, height};
    }
    const Frame& frame() const { return frame_; }

private:
    std::vector<std::uint8_t> luma_;
    Frame frame_;
};

cv::Mat where(const cv::Mat& picture, const cv::Scalar& colour) {
    cv::Mat mask;
    cv::inRange(picture, colour, colour, mask);
    return mask;
}

const cv::Scalar kRed{0, 0, 255};
const cv::Scalar kGreen{0, 255, 0};

TEST(MarkedPicture, DrawsTheLineAroundTheBoxAndLeavesItsInside) {
    const Grey grey(640, 360);
    const cv::Mat plain = marked_picture(grey.frame(), {}, 320);
    ASSERT_EQ(plain.size(), cv::Size(320, 180));
    const cv::Mat marked = marked_picture(grey.frame(), {{{200, 160, 100, 40}, "7", kRed}}, 320);
    const cv::Rect inside(100, 80, 50, 20);
    EXPECT_EQ(cv::norm(plain(inside), marked(inside), cv::NORM_INF), 0);
    EXPECT_EQ(marked.at<cv::Vec3b>(90, 100 - 4), cv::Vec3b(0, 0, 255));
    EXPECT_EQ(marked.at<cv::Vec3b>(80 - 4, 125), cv::Vec3b(0, 0, 255));
}

TEST(MarkedPicture, KeepsEveryPlateInThePicture) {
    const Grey grey(640, 360);
    for (const Rect& box : {Rect{0, 0, 640, 360}, Rect{-50, -50, 60, 60}, Rect{630, 350, 200, 200},
                            Rect{0, 0, 1, 1}, Rect{639, 359, 1, 1}}) {
        const cv::Mat marked = marked_picture(grey.frame(), {{box, "12", kRed}}, 640);
        EXPECT_GT(cv::countNonZero(where(marked, kRed)), 60) << box.x << "," << box.y;
    }
}

TEST(MarkedPicture, PlatesOfTheSamePlaceDoNotCoverEachOther) {
    const Grey grey(640, 360);
    const Rect box{200, 160, 100, 40};
    const cv::Mat alone = marked_picture(grey.frame(), {{box, "1", kRed}}, 640);
    const cv::Mat both = marked_picture(grey.frame(), {{box, "1", kRed}, {box, "2", kGreen}}, 640);
    // Of the first, only the line is painted over.
    const cv::Rect plate = cv::boundingRect(where(alone, kRed)) & cv::Rect(0, 0, 640, 160 - 4);
    EXPECT_EQ(cv::countNonZero(where(both(plate), kRed)), cv::countNonZero(where(alone(plate), kRed)));
    EXPECT_GT(cv::countNonZero(where(both, kGreen)), 60);
}

}  // namespace
}  // namespace sourcereel::imaging
