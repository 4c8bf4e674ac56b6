// Variable rates, edit lists, late starts and broken stamps: t = 0 is the first shown picture.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "media/frame_reader.h"
#include "support/clip_maker.h"
#include "support/temp_folder.h"

namespace sourcereel::media {
namespace {

using namespace sourcereel::support;

const std::vector<std::string> kX264{"-c:v", "libx264", "-preset", "ultrafast", "-bf", "2"};

TEST(FrameTimes, OfAVariableRateAreExact) {
    const TempFolder folder;
    for (const std::string extension : {"mp4", "mkv", "webm"}) {
        const auto file = folder / ("clip." + extension);
        ClipPlan plan;
        // Every third gap is doubled.
        plan.output = {"-vf", "settb=1/25,setpts=N+floor(N/3)", "-fps_mode", "passthrough"};
        plan.output = plan.output +
                      (extension == "webm"
                           ? std::vector<std::string>{"-c:v", "libvpx", "-deadline", "realtime", "-b:v", "1M"}
                           : kX264);
        make_clip(file, plan);
        FrameReader reader{file};
        int n = 0;
        while (const auto frame = reader.next()) {
            EXPECT_EQ(read_code(*frame), n);
            EXPECT_NEAR(frame->pts.seconds(), (n + n / 3) / 25.0, 0.0011) << extension << ' ' << n;
            ++n;
        }
        EXPECT_EQ(n, plan.pictures);
        EXPECT_TRUE(reader.info().variable_frame_rate) << extension;
        EXPECT_TRUE(reader.report().warnings.empty()) << ::testing::PrintToString(reader.report().warnings);
    }
}

TEST(FrameTimes, OfALateStartBeginAtZero) {
    const TempFolder folder;
    for (const std::string extension : {"mp4", "mkv", "ts", "flv"}) {
        const auto file = folder / ("clip." + extension);
        ClipPlan plan;
        plan.output = kX264 + std::vector<std::string>{"-output_ts_offset", "1.4"};
        make_clip(file, plan);
        FrameReader reader{file};
        int n = 0;
        while (const auto frame = reader.next()) {
            EXPECT_EQ(read_code(*frame), n);
            EXPECT_NEAR(frame->pts.seconds(), n / 25.0, 0.0011) << extension << ' ' << n;
            ++n;
        }
        EXPECT_EQ(n, plan.pictures) << extension;
        EXPECT_NEAR(reader.info().duration.seconds(), plan.pictures / 25.0, 0.0011) << extension;
        EXPECT_DOUBLE_EQ(reader.report().decoded_share, 1.0) << extension;
    }
}

TEST(FrameTimes, PicturesBeforeTheEditListAreNotShown) {
    const TempFolder folder;
    ClipPlan plan;
    plan.output = {"-c:v", "libx264", "-preset", "ultrafast", "-bf", "0", "-g", "100"};
    make_clip(folder / "whole.mp4", plan);
    // Copied from 0.4 s on: the pictures from the only keyframe are kept and hidden by an edit list.
    run_ffmpeg(
        {"-ss", "0.4", "-i", (folder / "whole.mp4").string(), "-c", "copy", (folder / "cut.mp4").string()});
    FrameReader reader{folder / "cut.mp4"};
    int n = 0;
    while (const auto frame = reader.next()) {
        EXPECT_EQ(read_code(*frame), n + 10);
        EXPECT_NEAR(frame->pts.seconds(), n / 25.0, 0.0011);
        ++n;
    }
    EXPECT_EQ(n, 14);
    EXPECT_DOUBLE_EQ(reader.report().decoded_share, 1.0);
}

TEST(FrameTimes, ThatGoBackAreMovedForwardAndCounted) {
    const TempFolder folder;
    const auto file = folder / "clip.mkv";
    ClipPlan plan;
    plan.output = {"-c:v", "ffv1"};
    make_clip(file, plan);
    // Cluster-relative stamps stand in each block after its track number 0x81: two bytes, milliseconds.
    std::string bytes = bytes_of(file);
    const std::string block{"\x81\x01\x90", 3};  // Picture 10, at 400 ms.
    const std::size_t at = bytes.find(block);
    ASSERT_NE(at, std::string::npos);
    bytes[at + 2] = '\x00';
    bytes[at + 1] = '\x00';
    write_bytes(file, bytes);
    FrameReader reader{file};
    int n = 0;
    Timestamp last{-1, {1, 1}};
    while (const auto frame = reader.next()) {
        EXPECT_EQ(read_code(*frame), n);
        EXPECT_GT(frame->pts, last);
        EXPECT_NEAR(frame->pts.seconds(), n / 25.0, 0.0011);
        last = frame->pts;
        ++n;
    }
    EXPECT_EQ(n, plan.pictures);
    ASSERT_EQ(reader.report().warnings.size(), 1U) << ::testing::PrintToString(reader.report().warnings);
    EXPECT_EQ(reader.report().warnings[0].substr(0, 11), "1 timestamp");
}

TEST(FrameTimes, OfRecordingsJoinedEndToEndGoOnAtTheSameRate) {
    const TempFolder folder;
    const auto file = folder / "joined.ts";
    // Shorter and longer than a second: both go back to where the first began.
    for (const int pictures : {16, 24, 60}) {
        for (const bool reordered : {false, true}) {
            ClipPlan plan;
            plan.pictures = pictures;
            plan.output = {"-c:v", "libx264", "-preset", "ultrafast", "-bf", reordered ? "2" : "0"};
            make_clip(folder / "part.ts", plan);
            write_bytes(file, bytes_of(folder / "part.ts") + bytes_of(folder / "part.ts"));
            FrameReader reader{file};
            int n = 0;
            while (const auto frame = reader.next()) {
                EXPECT_EQ(read_code(*frame), n % pictures);
                EXPECT_NEAR(frame->pts.seconds(), n / 25.0, 0.0011) << pictures << ' ' << n;
                ++n;
            }
            EXPECT_EQ(n, 2 * pictures);
            EXPECT_FALSE(reader.info().variable_frame_rate);
        }
    }
}

TEST(FrameTimes, UseTheTimeBaseOfTheStream) {
    const TempFolder folder;
    const auto file = folder / "clip.mp4";
    ClipPlan plan;
    plan.output = kX264 + std::vector<std::string>{"-video_track_timescale", "90000"};
    make_clip(file, plan);
    FrameReader reader{file};
    ASSERT_TRUE(reader.next());
    const auto second = reader.next();
    ASSERT_TRUE(second);
    EXPECT_EQ(second->pts.ticks, 3600);
    EXPECT_EQ(second->pts.base, (TimeBase{1, 90000}));
}

}  // namespace
}  // namespace sourcereel::media
