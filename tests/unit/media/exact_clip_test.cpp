// Parts encoded anew: the very pictures asked for, at their times.
#include <gmock/gmock.h>

#include "core/error.h"
#include "media/clip_writer.h"
#include "support/clip_maker.h"
#include "support/temp_folder.h"
#include "unit/media/clip_frames.h"

namespace sourcereel::media {
namespace {

using namespace sourcereel::support;
using ::testing::HasSubstr;

const std::vector<std::string> kX264{"-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "10"};

ClipOptions exact(const std::string& encoder = "") {
    ClipOptions options;
    options.mode = ClipMode::exact;
    options.encoder = encoder;
    return options;
}

/// The clip holds the source's pictures from `first` on, each at its time.
void expect_pictures(const SeenClip& source, std::size_t first, std::size_t count, const SeenClip& clip,
                     double tolerance_s, const std::string& about) {
    ASSERT_EQ(clip.frames.size(), count) << about;
    for (std::size_t i = 0; i < count; ++i) {
        EXPECT_EQ(clip.frames[i].code, source.frames[first + i].code) << about << ' ' << i;
        const double wanted = source.frames[first + i].pts.seconds() - source.frames[first].pts.seconds();
        EXPECT_NEAR(clip.frames[i].pts.seconds(), wanted, tolerance_s) << about << ' ' << i;
    }
    EXPECT_TRUE(clip.report.warnings.empty()) << about << ::testing::PrintToString(clip.report.warnings);
}

TEST(ExactClip, HoldsThePicturesOfTheRangeInEveryContainer) {
    const TempFolder folder;
    const auto file = folder / "source.mp4";
    ClipPlan plan;
    plan.pictures = 60;
    plan.output = kX264;
    make_clip(file, plan);
    const SeenClip source = look_at(file);
    for (const std::string extension : {".mp4", ".m4v", ".mov", ".mkv", ".ts", ".3gp"}) {
        const auto target = folder / ("clip" + extension);
        const auto written =
            write_clips(file, {{{source.frames[13].pts, source.frames[47].pts}, target}}, exact());
        ASSERT_EQ(written.size(), 1U);
        EXPECT_EQ(written[0].pictures, 34);
        EXPECT_EQ(written[0].range.begin, source.frames[13].pts);
        EXPECT_EQ(written[0].range.end, source.frames[47].pts);
        // Matroska counts milliseconds; the others hold these times exactly.
        expect_pictures(source, 13, 34, look_at(target), extension == ".mkv" ? 0.00051 : 1e-9, extension);
    }
}

TEST(ExactClip, KeepsAVariableRateToTheTick) {
    const TempFolder folder;
    const auto file = folder / "source.mp4";
    ClipPlan plan;
    plan.pictures = 50;
    plan.output = std::vector<std::string>{"-vf",
                                           "settb=1/1000,setpts=N*33+floor(N/3)*17+mod(N*7\\,11)",
                                           "-fps_mode",
                                           "passthrough",
                                           "-enc_time_base",
                                           "1:1000"} +
                  kX264;
    make_clip(file, plan);
    const SeenClip source = look_at(file);
    ASSERT_TRUE(source.info.variable_frame_rate);
    for (const std::string encoder : {"libx264", "mpeg4"}) {
        const auto target = folder / (encoder + ".mp4");
        write_clips(file, {{{source.frames[7].pts, source.frames[41].pts}, target}}, exact(encoder));
        const SeenClip clip = look_at(target);
        expect_pictures(source, 7, 34, clip, 1e-9, encoder);
        EXPECT_EQ(clip.report.end, difference(source.frames[41].pts, source.frames[7].pts)) << encoder;
    }
}

TEST(ExactClip, OfADroppedFrameRateIsExact) {
    const TempFolder folder;
    for (const std::string rate : {"30000/1001", "24000/1001", "60000/1001", "50"}) {
        const auto file = folder / "source.mp4";
        ClipPlan plan;
        plan.pictures = 40;
        plan.output =
            std::vector<std::string>{"-vf", "settb=AVTB,setpts=N/(" + rate + ")/TB", "-r", rate} + kX264;
        make_clip(file, plan);
        const SeenClip source = look_at(file);
        ASSERT_EQ(source.frames.size(), 40U) << rate;
        ClipOptions options = exact();
        options.if_exists = IfExists::replace;
        write_clips(file, {{{source.frames[11].pts, source.frames[30].pts}, folder / "clip.mp4"}}, options);
        const SeenClip clip = look_at(folder / "clip.mp4");
        expect_pictures(source, 11, 19, clip, 1e-9, rate);
        EXPECT_FALSE(clip.info.variable_frame_rate) << rate;
    }
}

TEST(ExactClip, StaysUprightHoweverTheSourceIsStored) {
    const TempFolder folder;
    const auto file = folder / "source.mp4";
    const std::vector<Matrix> matrices{{1, 0, 0, 1},  {0, 1, -1, 0}, {-1, 0, 0, -1}, {0, -1, 1, 0},
                                       {-1, 0, 0, 1}, {1, 0, 0, -1}, {0, 1, 1, 0},   {0, -1, -1, 0}};
    for (const Matrix& matrix : matrices) {
        ClipPlan plan;
        plan.stored = matrix;
        plan.output = kX264;
        make_clip(file, plan);
        set_display_matrix(file, matrix_values(matrix));
        const SeenClip source = look_at(file);
        for (const ClipMode mode : {ClipMode::exact, ClipMode::copy}) {
            ClipOptions options = exact();
            options.mode = mode;
            options.if_exists = IfExists::replace;
            write_clips(file, {{{source.frames[10].pts, source.frames[20].pts}, folder / "clip.mp4"}},
                        options);
            const SeenClip clip = look_at(folder / "clip.mp4");
            expect_pictures(source, 10, 10, clip, 1e-9, std::to_string(matrix.a) + std::to_string(matrix.b));
            EXPECT_EQ(clip.info.rotation, source.info.rotation);
            EXPECT_EQ(clip.info.width, source.info.width);
        }
    }
}

TEST(ExactClip, RefusesAContainerThatCannotSayHowThePictureIsTurned) {
    const TempFolder folder;
    const auto file = folder / "source.mp4";
    ClipPlan plan;
    plan.stored = {0, 1, -1, 0};
    plan.output = kX264;
    make_clip(file, plan);
    set_display_matrix(file, matrix_values(plan.stored));
    for (const ClipMode mode : {ClipMode::exact, ClipMode::copy}) {
        ClipOptions options = exact();
        options.mode = mode;
        try {
            write_clips(file, {{{{0, {1, 1}}, {1, {1, 1}}}, folder / "clip.mkv"}}, options);
            FAIL() << "a turned picture lost its turn";
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::unsupported);
            EXPECT_THAT(error.what(), HasSubstr("use .mp4 or .mov"));
        }
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "clip.mkv"));
}

TEST(ExactClip, KeepsThePixelShape) {
    const TempFolder folder;
    const auto file = folder / "source.mp4";
    ClipPlan plan;
    plan.output = std::vector<std::string>{"-vf", "setsar=16/11"} + kX264;
    make_clip(file, plan);
    const SeenClip source = look_at(file);
    ASSERT_EQ(source.info.width, 186);  // 128 · 16/11
    for (const std::string name : {"clip.mp4", "clip.mkv", "clip.ts"}) {
        write_clips(file, {{{source.frames[5].pts, source.frames[9].pts}, folder / name}}, exact());
        EXPECT_EQ(look_at(folder / name).info.width, 186) << name;
    }
}

TEST(ExactClip, TakesEveryKindOfPicture) {
    const TempFolder folder;
    struct Kind {
        std::string name;
        std::vector<std::string> output;
        int width = 128;
        int height = 96;
    };
    for (const Kind& kind : std::vector<Kind>{
             {"ten_bits.mp4", std::vector<std::string>{"-pix_fmt", "yuv420p10le"} + kX264},
             {"grey.mp4", std::vector<std::string>{"-pix_fmt", "gray"} + kX264},
             {"full_range.mp4", std::vector<std::string>{"-pix_fmt", "yuvj420p"} + kX264},
             {"444.mp4", std::vector<std::string>{"-pix_fmt", "yuv444p"} + kX264},
             {"vp9.webm", {"-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "1M"}},
             {"mpeg2.ts", {"-c:v", "mpeg2video", "-q:v", "2", "-bf", "2"}},
             {"mpeg4.avi", {"-c:v", "mpeg4", "-q:v", "2"}},
             {"rgb.mkv", {"-c:v", "ffv1", "-pix_fmt", "bgr0"}},
             {"odd.mp4", std::vector<std::string>{"-pix_fmt", "yuv444p"} + kX264, 127, 97}}) {
        const auto file = folder / kind.name;
        ClipPlan plan;
        plan.width = kind.width;
        plan.height = kind.height;
        plan.output = kind.output;
        if (kind.width % 2 != 0) {  // Raw 4:2:0 cannot be odd: cut a column and two rows off.
            plan.width = 128;
            plan.height = 99;
            plan.height = 98;
            plan.output = std::vector<std::string>{"-vf", "format=yuv444p,crop=127:97:0:0"} + plan.output;
        }
        make_clip(file, plan);
        const SeenClip source = look_at(file);
        for (const std::string encoder : {"libx264", "mpeg4"}) {
            if (encoder == "mpeg4" && kind.width % 2 != 0) continue;
            const auto target = folder / (kind.name + encoder + ".mp4");
            write_clips(file, {{{source.frames[4].pts, source.frames[17].pts}, target}}, exact(encoder));
            const SeenClip clip = look_at(target);
            expect_pictures(source, 4, 13, clip,
                            kind.name == "rgb.mkv" || kind.name == "vp9.webm" ? 0.00051 : 1e-9,
                            kind.name + " " + encoder);
            EXPECT_EQ(clip.info.width, source.info.width) << kind.name;
            EXPECT_EQ(clip.info.height, source.info.height) << kind.name;
        }
    }
}

TEST(ExactClip, OfManyPartsLosesNoPictureBetweenThem) {
    const TempFolder folder;
    const auto file = folder / "source.mp4";
    ClipPlan plan;
    plan.pictures = 60;
    plan.output = kX264;
    make_clip(file, plan);
    const SeenClip source = look_at(file);
    std::vector<ClipPart> parts;
    const std::vector<std::size_t> borders{0, 1, 2, 20, 21, 59, 60};
    const auto at = [&](std::size_t n) { return n < 60 ? source.frames[n].pts : source.report.end; };
    for (std::size_t i = 0; i + 1 < borders.size(); ++i)
        parts.push_back({{at(borders[i]), at(borders[i + 1])}, folder / (std::to_string(i) + ".mp4")});
    const auto written = write_clips(file, parts, exact());
    ASSERT_EQ(written.size(), parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const SeenClip clip = look_at(parts[i].target);
        expect_pictures(source, borders[i], borders[i + 1] - borders[i], clip, 1e-9, std::to_string(i));
        EXPECT_EQ(clip.report.end, difference(at(borders[i + 1]), at(borders[i])));
    }
}

TEST(ExactClip, ShowsThePictureThatStandsWhereNoneBegins) {
    const TempFolder folder;
    const auto file = folder / "slides.mp4";
    ClipPlan plan;
    plan.pictures = 4;
    plan.output = std::vector<std::string>{"-vf", "setpts=N*3/TB", "-fps_mode", "passthrough"} + kX264;
    make_clip(file, plan);
    for (const auto& [begin, code] : std::vector<std::pair<int, int>>{{4, 1}, {8, 2}}) {
        const auto target = folder / (std::to_string(begin) + ".mp4");
        write_clips(file, {{{{begin, {1, 1}}, {begin + 1, {1, 1}}}, target}}, exact());
        const SeenClip clip = look_at(target);
        ASSERT_EQ(clip.frames.size(), 1U);
        EXPECT_EQ(clip.frames[0].code, code);
    }
}

TEST(ExactClip, ShortensTheLastPictureToTheEndAskedFor) {
    const TempFolder folder;
    const auto file = folder / "slides.mp4";
    ClipPlan plan;
    plan.pictures = 4;
    plan.output = std::vector<std::string>{"-vf", "setpts=N*3/TB", "-fps_mode", "passthrough"} + kX264;
    make_clip(file, plan);
    write_clips(file, {{{{3, {1, 1}}, {7, {1, 1}}}, folder / "clip.mp4"}}, exact());
    const SeenClip clip = look_at(folder / "clip.mp4");
    ASSERT_EQ(clip.frames.size(), 2U);
    EXPECT_EQ(clip.report.end, (Timestamp{4, {1, 1}}));
}

TEST(ExactClip, FarIntoAVideoIsTheSameAsFromItsBeginning) {
    const TempFolder folder;
    const std::vector<std::string> closed{"-c:v", "libx264", "-preset", "veryfast", "-bf", "3", "-g", "25"};
    const std::vector<std::string> open{
        "-c:v",         "libx264",
        "-preset",      "veryfast",
        "-x264-params", "open-gop=1:bframes=3:b-adapt=0:keyint=25:min-keyint=25:b-pyramid=normal"};
    const std::vector<std::string> refresh{"-c:v",     "libx264",      "-preset",
                                           "veryfast", "-x264-params", "intra-refresh=1:keyint=25"};
    const std::vector<std::string> varying{"-vf",
                                           "settb=1/1000,setpts=N*33+floor(N/3)*17+mod(N*7\\,11)",
                                           "-fps_mode",
                                           "passthrough",
                                           "-enc_time_base",
                                           "1:1000"};
    for (const auto& codec : {closed, open, refresh, varying + closed}) {
        for (const std::string name : {"source.mp4", "source.mkv", "source.mov", "source.ts"}) {
            const auto file = folder / name;
            ClipPlan plan;
            plan.pictures = 250;
            plan.output = codec + std::vector<std::string>{"-output_ts_offset", "3.2"};
            make_clip(file, plan);
            const SeenClip source = look_at(file);
            ASSERT_EQ(source.frames.size(), 250U);
            for (const auto& [first, last] : std::vector<std::pair<std::size_t, std::size_t>>{
                     {200, 230}, {225, 226}, {160, 163}, {249, 250}}) {
                ClipOptions options = exact();
                options.if_exists = IfExists::replace;
                const Timestamp end = last < 250 ? source.frames[last].pts : source.report.end;
                const auto written =
                    write_clips(file, {{{source.frames[first].pts, end}, folder / "clip.mp4"}}, options);
                EXPECT_EQ(written[0].range.begin, source.frames[first].pts);
                expect_pictures(source, first, last - first, look_at(folder / "clip.mp4"), 1e-9,
                                name + " " + std::to_string(first));
            }
        }
    }
}

TEST(ExactClip, OfATruncatedFileHoldsWhatIsThere) {
    const TempFolder folder;
    const auto file = folder / "source.ts";
    ClipPlan plan;
    plan.pictures = 60;
    plan.output = kX264;
    make_clip(file, plan);
    truncate_to(file, 0.6);
    const SeenClip source = look_at(file);
    ASSERT_GT(source.frames.size(), 25U);
    ASSERT_LT(source.frames.size(), 59U);
    write_clips(file, {{{source.frames[20].pts, {100, {1, 1}}}, folder / "clip.mp4"}}, exact());
    EXPECT_EQ(look_at(folder / "clip.mp4").frames.size(), source.frames.size() - 20);
}

}  // namespace
}  // namespace sourcereel::media
