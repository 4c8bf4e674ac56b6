#include "shots/block_motion.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace sourcereel::shots {
namespace {

constexpr int kBlock = 8;
constexpr int kBlockCells = kBlock * kBlock;
// 36 rows are not a multiple of 8: blocks overlap by a row so that the bottom counts too.
constexpr int kRowStep = 7;

using Block = std::array<std::int16_t, kBlockCells>;

// The block at (x, y) with its mean taken away, and the mean.
int take(const LumaCells& luma, int x, int y, Block& block) {
    int sum = 0;
    std::size_t n = 0;
    for (int j = 0; j < kBlock; ++j)
        for (int i = 0; i < kBlock; ++i) {
            const std::uint8_t value = luma[luma_cell(x + i, y + j)];
            block[n++] = value;
            sum += value;
        }
    const int mean = (sum + kBlockCells / 2) / kBlockCells;
    for (std::int16_t& value : block) value = static_cast<std::int16_t>(value - mean);
    return mean;
}

int energy(const Block& block) {
    int sum = 0;
    for (const std::int16_t value : block) sum += std::abs(static_cast<int>(value));
    return sum;
}

int distance(const Block& a, const Block& b) {
    int sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::abs(static_cast<int>(a[i]) - static_cast<int>(b[i]));
    return sum;
}

// Whether some place within `range` cells of (x, y) is like the block to within `most`; the nearest places
// are looked at first, since most things move little.
bool is_explained(const LumaCells& from, const Block& block, int mean, int x, int y, int range, double most) {
    for (int ring = 0; ring <= range; ++ring)
        for (int v = std::max(0, y - ring); v <= std::min(kLumaHeight - kBlock, y + ring); ++v)
            for (int u = std::max(0, x - ring); u <= std::min(kLumaWidth - kBlock, x + ring); ++u) {
                if (std::max(std::abs(u - x), std::abs(v - y)) != ring) continue;
                Block other;
                const int other_mean = take(from, u, v, other);
                // Light may change a little, a bright block is not a dark one: the means weigh 4 of 64 cells.
                if (distance(other, block) + 4 * std::abs(other_mean - mean) <= most) return true;
            }
    return false;
}

bool is_active(const ActivityMask& mask, int x, int y) {
    int active = 0;
    for (int j = 0; j < kBlock; ++j)
        for (int i = 0; i < kBlock; ++i) active += mask.luma[luma_cell(x + i, y + j)] != 0 ? 1 : 0;
    return 2 * active >= kBlockCells;
}

}  // namespace

double unexplained_share(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask, int range,
                         double gain) {
    int blocks = 0;
    int unexplained = 0;
    for (int y = 0; y + kBlock <= kLumaHeight; y += kRowStep)
        for (int x = 0; x + kBlock <= kLumaWidth; x += kBlock) {
            if (!is_active(mask, x, y)) continue;
            Block block;
            const int mean = take(b.luma, x, y, block);
            ++blocks;
            // Worth coding anew: the best place explains less than about half of the block's own detail.
            // 160 is 2.5 levels a cell, so that noise on a smooth block is no news.
            if (!is_explained(a.luma, block, mean, x, y, range, 0.55 * energy(block) + 160 * gain))
                ++unexplained;
        }
    return blocks > 0 ? static_cast<double>(unexplained) / blocks : 0.0;
}

}  // namespace sourcereel::shots
