#include "text/signature.h"

#include <gtest/gtest.h>

#include "drawn_video.h"

namespace sourcereel::text {
namespace {

const cv::Size kPicture{960, 540};
const cv::Rect kPlace{290, 430, 420, 50};

cv::Mat with_words(const std::string& words, int x = 300, int background = 90) {
    cv::Mat picture(kPicture, CV_8UC1, cv::Scalar(background));
    lay_over(picture, words, {x, 470}, 1.4, 1.0);
    return picture;
}

TEST(Signature, AgreesWithTheSameWordsOnAnotherGround) {
    const Signature signature(with_words("Storm at night"), kPlace, Polarity::bright);
    EXPECT_GT(signature.agreement(with_words("Storm at night", 300, 40)), 0.9);
}

TEST(Signature, OtherWordsOfTheSameHeightDoNotAgree) {
    const Signature signature(with_words("Storm at night"), kPlace, Polarity::bright);
    EXPECT_LT(signature.agreement(with_words("Calm by morning")), 0.4);
}

TEST(Signature, SeesThatWordsHaveMovedAside) {
    const Signature signature(with_words("Storm at night"), kPlace, Polarity::bright);
    EXPECT_TRUE(signature.has_moved(with_words("Storm at night", 240)));
    EXPECT_FALSE(signature.has_moved(with_words("Storm at night")));
    EXPECT_FALSE(signature.has_moved(with_words("Calm by morning")));
    EXPECT_FALSE(signature.has_moved(cv::Mat(kPicture, CV_8UC1, cv::Scalar(90))));
}

}  // namespace
}  // namespace sourcereel::text
