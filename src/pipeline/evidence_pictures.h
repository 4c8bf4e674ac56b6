// pipeline/evidence_pictures.h: the best moment of each mark, taken from the file in a second pass.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/geometry.h"
#include "core/text_track.h"
#include "core/time.h"

namespace sourcereel::pipeline {

/// Two pictures of one mark, PNG.
struct EvidencePicture {
    std::string crop;     ///< The mark and a little around it.
    std::string picture;  ///< The whole frame with a box around the mark.
    Timestamp time;
    std::int64_t frame = 0;
};

/// At most so many marks of one video are pictured: each keeps a frame in memory until the pass is over.
inline constexpr std::size_t kMostPictured = 24;

/// For each track the frame in which its box is sharpest, of five a second; nothing for a track that no frame
/// shows and for those beyond kMostPictured. Reads the file once, up to the end of the last track.
/// @throws Error as FrameReader; Cancelled.
std::vector<std::optional<EvidencePicture>> evidence_pictures(const std::filesystem::path& video,
                                                              const std::vector<TextTrack>& tracks,
                                                              const std::stop_token& stop = {});

}  // namespace sourcereel::pipeline
