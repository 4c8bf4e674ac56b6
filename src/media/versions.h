// media/versions.h: which FFmpeg this program runs with.
#pragma once

#include <string>
#include <vector>

namespace sourcereel::media {

/// "FFmpeg 5.1.9 (libavformat 59.27.100, libavcodec 59.37.100)": of the libraries loaded, not of the headers.
std::string ffmpeg_version();

/// Which of `codecs` (FFmpeg's decoder-independent names: "h264", "av1") this FFmpeg can decode, in the same
/// order.
std::vector<bool> can_decode(const std::vector<std::string>& codecs);

}  // namespace sourcereel::media
