#include "imaging/contact_sheet.h"

#include <gtest/gtest.h>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/error.h"

namespace sourcereel::imaging {
namespace {

std::string jpeg_of(int width, int height, const cv::Scalar& colour) {
    std::vector<unsigned char> bytes;
    cv::imencode(".jpg", cv::Mat(height, width, CV_8UC3, colour), bytes);
    return {bytes.begin(), bytes.end()};
}

ShotStill still(std::size_t shot, int width, int height, const cv::Scalar& colour) {
    return {shot, {0, {1, 1}}, width, height, jpeg_of(width, height, colour)};
}

cv::Mat decoded(const std::string& bytes) {
    return cv::imdecode(std::vector<unsigned char>(bytes.begin(), bytes.end()), cv::IMREAD_COLOR);
}

const cv::Scalar kColours[] = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 0}, {255, 0, 255}};

TEST(ContactSheet, HasTheStillsInReadingOrder) {
    ContactSheet sheet(5, 640, 360);
    for (std::size_t i = 0; i < 5; ++i) sheet.add(still(i, 640, 360, kColours[i]), std::to_string(i));
    for (const PictureFormat format : {PictureFormat::png, PictureFormat::jpeg}) {
        const cv::Mat page = decoded(sheet.encode(format));
        const int across = page.cols / sheet.columns();
        const int rows = (5 + sheet.columns() - 1) / sheet.columns();
        const int down = page.rows / rows;
        for (int i = 0; i < 5; ++i) {
            const cv::Vec3b pixel = page.at<cv::Vec3b>(i / sheet.columns() * down + down / 2,
                                                       i % sheet.columns() * across + across / 2);
            for (int c = 0; c < 3; ++c) EXPECT_NEAR(pixel[c], kColours[i][c], 12) << i;
        }
    }
}

TEST(ContactSheet, KeepsTheShapeOfUprightPictures) {
    ContactSheet sheet(4, 360, 640);
    EXPECT_LT(sheet.cell_width(), sheet.cell_height());
    for (std::size_t i = 0; i < 4; ++i) sheet.add(still(i, 360, 640, kColours[i]), "x");
    EXPECT_FALSE(sheet.encode(PictureFormat::jpeg).empty());
}

TEST(ContactSheet, OfThousandsOfShotsStaysBounded) {
    const ContactSheet sheet(5000, 1920, 1080);
    const double rows = std::ceil(5000.0 / sheet.columns());
    EXPECT_LT(sheet.columns() * (sheet.cell_width() + 6.0) * rows * (sheet.cell_height() + 6.0), 33e6);
    EXPECT_GE(sheet.cell_width(), 64);
}

TEST(ContactSheet, RefusesMoreThanItHasCells) {
    ContactSheet sheet(1, 640, 360);
    sheet.add(still(0, 640, 360, kColours[0]), "0");
    EXPECT_THROW(sheet.add(still(1, 640, 360, kColours[1]), "1"), Error);
}

TEST(Stills, ShrinkToTheSideAskedForAndNeverGrow) {
    const ShotStill small = shrunk(still(7, 640, 360, kColours[2]), 320, 80);
    EXPECT_EQ(small.width, 320);
    EXPECT_EQ(small.height, 180);
    EXPECT_EQ(small.shot, 7U);
    EXPECT_EQ(decoded(small.jpeg).size(), cv::Size(320, 180));
    const ShotStill same = still(7, 200, 100, kColours[2]);
    EXPECT_EQ(shrunk(same, 320, 80), same);
}

TEST(Stills, OfAFrameHaveItsSizeAndTime) {
    std::vector<std::uint8_t> luma(64 * 48, 120);
    Frame frame;
    frame.luma = {luma.data(), 64, 64, 48};
    frame.pts = {7, {1, 25}};
    const ShotStill full = still_of(frame, 3, 0, 90);
    EXPECT_EQ(decoded(full.jpeg).size(), cv::Size(64, 48));
    EXPECT_EQ(full.time, frame.pts);
    EXPECT_EQ(still_of(frame, 3, 32, 90).width, 32);
}

}  // namespace
}  // namespace sourcereel::imaging
