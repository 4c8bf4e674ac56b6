// sourcereel/shot_document.h: the formats of `shots --as`.
#pragma once

#include <optional>
#include <string>

#include "core/video.h"
#include "exports/frame_times.h"

namespace sourcereel::cli {

enum class ShotFormat { csv, json, html, edl, otio, fcpxml, qp };

/// "csv", "json", …; nothing for an unknown name.
std::optional<ShotFormat> shot_format_from(const std::string& name);
std::string name_of(ShotFormat format);

/// The whole document. `stated_rate`: as FrameReader gives it before the first picture is decoded. HTML takes
/// the stills of `video`, scaled down.
std::string shot_document(ShotFormat format, const AnalysedVideo& video, const exports::FrameTimes& times,
                          double stated_rate);

}  // namespace sourcereel::cli
