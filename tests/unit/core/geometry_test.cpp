#include "core/geometry.h"

#include <gtest/gtest.h>

namespace sourcereel {
namespace {

TEST(Rect, NeighboursThatTouchDoNotIntersect) {
    EXPECT_TRUE(intersection({0, 0, 10, 10}, {10, 0, 10, 10}).empty());
    EXPECT_EQ(intersection({0, 0, 10, 10}, {9, 9, 10, 10}), (Rect{9, 9, 1, 1}));
}

TEST(Rect, HullWithAnEmptyRectangleIsTheOther) {
    EXPECT_EQ(hull({}, {3, 4, 5, 6}), (Rect{3, 4, 5, 6}));
    EXPECT_EQ(hull({0, 0, 2, 2}, {8, 8, 2, 2}), (Rect{0, 0, 10, 10}));
}

TEST(Rect, OverlapIsIntersectionOverUnion) {
    EXPECT_DOUBLE_EQ(overlap({0, 0, 10, 10}, {0, 0, 10, 10}), 1.0);
    EXPECT_DOUBLE_EQ(overlap({0, 0, 10, 10}, {5, 0, 10, 10}), 50.0 / 150.0);
    EXPECT_DOUBLE_EQ(overlap({}, {}), 0.0);
}

}  // namespace
}  // namespace sourcereel
