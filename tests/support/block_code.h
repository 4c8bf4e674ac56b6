// support/block_code.h: pictures that carry their own number and show which side is up, and survive a codec.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/frame.h"

namespace sourcereel::support {

/// A raw yuv420p picture in one block of memory, planes one after the other.
struct RawPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> bytes;
};

inline constexpr int kCodeU = 100;  ///< Blue difference of every coded picture,
inline constexpr int kCodeV = 150;  ///< and red difference: different, so that an exchange is seen.

/// Luma of a coded picture at a place given in shares 0..1 of its sides: a grid of 4 × 3 blocks, the corners
/// in four fixed greys, the eight others the bits of `number` (0..255) in black and white.
int code_luma(int number, double x, double y);

/// The picture with `number`, upright.
RawPicture coded_picture(int width, int height, int number);

/// The same as it must be stored so that a display matrix (a, b, c, d of ±1 and 0: a stored point (p, q) is
/// shown at (a·p + c·q, b·p + d·q)) shows it upright with the given sides.
struct Matrix {
    int a = 1, b = 0, c = 0, d = 1;
};
RawPicture coded_picture_stored(int width, int height, int number, const Matrix& matrix);

/// The number that an upright picture carries; nothing where the corners are not in their places.
std::optional<int> read_code(const Frame& frame);

/// The mean of a plane.
double mean_of(const Plane& plane);

}  // namespace sourcereel::support
