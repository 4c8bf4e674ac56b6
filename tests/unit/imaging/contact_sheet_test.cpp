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

TEST(ContactSheet, HasItsLegendAboveAllStills) {
    SheetLayout layout;
    layout.legend = {{kColours[0], "first"}, {kColours[1], "second"}};
    ContactSheet sheet(1, 640, 360, layout);
    sheet.add(still(0, 640, 360, kColours[2]), "0");
    const ContactSheet plain(1, 640, 360);
    const cv::Mat page = decoded(sheet.encode(PictureFormat::png));
    const int top = page.rows - decoded(plain.encode(PictureFormat::png)).rows;
    EXPECT_GT(top, 10);
    cv::Mat first, third;
    cv::inRange(page.rowRange(0, top), kColours[0], kColours[0], first);
    EXPECT_GT(cv::countNonZero(first), 50);
    cv::inRange(page.rowRange(0, top), kColours[2], kColours[2], third);
    EXPECT_EQ(cv::countNonZero(third), 0);
}

TEST(ContactSheet, BreaksALegendThatIsWiderThanThePage) {
    SheetLayout layout;
    for (const cv::Scalar& colour : kColours) layout.legend.push_back({colour, "words of some length"});
    const cv::Mat page = decoded(ContactSheet(1, 640, 360, layout).encode(PictureFormat::png));
    for (const cv::Scalar& colour : kColours) {
        cv::Mat there;
        cv::inRange(page, colour, colour, there);
        EXPECT_GT(cv::countNonZero(there), 50);
    }
}

TEST(ContactSheet, CutsOffLabelsThatDoNotFit) {
    SheetLayout layout;
    layout.label_lines = 2;
    ContactSheet sheet(8, 640, 360, layout);
    ASSERT_GE(sheet.columns(), 2);
    sheet.add(still(0, 640, 360, kColours[0]),
              std::string(400, 'M') + "\nsecond\nthird\nfourth\nfifth\nsixth");
    const cv::Mat page = decoded(sheet.encode(PictureFormat::png));
    const cv::Mat below = page.rowRange(sheet.cell_height() + 6, page.rows);
    const cv::Mat beside = page.colRange(sheet.cell_width() + 6, page.cols).clone();
    double least = 0;
    for (const cv::Mat& part : {beside, below.clone()}) {
        cv::minMaxLoc(part.reshape(1), &least);
        EXPECT_EQ(least, 250);  // Paper, and nothing else.
    }
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
