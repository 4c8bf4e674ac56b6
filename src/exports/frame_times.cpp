#include "exports/frame_times.h"

#include <algorithm>
#include <iterator>

namespace sourcereel::exports {

void FrameTimes::push(std::int64_t frame, const Timestamp& time) {
    base_ = time.base;
    const bool alone = !runs_.empty() && runs_.back().first == frame - 1;
    if (alone)
        runs_.back().step = time.ticks - last_;
    else if (runs_.empty() || time.ticks - last_ != runs_.back().step)
        runs_.push_back({frame, time.ticks, 0});
    last_ = time.ticks;
    end_ = frame + 1;
}

Timestamp FrameTimes::at(std::int64_t frame, const Timestamp& end) const noexcept {
    if (frame >= end_ || runs_.empty()) return end;
    if (frame <= runs_.front().first) return {runs_.front().ticks, base_};
    const auto after =
        std::upper_bound(runs_.begin(), runs_.end(), frame,
                         [](std::int64_t number, const Run& run) { return number < run.first; });
    const Run& run = *std::prev(after);
    return {run.ticks + (frame - run.first) * run.step, base_};
}

}  // namespace sourcereel::exports
