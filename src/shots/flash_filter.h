// shots/flash_filter.h: tells bursts of light and single foreign frames from cuts: afterwards the picture is
// the same as before. Private to shots.
#pragma once

#include <cstdint>

#include "shots/activity_mask.h"
#include "shots/feature_window.h"

namespace sourcereel::shots {

/// Whether the change at frame n, `change_here` strong, begins or ends something that lasts a quarter of a
/// second at most, or half a second of light, and leaves the picture as it was.
bool is_flash_edge(const FeatureWindow& window, std::int64_t n, const ActivityMask& mask, double change_here);

/// Nearly all of the picture is of one level.
bool is_flat(const FrameFeatures& features);

}  // namespace sourcereel::shots
