// Parts copied packet by packet: they begin at a keyframe, have no hole, and the report says what they hold.
#include <gmock/gmock.h>

#include "core/error.h"
#include "media/clip_writer.h"
#include "support/clip_maker.h"
#include "support/temp_folder.h"
#include "unit/media/clip_frames.h"

namespace sourcereel::media {
namespace {

using namespace sourcereel::support;

std::size_t place_of(const SeenClip& source, const Timestamp& time) {
    for (std::size_t i = 0; i < source.frames.size(); ++i)
        if (source.frames[i].pts == time) return i;
    return source.frames.size();
}

TEST(CopiedClip, HoldsEveryPictureOfTheRangeItReports) {
    const TempFolder folder;
    const std::vector<std::string> x264{"-c:v", "libx264",     "-preset", "fast",          "-g",
                                        "12",   "-keyint_min", "12",      "-sc_threshold", "0"};
    const std::vector<std::string> open_gop{"-x264-params",
                                            "open-gop=1:bframes=3:b-adapt=0:keyint=12:min-keyint=12"};
    for (const auto& codec : {x264 + std::vector<std::string>{"-bf", "0"},
                              x264 + std::vector<std::string>{"-bf", "3"}, x264 + open_gop}) {
        for (const std::string from : {".mp4", ".mkv", ".ts", ".mov"}) {
            const auto file = folder / ("source" + from);
            ClipPlan plan;
            plan.pictures = 72;
            plan.output = codec;
            make_clip(file, plan);
            const SeenClip source = look_at(file);
            ASSERT_EQ(source.frames.size(), 72U);
            for (const std::string to : {".mp4", ".mkv", ".ts"}) {
                for (const auto& [first, last] : std::vector<std::pair<std::size_t, std::size_t>>{
                         {0, 72}, {12, 24}, {13, 25}, {30, 31}, {35, 58}, {71, 72}}) {
                    const Timestamp end = last < 72 ? source.frames[last].pts : source.report.end;
                    ClipOptions options;
                    options.if_exists = IfExists::replace;
                    const auto target = folder / ("clip" + to);
                    const auto written =
                        write_clips(file, {{{source.frames[first].pts, end}, target}}, options);
                    const std::string about =
                        from + to + " " + std::to_string(first) + "-" + std::to_string(last);
                    SCOPED_TRACE(about);
                    const std::size_t begins = place_of(source, written[0].range.begin);
                    // It may begin one group early, and end where pictures stored together end.
                    EXPECT_EQ(begins, first / 12 * 12) << about;
                    const SeenClip clip = look_at(target);
                    ASSERT_EQ(clip.frames.size(), static_cast<std::size_t>(written[0].pictures)) << about;
                    EXPECT_GE(begins + clip.frames.size(), last) << about;
                    EXPECT_LE(begins + clip.frames.size(), last + 4) << about;
                    for (std::size_t i = 0; i < clip.frames.size(); ++i) {
                        EXPECT_EQ(clip.frames[i].code, source.frames[begins + i].code) << about << ' ' << i;
                        EXPECT_NEAR(
                            clip.frames[i].pts.seconds(),
                            source.frames[begins + i].pts.seconds() - written[0].range.begin.seconds(),
                            0.00101)
                            << about;
                    }
                    EXPECT_NEAR(written[0].range.duration_seconds(), clip.report.end.seconds(), 0.0021)
                        << about;
                }
            }
        }
    }
}

TEST(CopiedClip, LosesNothing) {
    const TempFolder folder;
    const auto file = folder / "source.mp4";
    ClipPlan plan;
    plan.output = {"-c:v", "libx264", "-preset", "ultrafast", "-g", "6"};
    make_clip(file, plan);
    write_clips(file, {{{{0, {1, 1}}, {100, {1, 1}}}, folder / "clip.mkv"}}, {});
    FrameReader a{file}, b{folder / "clip.mkv"};
    int pictures = 0;
    while (const auto frame = a.next()) {
        const auto other = b.next();
        ASSERT_TRUE(other);
        EXPECT_EQ(psnr(frame->luma, other->luma), 99.0);
        ++pictures;
    }
    EXPECT_EQ(pictures, 24);
}

TEST(CopiedClip, CountsFromTheFirstShownPictureOfALateFile) {
    const TempFolder folder;
    const auto file = folder / "late.ts";
    ClipPlan plan;
    plan.pictures = 48;
    plan.output = {"-c:v", "libx264",       "-preset", "ultrafast",         "-g",
                   "12",   "-sc_threshold", "0",       "-output_ts_offset", "50"};
    make_clip(file, plan);
    const auto written = write_clips(file, {{{{24, {1, 25}}, {36, {1, 25}}}, folder / "clip.mp4"}}, {});
    EXPECT_EQ(written[0].range.begin, (Timestamp{24, {1, 25}}));
    EXPECT_EQ(look_at(folder / "clip.mp4").frames.front().code, 24);
}

TEST(CopiedClip, HidesWhatTheSourceHides) {
    const TempFolder folder;
    const auto whole = folder / "whole.mp4";
    ClipPlan plan;
    plan.pictures = 60;
    plan.output = {"-c:v", "libx264", "-preset", "fast", "-g", "50", "-sc_threshold", "0"};
    make_clip(whole, plan);
    // Trimmed without encoding: the first 20 pictures are there, and an edit list hides them.
    const auto file = folder / "trimmed.mp4";
    run_ffmpeg({"-ss", "0.8", "-i", whole.string(), "-c", "copy", file.string()});
    const SeenClip source = look_at(file);
    ASSERT_EQ(source.frames.front().code, 20);
    const TimeRange half{{0, {1, 1}}, {5, {1, 10}}};
    const auto written = write_clips(file, {{half, folder / "clip.mp4"}, {half, folder / "clip.mkv"}}, {});
    const SeenClip hidden = look_at(folder / "clip.mp4");
    EXPECT_EQ(hidden.frames.front().code, 20);
    EXPECT_EQ(static_cast<std::int64_t>(hidden.frames.size()), written[0].pictures);
    EXPECT_EQ(written[0].range.begin, (Timestamp{0, {1, 1}}));
    EXPECT_TRUE(written[0].notes.empty());
    const SeenClip shown = look_at(folder / "clip.mkv");
    EXPECT_EQ(shown.frames.front().code, 0);
    EXPECT_EQ(static_cast<std::int64_t>(shown.frames.size()), written[1].pictures);
    EXPECT_EQ(written[1].range.begin, (Timestamp{-8, {1, 10}}));
    EXPECT_EQ(written[1].notes.size(), 1U);
}

TEST(CopiedClip, NamesARangeWithoutPictures) {
    const TempFolder folder;
    const auto file = folder / "source.mp4";
    ClipPlan plan;
    plan.output = {"-c:v", "libx264", "-preset", "ultrafast"};
    make_clip(file, plan);
    for (const ClipMode mode : {ClipMode::copy, ClipMode::exact}) {
        ClipOptions options;
        options.mode = mode;
        try {
            write_clips(file, {{{{50, {1, 1}}, {60, {1, 1}}}, folder / "clip.mp4"}}, options);
            FAIL() << "a clip of nothing";
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::not_found);
            EXPECT_THAT(error.what(), ::testing::HasSubstr("the video ends at 0.96"));
        }
        EXPECT_FALSE(std::filesystem::exists(folder / "clip.mp4"));
    }
}

}  // namespace
}  // namespace sourcereel::media
