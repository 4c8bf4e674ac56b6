#include "media/turn.h"

#include <algorithm>
#include <cstring>

namespace sourcereel::media {
namespace {

constexpr int kTile = 32;  // 32 rows of a tile stay in the first-level cache.

std::int64_t magnitude(std::int32_t value) noexcept {
    return value < 0 ? -static_cast<std::int64_t>(value) : value;
}

void copy_rows(const Plane& stored, const Turn& turn, std::uint8_t* into, std::ptrdiff_t stride) noexcept {
    const auto width = static_cast<std::size_t>(stored.width);
    for (int y = 0; y < stored.height; ++y) {
        const std::uint8_t* from = stored.row(turn.mirror_y ? stored.height - 1 - y : y);
        std::uint8_t* to = into + y * stride;
        if (turn.mirror_x) {
            std::reverse_copy(from, from + width, to);
        } else {
            std::memcpy(to, from, width);
        }
    }
}

void transpose(const Plane& stored, const Turn& turn, std::uint8_t* into, std::ptrdiff_t stride) noexcept {
    const int width = stored.height;  // Of the upright picture.
    const int height = stored.width;
    for (int top = 0; top < height; top += kTile) {
        const int bottom = std::min(height, top + kTile);
        for (int left = 0; left < width; left += kTile) {
            const int right = std::min(width, left + kTile);
            for (int y = top; y < bottom; ++y) {
                const int column = turn.mirror_x ? stored.width - 1 - y : y;
                std::uint8_t* to = into + y * stride;
                for (int x = left; x < right; ++x) {
                    to[x] = stored.row(turn.mirror_y ? stored.height - 1 - x : x)[column];
                }
            }
        }
    }
}

}  // namespace

int Turn::rotation() const noexcept {
    if (!transpose) return mirror_y ? 180 : 0;
    return mirror_y ? 90 : 270;
}

TurnFound turn_of(std::span<const std::int32_t, 9> matrix) noexcept {
    const std::int32_t a = matrix[0];
    const std::int32_t b = matrix[1];
    const std::int32_t c = matrix[3];
    const std::int32_t d = matrix[4];
    const std::int64_t straight = magnitude(a) + magnitude(d);
    const std::int64_t across = magnitude(b) + magnitude(c);
    TurnFound found;
    // A hundredth of the whole: hand-made matrices are off by a unit in the last place.
    found.exact = std::min(straight, across) * 100 <= std::max(straight, across);
    if (across > straight) {
        found.turn = {true, b < 0, c < 0};
    } else {
        found.turn = {false, a < 0, d < 0};
    }
    return found;
}

void turn_plane(const Plane& stored, const Turn& turn, std::uint8_t* into, std::ptrdiff_t stride) noexcept {
    if (turn.transpose) {
        transpose(stored, turn, into, stride);
    } else {
        copy_rows(stored, turn, into, stride);
    }
}

}  // namespace sourcereel::media
