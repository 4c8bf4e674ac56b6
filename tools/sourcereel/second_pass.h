// sourcereel/second_pass.h: pictures of a video that was analysed, by decoding it once more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "core/frame.h"
#include "core/media_info.h"
#include "sourcereel/settings.h"

namespace sourcereel::cli {

/// Decodes up to the last of `frames` and shows each with its place in that list. @pre in rising order; a
/// number may occur more than once.
/// @throws Error as FrameReader; busy where the video has fewer pictures than before; pipeline::Cancelled.
void visit_frames(const MediaInfo& media, const std::vector<std::int64_t>& frames, const Settings& settings,
                  const std::stop_token& stop,
                  const std::function<void(const Frame&, std::size_t)>& on_frame);

}  // namespace sourcereel::cli
