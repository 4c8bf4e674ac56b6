// media/clip_writer.h: parts of a video as files of their own. Not for changing what is in the pictures.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/time.h"
#include "media/frame_reader.h"
#include "media/new_file.h"

namespace sourcereel::media {

enum class ClipMode {
    copy,  ///< Packets as they are, from the keyframe at or before the begin: fast, no loss, a wider range.
    exact  ///< Encoded anew: exactly the pictures shown within the range.
};

/// What to cut out, on the clock of FrameReader. A picture belongs to a part if its time is within the range.
struct ClipPart {
    TimeRange range;
    std::filesystem::path target;  ///< Its extension chooses the container; see clip_extensions().
};

struct ClipOptions {
    ClipMode mode = ClipMode::copy;
    IfExists if_exists = IfExists::refuse;
    std::string encoder;  ///< FFmpeg's name, for ClipMode::exact; empty: libx264, or mpeg4 without it.
    int threads = 0;      ///< Of the decoder; 0: one per core.
    Limits limits;
};

/// What became of a part.
struct WrittenClip {
    std::filesystem::path target;
    TimeRange range;                 ///< What is in the file, on the clock of the source.
    std::int64_t pictures = 0;       ///< In the file.
    std::string video_codec;         ///< "h264",
    std::string sound_codec;         ///< "aac"; empty where there is no sound.
    std::vector<std::string> notes;  ///< What was left behind, and why.
};

/// Where in the source the work is. Called for each picture; what it throws ends the work.
using OnClipProgress = std::function<void(const Timestamp&)>;

/// Writes each part, each file appearing under its name once it is whole. Times, pixel shape, the turn of
/// the display matrix and colours are kept; sound stays in step (all tracks when copying, the first one
/// encoded as AAC when exact). The first picture of a file stands at its 0. Exact parts are cut in one pass
/// over the source, so they must be in order and not overlap. Memory: that of a decoder and an encoder.
/// @throws Error as FrameReader, naming the source; not_found (no picture within a range), unsupported (a
///         container that cannot hold what is asked for, an existing target), exhausted (disk full), naming
///         the target. Parts finished before stay.
std::vector<WrittenClip> write_clips(const std::filesystem::path& source, const std::vector<ClipPart>& parts,
                                     const ClipOptions& options, const OnClipProgress& on_progress = {});

/// The extensions that a target may have: ".mp4", ".mov", …
const std::vector<std::string>& clip_extensions();
/// @throws Error unsupported where the target's extension is none of these, naming them.
void require_clip_container(const std::filesystem::path& target);

}  // namespace sourcereel::media
