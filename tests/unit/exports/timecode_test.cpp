#include "exports/timecode.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <set>

namespace sourcereel::exports {
namespace {

TEST(Timecode, WithoutDroppingCountsFrames) {
    EXPECT_EQ(timecode(0, 25, false), "00:00:00:00");
    EXPECT_EQ(timecode(108, 25, false), "00:00:04:08");
    EXPECT_EQ(timecode(25 * 3600 - 1, 25, false), "00:59:59:24");
    EXPECT_EQ(timecode(24 * 60, 24, false), "00:01:00:00");
    EXPECT_EQ(timecode(60 * 61 + 59, 60, false), "00:01:01:59");
}

// Known from the standard's own examples.
TEST(Timecode, WithDroppingLeavesOutTwoNumbersAMinute) {
    EXPECT_EQ(timecode(1799, 30, true), "00:00:59;29");
    EXPECT_EQ(timecode(1800, 30, true), "00:01:00;02");
    EXPECT_EQ(timecode(1800 + 1797, 30, true), "00:01:59;29");
    EXPECT_EQ(timecode(1800 + 1798, 30, true), "00:02:00;02");
    EXPECT_EQ(timecode(17981, 30, true), "00:09:59;29");
    EXPECT_EQ(timecode(17982, 30, true), "00:10:00;00");
    EXPECT_EQ(timecode(107892, 30, true), "01:00:00;00");
    EXPECT_EQ(timecode(2589407, 30, true), "23:59:59;29");
}

TEST(Timecode, WithDroppingAtDoubleRateLeavesOutFour) {
    EXPECT_EQ(timecode(3599, 60, true), "00:00:59;59");
    EXPECT_EQ(timecode(3600, 60, true), "00:01:00;04");
    EXPECT_EQ(timecode(215784, 60, true), "01:00:00;00");
}

TEST(Timecode, NamesEachFrameOnceAndNoneThatIsDropped) {
    std::string before;
    for (std::int64_t frame = 0; frame < 40'000; ++frame) {
        const std::string now = timecode(frame, 30, true);
        ASSERT_LT(before, now);
        before = now;
        int hours = 0, minutes = 0, seconds = 0, frames = 0;
        ASSERT_EQ(std::sscanf(now.c_str(), "%d:%d:%d;%d", &hours, &minutes, &seconds, &frames), 4);
        ASSERT_FALSE(minutes % 10 != 0 && seconds == 0 && frames < 2) << now;
        // Reading it back as the standard says.
        const int all = 60 * hours + minutes;
        ASSERT_EQ(((all * 60 + seconds) * 30 + frames) - 2 * (all - all / 10), frame);
    }
}

TEST(Timecode, StaysWithinTwoFramesOfTheClockAtTheDroppedRate) {
    EditRate rate;
    rate.rate = rate.timecode_rate = {30000, 1001};
    rate.timecode_base = 30;
    rate.drop_frame = true;
    // Ten hours of wall clock: 36000 s.
    EXPECT_EQ(timecode_at({36000, {1, 1}}, rate).substr(0, 8), "10:00:00");
    EXPECT_EQ(frames_of_first_hour(rate), 107892);
    EXPECT_EQ(timecode_at({0, {1, 1}}, rate, frames_of_first_hour(rate)), "01:00:00;00");
}

}  // namespace
}  // namespace sourcereel::exports
