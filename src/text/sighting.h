// text/sighting.h: between which samples a text came and went.
#pragma once

#include <cstdint>
#include <optional>

#include "core/time.h"
#include "text/line_track.h"

namespace sourcereel::text {

/// When a sample was shown.
struct SampleMoment {
    Timestamp time;
    std::int64_t frame = 0;
};

/// The end of the video: exclusive, after `frames` pictures.
struct VideoEnd {
    Timestamp end;
    std::int64_t frames = 0;
};

/// The first and the last sample that show a text, and those beside them that do not (the same ones where
/// there are none).
struct Sighting {
    SampleMoment before, first, last, after;
    bool from_start = false;  ///< Stands there in the first sample of the video.

    /// Times and frames of its begin and end. `video_end`: set when the video, not the text, ended.
    Presence presence(const std::optional<VideoEnd>& video_end) const;
};

}  // namespace sourcereel::text
