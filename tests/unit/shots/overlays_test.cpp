// What is laid over a picture comes and goes without a cut; a video inside a still frame has cuts of its own.
#include <gmock/gmock.h>

#include "unit/shots/drawn_video.h"

namespace sourcereel::shots {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Overlays, ABannerThatAppearsAndGoesIsNoCut) {
    const auto draw = [](std::int64_t n) {
        Picture picture = landscape(1, n, 0.5);
        if (n >= 50 && n < 100) picture.fill(0, 60, 160, 30, 220);  // A third of the picture.
        return picture;
    };
    EXPECT_THAT(borders(shots_of(150, draw)), IsEmpty());
}

TEST(Overlays, ABannerOverAStillPictureIsNoCut) {
    const auto draw = [](std::int64_t n) {
        Picture picture = landscape(1, 0);
        if (n >= 50 && n < 100) picture.fill(0, 60, 160, 30, 220);
        return picture;
    };
    EXPECT_THAT(borders(shots_of(150, draw)), IsEmpty());
}

TEST(Overlays, TextThatChangesOnBlackIsNoCutAndNoFade) {
    const auto draw = [](std::int64_t n) { return card(static_cast<std::uint32_t>(n / 40)); };
    EXPECT_THAT(borders(shots_of(240, draw)), IsEmpty());
}

TEST(Overlays, TextThatChangesOnWhiteIsNoCut) {
    const auto draw = [](std::int64_t n) { return card(static_cast<std::uint32_t>(n / 40), 235, 16); };
    EXPECT_THAT(borders(shots_of(240, draw)), IsEmpty());
}

TEST(Overlays, TextThatFadesInAndOutOnBlackIsNoFade) {
    const auto draw = [](std::int64_t n) {
        const double strength =
            std::min<double>(1.0, static_cast<double>(std::min(n % 50, 50 - n % 50)) / 12);
        return mixed(card(static_cast<std::uint32_t>(n / 50)), strength, 16);
    };
    EXPECT_THAT(borders(shots_of(250, draw)), IsEmpty());
}

TEST(Overlays, ACutInTheSmallMovingPartOfAStillFrameIsFound) {
    const auto draw = [](std::int64_t n) {
        Picture picture = landscape(9, 0);
        const Picture video = landscape(n < 70 ? 1 : 2, n, 1, 80, 45);  // A quarter of it.
        for (int y = 0; y < 45; ++y)
            for (int x = 0; x < 80; ++x) picture.at(40 + x, 20 + y) = video.at(x, y);
        return picture;
    };
    EXPECT_THAT(borders(shots_of(140, draw)), ElementsAre(70));
}

TEST(Overlays, CaptionsAndATickerOverAStillPictureAreNoCuts) {
    const auto draw = [](std::int64_t n) {
        Picture picture = landscape(1, 0);
        const Picture words = landscape(7, n, 3, 160, 10);
        for (int y = 0; y < 10; ++y)
            for (int x = 0; x < 160; ++x) picture.at(x, 80 + y) = words.at(x, y);
        if (n % 50 >= 10)
            picture.fill(40, 68, 60 + hashed(static_cast<std::uint32_t>(n / 50), 0, 1) / 10, 8, 235);
        return picture;
    };
    EXPECT_THAT(borders(shots_of(300, draw)), IsEmpty());
}

TEST(Overlays, ACutBetweenPicturesInWhichHardlyAnythingMovesIsFound) {
    const auto draw = [](std::int64_t n) {
        Picture picture = landscape(n < 80 ? 1 : 2, 0);
        const Picture lips = landscape(3, n, 2, 50, 40);  // A seventh of the picture.
        for (int y = 0; y < 40; ++y)
            for (int x = 0; x < 50; ++x) picture.at(60 + x, 20 + y) = lips.at(x, y);
        return picture;
    };
    EXPECT_THAT(borders(shots_of(160, draw)), ElementsAre(80));
}

TEST(Overlays, ATickerAcrossACutDoesNotHideIt) {
    const auto draw = [](std::int64_t n) {
        Picture picture = landscape(n < 60 ? 1 : 2, n);
        const Picture words = landscape(7, n, 3.0, 160, 12);
        for (int y = 0; y < 12; ++y)
            for (int x = 0; x < 160; ++x) picture.at(x, 78 + y) = words.at(x, y);
        return picture;
    };
    EXPECT_THAT(borders(shots_of(120, draw)), ElementsAre(60));
}

TEST(Overlays, ABoxThatBlinksOnAStillPictureIsNoCut) {
    const auto draw = [](std::int64_t n) {
        Picture picture = landscape(1, 0);
        if (n / 45 % 2 == 1) {  // 18 % of the picture, with a word on it.
            picture.fill(20, 50, 90, 29, 220);
            picture.fill(30, 60, 30, 8, 20);
        }
        return picture;
    };
    EXPECT_THAT(borders(shots_of(320, draw)), IsEmpty());
}

}  // namespace
}  // namespace sourcereel::shots
