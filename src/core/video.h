// core/video.h: everything that one analysis found out about one file.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/media_info.h"
#include "core/shot.h"
#include "core/text_track.h"

namespace sourcereel {

/// A still of one shot, JPEG in memory.
struct ShotStill {
    std::size_t shot = 0;  ///< Index into the video's shots.
    Timestamp time;        ///< Of the picture shown.
    int width = 0;
    int height = 0;
    std::string jpeg;  ///< The encoded bytes.
    friend bool operator==(const ShotStill&, const ShotStill&) = default;
};

/// How the results were made: enough to know whether doing it again could give anything else.
struct AnalysisSettings {
    std::string tool;      ///< "sourcereel 0.1.0".
    std::string options;   ///< Canonical text of every option that changes results.
    std::string versions;  ///< Of FFmpeg, OpenCV, Tesseract and its language data.
    friend bool operator==(const AnalysisSettings&, const AnalysisSettings&) = default;
};

/// One analysed video. Shots and tracks are in the order of their begin; shots cover the whole duration.
struct AnalysedVideo {
    MediaInfo media;
    std::vector<Shot> shots;
    std::vector<TextTrack> tracks;
    std::vector<ShotStill> stills;
    double decoded_share = 1.0;         ///< Of the duration that the container states, 0..1.
    std::vector<std::string> warnings;  ///< Sentences for people: what was repaired or is missing.
    AnalysisSettings settings;
    std::string md5;  ///< Of the file, beside media.sha256; empty where not computed.
    /// Per track, the outlets that its text names: ids of the registry, each once, sorted. Empty where nobody
    /// looked.
    std::vector<std::vector<std::string>> outlets;
};

}  // namespace sourcereel
