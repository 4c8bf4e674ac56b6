// media/av/turn.h, private to media: the display matrix of a stream, and planes turned by it.
#pragma once

#include <cstdint>
#include <optional>

#include "core/frame.h"

namespace sourcereel::media::av {

/// One of the eight ways to lay a rectangle on itself: rows and columns exchanged first, then mirrored.
struct Turn {
    bool transpose = false;
    bool flip_x = false;  ///< Left and right exchanged, after the transposition.
    bool flip_y = false;

    bool identity() const noexcept { return !transpose && !flip_x && !flip_y; }
    /// Clockwise degrees; of a mirrored picture, those that remain besides a mirroring of left and right.
    int degrees() const noexcept;
    friend bool operator==(const Turn&, const Turn&) = default;
};

/// What a 3×3 display matrix asks for.
struct MatrixReading {
    Turn turn;
    bool exact = true;  ///< False where the angle is none of 0, 90, 180, 270 and was rounded to one.
};

/// Nothing where the matrix flattens the picture to a line and so cannot be meant.
std::optional<MatrixReading> read_matrix(const std::int32_t matrix[9]) noexcept;

/// Copies `from` into `to`, turned. `to` has the sides of `from`, exchanged where the turn transposes.
void copy_turned(const Plane& from, Turn turn, std::uint8_t* to, std::ptrdiff_t to_stride) noexcept;

}  // namespace sourcereel::media::av
