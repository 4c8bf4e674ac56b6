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

}  // namespace
}  // namespace sourcereel::text
