// media/turn.h: how a stored picture is turned to stand upright. Private to media.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/frame.h"

namespace sourcereel::media {

/// One of the eight ways to lay a picture down. To fill the upright pixel (x, y), swap x and y if
/// `transpose`, then count from the right if `mirror_x` and from the bottom if `mirror_y`: that is the stored
/// pixel.
struct Turn {
    bool transpose = false;
    bool mirror_x = false;
    bool mirror_y = false;

    bool none() const noexcept { return !transpose && !mirror_x && !mirror_y; }
    /// Degrees clockwise, after a left-right flip if it is a mirror image.
    int rotation() const noexcept;
    friend bool operator==(const Turn&, const Turn&) = default;
};

struct TurnFound {
    Turn turn;
    bool exact = true;  ///< False where the matrix turns by something else: `turn` is the nearest.
};

/// Of a display matrix as MP4 and libav write it: 9 numbers, of which [0] [1] [3] [4] in 16.16 fixed point
/// take a stored (x, y) to ([0]·x + [3]·y, [1]·x + [4]·y). No turn for all zeros.
TurnFound turn_of(std::span<const std::int32_t, 9> matrix) noexcept;

/// Writes the upright picture of `stored` to `into`, whose rows are `stride` bytes apart and whose size is
/// that of `stored`, swapped if the turn transposes. Rows of `stored` may run backwards.
void turn_plane(const Plane& stored, const Turn& turn, std::uint8_t* into, std::ptrdiff_t stride) noexcept;

}  // namespace sourcereel::media
