#include "core/time.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace sourcereel {
namespace {

TEST(Timestamp, EqualMomentsInDifferentTimeBasesAreEqual) {
    EXPECT_EQ((Timestamp{1000, {1, 1000}}), (Timestamp{90000, {1, 90000}}));
    EXPECT_EQ((Timestamp{30, {1001, 30000}}), (Timestamp{1001, {1, 1000}}));
}

TEST(Timestamp, OneTickApartIsNotEqualEvenWhereDoublesAre) {
    const std::int64_t huge = std::int64_t{1} << 55;
    const Timestamp a{huge, {1, 90000}};
    const Timestamp b{huge + 1, {1, 90000}};
    ASSERT_EQ(a.seconds(), b.seconds());
    EXPECT_LT(a, b);
}

TEST(Timestamp, TheLargestTicksDoNotOverflowWhenCompared) {
    const Timestamp a{std::numeric_limits<std::int64_t>::max(), {2147483647, 1}};
    const Timestamp b{std::numeric_limits<std::int64_t>::min(), {1, 2147483647}};
    EXPECT_GT(a, b);
}

TEST(TimeRange, HoldsItsBeginAndNotItsEnd) {
    const TimeRange range{{0, {1, 25}}, {25, {1, 25}}};
    EXPECT_TRUE(range.contains({0, {1, 25}}));
    EXPECT_TRUE(range.contains({999, {1, 1000}}));
    EXPECT_FALSE(range.contains({1, {1, 1}}));
    EXPECT_DOUBLE_EQ(range.duration_seconds(), 1.0);
}

}  // namespace
}  // namespace sourcereel
