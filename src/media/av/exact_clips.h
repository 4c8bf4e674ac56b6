// media/av/exact_clips.h, private to media: parts of a file to the very picture, encoded anew.
#pragma once

#include <filesystem>
#include <vector>

#include "media/clip_writer.h"

namespace sourcereel::media::av {

/// See write_clips(). One pass over the source up to the end of the last part.
/// `first_stamp`: of the first shown picture, in ticks of the video stream.
std::vector<WrittenClip> exact_clips(const std::filesystem::path& source, const std::vector<ClipPart>& parts,
                                     const ClipOptions& options, std::int64_t first_stamp,
                                     const OnClipProgress& on_progress);

}  // namespace sourcereel::media::av
