#include "text/running_line.h"

#include <gtest/gtest.h>

namespace sourcereel::text {
namespace {

TEST(PresenceRule, AFaintTextIsSmoothedAndAnOpaqueOneIsNot) {
    EXPECT_EQ(PresenceRule(0.95).smoothing(), 1u);
    EXPECT_EQ(PresenceRule(0.3).smoothing(), 5u);
    EXPECT_GT(PresenceRule(0.95).threshold(), 0.45);
    EXPECT_LT(PresenceRule(0.3).threshold(), 0.2);
}

TEST(FindRun, TakesTheLongestRunAndForgivesOneMiss) {
    const PresenceRule rule(1.0);
    const auto run = find_run({1, 1, 0, 0, 0, 1, 1, 0, 1, 1, 0}, rule, 100);
    ASSERT_TRUE(run);
    EXPECT_EQ(run->first, 105);
    EXPECT_EQ(run->last, 109);
}

TEST(FindRun, TakesTheNewestWhereThatIsWanted) {
    const auto run = find_run({1, 1, 1, 1, 0, 0, 0, 1, 1}, PresenceRule(1.0), 100, WhichRun::newest);
    ASSERT_TRUE(run);
    EXPECT_EQ(run->first, 107);
    EXPECT_EQ(run->last, 108);
}

TEST(FindRun, IsEmptyWhereTheTextNeverIs) {
    EXPECT_FALSE(find_run({0, 0.1, 0, 0.2}, PresenceRule(1.0), 0));
}

}  // namespace
}  // namespace sourcereel::text
