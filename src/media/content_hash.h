// media/content_hash.h: the identity of a file's bytes.
#pragma once

#include <filesystem>
#include <string>

namespace sourcereel::media {

/// SHA-256 of the whole file as 64 lower-case hexadecimal digits. Reads it once, 1 MiB at a time.
/// @throws Error not_found, or unsupported for what is no regular file.
std::string sha256_of_file(const std::filesystem::path& file);

/// The same of bytes in memory.
std::string sha256_of_bytes(const std::string& bytes);

}  // namespace sourcereel::media
