#include "media/av/turn.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace sourcereel::media::av {

int Turn::degrees() const noexcept {
    if (transpose) return flip_x ? 90 : 270;
    return flip_y ? 180 : 0;
}

std::optional<MatrixReading> read_matrix(const std::int32_t matrix[9]) noexcept {
    // A stored point (p, q) is shown at (a·p + c·q, b·p + d·q), y downwards.
    const double a = matrix[0];
    const double b = matrix[1];
    const double c = matrix[3];
    const double d = matrix[4];
    const double size = std::abs(a) + std::abs(b) + std::abs(c) + std::abs(d);
    // Half of the largest possible share of a rotation is 2 / 16; far below lies only a squashed picture.
    if (size == 0 || std::abs(a * d - b * c) < 0.001 * size * size) return std::nullopt;

    MatrixReading reading;
    const double straight = std::abs(a) + std::abs(d);
    const double crossed = std::abs(b) + std::abs(c);
    reading.turn.transpose = crossed > straight;
    reading.turn.flip_x = reading.turn.transpose ? c < 0 : a < 0;
    reading.turn.flip_y = reading.turn.transpose ? b < 0 : d < 0;
    reading.exact = std::min(straight, crossed) < 0.02 * std::max(straight, crossed);
    return reading;
}

void copy_turned(const Plane& from, Turn turn, std::uint8_t* to, std::ptrdiff_t to_stride) noexcept {
    const int width = turn.transpose ? from.height : from.width;
    const int height = turn.transpose ? from.width : from.height;
    if (!turn.transpose) {
        for (int y = 0; y < height; ++y) {
            const std::uint8_t* row = from.row(turn.flip_y ? height - 1 - y : y);
            if (turn.flip_x)
                std::reverse_copy(row, row + width, to + y * to_stride);
            else
                std::memcpy(to + y * to_stride, row, static_cast<std::size_t>(width));
        }
        return;
    }
    // In blocks, so that both the rows read and the rows written stay in the first cache.
    constexpr int kBlock = 32;
    for (int top = 0; top < height; top += kBlock) {
        for (int left = 0; left < width; left += kBlock) {
            const int bottom = std::min(top + kBlock, height);
            const int right = std::min(left + kBlock, width);
            for (int x = left; x < right; ++x) {
                const std::uint8_t* row = from.row(turn.flip_x ? width - 1 - x : x);
                for (int y = top; y < bottom; ++y)
                    to[y * to_stride + x] = row[turn.flip_y ? height - 1 - y : y];
            }
        }
    }
}

}  // namespace sourcereel::media::av
