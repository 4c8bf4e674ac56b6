#include "media/av/seek_point.h"

#include <gtest/gtest.h>

#include "support/clip_maker.h"
#include "support/temp_folder.h"

namespace sourcereel::media::av {
namespace {

using namespace sourcereel::support;

std::optional<SeekPoint> point_in(const std::filesystem::path& file, double wanted_s,
                                  const std::vector<std::string>& more = {}) {
    ClipPlan plan;
    plan.pictures = 250;
    plan.output = {"-c:v", "libx264", "-preset", "ultrafast", "-g", "25", "-sc_threshold", "0"};
    plan.output.insert(plan.output.end(), more.begin(), more.end());
    make_clip(file, plan);
    return find_seek_point(file, {}, 0, {static_cast<std::int64_t>(wanted_s * 1000), {1, 1000}});
}

TEST(SeekPoint, IsTwoKeyframesAndTwoSecondsBefore) {
    const TempFolder folder;
    const auto point = point_in(folder / "a.mp4", 9.5);
    ASSERT_TRUE(point);
    EXPECT_EQ(point->stamp, 6 * 12800);  // 7 s is the last keyframe that is early enough.
    EXPECT_TRUE(point_in(folder / "a.mkv", 9.5));
}

TEST(SeekPoint, IsNoneWhereDecodingMustBeginAtTheBeginning) {
    const TempFolder folder;
    EXPECT_FALSE(point_in(folder / "near.mp4", 3));
    EXPECT_FALSE(point_in(folder / "stream.ts", 9.5));
    EXPECT_FALSE(point_in(folder / "one_keyframe.mp4", 9.5, {"-g", "1000"}));
    // A gap of two hours: FrameReader may take it for files glued together.
    EXPECT_FALSE(point_in(folder / "gap.mp4", 7209,
                          {"-vf", "setpts=(N+gte(N\\,100)*180000)/25/TB", "-fps_mode", "passthrough"}));
}

}  // namespace
}  // namespace sourcereel::media::av
