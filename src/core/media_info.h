// core/media_info.h: what a media file is, as stored in the catalogue and printed in every JSON document.
#pragma once

#include <cstdint>
#include <string>

#include "core/time.h"

namespace sourcereel {

/// Facts of one file and its video stream. Sizes are those of the upright picture with square pixels.
struct MediaInfo {
    std::string path;    ///< As given by the user; UTF-8 as far as the file system's names are.
    std::string sha256;  ///< Of the whole file, 64 lower-case hexadecimal digits; empty where not computed.
    int width = 0;
    int height = 0;
    Timestamp
        duration;  ///< End of the last shown picture; t = 0 is the first. As stated until it was decoded.
    std::int64_t frames = 0;  ///< Decoded pictures; as stated by the container until the end was reached.
    double frame_rate = 0;    ///< Average pictures a second; 0 where unknown.
    bool variable_frame_rate =
        false;                ///< Some picture is shown for longer or shorter than the others by over 10 %.
    std::string video_codec;  ///< FFmpeg's short name, "h264".
    std::string container;    ///< FFmpeg's short name, "mov,mp4,m4a,3gp,3g2,mj2".
    int rotation = 0;         ///< Degrees clockwise that made the picture upright: 0, 90, 180, 270.

    friend bool operator==(const MediaInfo&, const MediaInfo&) = default;
};

}  // namespace sourcereel
