// core/picture_times.h: when the pictures of a file are shown, for whoever plays it.
#pragma once

#include <cstdint>
#include <vector>

#include "core/time.h"

namespace sourcereel {

struct PictureTimes {
    /// Seconds on the clock of players at our t = 0: they count from the zero that the file states, at which
    /// only its sound may begin.
    double start = 0;
    TimeBase base;
    /// Of each picture on our clock, rising from 0. Empty where they were not asked for or the file does not
    /// tell them all.
    std::vector<std::int64_t> ticks{};
    friend bool operator==(const PictureTimes&, const PictureTimes&) = default;
};

}  // namespace sourcereel
