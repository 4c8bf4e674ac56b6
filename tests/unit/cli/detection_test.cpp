#include "sourcereel/detection.h"

#include <gtest/gtest.h>

#include <array>

#include "sourcereel/command_line.h"
#include "sourcereel/shot_files.h"

namespace sourcereel::cli {
namespace {

TEST(Detection, TakesWhatTheCommandLineSays) {
    const auto arguments =
        std::to_array<const char*>({"sourcereel", "shots", "a.mp4", "--min-shot", "0.5", "--sensitivity",
                                    "0.9", "--crop", "0,60,640,240", "--from", "1:00", "--to", "1:30.5"});
    const CommandLine line = parse_command_line(static_cast<int>(arguments.size()), arguments.data()).line;
    const shots::ShotOptions options = detection_of(line);
    EXPECT_EQ(options.min_shot_s, 0.5);
    EXPECT_EQ(options.sensitivity, 0.9);
    EXPECT_EQ(options.crop, (Rect{0, 60, 640, 240}));
    EXPECT_EQ(options.from, (Timestamp{60, {1, 1}}));
    EXPECT_EQ(options.to, (Timestamp{905, {1, 10}}));
    EXPECT_FALSE(detection_of({}).from);
    EXPECT_TRUE(detection_of({}).crop.empty());
}

TEST(Detection, NamesWhatItCannotFollow) {
    const auto refused = [](auto CommandLine::*member, const char* value) {
        CommandLine line;
        line.*member = value;
        EXPECT_THROW(detection_of(line), UsageError) << value;
    };
    for (const char* crop :
         {"", "1,2,3", "1,2,3,4,5", "0,0,0,5", "-1,0,5,5", "0,0,a,5", "0,0,5.5,5", "0,0,999999999999,5"})
        refused(&CommandLine::crop, crop);
    refused(&CommandLine::from, "soon");
    refused(&CommandLine::to, "0");
    CommandLine line;
    line.from = "5";
    line.to = "5";
    EXPECT_THROW(detection_of(line), UsageError);
}

TEST(ShotFiles, AreNamedByShotAndTimeSoThatTheySort) {
    EXPECT_EQ(shot_file_stem(3, {62'480, {1, 1000}}), "shot-0003_00h01m02.480s");
    EXPECT_EQ(shot_file_stem(12'345, {3'600'000 + 999, {1, 1000}}), "shot-12345_01h00m00.999s");
    EXPECT_EQ(shot_file_stem(0, {1'001, {1, 30'000}}), "shot-0000_00h00m00.033s");
}

}  // namespace
}  // namespace sourcereel::cli
