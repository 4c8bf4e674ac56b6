// media/av/copy_clip.h, private to media: a part of a file without decoding it.
#pragma once

#include <filesystem>

#include "media/clip_writer.h"

namespace sourcereel::media::av {

/// See write_clips(). `first_stamp`: of the first shown picture, in ticks of the video stream.
/// Reads the source twice: to find the keyframes, and to copy.
WrittenClip copy_clip(const std::filesystem::path& source, const ClipPart& part, const ClipOptions& options,
                      std::int64_t first_stamp, const OnClipProgress& on_progress);

}  // namespace sourcereel::media::av
