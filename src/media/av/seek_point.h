// media/av/seek_point.h, private to media: where decoding may begin without changing what is decoded.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/time.h"
#include "media/av/input.h"

namespace sourcereel::media::av {

/// A keyframe well before the moment that is wanted. Stamps in ticks of the video stream.
struct SeekPoint {
    std::int64_t decode_stamp = 0;
    std::int64_t stamp = 0;
};

/// Reads the packets up to `wanted` (on the clock of FrameReader), decoding none. Nothing where decoding must
/// begin at the beginning: near it, in containers other than mov and Matroska, and where some picture has no
/// stamp or one that FrameReader would repair, since a repair moves all that follows.
std::optional<SeekPoint> find_seek_point(const std::filesystem::path& source, const Limits& limits,
                                         std::int64_t first_stamp, const Timestamp& wanted);

}  // namespace sourcereel::media::av
