#include "shots/shot_assembly.h"

namespace sourcereel::shots {
namespace {

constexpr double kRounding = 1e-6;  // Seconds; ten frames of 1/25 s are not less than 0.4 s.

}  // namespace

void ShotAssembly::start(std::int64_t frame, Timestamp at) {
    open_ = Shot{{at, at}, frame, frame, {TransitionKind::start, frame, frame, 1.0}};
}

// Ends the open shot; returns the one before where that is final.
std::optional<Shot> ShotAssembly::close(std::int64_t end_frame, Timestamp end) {
    open_.end_frame = end_frame;
    open_.range.end = end;
    if (held_ && open_.range.duration_seconds() < min_shot_s_ - kRounding) {
        held_->end_frame = end_frame;
        held_->range.end = end;
        return std::nullopt;
    }
    std::optional<Shot> done = held_;
    held_ = open_;
    return done;
}

std::optional<Shot> ShotAssembly::push(const Boundary& boundary) {
    std::optional<Shot> done = close(boundary.begin_frame, boundary.begin);
    open_ = Shot{
        {boundary.begin, boundary.begin}, boundary.begin_frame, boundary.begin_frame, boundary.transition};
    if (min_shot_s_ > 0 || !held_) return done;
    done = held_;  // Nothing can join it.
    held_.reset();
    return done;
}

std::vector<Shot> ShotAssembly::finish(std::int64_t end_frame, Timestamp end) {
    std::vector<Shot> shots;
    if (const std::optional<Shot> done = close(end_frame, end)) shots.push_back(*done);
    if (held_) shots.push_back(*held_);
    held_.reset();
    return shots;
}

}  // namespace sourcereel::shots
