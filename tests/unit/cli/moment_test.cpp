#include "sourcereel/moment.h"

#include <gtest/gtest.h>

namespace sourcereel::cli {
namespace {

constexpr TimeBase kMilliseconds{1, 1000};

TEST(Moment, MayBeWrittenInThreeWays) {
    for (const char* text : {"75.5", "1:15.5", "0:01:15.5", "00:00:75.50"}) {
        const auto moment = parse_moment(text);
        if (std::string_view(text) == "00:00:75.50") {
            EXPECT_FALSE(moment);  // Only the first number may be as large as it likes.
            continue;
        }
        ASSERT_TRUE(moment) << text;
        EXPECT_EQ(*moment, (Timestamp{75'500, kMilliseconds})) << text;
    }
    EXPECT_EQ(*parse_moment("90:00"), (Timestamp{5400, {1, 1}}));
    EXPECT_EQ(*parse_moment("100:00:00"), (Timestamp{360'000, {1, 1}}));
    EXPECT_EQ(*parse_moment("0"), (Timestamp{0, {1, 1}}));
}

TEST(Moment, IsNothingElse) {
    for (const char* text : {"", ".", "1.", ".5", "-1", "1e3", "1:", ":1", "1:2:3:4", "1:60", "0:60:00", " 1",
                             "1s", "0x10", "12345678", "1.0123456789", "1,5", "1:2.5:3"})
        EXPECT_FALSE(parse_moment(text)) << text;
}

TEST(Moment, AsPrintedFindsThePictureThatItWasPrintedFor) {
    // Frame 128 at 29.97: 4.27093333… s, printed as 4.271 or 4.270933.
    const Timestamp frame{128 * 1001, {1, 30000}};
    const Timestamp before{127 * 1001, {1, 30000}};
    for (const char* text : {"4.271", "4.270933"}) {
        EXPECT_LE(*parse_moment(text), frame) << text;
        EXPECT_GT(*parse_moment(text), before) << text;
    }
    EXPECT_EQ(*parse_moment("0.000"), (Timestamp{0, {1, 1}}));
}

TEST(MomentRange, MayLackEitherEnd) {
    EXPECT_EQ(*parse_moment_range("1:02.5-1:10"), (TimeRange{{62'500, kMilliseconds}, {70, {1, 1}}}));
    EXPECT_EQ(parse_moment_range("-3")->begin, (Timestamp{0, {1, 1}}));
    EXPECT_EQ(parse_moment_range("3-")->begin, (Timestamp{3, {1, 1}}));
    EXPECT_GT(parse_moment_range("3-")->end, (Timestamp{1'000'000, {1, 1}}));
    for (const char* text : {"", "-", "5", "5-4", "5-5", "a-b", "1-2-3"})
        EXPECT_FALSE(parse_moment_range(text)) << text;
}

}  // namespace
}  // namespace sourcereel::cli
