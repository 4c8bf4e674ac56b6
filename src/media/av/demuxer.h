// media/av/demuxer.h: the packets of a file's video stream. Private to media.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/time.h"
#include "media/av/input.h"
#include "media/av/raii.h"
#include "media/frame_reader.h"

namespace sourcereel::media {

/// Opens the container, chooses the video stream (cover art is none) and leaves the others unread.
/// Messages of its errors begin with the step, not with the file.
class Demuxer {
public:
    /// @throws Error as FrameReader's constructor.
    Demuxer(const std::filesystem::path& file, const Limits& limits);

    const AVStream& stream() const noexcept { return *stream_; }
    std::string container() const { return context_->iformat->name; }
    TimeBase time_base() const noexcept { return {stream_->time_base.num, stream_->time_base.den}; }
    int video_streams() const noexcept { return video_streams_; }

    double stated_frame_rate() const noexcept;            ///< 0 where unknown.
    std::optional<std::int64_t> stated_duration() const;  ///< In the stream's ticks.
    AVRational pixel_shape(
        AVFrame* frame) const noexcept;  ///< Width over height of a pixel; 0 where unknown.

    /// Fills `packet` with the next of the video stream; false at the end, also where reading fails.
    /// @throws Error unsupported at the first encrypted packet, exhausted.
    bool read(AVPacket& packet);
    /// Why reading ended before the end; empty if it did not.
    const std::string& read_error() const noexcept { return read_error_; }
    /// The file was written to since it was opened.
    bool changed() const { return input_.changed(); }

private:
    void open(const std::filesystem::path& file, const Limits& limits);
    void look_inside(const Limits& limits);
    void check(const Limits& limits) const;
    void choose_stream();

    Input input_;  // Outlives context_, which reads from it.
    FormatContextPtr context_;
    AVStream* stream_ = nullptr;
    int video_streams_ = 0;
    std::string read_error_;
};

}  // namespace sourcereel::media
