#include "exports/edit_rate.h"

#include <gtest/gtest.h>

#include "unit/exports/lists.h"

namespace sourcereel::exports {
namespace {

TEST(EditRate, OfEachUsualRateIsThatVeryFraction) {
    for (const Rate& rate : {Rate{24000, 1001}, Rate{24, 1}, Rate{25, 1}, Rate{30000, 1001}, Rate{30, 1},
                             Rate{50, 1}, Rate{60000, 1001}, Rate{60, 1}}) {
        // Milliseconds are the coarsest time base in use (Matroska).
        for (const TimeBase& base : {TimeBase{1, 90000}, TimeBase{1, 1000}, TimeBase{1001, 30000}}) {
            if (base.num == 1001 && rate != Rate{30000, 1001}) continue;
            const Video video{rate, base, 5000};
            const EditRate found =
                edit_rate_for(rate.value(), video.media(), shots_of(video, {{0}, {1234}, {4321}}));
            EXPECT_TRUE(found.constant) << text_of(rate);
            EXPECT_EQ(found.rate, rate) << text_of(found.rate);
            EXPECT_EQ(found.timecode_rate, rate);
            EXPECT_EQ(found.timecode_base, static_cast<int>(rate.value() + 0.9));
            EXPECT_EQ(found.drop_frame, (rate == Rate{30000, 1001} || rate == Rate{60000, 1001}))
                << text_of(rate);
        }
    }
}

TEST(EditRate, ComesFromTheMeasureWhereTheContainerStatesNonsense) {
    const Video video{{30000, 1001}, {1, 1000}, 5000};
    for (const double stated : {0.0, 1000.0, 15.0, 30.0}) {
        const EditRate found = edit_rate_for(stated, video.media(), shots_of(video, {{0}, {2222}}));
        EXPECT_TRUE(found.constant);
        EXPECT_EQ(found.rate, (Rate{30000, 1001})) << stated << ' ' << text_of(found.rate);
    }
}

TEST(EditRate, OfAnOddConstantRateIsExactAndHasATimecodeNearIt) {
    const Video video{{25, 2}, {1, 12800}, 300};
    const EditRate found = edit_rate_for(12.5, video.media(), shots_of(video, {{0}, {77}}));
    EXPECT_TRUE(found.constant);
    EXPECT_EQ(found.rate, (Rate{25, 2}));
    EXPECT_EQ(found.timecode_rate, (Rate{24000, 1001}));  // The lowest that timecode is usual for.
    EXPECT_EQ(found.timecode_base, 24);
    EXPECT_FALSE(found.drop_frame);
}

TEST(EditRate, OfSlowPicturesIsExact) {
    // A slide every four seconds.
    const Video video{{1, 4}, {1, 1000}, 30};
    const EditRate found = edit_rate_for(0.25, video.media(), shots_of(video, {{0}, {7}}));
    EXPECT_TRUE(found.constant);
    EXPECT_EQ(found.rate, (Rate{1, 4}));
}

TEST(EditRate, OfAVariableRateIsTheNearestUsualOne) {
    const Video video{{30, 1}, {1, 1000}, 900};
    MediaInfo media = video.media();
    media.variable_frame_rate = true;
    media.frame_rate = 29.2;
    const EditRate found = edit_rate_for(90000, media, shots_of(video, {{0}, {70}}));
    EXPECT_FALSE(found.constant);
    EXPECT_EQ(found.rate, (Rate{30000, 1001}));
}

TEST(EditRate, IsNotConstantWhereFrameNumbersDisagreeWithTimes) {
    const Video video{{25, 1}, {1, 1000}, 500};
    std::vector<Shot> shots = shots_of(video, {{0}, {100}});
    shots[0].range.end.ticks += 100;  // Two and a half frames late: something was left out before.
    shots[1].range.begin = shots[0].range.end;
    EXPECT_FALSE(edit_rate_for(25, video.media(), shots).constant);
}

TEST(NearestFrame, IsExactFarIntoAVideo) {
    const Rate rate{30000, 1001};
    for (const std::int64_t frame : {0LL, 1LL, 107892LL, 123456789LL}) {
        EXPECT_EQ(nearest_frame({frame * 1001, {1, 30000}}, rate), frame);
        EXPECT_EQ(nearest_frame({frame * 3003, {1, 90000}}, rate), frame);
        EXPECT_EQ(nearest_frame({frame * 3003 + 1501, {1, 90000}}, rate), frame);
        EXPECT_EQ(nearest_frame({frame * 3003 + 1502, {1, 90000}}, rate), frame + 1);
    }
    EXPECT_EQ(nearest_frame({-3003, {1, 90000}}, rate), -1);
}

}  // namespace
}  // namespace sourcereel::exports
