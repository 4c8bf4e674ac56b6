// media/regular_file.h: opens what is a file and nothing else, without ever waiting for it.
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

/// Size and time of last change: if both are as before, so are (we take it) the bytes.
struct FileState {
    std::int64_t bytes = 0;
    std::int64_t changed_seconds = 0;
    std::int64_t changed_nanoseconds = 0;
    friend bool operator==(const FileState&, const FileState&) = default;
};

struct RegularFile {
    FilePtr handle;
    FileState state;  ///< When it was opened.
};

/// Opens for reading. The name is only ever a file name, also where it looks like an address.
/// @throws Error not_found, unsupported (a folder, pipe, socket or device; no permission), exhausted (too
///         many open files), each naming `file`.
RegularFile open_regular_file(const std::filesystem::path& file);

/// As it is now.
FileState state_of(std::FILE& file);

}  // namespace sourcereel::media
