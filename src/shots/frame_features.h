// shots/frame_features.h: a picture shrunk to the few numbers that shots are told apart by. Private to shots.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/frame.h"
#include "core/geometry.h"

namespace sourcereel::shots {

inline constexpr int kLumaWidth = 64;
inline constexpr int kLumaHeight = 36;
inline constexpr int kLumaCells = kLumaWidth * kLumaHeight;
inline constexpr int kChromaWidth = kLumaWidth / 2;
inline constexpr int kChromaHeight = kLumaHeight / 2;
inline constexpr int kChromaCells = kChromaWidth * kChromaHeight;

/// Place of the cell in column x and row y.
constexpr std::size_t luma_cell(int x, int y) {
    return static_cast<std::size_t>(y) * kLumaWidth + static_cast<std::size_t>(x);
}

using LumaCells = std::array<std::uint8_t, kLumaCells>;
using ChromaCells = std::array<std::uint8_t, kChromaCells>;

/// 3.5 kB. Each cell is the mean of the samples it covers, or of those in at least eight of its rows; a
/// picture with fewer samples than cells repeats them.
struct FrameFeatures {
    LumaCells luma{};
    ChromaCells u{}, v{};    ///< All 128 where the picture has no colour.
    double mean = 0;         ///< Of the luma cells.
    double contrast = 0;     ///< Of the luma cells, see kMostlyShare.
    double flat_share = 0;   ///< Share of the luma cells within kFlatSpread of the most common level.
    std::int64_t index = 0;  ///< Frame::index
    Timestamp pts;
    double seconds = 0;  ///< pts in seconds
};

/// Contrast is the root mean square distance to the median level of the cells nearest to it, this share of
/// all: an opaque mark on a picture that has faded to black has no say in it.
inline constexpr double kMostlyShare = 0.88;

/// Cells this near to one level are one surface: coding noise and a soft vignette stay within it.
inline constexpr int kFlatSpread = 6;

/// Of the part of the picture inside `crop`; of all of it where that is empty or lies outside.
FrameFeatures features_of(const Frame& frame, const Rect& crop = {});

}  // namespace sourcereel::shots
