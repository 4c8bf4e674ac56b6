#include "shots/wipe_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "shots/activity_mask.h"
#include "shots/block_motion.h"
#include "shots/change_blocks.h"

namespace sourcereel::shots {
namespace {

constexpr int kLeastDifference = 12;   // Levels: cells that differ less say nothing.
constexpr double kLeastArea = 0.45;    // Share of the cells that differ.
constexpr double kLeastChange = 8.0;   // Levels, mean over the picture.
constexpr double kMostResidue = 0.25;  // Of the change: what is like neither end in the middle.
constexpr double kLeastShare = 0.2;    // Of the cells, on either side of the line, in the middle.
constexpr double kBlockChange = 100;   // Mean squared change of a block that can be dated.
constexpr int kFewestBlocks = 16;
constexpr double kMostSoft = 0.3;     // Share of blocks and moments that are neither before nor after.
constexpr double kLeastPlane = 0.8;   // Share of the variance of the moments that the plane explains.
constexpr double kLeastTravel = 0.4;  // Of the span, from one edge of the picture to the other.
constexpr double kLeastNovelty = 0.5;
constexpr std::int64_t kMostSamples = 16;

double surplus(double value, double threshold) {
    return value / (value + threshold);
}

// Of the change, what the middle picture has of neither end; 1 where the middle is no middle.
double residue(const LumaCells& a, const LumaCells& c, const LumaCells& b) {
    int cells = 0;
    int nearer = 0;
    int whole = 0;
    int all = 0;
    int left = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const int difference = std::abs(b[i] - a[i]);
        all += difference;
        if (difference <= kLeastDifference) continue;
        const int from_a = std::abs(c[i] - a[i]);
        const int from_b = std::abs(c[i] - b[i]);
        ++cells;
        nearer += from_b < from_a ? 1 : 0;
        whole += difference;
        left += std::min(from_a, from_b);
    }
    if (cells < kLeastArea * kLumaCells || all < kLeastChange * kLumaCells) return 1;
    const double share = static_cast<double>(nearer) / cells;
    if (share < kLeastShare || share > 1 - kLeastShare) return 1;
    return static_cast<double>(left) / whole;
}

struct Moment {
    double x, y;  // −1..1
    double t;     // When the block changes over, 0..1 of the span.
};

// The share of the variance of t that a plane over x and y explains; 0 where the plane hardly tilts.
double planarity(const std::array<Moment, kChangeBlocks>& moments, int count) {
    double mx = 0;
    double my = 0;
    double mt = 0;
    for (int i = 0; i < count; ++i) {
        const Moment& m = moments[static_cast<std::size_t>(i)];
        mx += m.x / count;
        my += m.y / count;
        mt += m.t / count;
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    double xt = 0;
    double yt = 0;
    double tt = 0;
    for (int i = 0; i < count; ++i) {
        const Moment& m = moments[static_cast<std::size_t>(i)];
        const double x = m.x - mx;
        const double y = m.y - my;
        const double t = m.t - mt;
        xx += x * x;
        xy += x * y;
        yy += y * y;
        xt += x * t;
        yt += y * t;
        tt += t * t;
    }
    const double determinant = xx * yy - xy * xy;
    if (determinant < 1e-6 || tt < 1e-6) return 0;
    const double slope_x = (xt * yy - yt * xy) / determinant;
    const double slope_y = (yt * xx - xt * xy) / determinant;
    if (2 * (std::abs(slope_x) + std::abs(slope_y)) < kLeastTravel) return 0;
    return (slope_x * xt + slope_y * yt) / tt;
}

}  // namespace

double wipe_evidence(const StepWindow& steps, const StepSpan& span) {
    const FrameFeatures& a = steps[span.begin];
    const FrameFeatures& b = steps[span.end];
    const double left = residue(a.luma, steps[span.middle()].luma, b.luma);
    if (left > kMostResidue) return 0;

    const BlockSums whole = way_of_blocks(a.luma, b.luma, b.luma);
    std::array<double, kChangeBlocks> gone{};
    int soft = 0;
    int dated = 0;
    const std::int64_t stride = std::max<std::int64_t>(1, 2 * span.half() / kMostSamples);
    int samples = 0;
    for (std::int64_t k = span.begin; k <= span.end; k += stride, ++samples) {
        const BlockSums way = way_of_blocks(a.luma, b.luma, steps[k].luma);
        for (std::size_t i = 0; i < way.size(); ++i) {
            if (whole[i] <= kBlockChange * kBlockWidth * kBlockHeight) continue;
            const double share = std::clamp(way[i] / whole[i], 0.0, 1.0);
            gone[i] += share;
            soft += share > 0.2 && share < 0.8 ? 1 : 0;
            ++dated;
        }
    }
    if (dated < kFewestBlocks * samples || soft > kMostSoft * dated) return 0;

    std::array<Moment, kChangeBlocks> moments{};
    int count = 0;
    for (std::size_t i = 0; i < gone.size(); ++i) {
        if (whole[i] <= kBlockChange * kBlockWidth * kBlockHeight) continue;
        const auto column = static_cast<double>(i % kBlockColumns);
        const auto row = static_cast<double>(i / kBlockColumns);
        moments[static_cast<std::size_t>(count++)] = {2 * column / (kBlockColumns - 1) - 1,
                                                      2 * row / (kBlockRows - 1) - 1, 1 - gone[i] / samples};
    }
    const double plane = planarity(moments, count);
    if (plane < kLeastPlane) return 0;
    const double novelty = unexplained_share(a, b, everything(), 6, 1.0);
    if (novelty < kLeastNovelty) return 0;
    return std::min(
        {surplus(kMostResidue, left), surplus(plane, kLeastPlane), surplus(novelty, kLeastNovelty)});
}

}  // namespace sourcereel::shots
