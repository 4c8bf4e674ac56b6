// shots/change_blocks.h: how far each part of the picture has gone from one picture to another. Private to
// shots.
#pragma once

#include <array>

#include "shots/frame_features.h"

namespace sourcereel::shots {

inline constexpr int kBlockColumns = 8;
inline constexpr int kBlockRows = 6;
inline constexpr int kChangeBlocks = kBlockColumns * kBlockRows;
inline constexpr int kBlockWidth = kLumaWidth / kBlockColumns;
inline constexpr int kBlockHeight = kLumaHeight / kBlockRows;

using BlockSums = std::array<double, kChangeBlocks>;

/// Sum over each block of (x − a) · (b − a), luma only: divided by that of x = b, it is the share of the way
/// from a to b that x has gone.
inline BlockSums way_of_blocks(const LumaCells& a, const LumaCells& b, const LumaCells& x) {
    BlockSums sums{};
    for (int y = 0; y < kLumaHeight; ++y)
        for (int column = 0; column < kBlockColumns; ++column) {
            int sum = 0;
            for (int i = 0; i < kBlockWidth; ++i) {
                const std::size_t cell = luma_cell(column * kBlockWidth + i, y);
                sum += (x[cell] - a[cell]) * (b[cell] - a[cell]);
            }
            sums[static_cast<std::size_t>(y / kBlockHeight * kBlockColumns + column)] += sum;
        }
    return sums;
}

/// Of all cells: the share of the way from a to b that x has gone, luma and colour; 0 where a equals b.
inline double way_of(const FrameFeatures& a, const FrameFeatures& b, const FrameFeatures& x) {
    std::int64_t whole = 0;
    std::int64_t gone = 0;
    const auto add = [&](const auto& from, const auto& to, const auto& at) {
        std::int32_t plane_whole = 0;  // At most 2304 · 255², which fits.
        std::int32_t plane_gone = 0;
        for (std::size_t i = 0; i < from.size(); ++i) {
            const std::int32_t way = to[i] - from[i];
            plane_whole += way * way;
            plane_gone += way * (at[i] - from[i]);
        }
        whole += plane_whole;
        gone += plane_gone;
    };
    add(a.luma, b.luma, x.luma);
    add(a.u, b.u, x.u);
    add(a.v, b.v, x.v);
    return whole > 0 ? static_cast<double>(gone) / static_cast<double>(whole) : 0.0;
}

}  // namespace sourcereel::shots
