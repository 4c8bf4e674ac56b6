#include "media/av/planes.h"

#include <gtest/gtest.h>

#include <cstring>
#include <tuple>

namespace sourcereel::media::av {
namespace {

/// A picture whose planes are filled with one byte each: 50, 100, 150.
FramePtr picture(AVPixelFormat format, int width, int height) {
    FramePtr frame = make_frame();
    frame->format = format;
    frame->width = width;
    frame->height = height;
    EXPECT_EQ(av_frame_get_buffer(frame.get(), 0), 0);
    for (int n = 0; n < 3; ++n)
        if (frame->data[n] != nullptr)
            for (int y = 0; y < (n == 0 ? height : (height + 1) / 2); ++y)
                std::memset(frame->data[n] + y * frame->linesize[n], 50 * (n + 1),
                            static_cast<std::size_t>(n == 0 ? width : (width + 1) / 2));
    return frame;
}

TEST(PictureShaper, PassesEightBitPlanesWithoutACopy) {
    for (const AVPixelFormat format :
         {AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUV422P, AV_PIX_FMT_YUVA420P, AV_PIX_FMT_GRAY8}) {
        FramePtr source = picture(format, 33, 17);
        const std::uint8_t* luma = source->data[0];
        PictureShaper shaper{33, 17, {}, true};
        const Frame frame = shaper.shape(std::move(source));
        EXPECT_EQ(frame.luma.data, luma);
        EXPECT_EQ(frame.u.empty(), format == AV_PIX_FMT_GRAY8);
    }
}

TEST(PictureShaper, RoundsOddSidesOfChromaUp) {
    PictureShaper shaper{33, 17, {}, true};
    const Frame frame = shaper.shape(picture(AV_PIX_FMT_YUV420P, 33, 17));
    EXPECT_EQ(frame.u.width, 17);
    EXPECT_EQ(frame.v.height, 9);
    EXPECT_EQ(frame.u.row(8)[16], 100);
    EXPECT_EQ(frame.v.row(8)[16], 150);
}

TEST(PictureShaper, TurnsBottomUpRowsOver) {
    FramePtr source = picture(AV_PIX_FMT_GRAY8, 16, 4);
    for (int y = 0; y < 4; ++y) std::memset(source->data[0] + y * source->linesize[0], 10 * y, 16);
    source->data[0] += 3 * source->linesize[0];
    source->linesize[0] = -source->linesize[0];
    PictureShaper shaper{16, 4, {}, true};
    const Frame frame = shaper.shape(std::move(source));
    ASSERT_GE(frame.luma.stride, 16);
    for (int y = 0; y < 4; ++y) EXPECT_EQ(frame.luma.row(y)[15], 10 * (3 - y));
}

TEST(PictureShaper, RoundsDeepSamplesToTheNearestOfEightBits) {
    FramePtr source = picture(AV_PIX_FMT_YUV420P10LE, 8, 2);
    auto* row = reinterpret_cast<std::uint16_t*>(source->data[0]);
    const std::uint16_t values[8] = {0, 1, 2, 5, 6, 940, 1022, 1023};
    std::memcpy(row, values, sizeof values);
    PictureShaper shaper{8, 2, {}, true};
    const Frame frame = shaper.shape(std::move(source));
    const int expected[8] = {0, 0, 1, 1, 2, 235, 255, 255};
    for (int x = 0; x < 8; ++x) EXPECT_EQ(frame.luma.row(0)[x], expected[x]) << x;
}

TEST(PictureShaper, TakesInterleavedChromaApart) {
    FramePtr source = picture(AV_PIX_FMT_NV12, 16, 8);
    for (int y = 0; y < 4; ++y)
        for (int x = 0; x < 16; ++x) source->data[1][y * source->linesize[1] + x] = x % 2 == 0 ? 90 : 170;
    PictureShaper shaper{16, 8, {}, true};
    const Frame frame = shaper.shape(std::move(source));
    EXPECT_EQ(frame.luma.row(7)[15], 50);
    EXPECT_EQ(frame.u.row(3)[7], 90);
    EXPECT_EQ(frame.v.row(3)[7], 170);
}

TEST(PictureShaper, KeepsTheRangeOfLumaThroughEveryStep) {
    // 20 and 250 would move if full range were taken for limited or the other way round.
    for (const AVColorRange range : {AVCOL_RANGE_MPEG, AVCOL_RANGE_JPEG}) {
        for (const AVPixelFormat format : {AV_PIX_FMT_YUV420P, AV_PIX_FMT_NV12, AV_PIX_FMT_GRAY8}) {
            FramePtr source = picture(format, 32, 32);
            source->color_range = range;
            for (int y = 0; y < 32; ++y)
                std::memset(source->data[0] + y * source->linesize[0], y < 16 ? 20 : 250, 32);
            PictureShaper shaper{64, 32, {true, true, false}, true};
            const Frame frame = shaper.shape(std::move(source));
            EXPECT_EQ(frame.full_range, range == AVCOL_RANGE_JPEG);
            ASSERT_EQ(frame.width(), 32);
            ASSERT_EQ(frame.height(), 64);
            EXPECT_EQ(frame.luma.row(32)[28], 20);
            EXPECT_EQ(frame.luma.row(32)[3], 250);
        }
    }
}

TEST(PictureShaper, MakesLimitedLumaOfRgb) {
    FramePtr source = picture(AV_PIX_FMT_RGB24, 32, 32);
    for (int y = 0; y < 32; ++y) std::memset(source->data[0] + y * source->linesize[0], y < 16 ? 0 : 255, 96);
    PictureShaper shaper{32, 32, {}, true};
    const Frame frame = shaper.shape(std::move(source));
    EXPECT_FALSE(frame.full_range);
    EXPECT_NEAR(frame.luma.row(4)[4], 16, 1);
    EXPECT_NEAR(frame.luma.row(28)[4], 235, 1);
    EXPECT_NEAR(frame.u.row(4)[4], 128, 1);
}

TEST(PictureShaper, KeepsTheLumaOfRgbThatSpansOnly16To235) {
    FramePtr source = picture(AV_PIX_FMT_RGB24, 32, 32);
    source->color_range = AVCOL_RANGE_MPEG;
    for (int y = 0; y < 32; ++y)
        std::memset(source->data[0] + y * source->linesize[0], y < 16 ? 16 : 235, 96);
    PictureShaper shaper{32, 32, {}, true};
    const Frame frame = shaper.shape(std::move(source));
    EXPECT_FALSE(frame.full_range);
    EXPECT_NEAR(frame.luma.row(4)[4], 16, 1);
    EXPECT_NEAR(frame.luma.row(28)[4], 235, 1);
}

TEST(PictureShaper, TellsTheMatrixThatTheFileStatesAndGuessesOnlyWithoutOne) {
    const auto told = [](AVColorSpace stated, int width, int height) {
        FramePtr source = picture(AV_PIX_FMT_YUV420P, width, height);
        source->colorspace = stated;
        PictureShaper shaper{width, height, {true, false, false}, true};
        return shaper.shape(std::move(source)).matrix;
    };
    EXPECT_EQ(told(AVCOL_SPC_BT709, 64, 48), ColorMatrix::bt709);
    EXPECT_EQ(told(AVCOL_SPC_SMPTE170M, 1280, 720), ColorMatrix::bt601);
    EXPECT_EQ(told(AVCOL_SPC_BT2020_NCL, 64, 48), ColorMatrix::bt2020);
    EXPECT_EQ(told(AVCOL_SPC_UNSPECIFIED, 720, 576), ColorMatrix::bt601);
    EXPECT_EQ(told(AVCOL_SPC_UNSPECIFIED, 1280, 534), ColorMatrix::bt709);
}

TEST(PictureShaper, MakesYuvOfRgbByTheMatrixThatItTells) {
    for (const auto& [width, height, luma_of_red] : {std::tuple{64, 48, 81}, std::tuple{1280, 534, 63}}) {
        FramePtr source = picture(AV_PIX_FMT_RGB24, width, height);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < 3 * width; ++x)
                source->data[0][y * source->linesize[0] + x] = x % 3 == 0 ? 255 : 0;
        PictureShaper shaper{width, height, {}, true};
        const Frame frame = shaper.shape(std::move(source));
        EXPECT_EQ(frame.matrix, luma_of_red == 81 ? ColorMatrix::bt601 : ColorMatrix::bt709);
        EXPECT_NEAR(frame.luma.row(10)[10], luma_of_red, 1);
    }
}

}  // namespace
}  // namespace sourcereel::media::av
