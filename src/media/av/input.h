// media/av/input.h: a regular file as libavformat reads it. Private to media.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "media/av/raii.h"
#include "media/regular_file.h"

namespace sourcereel::media {

/// Bytes of one file and of no other: libavformat is given no name that it could open by itself.
/// Reading is rationed, because a file can send a demuxer in circles.
class Input {
public:
    /// @throws Error as open_regular_file().
    explicit Input(const std::filesystem::path& file);

    AVIOContext& io() noexcept { return *io_; }
    std::int64_t bytes() const noexcept;

    /// Until the next call at most `files` times the file's size (and 64 MiB) will be read; then every read
    /// fails with AVERROR_EXIT.
    void allow(int files) noexcept;
    bool exhausted() const noexcept;

    /// The file is no longer the one that was opened.
    bool changed() const;

private:
    struct Source;
    struct SourceFree {
        void operator()(Source* source) const noexcept;
    };
    static int read(void* opaque, std::uint8_t* into, int size) noexcept;
    static std::int64_t seek(void* opaque, std::int64_t offset, int whence) noexcept;

    std::unique_ptr<Source, SourceFree> source_;  // Outlives io_, which points to it.
    IoContextPtr io_;
};

}  // namespace sourcereel::media
