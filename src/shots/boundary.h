// shots/boundary.h: where one shot ends and the next begins. Private to shots.
#pragma once

#include <cstdint>

#include "core/shot.h"

namespace sourcereel::shots {

struct Boundary {
    Transition transition;
    std::int64_t begin_frame = 0;  ///< First frame of the new shot: of a fade, the middle one.
    Timestamp begin;               ///< When that frame is shown.
};

}  // namespace sourcereel::shots
