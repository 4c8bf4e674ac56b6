// web/open_file.h: a regular file, opened once and answered from. Private to web.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "web/message.h"

namespace sourcereel::web {

struct OpenFile {
    std::shared_ptr<const int> descriptor;
    std::uint64_t size = 0;
    std::string tag;  ///< Differs when the content may: for ETag.
};

/// Nothing where there is no readable regular file; never waits for a pipe or device.
std::optional<OpenFile> open_regular(const std::filesystem::path& file);

/// 200, 206, 304 or 416 as the request's Range, If-Range and If-None-Match ask.
Response answer_with(const OpenFile& file, const Request& request, const std::string& type,
                     const std::string& cache_control);

/// The media type of a container as FFmpeg names it ("mov,mp4,…"); what browsers do not play is
/// application/octet-stream.
std::string media_type(const std::string& container, const std::string& video_codec);

}  // namespace sourcereel::web
