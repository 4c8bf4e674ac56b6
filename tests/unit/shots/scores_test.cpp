// Scores that were kept give the same shots as the pictures did, and others at other options.
#include <gmock/gmock.h>

#include "shots/shot_decider.h"
#include "unit/shots/drawn_video.h"

namespace sourcereel::shots {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Picture mixed_bag(std::int64_t n) {
    if (n < 60) return landscape(1, n, 0.5);
    if (n < 150)
        return dissolved(landscape(2, n, 0.4), landscape(3, n, -0.3),
                         std::clamp(static_cast<double>(n - 100) / 16, 0.0, 1.0));
    return landscape(4, n, 0.5);
}

std::vector<FrameScore> scores_of(std::int64_t count, const ShotOptions& options = {}) {
    ShotDetector detector(options);
    detector.keep_scores(true);
    for (std::int64_t n = 0; n < count; ++n) detector.push(frame_of(mixed_bag(n), n, at_25(n)));
    detector.finish(at_25(count));
    return detector.take_scores();
}

std::vector<Shot> decided(const std::vector<FrameScore>& scores, const ShotOptions& options = {}) {
    ShotDecider decider(options);
    std::vector<Shot> shots;
    for (const FrameScore& score : scores)
        if (const auto shot = decider.push(score)) shots.push_back(*shot);
    for (const Shot& shot : decider.finish({scores.back().pts.ticks + 1, {1, 25}})) shots.push_back(shot);
    return shots;
}

TEST(Scores, AreOneAFrameInOrder) {
    const std::vector<FrameScore> scores = scores_of(220);
    ASSERT_THAT(scores, SizeIs(220));
    for (std::int64_t n = 0; n < 220; ++n) {
        EXPECT_EQ(scores[static_cast<std::size_t>(n)].index, n);
        EXPECT_EQ(scores[static_cast<std::size_t>(n)].pts, at_25(n));
    }
    EXPECT_GE(scores[60].cut, 0.5);
    EXPECT_GT(scores[60].change, scores[59].change);
}

TEST(Scores, GiveTheSameShotsAsThePictures) {
    const std::vector<Shot> shots = shots_of(220, mixed_bag);
    ASSERT_THAT(shots, SizeIs(4));
    EXPECT_EQ(decided(scores_of(220)), shots);
}

TEST(Scores, AreNotKeptUnlessAskedFor) {
    ShotDetector detector;
    for (std::int64_t n = 0; n < 60; ++n) detector.push(frame_of(mixed_bag(n), n, at_25(n)));
    EXPECT_THAT(detector.take_scores(), IsEmpty());
}

std::vector<FrameScore> with_cuts(std::initializer_list<double> at_each_tenth) {
    std::vector<FrameScore> scores;
    for (const double cut : at_each_tenth)
        for (int k = 0; k < 10; ++k) {
            const auto n = static_cast<std::int64_t>(scores.size());
            scores.push_back({n, at_25(n), 0, k == 0 ? cut : 0, {}});
        }
    return scores;
}

TEST(Sensitivity, SaysHowWeakAChangeMayBe) {
    const std::vector<FrameScore> scores = with_cuts({0, 0.42, 0.52, 0.65});
    EXPECT_THAT(borders(decided(scores, {.sensitivity = 0})), ElementsAre(30));
    EXPECT_THAT(borders(decided(scores)), ElementsAre(20, 30));
    EXPECT_THAT(borders(decided(scores, {.sensitivity = 1})), ElementsAre(10, 20, 30));
    EXPECT_EQ(decided(scores, {.sensitivity = 7}), decided(scores, {.sensitivity = 1}));
}

TEST(Decider, DropsAGradualTransitionThatHoldsACut) {
    std::vector<FrameScore> scores = with_cuts({0, 0, 0.7, 0, 0});
    scores[30].gradual = {TransitionKind::dissolve, 15, 28, 0.9};
    EXPECT_THAT(borders(decided(scores)), ElementsAre(20));
    scores[30].gradual = {TransitionKind::dissolve, 21, 28, 0.9};
    EXPECT_THAT(borders(decided(scores)), ElementsAre(20, 24));
}

TEST(Decider, IgnoresASpanThatItKnowsNothingOf) {
    std::vector<FrameScore> scores = with_cuts({0, 0});
    scores[5].gradual = {TransitionKind::fade, -9, -3, 0.9};
    scores[6].gradual = {TransitionKind::fade, 900, 990, 0.9};
    EXPECT_THAT(borders(decided(scores)), IsEmpty());
}

TEST(Window, IsAsIfThereWereNothingElse) {
    ShotOptions options;
    options.from = at_25(80);
    options.to = at_25(160);
    const std::vector<Shot> shots = shots_of(220, mixed_bag, options);
    ASSERT_THAT(shots, SizeIs(3));
    EXPECT_EQ(shots.front().range.begin, at_25(80));
    EXPECT_EQ(shots.front().begin_frame, 80);
    EXPECT_EQ(shots.front().transition.kind, TransitionKind::start);
    EXPECT_EQ(shots.back().range.end, at_25(160));
    EXPECT_EQ(shots.back().end_frame, 160);
    EXPECT_EQ(shots.back().begin_frame, 150);
}

TEST(Window, OfKeptScoresHasTheSameShots) {
    ShotOptions options;
    options.from = at_25(55);
    options.to = at_25(140);
    EXPECT_EQ(borders(decided(scores_of(220), options)), borders(shots_of(220, mixed_bag, options)));
}

TEST(Crop, LooksAtThatPartAlone) {
    const auto draw = [](std::int64_t n) {
        Picture picture = landscape(1, n, 0.3);
        const Picture other = landscape(n < 60 ? 2 : 3, n, 0.3, 60, 50);
        for (int y = 0; y < 50; ++y)
            for (int x = 0; x < 60; ++x) picture.at(100 + x, 40 + y) = other.at(x, y);
        return picture;
    };
    EXPECT_THAT(borders(shots_of(130, draw, {.crop = {100, 40, 60, 50}})), ElementsAre(60));
    EXPECT_THAT(borders(shots_of(130, draw, {.crop = {0, 0, 90, 90}})), IsEmpty());
    // Partly or wholly outside the picture.
    EXPECT_THAT(borders(shots_of(130, draw, {.crop = {100, 40, 900, 900}})), ElementsAre(60));
    EXPECT_EQ(shots_of(130, draw, {.crop = {500, 0, 10, 10}}), shots_of(130, draw));
}

TEST(Settings, NameWhatChangesTheResult) {
    ShotOptions options;
    options.sensitivity = 0.7;
    options.crop = {1, 2, 3, 4};
    options.from = at_25(10);
    const std::string text = settings_of(options);
    EXPECT_THAT(text, HasSubstr("sensitivity=0.7"));
    EXPECT_THAT(text, HasSubstr("crop=1,2,3,4"));
    EXPECT_THAT(text, HasSubstr("from=10*1/25"));
    EXPECT_NE(text, settings_of({}));
}

}  // namespace
}  // namespace sourcereel::shots
