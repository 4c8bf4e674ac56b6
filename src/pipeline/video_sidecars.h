// pipeline/video_sidecars.h: the metadata beside a video, with their hashes.
#pragma once

#include <filesystem>

#include "sidecar/sidecar_file.h"

namespace sourcereel::pipeline {

/// As sidecar::sidecars_beside, each with its sha256. A file that goes away meanwhile becomes a warning.
sidecar::SidecarsFound sidecars_of(const std::filesystem::path& video);

/// The sidecar in `file`, which somebody named for `video`, with its sha256.
/// @throws Error as sidecar::read_sidecar.
Sidecar sidecar_in(const std::filesystem::path& file, const std::filesystem::path& video);

}  // namespace sourcereel::pipeline
