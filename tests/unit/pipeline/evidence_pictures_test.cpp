#include "pipeline/evidence_pictures.h"

#include "unit/pipeline/clips.h"

namespace sourcereel::pipeline {
namespace {

TextTrack track_over(double begin_s, double end_s) {
    TextTrack track;
    track.range = {{static_cast<std::int64_t>(begin_s * 1000), {1, 1000}},
                   {static_cast<std::int64_t>(end_s * 1000), {1, 1000}}};
    track.box = {20, 30, 60, 20};
    return track;
}

TEST(EvidencePictures, AreTakenWithinEachTracksTime) {
    const tests::TempFolder folder;
    tests::make_clip(folder / "a.mp4", "blue");
    const auto pictures =
        evidence_pictures(folder / "a.mp4", {track_over(0.5, 1.5), track_over(2.2, 2.8), track_over(9, 10)});
    ASSERT_EQ(pictures.size(), 3U);
    ASSERT_TRUE(pictures[0] && pictures[1]);
    EXPECT_FALSE(pictures[2]);
    EXPECT_GE(pictures[0]->time.seconds(), 0.5);
    EXPECT_LT(pictures[0]->time.seconds(), 1.5);
    EXPECT_GE(pictures[1]->frame, 55);
    EXPECT_EQ(pictures[0]->crop.substr(1, 3), "PNG");
    EXPECT_NE(pictures[0]->picture, pictures[1]->picture);
}

TEST(EvidencePictures, AreTheSameEveryTimeAndNoneForNoTrack) {
    const tests::TempFolder folder;
    tests::make_clip(folder / "a.mp4", "blue");
    const auto once = evidence_pictures(folder / "a.mp4", {track_over(0, 2)});
    const auto again = evidence_pictures(folder / "a.mp4", {track_over(0, 2)});
    ASSERT_TRUE(once[0] && again[0]);
    EXPECT_EQ(once[0]->crop, again[0]->crop);
    EXPECT_EQ(once[0]->picture, again[0]->picture);
    EXPECT_TRUE(evidence_pictures(folder / "a.mp4", {}).empty());
    const auto many =
        evidence_pictures(folder / "a.mp4", std::vector<TextTrack>(kMostPictured + 2, track_over(0, 1)));
    EXPECT_TRUE(many[kMostPictured - 1]);
    EXPECT_FALSE(many[kMostPictured]);
}

}  // namespace
}  // namespace sourcereel::pipeline
