#include "shots/activity_mask.h"

#include <algorithm>

namespace sourcereel::shots {
namespace {

constexpr double kHistorySeconds = 10.0;
constexpr double kSampleSeconds = 1.0 / 6;
constexpr int kActiveRange = 10;  // Coding noise and slow drifts of light stay below.

// The range of values each cell takes before its largest step or after it, whichever is wider: what appears
// once, or once more goes away, does not move.
class Variation {
public:
    void add(const LumaCells& luma) {
        if (empty_) {
            previous_ = low_ = high_ = segment_low_ = segment_high_ = luma;
            empty_ = false;
            return;
        }
        // Choices are made with masks, so that the compiler takes 16 cells at a time.
        const auto choose = [](std::uint8_t mask, std::uint8_t yes, std::uint8_t no) {
            return static_cast<std::uint8_t>((yes & mask) | (no & ~mask));
        };
        for (std::size_t i = 0; i < luma.size(); ++i) {
            const std::uint8_t value = luma[i];
            const std::uint8_t before = previous_[i];
            const auto step = static_cast<std::uint8_t>(std::max(value, before) - std::min(value, before));
            const std::uint8_t largest = step > step_[i] ? 255 : 0;
            closed_[i] = choose(largest, static_cast<std::uint8_t>(high_[i] - low_[i]), closed_[i]);
            step_[i] = std::max(step_[i], step);
            segment_low_[i] = std::min(choose(largest, value, segment_low_[i]), value);
            segment_high_[i] = std::max(choose(largest, value, segment_high_[i]), value);
            low_[i] = std::min(low_[i], value);
            high_[i] = std::max(high_[i], value);
        }
        previous_ = luma;
    }
    bool active(std::size_t i) const {
        return std::max<int>(closed_[i], segment_high_[i] - segment_low_[i]) > kActiveRange;
    }

private:
    bool empty_ = true;
    LumaCells previous_{};
    LumaCells low_{}, high_{};                  // Of all so far.
    LumaCells step_{};                          // The largest between two pictures.
    LumaCells closed_{};                        // Range before that step.
    LumaCells segment_low_{}, segment_high_{};  // Since that step.
};

}  // namespace

void count(ActivityMask& mask) {
    for (int y = 0; y < kChromaHeight; ++y)
        for (int x = 0; x < kChromaWidth; ++x) {
            const auto chroma = static_cast<std::size_t>(y) * kChromaWidth + static_cast<std::size_t>(x);
            mask.chroma[chroma] = mask.luma[luma_cell(2 * x, 2 * y)];
        }
    mask.luma_count = static_cast<int>(std::count(mask.luma.begin(), mask.luma.end(), 255));
    mask.chroma_count = static_cast<int>(std::count(mask.chroma.begin(), mask.chroma.end(), 255));
}

const ActivityMask& everything() {
    static const ActivityMask mask = [] {
        ActivityMask all;
        all.luma.fill(255);
        count(all);
        return all;
    }();
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
    Variation before;
    Variation after;
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
