// media/sound_info.h: what the sound of a file is, without decoding it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "media/frame_reader.h"

namespace sourcereel::media {

struct SoundInfo {
    std::string codec;  ///< FFmpeg's short name, "aac".
    int channels = 0;
    int rate = 0;  ///< Samples a second.
};

/// Of the track that players choose; nothing where there is none.
/// @throws Error as FrameReader.
std::optional<SoundInfo> sound_of(const std::filesystem::path& file, const Limits& limits = {});

}  // namespace sourcereel::media
