#include "sourcereel/progress_line.h"

#include <gtest/gtest.h>

namespace sourcereel::cli {
namespace {

TEST(Progress, TheLineSaysShareSpeedAndTimeLeft) {
    EXPECT_EQ(progress_text({2, 10, 0.414, 3.21, 45}), "2 of 10   41 %   3.2x   0:45 left");
    EXPECT_EQ(progress_text({0, 1, 0.004, 0, 0}), "0 %   0.0x");
}

TEST(Progress, JsonIsOneLine) {
    EXPECT_EQ(
        progress_json({2, 10, 0.5, 3.2, 45}),
        R"({"schema": "sourcereel.progress/1", "done": 2, "inputs": 10, "share": 0.5000, "speed": 3.20, )"
        R"("seconds_left": 45.0})");
    EXPECT_NE(progress_json({0, 1, 0, 0, 0}).find(R"("seconds_left": null})"), std::string::npos);
}

}  // namespace
}  // namespace sourcereel::cli
