// Hard cuts are found at the first frame of the new shot, and what moves is no cut.
#include <gmock/gmock.h>

#include "unit/shots/drawn_video.h"

namespace sourcereel::shots {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Picture two_takes(std::int64_t n) {
    return landscape(n < 60 ? 1 : 2, n);
}

TEST(Cuts, BeginAtTheFirstFrameOfTheNewShot) {
    const std::vector<Shot> shots = shots_of(120, two_takes);
    ASSERT_EQ(shots.size(), 2u);
    EXPECT_EQ(shots[0].range, (TimeRange{at_25(0), at_25(60)}));  // Half-open: frame 60 is in the next shot.
    EXPECT_EQ(shots[0].begin_frame, 0);
    EXPECT_EQ(shots[0].end_frame, 60);
    EXPECT_EQ(shots[0].transition, (Transition{TransitionKind::start, 0, 0, 1.0}));
    EXPECT_EQ(shots[1].range, (TimeRange{at_25(60), at_25(120)}));
    EXPECT_EQ(shots[1].transition.kind, TransitionKind::cut);
    EXPECT_EQ(shots[1].transition.begin_frame, 60);
    EXPECT_EQ(shots[1].transition.end_frame, 60);
}

TEST(Cuts, ScoreBetweenOneHalfAndOne) {
    const std::vector<Shot> shots = shots_of(120, two_takes);
    ASSERT_EQ(shots.size(), 2u);
    EXPECT_GE(shots[1].transition.score, 0.5);
    EXPECT_LE(shots[1].transition.score, 1.0);
}

TEST(Cuts, AreFoundNearBothEndsOfTheVideo) {
    EXPECT_THAT(borders(shots_of(100,
                                 [](std::int64_t n) {
                                     return landscape(n < 8 ? 1 : n < 92 ? 2 : 3, n, 0.5);
                                 })),
                ElementsAre(8, 92));
}

TEST(Cuts, AreFoundBetweenStillPictures) {
    EXPECT_THAT(borders(shots_of(100, [](std::int64_t n) { return landscape(n < 50 ? 1 : 2, 0); })),
                ElementsAre(50));
}

TEST(Cuts, AreFoundInShotsOfHalfASecond) {
    const auto draw = [](std::int64_t n) { return landscape(static_cast<std::uint32_t>(n / 12), n % 12); };
    EXPECT_THAT(borders(shots_of(60, draw)), ElementsAre(12, 24, 36, 48));
}

TEST(Cuts, AreNotSeenInAPan) {
    EXPECT_THAT(borders(shots_of(150, [](std::int64_t n) { return landscape(1, n, 4.0); })), IsEmpty());
}

TEST(Cuts, AreNotSeenInAPanThatStartsAndStopsAtOnce) {
    const auto draw = [](std::int64_t n) { return landscape(1, std::clamp<std::int64_t>(n - 50, 0, 20), 5); };
    EXPECT_THAT(borders(shots_of(120, draw)), IsEmpty());
}

TEST(Cuts, ToBlackAndFromBlackAreTwoCuts) {
    const auto draw = [](std::int64_t n) {
        return n >= 50 && n < 80 ? Picture(16) : landscape(n < 50 ? 1 : 2, n);
    };
    const std::vector<Shot> shots = shots_of(130, draw);
    EXPECT_THAT(borders(shots), ElementsAre(50, 80));
    for (const Shot& shot : shots) EXPECT_NE(shot.transition.kind, TransitionKind::fade);
}

TEST(Cuts, FromBlackToPictureStayCuts) {
    const auto draw = [](std::int64_t n) { return n < 30 ? Picture(16) : landscape(1, n); };
    EXPECT_THAT(borders(shots_of(100, draw)), ElementsAre(30));
}

TEST(Cuts, BetweenTwoFlatColoursAreFound) {
    EXPECT_THAT(borders(shots_of(100, [](std::int64_t n) { return Picture(n < 50 ? 40 : 180); })),
                ElementsAre(50));
}

TEST(Cuts, BetweenDarkPicturesAreFound) {
    const auto draw = [](std::int64_t n) { return mixed(two_takes(n), 0.15, 16); };
    EXPECT_THAT(borders(shots_of(120, draw)), ElementsAre(60));
}

TEST(Cuts, OfOneSpeakerWhoJumpsAsideAreFound) {
    // The same take goes on a tenth of the width aside; motion would explain all of it, but begins and ends
    // at once.
    const auto draw = [](std::int64_t n) { return landscape(1, n < 60 ? 0 : 16, 1.0); };
    EXPECT_THAT(borders(shots_of(120, draw)), ElementsAre(60));
}

}  // namespace
}  // namespace sourcereel::shots
