// shots/feature_window.h: the frames around the one being decided. Private to shots.
#pragma once

#include <cstdint>
#include <deque>

#include "shots/frame_features.h"

namespace sourcereel::shots {

/// Features of consecutive frames by ordinal: 0 is the first frame pushed, whatever its index is.
class FeatureWindow {
public:
    std::int64_t first() const noexcept { return first_; }
    std::int64_t end() const noexcept { return first_ + static_cast<std::int64_t>(frames_.size()); }
    bool holds(std::int64_t n) const noexcept { return n >= first() && n < end(); }
    const FrameFeatures& operator[](std::int64_t n) const { return entry(n).features; }
    /// How much frame n differs from the one before it, over the whole picture; 0 for the first.
    double change(std::int64_t n) const { return entry(n).change; }

    void push(const FrameFeatures& features, double change) { frames_.push_back({features, change}); }
    void drop_before(std::int64_t n) {
        for (; first_ < n && !frames_.empty(); ++first_) frames_.pop_front();
    }

private:
    struct Entry {
        FrameFeatures features;
        double change;
    };
    const Entry& entry(std::int64_t n) const { return frames_[static_cast<std::size_t>(n - first_)]; }

    std::deque<Entry> frames_;
    std::int64_t first_ = 0;
};

}  // namespace sourcereel::shots
