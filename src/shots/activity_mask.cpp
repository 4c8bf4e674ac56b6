#include "shots/activity_mask.h"

#include <algorithm>

namespace sourcereel::shots {
namespace {

constexpr double kHistorySeconds = 10.0;
constexpr double kSampleSeconds = 1.0 / 6;
constexpr int kActiveRange = 10;       // Coding noise and slow drifts of light stay below.
constexpr double kLeastActive = 0.08;  // Less than this moves: a still picture, judged as a whole.

// Least and greatest value each cell has taken.
struct Extent {
    LumaCells low;
    LumaCells high;

    Extent() {
        low.fill(255);
        high.fill(0);
    }
    void add(const LumaCells& luma) {
        for (std::size_t i = 0; i < luma.size(); ++i) {
            low[i] = std::min(low[i], luma[i]);
            high[i] = std::max(high[i], luma[i]);
        }
    }
    bool active(std::size_t i) const { return high[i] - low[i] > kActiveRange; }
};

void count(ActivityMask& mask) {
    for (int y = 0; y < kChromaHeight; ++y)
        for (int x = 0; x < kChromaWidth; ++x) {
            const auto chroma = static_cast<std::size_t>(y * kChromaWidth + x);
            mask.chroma[chroma] = mask.luma[static_cast<std::size_t>(2 * y * kLumaWidth + 2 * x)];
        }
    mask.luma_count = static_cast<int>(std::count(mask.luma.begin(), mask.luma.end(), 255));
    mask.chroma_count = static_cast<int>(std::count(mask.chroma.begin(), mask.chroma.end(), 255));
}

}  // namespace

ActivityMask everything() {
    ActivityMask mask;
    mask.luma.fill(255);
    count(mask);
    return mask;
}

void ActivityHistory::push(const FrameFeatures& features) {
    // A little early is in time: at 25 frames a second 1/6 s is no whole number of frames.
    if (!samples_.empty() && features.seconds - samples_.back().seconds < 0.95 * kSampleSeconds) return;
    samples_.push_back({features.luma, features.seconds});
    while (samples_.front().seconds < features.seconds - kHistorySeconds) samples_.pop_front();
}

ActivityMask ActivityHistory::mask_at(const FeatureWindow& window, std::int64_t n) const {
    const double now = window[n].seconds;
    Extent before;
    Extent after;
    for (const Sample& sample : samples_)
        if (sample.seconds < now && sample.seconds >= now - kHistorySeconds) before.add(sample.luma);
    if (n > window.first()) before.add(window[n - 1].luma);
    for (std::int64_t k = n; k < window.end(); ++k) after.add(window[k].luma);

    ActivityMask mask;
    for (std::size_t i = 0; i < mask.luma.size(); ++i)
        mask.luma[i] = before.active(i) || after.active(i) ? 255 : 0;
    count(mask);
    return mask.luma_count < kLeastActive * kLumaCells ? everything() : mask;
}

}  // namespace sourcereel::shots
