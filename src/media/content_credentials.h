// media/content_credentials.h: whether a file carries C2PA content credentials. Nothing is verified here.
#pragma once

#include <filesystem>

namespace sourcereel::media {

enum class Credentials {
    present,    ///< A C2PA store is in the file; who signed it, and whether it fits, is not looked at.
    absent,     ///< A file of boxes (MP4, MOV) without one. That says nothing.
    not_looked  ///< Another container, in which they are not looked for.
};

/// Walks over the boxes of the top level, without reading what they hold.
/// @throws Error not_found, unsupported for what is no regular file.
Credentials find_credentials(const std::filesystem::path& file);

}  // namespace sourcereel::media
