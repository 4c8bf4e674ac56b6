#include "text/reading_pictures.h"

#include <gtest/gtest.h>

#include "drawn_video.h"

namespace sourcereel::text {
namespace {

constexpr int kEdge_px = 110;  ///< Where the dark ground ends and the bright one begins.

/// A half-transparent name over these two grounds.
LineTrack line_over(int left, int right) {
    cv::Mat picture(60, 300, CV_8UC1, cv::Scalar(left));
    picture.colRange(kEdge_px, picture.cols) = right;
    lay_over(picture, "@harbourwatch", {20, 40}, 1.0, 0.6);
    LineTrack line;
    line.box = cv::Rect{18, 14, 250, 34};
    line.fusion = Fusion(cv::Rect{{}, picture.size()});
    line.fusion.add(picture);
    return line;
}

/// The blackest letters in the middle of the dark or the bright ground.
double blackest(const cv::Mat& picture, double share_across) {
    const int x = static_cast<int>(picture.cols * share_across);
    double least = 0;
    cv::minMaxLoc(picture.colRange(x, x + 40), &least);
    return least;
}

TEST(LevelledStrokes, ShowLettersOnBrightGroundAsBlackAsOnDark) {
    const LineTrack line = line_over(50, 235);
    EXPECT_LT(blackest(mean_strokes(line, line.box), 0.1), 30);
    EXPECT_GT(blackest(mean_strokes(line, line.box), 0.6), 200);
    const cv::Mat levelled = levelled_strokes(line, line.box, Polarity::bright);
    ASSERT_FALSE(levelled.empty());
    EXPECT_LT(blackest(levelled, 0.1), 30);
    EXPECT_LT(blackest(levelled, 0.6), 30);
}

TEST(LevelledStrokes, AreNotDrawnWhereAllLettersAreAsStrong) {
    const LineTrack line = line_over(90, 90);
    EXPECT_TRUE(levelled_strokes(line, line.box, Polarity::bright).empty());
}

TEST(PicturesOfWholeLine, ReachAsFarAsLettersGoOnWithoutAWideGap) {
    cv::Mat picture(60, 700, CV_8UC1, cv::Scalar(40));
    lay_over(picture, "Nobody was there", {100, 40}, 1.0, 1.0);
    lay_over(picture, "later", {560, 40}, 1.0, 1.0);
    LineTrack line;
    line.box = cv::Rect{235, 14, 60, 34};  // "was"
    line.reach = cv::Rect{0, 14, picture.cols, 34};
    line.agreement = 1.0;
    line.fusion = Fusion(cv::Rect{{}, picture.size()});
    line.fusion.add(picture);
    const auto pictures = pictures_of_whole_line(line, Polarity::bright);
    ASSERT_FALSE(pictures.empty());
    for (const ReadingPicture& whole : pictures) {
        EXPECT_NEAR(whole.place.x, 100, 6);
        EXPECT_GT(whole.place.br().x, 350);
        EXPECT_LT(whole.place.br().x, 540);
        const cv::Rect all{{}, whole.picture.size()};
        EXPECT_EQ(from_reading_picture(line, whole, all) & whole.place, whole.place);
    }
}

}  // namespace
}  // namespace sourcereel::text
