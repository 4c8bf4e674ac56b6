#include "media/av/turn.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace sourcereel::media::av {
namespace {

constexpr int kOne = 1 << 16;

std::optional<MatrixReading> read(int a, int b, int c, int d) {
    const std::array<std::int32_t, 9> matrix{a, b, 0, c, d, 0, 0, 0, 1 << 30};
    return read_matrix(matrix.data());
}

std::vector<int> turned(Turn turn, int width, int height) {
    // 1 2 3
    // 4 5 6
    const std::array<std::uint8_t, 6> samples{1, 2, 3, 4, 5, 6};
    std::vector<std::uint8_t> out(6);
    copy_turned({samples.data(), 3, 3, 2}, turn, out.data(), width);
    EXPECT_EQ(width * height, 6);
    return {out.begin(), out.end()};
}

TEST(Turn, OfAPhoneHeldUprightIsAQuarterClockwise) {
    const auto reading = read(0, kOne, -kOne, 0);
    ASSERT_TRUE(reading);
    EXPECT_TRUE(reading->exact);
    EXPECT_EQ(reading->turn.degrees(), 90);
    EXPECT_EQ(turned(reading->turn, 2, 3), (std::vector<int>{4, 1, 5, 2, 6, 3}));
}

TEST(Turn, HalfAndThreeQuarters) {
    EXPECT_EQ(turned(read(-kOne, 0, 0, -kOne)->turn, 3, 2), (std::vector<int>{6, 5, 4, 3, 2, 1}));
    const Turn left = read(0, -kOne, kOne, 0)->turn;
    EXPECT_EQ(left.degrees(), 270);
    EXPECT_EQ(turned(left, 2, 3), (std::vector<int>{3, 6, 2, 5, 1, 4}));
}

TEST(Turn, MirrorsAlone) {
    EXPECT_EQ(turned(read(-kOne, 0, 0, kOne)->turn, 3, 2), (std::vector<int>{3, 2, 1, 6, 5, 4}));
    EXPECT_EQ(turned(read(kOne, 0, 0, -kOne)->turn, 3, 2), (std::vector<int>{4, 5, 6, 1, 2, 3}));
    EXPECT_EQ(turned(read(0, kOne, kOne, 0)->turn, 2, 3), (std::vector<int>{1, 4, 2, 5, 3, 6}));
}

TEST(Turn, ALargePictureIsTurnedWholeAcrossBlocks) {
    constexpr int kWidth = 75;
    constexpr int kHeight = 41;
    std::vector<std::uint8_t> from(kWidth * kHeight);
    for (std::size_t n = 0; n < from.size(); ++n) from[n] = static_cast<std::uint8_t>(n * 7);
    std::vector<std::uint8_t> to(from.size());
    copy_turned({from.data(), kWidth, kWidth, kHeight}, {true, true, false}, to.data(), kHeight);
    for (int y = 0; y < kWidth; ++y)
        for (int x = 0; x < kHeight; ++x)
            ASSERT_EQ(to[static_cast<std::size_t>(y * kHeight + x)],
                      from[static_cast<std::size_t>((kHeight - 1 - x) * kWidth + y)]);
}

TEST(Turn, AnObliqueMatrixIsRoundedAndAFlatOneRefused) {
    const auto oblique = read(kOne * 9 / 10, kOne * 4 / 10, -kOne * 4 / 10, kOne * 9 / 10);
    ASSERT_TRUE(oblique);
    EXPECT_FALSE(oblique->exact);
    EXPECT_TRUE(oblique->turn.identity());
    EXPECT_FALSE(read(0, 0, 0, 0));
    EXPECT_FALSE(read(kOne, kOne, kOne, kOne));
    EXPECT_TRUE(read(INT32_MIN, 0, 0, INT32_MIN));
}

}  // namespace
}  // namespace sourcereel::media::av
