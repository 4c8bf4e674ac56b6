#include "text/ocr.h"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

namespace sourcereel::text {
namespace {

cv::Mat line_of(const std::string& words) {
    cv::Mat picture(64, static_cast<int>(words.size()) * 22 + 60, CV_8UC1, cv::Scalar(255));
    cv::putText(picture, words, {20, 44}, cv::FONT_HERSHEY_DUPLEX, 1.1, cv::Scalar(0), 2, cv::LINE_AA);
    return picture;
}

TEST(ReadName, FindsTheAccountNameAmongOtherWords) {
    Ocr ocr;
    const OcrResult name = ocr.read_name(line_of("Video by @harbourwatch today"));
    EXPECT_EQ(name.text, "@harbourwatch");
    EXPECT_GT(name.confidence, 0.6);
    EXPECT_GT(name.box.x, 150);
    EXPECT_LT(name.box.br().x, 540);
}

TEST(ReadName, IsEmptyWhereNoNameIs) {
    Ocr ocr;
    EXPECT_TRUE(ocr.read_name(line_of("Video by nobody")).text.empty());
    EXPECT_TRUE(ocr.read_name(line_of("four @ 20")).text.empty());
    EXPECT_TRUE(ocr.read_name(cv::Mat(64, 200, CV_8UC1, cv::Scalar(255))).text.empty());
}

}  // namespace
}  // namespace sourcereel::text
