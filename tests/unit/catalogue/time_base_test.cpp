#include "catalogue/time_base.h"

#include <gtest/gtest.h>

#include "unit/catalogue/samples.h"

namespace sourcereel::catalogue {
namespace {

TEST(CommonTimeBase, IsTheVideosOwnWhereAllAgree) {
    EXPECT_EQ(common_time_base(video_of(1)), (TimeBase{1, 25}));
}

TEST(CommonTimeBase, HoldsEveryTimeWithoutRounding) {
    AnalysedVideo video = video_of(1);
    video.media.duration = {1001, {1, 90000}};
    video.shots[0].range.end = {3, {1001, 30000}};
    const TimeBase base = common_time_base(video);
    for (const Timestamp& time : {video.media.duration, video.shots[0].range.end, video.shots[1].range.end})
        EXPECT_EQ((Timestamp{ticks_in(base, time), base}), time);
}

TEST(CommonTimeBase, IsRefusedWhereItDoesNotExist) {
    AnalysedVideo video = video_of(1);
    video.media.duration = {1, {1, 2147483647}};
    video.shots[0].range.end = {1, {1, 2147483646}};
    EXPECT_EQ(kind_thrown([&] { common_time_base(video); }), ErrorKind::internal);
    EXPECT_EQ(kind_thrown([&] { ticks_in({1, 25}, {1, {1, 90000}}); }), ErrorKind::internal);
    EXPECT_EQ(kind_thrown([&] { ticks_in({1, 90000}, {INT64_MAX, {1, 25}}); }), ErrorKind::internal);
}

}  // namespace
}  // namespace sourcereel::catalogue
