// shots/cut_decision.h: whether a frame is the first of a new shot. Private to shots.
#pragma once

#include <cstdint>

#include "shots/activity_mask.h"
#include "shots/feature_window.h"

namespace sourcereel::shots {

/// Frames that the decision about a frame needs after it and before it, where the video has them.
inline constexpr std::int64_t kLookAhead = 40;
inline constexpr std::int64_t kLookBack = 40;

/// How surely frame n of the window is the first after a hard cut: 0 where it is not, else 0.5..1.
double cut_score(const FeatureWindow& window, const ActivityHistory& history, std::int64_t n);

}  // namespace sourcereel::shots
