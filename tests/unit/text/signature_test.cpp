#include "text/signature.h"

#include <cstdint>
#include <string>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

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

TEST(Signature, TwoWordsFarApartHaveNotMoved) {
    cv::Mat picture = with_words("Left", 40);
    lay_over(picture, "Right", {800, 470}, 1.4, 1.0);
    const Signature signature(picture, {30, 430, 900, 50}, Polarity::bright);
    EXPECT_FALSE(signature.has_moved(picture));
    EXPECT_FALSE(signature.has_moved_with_scene(with_words("Left", 40, 40)));
}

/// A strap of two lines on its panel, `x` from the left.
cv::Mat with_strap(int x) {
    cv::Mat picture = drifting_clouds(kPicture, 10);
    cv::rectangle(picture, {x, 380, 520, 120}, cv::Scalar(40), cv::FILLED);
    lay_over(picture, "Harbour master", {x + 20, 424}, 1.2, 1.0);
    lay_over(picture, "Storm at night", {x + 20, 474}, 1.2, 1.0);
    return picture;
}

TEST(Signature, AStrapThatSlidesInDoesNotMoveWithTheScene) {
    const cv::Rect lower{116, 440, 320, 44};
    const Signature signature(with_strap(100), lower, Polarity::bright);
    EXPECT_TRUE(signature.has_moved(with_strap(60)));
    EXPECT_FALSE(signature.has_moved_with_scene(with_strap(60)));
}

TEST(Signature, WritingInASceneThatDriftsMovesWithIt) {
    const auto picture = [](int frame) {
        cv::Mat scene = drifting_clouds(kPicture, 10 + frame);
        lay_over(scene, "Storm at night", {300 - 9 * frame, 470 - 5 * frame}, 1.4, 1.0);
        return scene;
    };
    const Signature signature(picture(0), kPlace, Polarity::bright);
    EXPECT_TRUE(signature.has_moved_with_scene(picture(2)));
}

/// A picture of leaves, say, with the words over it at a third of their strength.
cv::Mat faintly(const std::string& words, int seed) {
    cv::Mat small(kPicture.height / 12, kPicture.width / 12, CV_8UC1), picture;
    cv::RNG random(static_cast<std::uint64_t>(seed));
    random.fill(small, cv::RNG::UNIFORM, 40, 150);
    cv::resize(small, picture, kPicture, 0, 0, cv::INTER_CUBIC);
    lay_over(picture, words, {300, 470}, 1.4, 0.4);
    return picture;
}

TEST(Signature, KnowsAFaintMarkOnAnotherPicture) {
    const Signature signature(faintly("Storm at night", 1), kPlace, Polarity::bright);
    EXPECT_TRUE(signature.stands_out_in(faintly("Storm at night", 2)));
    EXPECT_FALSE(signature.stands_out_in(faintly("Calm by morning", 2)));
    EXPECT_FALSE(signature.stands_out_in(faintly("", 2)));
    // The same picture once more is no other one.
    EXPECT_FALSE(signature.stands_out_in(faintly("Storm at night", 1)));
}

}  // namespace
}  // namespace sourcereel::text
