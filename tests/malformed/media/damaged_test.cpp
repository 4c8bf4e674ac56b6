// Good files with some bytes changed or missing: what is left is read, or an error says why not.
#include <gtest/gtest.h>

#include <cstdint>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "core/error.h"
#include "media/frame_reader.h"
#include "support/clip_maker.h"
#include "support/temp_folder.h"

namespace sourcereel::media {
namespace {

using namespace sourcereel::support;

/// Reads to the end and checks what must hold of any file. Returns the pictures read; 0 for an error.
std::int64_t read_through(const std::filesystem::path& file) {
    try {
        FrameReader reader{file};
        std::int64_t pictures = 0;
        Timestamp last{-1, {1, 1}};
        const int width = reader.info().width;
        const int height = reader.info().height;
        unsigned sum = 0;
        while (const auto frame = reader.next()) {
            EXPECT_EQ(frame->width(), width);
            EXPECT_EQ(frame->height(), height);
            EXPECT_EQ(frame->index, pictures);
            EXPECT_GT(frame->pts, last);
            for (const Plane* plane : {&frame->luma, &frame->u, &frame->v})
                for (int y = 0; y < plane->height; ++y) sum += plane->row(y)[plane->width - 1];
            last = frame->pts;
            ++pictures;
        }
        EXPECT_GT(reader.report().end, last) << sum;
        EXPECT_GE(reader.report().decoded_share, 0.0);
        EXPECT_LE(reader.report().decoded_share, 1.0);
        EXPECT_GT(pictures, 0) << "no picture and no error";
        return pictures;
    } catch (const Error& error) {
        EXPECT_NE(error.kind(), ErrorKind::internal) << error.what();
        EXPECT_TRUE(std::string{error.what()}.starts_with(file.string() + ": ")) << error.what();
        ::testing::Test::RecordProperty("error", error.what());
        return 0;
    }
}

struct Victim {
    std::string extension;
    std::vector<std::string> options;
    friend std::ostream& operator<<(std::ostream& out, const Victim& victim) {
        return out << victim.extension;
    }
};

TEST(FileBeingWritten, IsBusyAndNotAResult) {
    const TempFolder folder;
    const auto whole = folder / "whole.ts";
    ClipPlan plan;
    plan.output = {"-c:v", "mpeg2video"};
    make_clip(whole, plan);
    const std::string bytes = bytes_of(whole);
    const auto file = folder / "clip.ts";
    write_bytes(file, bytes.substr(0, bytes.size() / 2));
    FrameReader reader{file};
    ASSERT_TRUE(reader.next());
    write_bytes(file, bytes);
    try {
        while (reader.next()) {
        }
        ADD_FAILURE() << "not noticed";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::busy) << error.what();
        EXPECT_TRUE(std::string{error.what()}.starts_with(file.string() + ": changed")) << error.what();
    }
}

class Damage : public ::testing::TestWithParam<Victim> {
protected:
    void SetUp() override {
        file_ = folder_ / ("clip." + GetParam().extension);
        ClipPlan plan;
        // Noise, so that most of the file is pictures and not headers.
        plan.output = {"-vf", "noise=alls=30:allf=t"};
        plan.output.insert(plan.output.end(), GetParam().options.begin(), GetParam().options.end());
        make_clip(file_, plan);
        good_ = bytes_of(file_);
    }
    TempFolder folder_;
    std::filesystem::path file_;
    std::string good_;
};

TEST_P(Damage, AtAnyLengthEndsInAnAnswer) {
    for (int sixteenths = 0; sixteenths < 16; ++sixteenths) {
        write_bytes(file_, good_.substr(0, good_.size() * static_cast<std::size_t>(sixteenths) / 16));
        SCOPED_TRACE(sixteenths);
        EXPECT_LE(read_through(file_), 24);
    }
}

TEST_P(Damage, OfRandomBytesEndsInAnAnswer) {
    std::mt19937 random{20'240'901};
    for (int round = 0; round < 24; ++round) {
        std::string bad = good_;
        // Half of the rounds strike the beginning, where the structure is.
        const std::size_t reach = round % 2 == 0 ? bad.size() : std::min<std::size_t>(bad.size(), 1500);
        const int strikes = 1 << round % 6;
        for (int n = 0; n < strikes; ++n) bad[random() % reach] = static_cast<char>(random());
        write_bytes(file_, bad);
        SCOPED_TRACE(round);
        read_through(file_);
    }
}

TEST_P(Damage, InTheMiddleLeavesThePicturesBefore) {
    std::string bad = good_;
    std::mt19937 random{7};
    for (std::size_t at = bad.size() * 7 / 10; at < bad.size() * 8 / 10; ++at)
        bad[at] = static_cast<char>(random());
    write_bytes(file_, bad);
    EXPECT_GT(read_through(file_), 0);
}

INSTANTIATE_TEST_SUITE_P(
    Media, Damage,
    ::testing::Values(
        Victim{"mp4",
               {"-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "6", "-movflags", "+faststart"}},
        Victim{"mkv", {"-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none:keyint=6"}},
        Victim{"webm", {"-c:v", "libvpx-vp9", "-deadline", "realtime", "-b:v", "1M", "-g", "6"}},
        Victim{"avi", {"-c:v", "mpeg4", "-g", "6"}},
        Victim{"mov", {"-c:v", "prores", "-movflags", "+faststart"}},
        Victim{"ts", {"-c:v", "mpeg2video", "-g", "6"}}, Victim{"flv", {"-c:v", "flv", "-g", "6"}},
        Victim{"gif", {}}, Victim{"ogv", {"-c:v", "libtheora", "-g", "6"}}),
    [](const auto& made) { return made.param.extension; });

}  // namespace
}  // namespace sourcereel::media
