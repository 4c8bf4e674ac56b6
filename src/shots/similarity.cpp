#include "shots/similarity.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sourcereel::shots {
namespace {

constexpr double kFlatVariance = 6.0;  // Of cell means; coding noise on a flat picture stays below.
constexpr double kSameLevel = 6.0;
constexpr double kGroundShare = 0.45;
constexpr double kOverlayArea = 0.35;  // Of the picture; larger, it is a picture of its own.
constexpr int kNoise = 3;              // Levels of a cell.
constexpr double kStillShare = 0.85;
constexpr double kFullContrast = 15.0;  // See FrameFeatures::contrast.
constexpr double kLeastGain = 0.4;

template <std::size_t N>
int masked_difference(const std::array<std::uint8_t, N>& a, const std::array<std::uint8_t, N>& b,
                      const std::array<std::uint8_t, N>& mask) {
    int sum = 0;
    for (std::size_t i = 0; i < N; ++i) {
        const auto x = static_cast<std::uint8_t>(a[i] & mask[i]);
        const auto y = static_cast<std::uint8_t>(b[i] & mask[i]);
        sum += std::abs(static_cast<int>(x) - static_cast<int>(y));
    }
    return sum;
}

struct Moments {
    double mean_a, mean_b, variance_a, variance_b, covariance;
};

Moments moments_of(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask) {
    // 2304 · 255² fits into 32 bits.
    std::int32_t sum_a = 0;
    std::int32_t sum_b = 0;
    std::int32_t squares_a = 0;
    std::int32_t squares_b = 0;
    std::int32_t products = 0;
    for (std::size_t i = 0; i < a.luma.size(); ++i) {
        const std::int32_t x = a.luma[i] & mask.luma[i];
        const std::int32_t y = b.luma[i] & mask.luma[i];
        sum_a += x;
        sum_b += y;
        squares_a += x * x;
        squares_b += y * y;
        products += x * y;
    }
    const double n = mask.luma_count;
    const double mean_a = sum_a / n;
    const double mean_b = sum_b / n;
    return {mean_a, mean_b, squares_a / n - mean_a * mean_a, squares_b / n - mean_b * mean_b,
            products / n - mean_a * mean_b};
}

// The most common level of the active cells and the share within `spread` of it.
struct Ground {
    int level;
    double share;
};

Ground ground_of(const FrameFeatures& features, const ActivityMask& mask, int spread) {
    std::array<int, 256> histogram{};
    for (std::size_t i = 0; i < features.luma.size(); ++i)
        if (mask.luma[i] != 0) ++histogram[features.luma[i]];
    Ground best{0, -1};
    for (int level = 0; level < 256; ++level) {
        int near = 0;
        for (int k = std::max(0, level - spread); k <= std::min(255, level + spread); ++k)
            near += histogram[static_cast<std::size_t>(k)];
        const double share = static_cast<double>(near) / mask.luma_count;
        if (share > best.share) best = {level, share};
    }
    return best;
}

}  // namespace

double change(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask) {
    double sum = static_cast<double>(masked_difference(a.luma, b.luma, mask.luma)) / mask.luma_count;
    if (mask.chroma_count > 0)
        sum += 0.5 * (masked_difference(a.u, b.u, mask.chroma) + masked_difference(a.v, b.v, mask.chroma)) /
               mask.chroma_count;
    return sum;
}

double changed_share(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask,
                     int threshold) {
    int changed = 0;
    for (std::size_t i = 0; i < a.luma.size(); ++i) {
        const int difference = std::abs(static_cast<int>(a.luma[i]) - static_cast<int>(b.luma[i]));
        changed += (mask.luma[i] != 0 && difference > threshold) ? 1 : 0;
    }
    return static_cast<double>(changed) / mask.luma_count;
}

double correlation(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask) {
    const Moments m = moments_of(a, b, mask);
    const bool flat_a = m.variance_a < kFlatVariance;
    const bool flat_b = m.variance_b < kFlatVariance;
    if (flat_a && flat_b) return std::abs(m.mean_a - m.mean_b) <= kSameLevel ? 1.0 : 0.0;
    if (flat_a || flat_b) return 0.0;
    return m.covariance / std::sqrt(m.variance_a * m.variance_b);
}

double structure_change(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask) {
    const Moments m = moments_of(a, b, mask);
    const double offset = m.mean_a - m.mean_b;
    double sum = 0;
    for (std::size_t i = 0; i < a.luma.size(); ++i)
        if (mask.luma[i] != 0) sum += std::abs(a.luma[i] - b.luma[i] - offset);
    return sum / mask.luma_count;
}

bool same_ground(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask) {
    const int spread = static_cast<int>(std::lround(kFlatSpread * gain_of(a, b)));
    const Ground ground_a = ground_of(a, mask, spread);
    const Ground ground_b = ground_of(b, mask, spread);
    return ground_a.share >= kGroundShare && ground_b.share >= kGroundShare &&
           std::abs(ground_a.level - ground_b.level) <= spread;
}

double gain_of(const FrameFeatures& a, const FrameFeatures& b) {
    return std::clamp(std::max(a.contrast, b.contrast) / kFullContrast, kLeastGain, 1.0);
}

ActivityMask differing(const FrameFeatures& a, const FrameFeatures& b, int threshold) {
    ActivityMask mask;
    for (std::size_t i = 0; i < a.luma.size(); ++i)
        mask.luma[i] =
            std::abs(static_cast<int>(a.luma[i]) - static_cast<int>(b.luma[i])) > threshold ? 255 : 0;
    count(mask);
    return mask;
}

bool is_overlay(const FrameFeatures& a, const FrameFeatures& b, int threshold, double share) {
    const ActivityMask mask = differing(a, b, threshold);
    if (mask.luma_count == 0 || mask.luma_count > kOverlayArea * kLumaCells) return false;
    const int spread = static_cast<int>(std::lround(kFlatSpread * gain_of(a, b)));
    return std::max(ground_of(a, mask, spread).share, ground_of(b, mask, spread).share) >= share;
}

bool stands_still(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask) {
    return changed_share(a, b, mask, kNoise) <= 1 - kStillShare;
}

}  // namespace sourcereel::shots
