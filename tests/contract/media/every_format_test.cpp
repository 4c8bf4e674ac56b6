// Whatever the container and the codec: the same pictures, in order, upright, at their times.
#include <gtest/gtest.h>

#include <cmath>
#include <ostream>
#include <string>
#include <vector>

#include "media/frame_reader.h"
#include "support/clip_maker.h"
#include "support/temp_folder.h"

namespace sourcereel::media {
namespace {

using namespace sourcereel::support;

struct Format {
    std::string name;
    std::string extension;
    std::string encoder;
    std::string codec;  ///< As MediaInfo names it.
    std::vector<std::string> options;
    double tick = 0.0011;  ///< Seconds by which this container may round a time.
    bool chroma = true;    ///< Keeps the colour.
    bool stamped =
        true;  ///< Every picture has a time: not in raw streams, nor the last of some program streams.
    friend std::ostream& operator<<(std::ostream& out, const Format& format) { return out << format.name; }
};

const std::vector<Format>& formats() {
    const std::vector<std::string> fast{"-preset", "ultrafast", "-bf", "2", "-g", "12"};
    const auto x264 = [&fast](const std::string& pixels) {
        std::vector<std::string> options = fast;
        options.insert(options.end(), {"-pix_fmt", pixels});
        return options;
    };
    const auto x265 = [](const std::string& pixels) {
        return std::vector<std::string>{"-preset",      "ultrafast",
                                        "-x265-params", "log-level=none:pools=none:frame-threads=1",
                                        "-pix_fmt",     pixels};
    };
    static const std::vector<Format> all{
        {"mp4_h264", "mp4", "libx264", "h264", {"-preset", "veryfast", "-bf", "3", "-g", "12"}},
        {"mp4_h264_10bit", "mp4", "libx264", "h264", x264("yuv420p10le")},
        {"mp4_h264_422", "mp4", "libx264", "h264", x264("yuv422p")},
        {"mp4_h264_444", "mp4", "libx264", "h264", x264("yuv444p")},
        {"mp4_h264_gray", "mp4", "libx264", "h264", x264("gray"), 0.0011, false},
        {"mp4_h264_nv12", "mp4", "libx264", "h264", x264("nv12")},
        {"mp4_hevc", "mp4", "libx265", "hevc", x265("yuv420p")},
        {"mp4_hevc_10bit", "mp4", "libx265", "hevc", x265("yuv420p10le")},
        {"mkv_hevc_12bit", "mkv", "libx265", "hevc", x265("yuv420p12le")},
        {"mp4_av1", "mp4", "libaom-av1", "av1", {"-cpu-used", "8", "-usage", "realtime", "-b:v", "500k"}},
        {"mp4_mpeg4", "mp4", "mpeg4", "mpeg4", {"-q:v", "3", "-bf", "2"}},
        {"3gp_mpeg4", "3gp", "mpeg4", "mpeg4", {"-q:v", "3"}},
        {"mov_prores", "mov", "prores_ks", "prores", {"-profile:v", "2", "-pix_fmt", "yuv422p10le"}},
        {"mov_mjpeg", "mov", "mjpeg", "mjpeg", {"-q:v", "3", "-pix_fmt", "yuvj420p"}},
        {"webm_vp8",
         "webm",
         "libvpx",
         "vp8",
         {"-deadline", "realtime", "-cpu-used", "8", "-b:v", "1M", "-auto-alt-ref", "1"}},
        {"webm_vp9", "webm", "libvpx-vp9", "vp9", {"-deadline", "realtime", "-cpu-used", "8", "-b:v", "1M"}},
        {"mkv_h264", "mkv", "libx264", "h264", x264("yuv420p")},
        {"mkv_ffv1_10bit", "mkv", "ffv1", "ffv1", {"-pix_fmt", "yuv420p10le"}},
        {"mkv_ffv1_16bit_gray", "mkv", "ffv1", "ffv1", {"-pix_fmt", "gray16le"}, 0.0011, false},
        {"mkv_rgb", "mkv", "ffv1", "ffv1", {"-pix_fmt", "bgr0"}},
        {"avi_mpeg4", "avi", "mpeg4", "mpeg4", {"-q:v", "3"}},
        {"avi_mjpeg", "avi", "mjpeg", "mjpeg", {"-q:v", "3", "-pix_fmt", "yuvj420p"}},
        {"avi_raw_bgr_bottom_up", "avi", "rawvideo", "rawvideo", {"-pix_fmt", "bgr24"}},
        {"mpeg_mpeg1", "mpg", "mpeg1video", "mpeg1video", {"-q:v", "3", "-bf", "2"}, 0.0011, true, false},
        {"ts_mpeg2", "ts", "mpeg2video", "mpeg2video", {"-q:v", "3", "-bf", "2"}},
        {"ts_h264", "ts", "libx264", "h264", x264("yuv420p")},
        {"nut_ffv1", "nut", "ffv1", "ffv1", {}},
        {"gif", "gif", "gif", "gif", {}, 0.0101},
        {"ogv_theora", "ogv", "libtheora", "theora", {"-q:v", "8"}},
        {"flv_flv1", "flv", "flv", "flv1", {"-q:v", "3"}},
        {"flv_h264", "flv", "libx264", "h264", x264("yuv420p")},
        {"raw_h264", "264", "libx264", "h264", {"-preset", "ultrafast", "-bf", "0"}, 0.0011, true, false},
    };
    return all;
}

class EveryFormat : public ::testing::TestWithParam<Format> {};

TEST_P(EveryFormat, GivesEachPictureOnceInOrderAtItsTime) {
    const Format& format = GetParam();
    if (!has_encoder(format.encoder)) GTEST_SKIP() << "no encoder " << format.encoder;
    const TempFolder folder;
    const auto file = folder / ("clip." + format.extension);
    ClipPlan plan;
    plan.output = {"-c:v", format.encoder};
    plan.output.insert(plan.output.end(), format.options.begin(), format.options.end());
    make_clip(file, plan);

    FrameReader reader{file};
    EXPECT_EQ(reader.info().width, plan.width);
    EXPECT_EQ(reader.info().height, plan.height);
    EXPECT_EQ(reader.info().video_codec, format.codec);
    int n = 0;
    while (const auto frame = reader.next()) {
        ASSERT_EQ(frame->width(), plan.width);
        ASSERT_EQ(frame->height(), plan.height);
        ASSERT_GE(frame->luma.stride, plan.width);
        EXPECT_EQ(frame->index, n);
        EXPECT_EQ(read_code(*frame), n);
        EXPECT_NEAR(frame->pts.seconds(), n / 25.0, format.tick) << n;
        // Some decoders give grey pictures neutral colour planes.
        if (format.chroma || !frame->u.empty()) {
            EXPECT_NEAR(mean_of(frame->u), format.chroma ? kCodeU : 128, 12);
            EXPECT_NEAR(mean_of(frame->v), format.chroma ? kCodeV : 128, 12);
        }
        ++n;
    }
    EXPECT_EQ(n, plan.pictures);
    EXPECT_FALSE(reader.next());
    EXPECT_EQ(reader.report().frames, plan.pictures);
    EXPECT_NEAR(reader.report().end.seconds(), plan.pictures / 25.0, format.tick);
    EXPECT_DOUBLE_EQ(reader.report().decoded_share, 1.0);
    EXPECT_EQ(reader.report().warnings.empty(), format.stamped)
        << ::testing::PrintToString(reader.report().warnings);
    EXPECT_EQ(reader.info().frames, plan.pictures);
    EXPECT_EQ(reader.info().duration, reader.report().end);
    EXPECT_NEAR(reader.info().frame_rate, 25.0, 0.3);
    EXPECT_FALSE(reader.info().variable_frame_rate);
}

INSTANTIATE_TEST_SUITE_P(Media, EveryFormat, ::testing::ValuesIn(formats()),
                         [](const auto& made) { return made.param.name; });

TEST(FrameReader, WithoutChromaGivesTheSameLumaAndNoColour) {
    const TempFolder folder;
    for (const std::string pixels : {"yuv420p", "yuv422p10le", "bgr0"}) {
        const auto file = folder / ("clip_" + pixels + ".mkv");
        ClipPlan plan;
        plan.pictures = 3;
        plan.output = {"-c:v", "ffv1", "-pix_fmt", pixels};
        make_clip(file, plan);
        ReadOptions grey;
        grey.chroma = false;
        FrameReader with{file};
        FrameReader without{file, grey};
        while (const auto expected = with.next()) {
            const auto frame = without.next();
            ASSERT_TRUE(frame);
            EXPECT_TRUE(frame->u.empty());
            EXPECT_TRUE(frame->v.empty());
            EXPECT_FALSE(expected->u.empty());
            for (int y = 0; y < plan.height; ++y)
                ASSERT_TRUE(
                    std::equal(expected->luma.row(y), expected->luma.row(y) + plan.width, frame->luma.row(y)))
                    << pixels << " row " << y;
        }
        EXPECT_FALSE(without.next());
    }
}

TEST(FrameReader, FramesOutliveTheirReader) {
    const TempFolder folder;
    const auto file = folder / "clip.mp4";
    make_clip(file, {});
    std::vector<Frame> frames;
    {
        FrameReader reader{file};
        while (auto frame = reader.next()) frames.push_back(*std::move(frame));
    }
    ASSERT_EQ(frames.size(), 24U);
    for (int n = 0; n < 24; ++n) EXPECT_EQ(read_code(frames[static_cast<std::size_t>(n)]), n);
}

TEST(FrameReader, GivesTheSamePicturesWithAnyNumberOfThreadsAndWithoutTheLoopFilter) {
    const TempFolder folder;
    const auto file = folder / "clip.mp4";
    make_clip(file, {});
    for (const int threads : {1, 3, 8}) {
        ReadOptions options;
        options.threads = threads;
        options.loop_filter = threads == 1;
        FrameReader reader{file, options};
        int n = 0;
        while (const auto frame = reader.next()) EXPECT_EQ(read_code(*frame), n++);
        EXPECT_EQ(n, 24) << threads;
    }
}

}  // namespace
}  // namespace sourcereel::media
