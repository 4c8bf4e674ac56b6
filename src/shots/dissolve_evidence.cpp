#include "shots/dissolve_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "shots/activity_mask.h"
#include "shots/block_motion.h"
#include "shots/change_blocks.h"
#include "shots/similarity.h"

namespace sourcereel::shots {
namespace {

constexpr double kSinkWeight = 4.0;
constexpr double kLeastSink = 0.05;  // Where light goes up over one picture, contrast goes up with it.
constexpr double kMostSink = 0.3;    // Of the contrast: what two unlike pictures lose half way.
constexpr double kNoveltyWeight = 1.2;
constexpr double kUnevenWeight = 2.0;

constexpr double kWorthASearch = 0.65;  // Of kLeastDissolve: less is not recorded.

// What speaks against a dissolve, whatever the sum.
constexpr double kLeastSteadiness = 0.25;
constexpr double kLeastNovelty = 0.33;     // Share of the whole picture that is new: more than a strap.
constexpr double kLeastArea = 0.3;         // Share of the picture that changes: a box that fades in is less.
constexpr double kOverlayLevel = 0.45;     // Share of one level: a box that fades in.
constexpr double kLeastCover = 0.8;        // Share of the blocks of that area that change much.
constexpr double kLeastChange = 6.0;       // Levels a changing cell differs at the end from the beginning.
constexpr double kFlat = 0.88;             // Share of one level in any of the pictures: that is a fade.
constexpr double kLeastContrast = 5.0;     // Of both ends.
constexpr double kLeastRestructure = 5.0;  // Levels that are left when brightness is taken away.
constexpr double kSamePicture = 0.9;       // Correlation of one picture in changing light.
constexpr double kOffMiddle = 0.25;        // The middle has gone half of the way, give or take this.
constexpr double kLeastAgreement = 0.2;    // Of each quarter's change with the whole one's.
constexpr double kMostUneven = 0.2;
constexpr double kLargestStep = 0.5;  // Share of the whole change in one step: more is a cut.
constexpr int kActiveRange = 10;      // Levels a cell must vary to be looked at.
constexpr double kBlockChange = 64;   // Mean squared change of a block that changes much.

using Pictures = std::array<const FrameFeatures*, 5>;  // At both ends, the quarters and the middle.

// The cells that vary among the pictures of the span and the ones as far outside.
ActivityMask varying(const StepWindow& steps, const StepSpan& span, const Pictures& pictures, double gain) {
    LumaCells low = pictures[0]->luma;
    LumaCells high = low;
    const auto add = [&](const LumaCells& luma) {
        for (std::size_t i = 0; i < luma.size(); ++i) {
            low[i] = std::min(low[i], luma[i]);
            high[i] = std::max(high[i], luma[i]);
        }
    };
    for (const FrameFeatures* picture : pictures) add(picture->luma);
    add(steps[std::max(steps.first(), span.begin - span.half())].luma);
    add(steps[std::min(steps.end() - 1, span.end + span.half())].luma);
    const int range = static_cast<int>(kActiveRange * gain);
    ActivityMask mask;
    for (std::size_t i = 0; i < low.size(); ++i) mask.luma[i] = high[i] - low[i] > range ? 255 : 0;
    count(mask);
    return mask;
}

// Differences of two pictures where the mask is set: products of two such, luma and colour.
double product(const FrameFeatures& a, const FrameFeatures& b, const FrameFeatures& c, const FrameFeatures& d,
               const ActivityMask& mask) {
    std::int64_t sum = 0;
    const auto add = [&](const auto& a1, const auto& b1, const auto& c1, const auto& d1, const auto& on) {
        std::int32_t plane = 0;
        for (std::size_t i = 0; i < on.size(); ++i) {
            const std::int32_t first = b1[i] - a1[i];
            const std::int32_t second = (d1[i] - c1[i]) & -(on[i] & 1);
            plane += first * second;
        }
        sum += plane;
    };
    add(a.luma, b.luma, c.luma, d.luma, mask.luma);
    add(a.u, b.u, c.u, d.u, mask.chroma);
    add(a.v, b.v, c.v, d.v, mask.chroma);
    return static_cast<double>(sum);
}

double cosine(double product_of_both, double square_a, double square_b) {
    return product_of_both / std::sqrt(square_a * square_b + 1.0);
}

double contrast(const FrameFeatures& picture, const ActivityMask& mask) {
    std::int32_t sum = 0;
    std::int32_t squares = 0;
    for (std::size_t i = 0; i < picture.luma.size(); ++i) {
        const std::int32_t value = picture.luma[i] & mask.luma[i];
        sum += value;
        squares += value * value;
    }
    const double mean = static_cast<double>(sum) / mask.luma_count;
    return std::sqrt(std::max(0.0, static_cast<double>(squares) / mask.luma_count - mean * mean));
}

// In a dissolve all parts have gone the same share of the way: the mean difference of a block's share from
// that of all, weighed by how much it changes. 1 where few parts change.
double unevenness(const FrameFeatures& a, const FrameFeatures& middle, const FrameFeatures& b, double share,
                  const ActivityMask& mask, double gain) {
    std::array<int, kChangeBlocks> active{};
    for (int y = 0; y < kLumaHeight; ++y)
        for (int x = 0; x < kLumaWidth; ++x)
            active[static_cast<std::size_t>(y / kBlockHeight * kBlockColumns + x / kBlockWidth)] +=
                mask.luma[luma_cell(x, y)] & 1;
    const BlockSums whole = way_of_blocks(a.luma, b.luma, b.luma);
    const BlockSums gone = way_of_blocks(a.luma, b.luma, middle.luma);
    int judged = 0;
    int changed = 0;
    double weights = 0;
    double off = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (2 * active[i] < kBlockWidth * kBlockHeight) continue;
        ++judged;
        const double square = whole[i] / active[i];
        if (square <= kBlockChange * gain * gain) continue;
        ++changed;
        const double weight = std::min(40.0, std::sqrt(square));
        weights += weight;
        off += weight * std::min(1.0, std::abs(gone[i] / whole[i] - share));
    }
    return changed > 0 && changed >= kLeastCover * judged ? off / weights : 1.0;
}

// Whether no single step makes more of the change than a mixture does.
bool is_smooth(const StepWindow& steps, const StepSpan& span) {
    const FrameFeatures& a = steps[span.begin];
    const FrameFeatures& b = steps[span.end];
    double before = 0;
    for (std::int64_t k = span.begin + 1; k <= span.end; ++k) {
        const double gone = way_of(a, b, steps[k]);
        if (gone - before > kLargestStep) return false;
        before = gone;
    }
    return true;
}

}  // namespace

