#include "text/recent_frames.h"

#include <gtest/gtest.h>

#include "drawn_video.h"

namespace sourcereel::text {
namespace {

const cv::Size kSize{960, 540};
const cv::Rect kLine{218, 446, 470, 46};

/// A line that stands in the pictures [came, went), with `opacity` of so many pictures after it came.
RecentFrames frames_with_line(
    int count, int came, int went, const std::function<double(int)>& opacity = [](int) { return 1.0; }) {
    RecentFrames frames;
    for (int n = 0; n < count; ++n) {
        cv::Mat picture = drifting_clouds(kSize, n);
        if (n >= came && n < went)
            lay_over(picture, "Nobody was on board", {220, 480}, 1.3, opacity(n - came));
        frames.push(as_frame(picture, n));
    }
    return frames;
}

SampleMoment moment(int frame) {
    return {{frame, kFrameTime}, frame};
}

TEST(RecentFrames, TellToThePictureWhenALineCameAndWent) {
    const RecentFrames frames = frames_with_line(60, 22, 43);
    Sighting sighting{moment(20), moment(25), moment(40), moment(45)};
    frames.narrow_begin(sighting, kLine, kSize, Polarity::bright);
    frames.narrow_end(sighting, kLine, kSize, Polarity::bright);
    EXPECT_EQ(sighting.before.frame, 21);
    EXPECT_EQ(sighting.first.frame, 22);
    EXPECT_EQ(sighting.last.frame, 42);
    EXPECT_EQ(sighting.after.frame, 43);
    const Presence presence = sighting.presence(std::nullopt);
    EXPECT_EQ(presence.begin_frame, 22);
    EXPECT_EQ(presence.begin, (Timestamp{22, kFrameTime}));
    EXPECT_EQ(presence.end_frame, 43);
    EXPECT_EQ(presence.end, (Timestamp{43, kFrameTime}));
}

TEST(RecentFrames, ALineThatFadesInCameWhenItsLettersCouldBeSeen) {
    const RecentFrames frames =
        frames_with_line(60, 21, 60, [](int shown) { return std::min(1.0, 0.25 * (shown + 1)); });
    Sighting sighting{moment(20), moment(25), moment(40), moment(45)};
    frames.narrow_begin(sighting, kLine, kSize, Polarity::bright);
    EXPECT_NEAR(static_cast<double>(sighting.first.frame), 21, 1);
}

TEST(RecentFrames, LeaveASightingAsItIsWhereThePicturesAreGone) {
    const RecentFrames frames = frames_with_line(130, 2, 130);
    Sighting sighting{moment(0), moment(5), moment(120), moment(125)};
    frames.narrow_begin(sighting, kLine, kSize, Polarity::bright);
    EXPECT_EQ(sighting.before.frame, 0);
    EXPECT_EQ(sighting.first.frame, 5);
}

TEST(RecentFrames, LeaveASightingAsItIsWhereTheLineIsNotToldFromItsGround) {
    const RecentFrames frames = frames_with_line(60, 60, 60);
    Sighting sighting{moment(20), moment(25), moment(40), moment(45)};
    frames.narrow_begin(sighting, {40, 300, 200, 40}, kSize, Polarity::bright);
    EXPECT_EQ(sighting.before.frame, 20);
    EXPECT_EQ(sighting.first.frame, 25);
}

}  // namespace
}  // namespace sourcereel::text
