// sourcereel/detection.h: the options of the command line that decide where shots begin.
#pragma once

#include <optional>
#include <string_view>

#include "core/geometry.h"
#include "shots/shot_options.h"
#include "sourcereel/options.h"

namespace sourcereel::cli {

/// Pure. @throws UsageError naming what cannot be followed.
shots::ShotOptions detection_of(const CommandLine& line);

/// "X,Y,W,H" in pixels; nothing for anything else. Pure.
std::optional<Rect> parse_rect(std::string_view text);

/// @throws UsageError where --crop lies outside the picture of the video. Opens the video where there is a
/// crop.
void require_crop_inside(const CommandLine& line, const shots::ShotOptions& options);

}  // namespace sourcereel::cli
