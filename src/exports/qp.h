// exports/qp.h: keyframes for an encoder.
#pragma once

#include <string>

#include "exports/shot_list.h"

namespace sourcereel::exports {

/// x264's --qpfile: a line "FRAME I -1" for the first picture of each shot, so that each begins with a
/// keyframe (IDR), at the quality that the encoder chooses.
std::string qp(const ShotList& list);

}  // namespace sourcereel::exports
