#include "text/overlay_change.h"

#include <gtest/gtest.h>

#include "drawn_video.h"

namespace sourcereel::text {
namespace {

const cv::Size kPicture{960, 540};

cv::Mat with_words(const std::string& words) {
    cv::Mat picture(kPicture, CV_8UC1, cv::Scalar(90));
    if (!words.empty()) lay_over(picture, words, {300, 480}, 1.2, 1.0);
    return picture;
}

/// Shows a picture for `samples` samples; whether any of them was a reason to look. Looks at once when it is.
bool shows(OverlayChange& change, const cv::Mat& picture, int samples) {
    bool due = false;
    for (int n = 0; n < samples; ++n) {
        change.push(picture);
        if (change.is_due()) {
            due = true;
            change.looked();
        }
    }
    return due;
}

TEST(OverlayChange, WordsThatComeAreAReasonToLookOnce) {
    OverlayChange change;
    shows(change, with_words(""), 3);
    EXPECT_TRUE(shows(change, with_words("Harbour"), 2));
    EXPECT_FALSE(shows(change, with_words("Harbour"), 10));
}

TEST(OverlayChange, OtherWordsInTheSamePlaceAreAReason) {
    OverlayChange change;
    shows(change, with_words("Harbour"), 5);
    EXPECT_TRUE(shows(change, with_words("Sailors"), 2));
}

TEST(OverlayChange, WordsThatGoAreNoneUntilTheyComeBack) {
    OverlayChange change;
    shows(change, with_words("Harbour"), 5);
    EXPECT_FALSE(shows(change, with_words(""), 5));
    EXPECT_TRUE(shows(change, with_words("Harbour"), 2));
}

TEST(OverlayChange, OneSampleAloneIsNoReason) {
    OverlayChange change;
    shows(change, with_words(""), 3);
    EXPECT_FALSE(shows(change, with_words("Harbour"), 1));
    EXPECT_FALSE(shows(change, with_words(""), 3));
}

TEST(OverlayChange, StrokesThatKeepTheirContrastAreClearAndThoseThatDoNotAreNot) {
    const cv::Mat empty = with_words("");
    const cv::Mat words = with_words("Harbour closed");
    cv::Mat paler;
    cv::addWeighted(words, 0.6, empty, 0.4, 0, paler);
    OverlayChange steady;
    for (const cv::Mat& picture : {empty, words, words}) steady.push(picture);
    EXPECT_TRUE(steady.is_due());
    EXPECT_TRUE(steady.is_clear());
    OverlayChange changing;
    for (const cv::Mat& picture : {empty, words, paler}) changing.push(picture);
    EXPECT_TRUE(changing.is_due());
    EXPECT_FALSE(changing.is_clear());
}

TEST(OverlayChange, WhatRunsByIsNoReason) {
    const cv::Rect place{280, 440, 400, 60};
    OverlayChange change;
    for (const cv::Mat& picture : {with_words(""), with_words("Harbour"), with_words("Harbour")})
        change.push(picture, {place});
    EXPECT_FALSE(change.is_due());
    // What comes beside it is one.
    cv::Mat both = with_words("Harbour");
    lay_over(both, "Sailors", {300, 200}, 1.2, 1.0);
    for (int n = 0; n < 2; ++n) change.push(both, {place});
    EXPECT_TRUE(change.is_due());
}

}  // namespace
}  // namespace sourcereel::text
