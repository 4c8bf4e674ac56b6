// media/frame_reader.h: opens a media file and gives its pictures, upright and in the order they are shown.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/frame.h"
#include "core/media_info.h"

namespace sourcereel::media {

/// Bounds on what an untrusted file may ask of us; reaching one is an Error (exhausted) that names it.
struct Limits {
    std::int64_t max_pixels = 8192LL * 8192;  ///< Of one stored picture.
    int max_streams = 64;
    std::int64_t max_probe_bytes = 16LL << 20;  ///< Read to learn what the file is.
};

struct ReadOptions {
    bool chroma = true;  ///< Give the colour planes too. Without, they are not even converted.
    int threads = 0;     ///< Frame threads of the decoder; 0: one per core.
    bool loop_filter =
        true;  ///< Off saves up to a quarter of the CPU; pictures to be read or kept need it on.
    Limits limits;
};

/// How reading went; complete once next() has returned nothing.
struct ReadReport {
    Timestamp end;               ///< End of the last shown picture (exclusive).
    std::int64_t frames = 0;     ///< Pictures given.
    double decoded_share = 1.0;  ///< Of the duration stated by the container, 0..1; 1 where it states none.
    std::vector<std::string>
        warnings;  ///< What was repaired, skipped or is missing, once a kind with its count.
};

/// Reads one file. Opens it read-only with the `file` protocol and no playlist demuxer, so that a hostile
/// file reaches no other file and no address. Holds about `threads` + 3 decoded pictures, one of them ahead.
/// Not thread-safe: one reader, one thread at a time; the frames it gave may be used anywhere, also after it
/// is gone.
class FrameReader {
public:
    /// @throws Error not_found (no such file), unsupported (a folder, no video, no decoder, encrypted),
    ///         corrupt (not a media file, damaged beyond use, not a single picture), exhausted (a limit),
    ///         busy (somebody is writing to it), each naming file and step.
    /// Decodes the first picture, so that its upright size is known.
    explicit FrameReader(const std::filesystem::path& file, const ReadOptions& options = {});
    ~FrameReader();
    FrameReader(FrameReader&&) noexcept;
    FrameReader& operator=(FrameReader&&) noexcept;

    /// Facts known so far: `frames`, `duration`, `frame_rate` and `variable_frame_rate` are as stated by the
    /// container until next() has returned nothing, and exact from then on.
    const MediaInfo& info() const noexcept;

    /// The next shown picture; nothing at the end. A damaged picture is skipped and counted in the report.
    /// @throws Error exhausted (no memory, a picture beyond the limit), unsupported (encrypted from here on),
    ///         busy at the end (the file was written to meanwhile).
    std::optional<Frame> next();

    const ReadReport& report() const noexcept;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sourcereel::media
