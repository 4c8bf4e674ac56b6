// media/av/input.h, private to media: a file as a demuxer that can reach nothing but this file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/error.h"
#include "media/av/raii.h"
#include "media/frame_reader.h"
#include "media/regular_file.h"

namespace sourcereel::media::av {

/// An opened container with its video stream chosen. Members are destroyed from the last to the first:
/// the demuxer before the bytes that it reads.
struct Input {
    FilePtr file;
    IoPtr io;
    FormatPtr format;
    AVStream* video = nullptr;  ///< Owned by `format`.
};

/// @throws Error as FrameReader's constructor; without the file's name, which the caller knows.
Input open_input(const std::filesystem::path& path, const Limits& limits, std::vector<std::string>& warnings);

/// The limit on the size of a picture is exceeded by this one. `which`: of what kind that size is.
Error too_large(int width, int height, std::int64_t max_pixels, const std::string& which = {});

/// The stream's side data of one kind, nullptr where it has none of at least `size` bytes.
const std::uint8_t* stream_side_data(const AVStream& stream, AVPacketSideDataType type, std::size_t size);

/// How long the container says the video is, in the video stream's ticks.
struct StatedDuration {
    std::int64_t ticks = 0;      ///< 0: not stated.
    bool from_zero = false;      ///< Counted from the container's zero, not from the first picture.
    bool of_whole_file = false;  ///< Not of the video alone: sound may go on for longer.
};
StatedDuration stated_duration(const AVFormatContext& format, const AVStream& video);

}  // namespace sourcereel::media::av