double dissolve_evidence(const StepWindow& steps, const StepSpan& span) {
    const std::int64_t quarter = std::max<std::int64_t>(1, span.half() / 2);
    const std::int64_t middle = span.middle();
    const Pictures at{&steps[span.begin], &steps[middle - quarter], &steps[middle], &steps[middle + quarter],
                      &steps[span.end]};
    const FrameFeatures& a = *at[0];
    const FrameFeatures& c = *at[2];
    const FrameFeatures& b = *at[4];

    const double gain = gain_of(a, b);
    const ActivityMask mask = varying(steps, span, at, gain);
    if (mask.luma_count < kLeastArea * kLumaCells) return 0;
    const int noticeable = static_cast<int>(kActiveRange * gain);
    if (changed_share(a, b, everything(), noticeable) < kLeastArea) return 0;
    if (change(a, b, mask) < kLeastChange * gain) return 0;

    const double whole = product(a, b, a, b, mask);
    const double first = product(a, c, a, c, mask);
    const double second = product(c, b, c, b, mask);
    const double steady = cosine(product(a, c, c, b, mask), first, second);
    const double share = product(a, c, a, b, mask) / (whole + 1.0);
    if (steady < kLeastSteadiness || std::abs(share - 0.5) > kOffMiddle) return 0;
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        const double square = product(*at[i], *at[i + 1], *at[i], *at[i + 1], mask);
        if (cosine(product(*at[i], *at[i + 1], a, b, mask), square, whole) < kLeastAgreement) return 0;
    }

    const double contrast_a = contrast(a, mask);
    const double contrast_b = contrast(b, mask);
    if (std::min(contrast_a, contrast_b) < kLeastContrast * gain) return 0;
    if (correlation(a, b, mask) > kSamePicture || structure_change(a, b, mask) < kLeastRestructure * gain)
        return 0;
    const double expected = (1 - share) * contrast_a + share * contrast_b;
    const double sink = std::min(kMostSink, 1 - contrast(c, mask) / expected);
    if (sink < kLeastSink) return 0;
    const double uneven = unevenness(a, c, b, share, mask, gain);
    const double evidence = steady + kSinkWeight * sink - kUnevenWeight * uneven;
    if (uneven > kMostUneven || evidence + kNoveltyWeight < kWorthASearch * kLeastDissolve) return 0;
    if (same_ground(a, b, everything()) || is_overlay(a, b, noticeable, kOverlayLevel)) return 0;
    if (!is_smooth(steps, span)) return 0;
    const double novelty = unexplained_share(a, b, mask, 6, gain);
    const double area = static_cast<double>(mask.luma_count) / kLumaCells;
    return novelty * area < kLeastNovelty ? 0 : evidence + kNoveltyWeight * novelty;
}

}  // namespace sourcereel::shots
