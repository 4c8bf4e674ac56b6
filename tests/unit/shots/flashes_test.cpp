// A burst of light leaves the picture as it was and is no cut.
#include <gmock/gmock.h>

#include "unit/shots/drawn_video.h"

namespace sourcereel::shots {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Flashes : public testing::TestWithParam<int> {};

TEST_P(Flashes, OfWhiteAreNoCuts) {
    const auto draw = [](std::int64_t n) {
        return n >= 60 && n < 60 + GetParam() ? Picture(235) : landscape(1, n);
    };
    EXPECT_THAT(borders(shots_of(120, draw)), IsEmpty());
}

TEST_P(Flashes, ThatBrightenThePictureAreNoCuts) {
    const auto draw = [](std::int64_t n) {
        const Picture picture = landscape(1, n);
        return n >= 60 && n < 60 + GetParam() ? mixed(picture, 0.3, 235) : picture;
    };
    EXPECT_THAT(borders(shots_of(120, draw)), IsEmpty());
}

TEST_P(Flashes, OfAForeignPictureAreNoCuts) {
    const auto draw = [](std::int64_t n) {
        return landscape(n >= 60 && n < 60 + GetParam() ? 2 : 1, n, 0.5);
    };
    EXPECT_THAT(borders(shots_of(120, draw)), IsEmpty());
}

TEST_P(Flashes, DoNotHideACutSoonAfter) {
    const auto draw = [](std::int64_t n) {
        if (n >= 50 && n < 50 + GetParam()) return Picture(235);
        return landscape(n < 65 ? 1 : 2, n);
    };
    EXPECT_THAT(borders(shots_of(120, draw)), ElementsAre(65));
}

INSTANTIATE_TEST_SUITE_P(Frames, Flashes, testing::Values(1, 2, 3));

TEST(Flash, WithAfterglowIsNoCutAndNoFade) {
    const auto draw = [](std::int64_t n) {
        const Picture picture = landscape(1, n);
        return n >= 60 && n < 66 ? mixed(picture, static_cast<double>(n - 60) / 6, 235) : picture;
    };
    EXPECT_THAT(borders(shots_of(120, draw)), IsEmpty());
}

TEST(Flash, LastsNoLongerAtTenFramesASecond) {
    // A foreign picture of half a second is a shot.
    const auto draw = [](std::int64_t n) { return landscape(n >= 30 && n < 35 ? 2 : 1, 0); };
    const auto time = [](std::int64_t n) { return Timestamp{n, {1, 10}}; };
    EXPECT_THAT(borders(shots_of(60, draw, {}, time)), ElementsAre(30, 35));
}

TEST(Flash, ThatFlickersForAThirdOfASecondIsNoCut) {
    constexpr double kLight[] = {0.5, 0,   0.8, 0.3,
                                 0,   0.6, 0.2, 0.1};  // What is left of the picture's own light.
    const auto draw = [&](std::int64_t n) {
        const Picture picture = mixed(landscape(1, n, 0.3), 0.35, 16);
        return n >= 60 && n < 68 ? mixed(picture, 0.2 + kLight[n - 60], 235) : picture;
    };
    EXPECT_THAT(borders(shots_of(130, draw)), IsEmpty());
}

}  // namespace
}  // namespace sourcereel::shots
