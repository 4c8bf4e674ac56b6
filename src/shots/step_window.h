// shots/step_window.h: the pictures among which gradual transitions are looked for. Private to shots.
#pragma once

#include <cstdint>
#include <deque>

#include "shots/activity_mask.h"
#include "shots/frame_features.h"
#include "shots/similarity.h"

namespace sourcereel::shots {

/// The last 192 steps: frames at least 0.03 s apart, so that a film of 60 frames a second has 30 steps. By
/// ordinal: 0 is the first step of the video.
class StepWindow {
public:
    std::int64_t first() const noexcept { return first_; }
    std::int64_t end() const noexcept { return first_ + static_cast<std::int64_t>(steps_.size()); }
    const FrameFeatures& operator[](std::int64_t n) const {
        return steps_[static_cast<std::size_t>(n - first_)];
    }

    /// How much step n differs from the one before it, over the whole picture; 0 for the first.
    double change(std::int64_t n) const { return changes_[static_cast<std::size_t>(n - first_)]; }

    /// False where the frame follows the last step too soon to be one.
    bool push(const FrameFeatures& features) {
        if (!steps_.empty() && features.seconds - steps_.back().seconds < kLeastSeconds) return false;
        changes_.push_back(steps_.empty() ? 0.0 : shots::change(steps_.back(), features, everything()));
        steps_.push_back(features);
        if (steps_.size() > kMostSteps) {
            steps_.pop_front();
            changes_.pop_front();
            ++first_;
        }
        return true;
    }

private:
    static constexpr double kLeastSeconds = 0.03;
    static constexpr std::size_t kMostSteps = 192;

    std::deque<FrameFeatures> steps_;
    std::deque<double> changes_;
    std::int64_t first_ = 0;
};

/// The steps [begin, end] from a picture that is looked at as clean to another; the middle lies between.
struct StepSpan {
    std::int64_t begin = 0;
    std::int64_t end = 0;

    std::int64_t half() const noexcept { return (end - begin) / 2; }
    std::int64_t middle() const noexcept { return begin + half(); }
};

}  // namespace sourcereel::shots
