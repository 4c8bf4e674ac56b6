// shots/block_motion.h: whether one picture is the other with its parts moved. Private to shots.
#pragma once

#include "shots/activity_mask.h"
#include "shots/frame_features.h"

namespace sourcereel::shots {

/// Share of the active blocks of `b` that no place of `a` within `range` cells explains, 0..1, brightness
/// aside: near 1 for another picture, near 0 for a pan. As a video encoder asks whether to code a block anew.
/// 0 where no block is active. `gain`: less than 1 for dull pictures, whose blocks differ less. Some 0.1 ms:
/// for candidates, not for every frame.
double unexplained_share(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask, int range,
                         double gain);

}  // namespace sourcereel::shots
