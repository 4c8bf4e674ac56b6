// Display matrix, pixel shape and changes of size: what is given is what an eye should see.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "media/frame_reader.h"
#include "support/clip_maker.h"
#include "support/temp_folder.h"

namespace sourcereel::media {
namespace {

using namespace sourcereel::support;

struct Turned {
    std::string name;
    Matrix matrix;
    int rotation;
};

class DisplayMatrix : public ::testing::TestWithParam<Turned> {};

TEST_P(DisplayMatrix, IsAppliedSoThatThePictureIsUpright) {
    const TempFolder folder;
    for (const std::string pixels : {"yuv420p", "yuv422p10le"}) {
        const auto file = folder / ("clip_" + pixels + ".mp4");
        ClipPlan plan;
        plan.pictures = 8;
        plan.stored = GetParam().matrix;
        plan.output = {"-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", pixels};
        make_clip(file, plan);
        set_display_matrix(file, matrix_values(plan.stored));

        FrameReader reader{file};
        EXPECT_EQ(reader.info().rotation, GetParam().rotation);
        EXPECT_EQ(reader.info().width, plan.width);
        EXPECT_EQ(reader.info().height, plan.height);
        int n = 0;
        while (const auto frame = reader.next()) {
            ASSERT_EQ(frame->width(), plan.width);
            ASSERT_EQ(frame->height(), plan.height);
            EXPECT_EQ(read_code(*frame), n++);
            EXPECT_NEAR(mean_of(frame->u), kCodeU, 8);
        }
        EXPECT_EQ(n, plan.pictures);
        EXPECT_TRUE(reader.report().warnings.empty()) << ::testing::PrintToString(reader.report().warnings);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Media, DisplayMatrix,
    ::testing::Values(Turned{"none", {1, 0, 0, 1}, 0}, Turned{"clockwise_90", {0, 1, -1, 0}, 90},
                      Turned{"half_turn", {-1, 0, 0, -1}, 180},
                      Turned{"counterclockwise_90", {0, -1, 1, 0}, 270}, Turned{"mirrored", {-1, 0, 0, 1}, 0},
                      Turned{"upside_down", {1, 0, 0, -1}, 180}, Turned{"transposed", {0, 1, 1, 0}, 270}),
    [](const auto& made) { return made.param.name; });

TEST(FrameReader, IgnoresAndReportsADisplayMatrixThatFlattensThePicture) {
    const TempFolder folder;
    const auto file = folder / "clip.mp4";
    make_clip(file, {});
    set_display_matrix(file, {1 << 16, 1 << 16, 0, 1 << 16, 1 << 16, 0, 0, 0, 1 << 30});
    FrameReader reader{file};
    const auto frame = reader.next();
    ASSERT_TRUE(frame);
    EXPECT_EQ(read_code(*frame), 0);
    EXPECT_EQ(reader.report().warnings.size(), 1U);
}

struct Shape {
    std::string name;
    std::string ratio;
    int shown_width;
    bool believed;
};

class PixelShape : public ::testing::TestWithParam<Shape> {};

TEST_P(PixelShape, MakesPixelsSquareByWidth) {
    const TempFolder folder;
    const auto file = folder / "clip.mkv";
    ClipPlan plan;
    plan.pictures = 4;
    plan.output = {"-c:v", "libx264", "-preset", "ultrafast", "-vf", "setsar=" + GetParam().ratio};
    make_clip(file, plan);
    FrameReader reader{file};
    EXPECT_EQ(reader.info().width, GetParam().shown_width);
    EXPECT_EQ(reader.info().height, plan.height);
    int n = 0;
    while (const auto frame = reader.next()) {
        ASSERT_EQ(frame->width(), GetParam().shown_width);
        ASSERT_EQ(frame->height(), plan.height);
        EXPECT_EQ(frame->u.width, (GetParam().shown_width + 1) / 2);
        EXPECT_EQ(read_code(*frame), n++);
    }
    EXPECT_EQ(n, plan.pictures);
    EXPECT_EQ(reader.report().warnings.empty(), GetParam().believed);
}

INSTANTIATE_TEST_SUITE_P(Media, PixelShape,
                         ::testing::Values(Shape{"ntsc", "8/9", 114, true},
                                           Shape{"pal_wide", "16/11", 186, true},
                                           Shape{"square", "1/1", 128, true},
                                           Shape{"twice", "2/1", 256, true},
                                           Shape{"absurd", "20/1", 128, false}),
                         [](const auto& made) { return made.param.name; });

TEST(FrameReader, AppliesThePixelShapeBeforeThePictureIsTurned) {
    const TempFolder folder;
    const auto file = folder / "clip.mp4";
    ClipPlan plan;
    plan.pictures = 4;
    plan.stored = {0, 1, -1, 0};  // Stored 96 wide, 128 high.
    plan.output = {"-c:v", "libx264", "-preset", "ultrafast", "-vf", "setsar=2/1"};
    make_clip(file, plan);
    set_display_matrix(file, matrix_values(plan.stored));
    FrameReader reader{file};
    const auto frame = reader.next();
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->width(), 128);
    EXPECT_EQ(frame->height(), 192);
    EXPECT_EQ(read_code(*frame), 0);
}

TEST(FrameReader, ScalesPicturesThatChangeTheirSizeToTheFirstAndSaysSo) {
    const TempFolder folder;
    ClipPlan plan;
    plan.pictures = 6;
    plan.output = {"-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency"};
    make_clip(folder / "a.ts", plan);
    plan.width = 256;
    plan.height = 192;
    make_clip(folder / "b.ts", plan);
    write_bytes(folder / "both.ts", bytes_of(folder / "a.ts") + bytes_of(folder / "b.ts"));
    FrameReader reader{folder / "both.ts"};
    int n = 0;
    Timestamp last{-1, {1, 1}};
    while (const auto frame = reader.next()) {
        ASSERT_EQ(frame->width(), 128);
        ASSERT_EQ(frame->height(), 96);
        EXPECT_EQ(read_code(*frame), n % 6);
        EXPECT_GT(frame->pts, last);
        last = frame->pts;
        ++n;
    }
    EXPECT_EQ(n, 12);
    bool said = false;
    for (const std::string& warning : reader.report().warnings)
        said = said || warning.find("size changes 1 time") != std::string::npos;
    EXPECT_TRUE(said) << ::testing::PrintToString(reader.report().warnings);
}

}  // namespace
}  // namespace sourcereel::media
