#include "media/picture_clock.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/error.h"
#include "support/clip_maker.h"
#include "support/temp_folder.h"

namespace sourcereel::media {
namespace {

using namespace sourcereel::support;

const std::vector<std::string> kX264{"-c:v", "libx264", "-preset", "ultrafast", "-bf", "2"};

/// Seconds of each picture as the reader gives them.
std::vector<double> decoded_times(const std::filesystem::path& file) {
    FrameReader reader{file};
    std::vector<double> times;
    while (const auto frame = reader.next()) times.push_back(frame->pts.seconds());
    return times;
}

void expect_as_decoded(const std::filesystem::path& file) {
    const PictureTimes times = picture_times_of(file, Pictures::all);
    const std::vector<double> decoded = decoded_times(file);
    ASSERT_EQ(times.ticks.size(), decoded.size()) << file;
    for (std::size_t i = 0; i < decoded.size(); ++i)
        EXPECT_DOUBLE_EQ((Timestamp{times.ticks[i], times.base}.seconds()), decoded[i]) << file << ' ' << i;
}

TEST(PictureClock, SaysOfEachPictureWhatDecodingItSays) {
    const TempFolder folder;
    for (const std::string extension : {"mp4", "mkv"}) {
        const auto file = folder / ("clip." + extension);
        ClipPlan plan;
        plan.output =
            std::vector<std::string>{"-vf", "settb=1/25,setpts=N+floor(N/3)", "-fps_mode", "passthrough"} +
            kX264;
        make_clip(file, plan);
        expect_as_decoded(file);
    }
}

TEST(PictureClock, PlayersBeginBeforeAPictureThatComesLate) {
    const TempFolder folder;
    for (const std::string extension : {"mp4", "mkv", "ts"}) {
        const auto file = folder / ("clip." + extension);
        ClipPlan plan;
        plan.output = kX264 + std::vector<std::string>{"-output_ts_offset", "1.5"};
        make_clip(file, plan);
        const double first = picture_times_of(file, Pictures::first).start;
        EXPECT_NEAR(first, extension == "ts" ? 2.9 : 1.5, 0.15) << extension;  // ffmpeg adds 1.4 s to .ts.
        EXPECT_DOUBLE_EQ(picture_times_of(file, Pictures::all).start, first) << extension;
        EXPECT_TRUE(picture_times_of(file, Pictures::first).ticks.empty());
        expect_as_decoded(file);
    }
}

TEST(PictureClock, PicturesThatAreNotShownHaveNoTime) {
    const TempFolder folder;
    ClipPlan plan;
    plan.pictures = 60;
    plan.output = kX264 + std::vector<std::string>{"-g", "25"};
    make_clip(folder / "whole.mp4", plan);
    run_ffmpeg(
        {"-ss", "0.5", "-i", (folder / "whole.mp4").string(), "-c", "copy", (folder / "cut.mp4").string()});
    const std::size_t shown = decoded_times(folder / "cut.mp4").size();
    ASSERT_LT(shown, 60U);
    expect_as_decoded(folder / "cut.mp4");
}

TEST(PictureClock, AFileThatTellsNoTimesHasNone) {
    const TempFolder folder;
    ClipPlan plan;
    plan.output = kX264;
    make_clip(folder / "raw.h264", plan);
    EXPECT_EQ(picture_times_of(folder / "raw.h264", Pictures::all).ticks, std::vector<std::int64_t>{});
    write_bytes(folder / "none.mp4", "no video at all");
    EXPECT_THROW(picture_times_of(folder / "none.mp4", Pictures::first), Error);
}

}  // namespace
}  // namespace sourcereel::media
