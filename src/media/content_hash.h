// media/content_hash.h: the identity of a file's bytes.
#pragma once

#include <filesystem>
#include <string>

namespace sourcereel::media {

/// Lower-case hexadecimal digits.
struct FileHashes {
    std::string sha256;
    std::string md5;  ///< For comparing with lists of others; it proves nothing by itself.
    friend bool operator==(const FileHashes&, const FileHashes&) = default;
};

/// Both hashes of the whole file. Reads it once, 1 MiB at a time.
/// @throws Error not_found, or unsupported for what is no regular file.
FileHashes hashes_of_file(const std::filesystem::path& file);

/// SHA-256 of the whole file as 64 lower-case hexadecimal digits; reads and throws in the same way.
std::string sha256_of_file(const std::filesystem::path& file);

/// The same of bytes in memory.
std::string sha256_of_bytes(const std::string& bytes);

}  // namespace sourcereel::media
