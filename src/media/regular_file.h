// media/regular_file.h, private to media: opens what is a file with bytes in it, and nothing else.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace sourcereel::media {

struct FileClose {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using FilePtr = std::unique_ptr<std::FILE, FileClose>;

/// Opens `path` for reading. Never blocks and never touches a device: folders, FIFOs, sockets and devices
/// are refused by their type before they are opened, and again after, in case the name was exchanged.
/// @throws Error not_found, unsupported, exhausted (too many open files), naming the file.
FilePtr open_regular_file(const std::filesystem::path& path);

/// Size and time of the last change: two equal values mean that nobody wrote in between.
struct FileState {
    std::int64_t size = 0;
    std::int64_t changed_seconds = 0;
    std::int64_t changed_nanoseconds = 0;
    friend bool operator==(const FileState&, const FileState&) = default;
};
FileState state_of(std::FILE* file) noexcept;

/// Up to `size` bytes at the current place; 0 at the end, a negated errno on failure.
std::int64_t read_some(std::FILE* file, void* into, std::size_t size) noexcept;

}  // namespace sourcereel::media
