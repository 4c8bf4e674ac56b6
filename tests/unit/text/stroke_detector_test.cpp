#include "text/stroke_detector.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "drawn_video.h"

namespace sourcereel::text {
namespace {

double best_overlap(const std::vector<Region>& regions, const cv::Rect& truth) {
    double best = 0;
    for (const auto& region : regions) {
        const double common = (region.box & truth).area();
        best = std::max(best, common / (region.box.area() + truth.area() - common));
    }
    return best;
}

TEST(StrokeDetector, FindsLinesFromSmallToTitleSize) {
    for (const double size : {0.6, 1.2, 2.4, 3.6}) {
        cv::Mat picture = drifting_clouds({1280, 720}, 3);
        lay_over(picture, "Harbourmaster", {60, 400}, size, 1.0);
        int baseline = 0;
        const cv::Size words = cv::getTextSize("Harbourmaster", cv::FONT_HERSHEY_DUPLEX, size, 2, &baseline);
        EXPECT_GT(best_overlap(StrokeDetector::detect(picture, Polarity::bright, 24),
                               {60, 400 - words.height, words.width, words.height}),
                  0.5)
            << "size " << size;
    }
}

TEST(StrokeDetector, KeepsTwoLinesApart) {
    cv::Mat picture(720, 1280, CV_8UC1, cv::Scalar(60));
    lay_over(picture, "Upper line of words", {100, 300}, 1.2, 1.0);
    lay_over(picture, "Lower line of words", {100, 345}, 1.2, 1.0);
    const auto regions = StrokeDetector::detect(picture, Polarity::bright, 24);
    EXPECT_GT(best_overlap(regions, {100, 272, 420, 30}), 0.5);
    EXPECT_GT(best_overlap(regions, {100, 317, 420, 30}), 0.5);
}

TEST(StrokeDetector, ABarAndAPlainPictureAreNoText) {
    cv::Mat picture(720, 1280, CV_8UC1, cv::Scalar(60));
    EXPECT_TRUE(StrokeDetector::detect(picture, Polarity::bright, 6).empty());
    cv::rectangle(picture, {100, 300, 800, 8}, cv::Scalar(230), cv::FILLED);
    EXPECT_TRUE(StrokeDetector::detect(picture, Polarity::bright, 6).empty());
}

TEST(StrokeDetector, TheGapsOfDarkLettersAreNotBrightLetters) {
    cv::Mat picture(720, 1280, CV_8UC1, cv::Scalar(235));
    lay_over(picture, "Dark words on white", {100, 300}, 1.2, 1.0, 10);
    EXPECT_TRUE(StrokeDetector::detect(picture, Polarity::bright, 24).empty());
    EXPECT_FALSE(StrokeDetector::detect(picture, Polarity::dark, 24).empty());
}

}  // namespace
}  // namespace sourcereel::text
