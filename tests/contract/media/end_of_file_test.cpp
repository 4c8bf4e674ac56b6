// Files that end early, and streams beside the video.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "media/frame_reader.h"
#include "support/clip_maker.h"
#include "support/temp_folder.h"

namespace sourcereel::media {
namespace {

using namespace sourcereel::support;

class TruncatedFile : public ::testing::TestWithParam<std::string> {};

TEST_P(TruncatedFile, GivesWhatItHoldsAndSaysHowMuch) {
    const TempFolder folder;
    const auto file = folder / ("clip." + GetParam());
    ClipPlan plan;
    plan.pictures = 40;
    plan.output = {"-c:v", "mpeg4", "-q:v", "2", "-g", "1"};
    if (GetParam() == "mp4") plan.output.insert(plan.output.end(), {"-movflags", "+faststart"});
    make_clip(file, plan);
    truncate_to(file, 0.6);
    FrameReader reader{file};
    int n = 0;
    int readable = 0;
    while (const auto frame = reader.next()) {
        // The last picture may be cut off in its middle.
        readable += read_code(*frame) == n ? 1 : 0;
        ++n;
    }
    EXPECT_GE(n, 14);
    EXPECT_LE(n, 28);
    EXPECT_GE(readable, n - 1);
    EXPECT_NEAR(reader.report().decoded_share, n / 40.0, 0.03);
    EXPECT_FALSE(reader.report().warnings.empty());
    EXPECT_EQ(reader.info().frames, n);
}

INSTANTIATE_TEST_SUITE_P(Media, TruncatedFile, ::testing::Values("mp4", "mkv", "avi"),
                         [](const auto& made) { return made.param; });

TEST(DecodedShare, IsOneWhereTheSoundGoesOnAfterThePictures) {
    const TempFolder folder;
    for (const std::string extension : {"mp4", "mkv", "avi", "ts", "flv"}) {
        const auto file = folder / ("clip." + extension);
        ClipPlan plan;
        plan.input = {"-t", "1"};
        plan.output = {"-f", "lavfi", "-i", "sine=duration=3"};
        // The generated tone is a second input, so the plan's output options begin with it.
        plan.output.insert(plan.output.end(),
                           {"-c:v", "mpeg4", "-q:v", "3", "-c:a", extension == "flv" ? "mp3" : "aac"});
        if (extension == "flv") plan.output.insert(plan.output.end(), {"-c:v", "flv", "-ar", "44100"});
        make_clip(file, plan);
        FrameReader reader{file};
        int n = 0;
        while (const auto frame = reader.next()) EXPECT_EQ(read_code(*frame), n++);
        EXPECT_EQ(n, 24) << extension;
        EXPECT_DOUBLE_EQ(reader.report().decoded_share, 1.0) << extension;
        // The AVI writer leaves one picture's time empty.
        EXPECT_NEAR(reader.info().duration.seconds(), 0.96, extension == "avi" ? 0.0411 : 0.0011)
            << extension;
        EXPECT_TRUE(reader.report().warnings.empty())
            << extension << ::testing::PrintToString(reader.report().warnings);
    }
}

TEST(FrameReader, ReadsTheVideoAndNotTheCoverPicture) {
    const TempFolder folder;
    ClipPlan cover;
    cover.pictures = 1;
    cover.width = 256;
    cover.height = 192;
    cover.output = {"-c:v", "mjpeg", "-q:v", "3", "-pix_fmt", "yuvj420p"};
    make_clip(folder / "cover.jpg", cover);
    make_clip(folder / "plain.mp4", {});
    run_ffmpeg({"-i", (folder / "cover.jpg").string(), "-i", (folder / "plain.mp4").string(), "-map", "0",
                "-map", "1", "-c", "copy", "-disposition:v:0", "attached_pic",
                (folder / "clip.mp4").string()});
    FrameReader reader{folder / "clip.mp4"};
    EXPECT_EQ(reader.info().width, 128);
    int n = 0;
    while (const auto frame = reader.next()) EXPECT_EQ(read_code(*frame), n++);
    EXPECT_EQ(n, 24);
    EXPECT_TRUE(reader.report().warnings.empty()) << ::testing::PrintToString(reader.report().warnings);
}

}  // namespace
}  // namespace sourcereel::media
