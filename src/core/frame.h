// core/frame.h: one decoded picture, and what keeps its pixels alive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "core/time.h"

namespace sourcereel {

/// 8-bit samples, row by row; `stride` bytes from one row to the next, at least `width`. Does not own its
/// samples.
struct Plane {
    const std::uint8_t* data = nullptr;
    std::ptrdiff_t stride = 0;
    int width = 0;
    int height = 0;

    bool empty() const noexcept { return data == nullptr || width <= 0 || height <= 0; }
    const std::uint8_t* row(int y) const noexcept { return data + y * stride; }
};

/// How luma and the colour differences were made of red, green and blue; the three standards weigh them
/// differently.
enum class ColorMatrix { bt601, bt709, bt2020 };

/// One shown picture, upright (display matrix applied) and with square pixels. Copying shares the pixels,
/// which are never written to again; they live as long as any copy of the frame does. Safe to read from
/// several threads.
struct Frame {
    std::int64_t index = 0;  ///< 0-based number of decoded pictures in display order.
    Timestamp pts;  ///< When it is shown; the first picture's is 0. Strictly later than that of index − 1.
    Plane luma;     ///< Brightness, full picture size, as coded (limited or full range).
    Plane u, v;     ///< Blue and red difference, subsampled as coded; empty where not asked for or grey.
    bool full_range = false;                  ///< Luma spans 0..255 instead of 16..235.
    ColorMatrix matrix = ColorMatrix::bt601;  ///< As stated by the file, else as players guess by its size.
    std::shared_ptr<const void> owner;

    int width() const noexcept { return luma.width; }
    int height() const noexcept { return luma.height; }
};

}  // namespace sourcereel
