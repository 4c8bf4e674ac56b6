// media/av/containers.h: which containers we open at all. Private to media.
#pragma once

#include <string_view>

namespace sourcereel::media {

/// Takes FFmpeg's name of a demuxer ("mov,mp4,m4a,3gp,3g2,mj2"). Only those are read that hold video in one
/// file: what opens other files or addresses (playlists, lists of parts, picture series, devices) never is,
/// whatever a later FFmpeg adds.
bool is_read(std::string_view demuxer) noexcept;

}  // namespace sourcereel::media
