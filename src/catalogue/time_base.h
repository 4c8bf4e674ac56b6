// catalogue/time_base.h: one time base for all times of a video, without rounding. Private to catalogue.
#pragma once

#include <cstdint>

#include "core/video.h"

namespace sourcereel::catalogue {

/// The coarsest time base in which every time of the video is a whole number of ticks; the video's own where
/// all its times have the same already.
/// @throws Error internal where there is none with 31-bit parts.
TimeBase common_time_base(const AnalysedVideo& video);

/// The ticks of `time` in `base`.
/// @throws Error internal where they are not whole or do not fit.
std::int64_t ticks_in(const TimeBase& base, const Timestamp& time);

}  // namespace sourcereel::catalogue
