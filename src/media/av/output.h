// media/av/output.h, private to media: packets into a new file.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "media/av/raii.h"
#include "media/new_file.h"

namespace sourcereel::media::av {

/// A kind of file that clips are written as.
struct Container {
    const char* extension;  ///< ".mp4"
    const char* muxer;      ///< FFmpeg's name.
    bool edit_lists;        ///< Of the mp4 family: keeps a display matrix in every version of FFmpeg that we
                            ///< run with, and can hide pictures that are needed only to decode others.
};
/// @throws Error unsupported, naming the target and what there is.
const Container& container_of(const std::filesystem::path& target);
const std::vector<std::string>& container_extensions();

struct OutputFree {
    void operator()(AVFormatContext* format) const noexcept { avformat_free_context(format); }
};
using OutputPtr = std::unique_ptr<AVFormatContext, OutputFree>;

/// Gives a stream the display matrix `nine_values`, as stored in files.
void set_display_matrix(AVStream& stream, const std::uint8_t* nine_values);
inline constexpr std::size_t kMatrixBytes = 9 * sizeof(std::int32_t);

/// One file being written. Errors name the target.
class Output {
public:
    Output(const std::filesystem::path& target, IfExists if_exists);

    const Container& container() const noexcept { return *container_; }
    const std::filesystem::path& target() const noexcept { return file_.target(); }
    /// Whether streams of this codec can be in such a file.
    bool holds(AVCodecID codec) const noexcept;
    bool wants_global_header() const noexcept;

    /// A new stream; fill its codecpar and time_base before begin().
    AVStream& add_stream();
    /// Writes the header; time bases of the streams may change here.
    void begin();
    /// Takes the packet's data. Its times are in `base`; streams are interleaved by time.
    void write(AVPacket& packet, const AVStream& stream, AVRational base);
    /// Writes what is left and gives the file its name.
    void finish();

    /// Any of our or libav's codes, as an error about this file.
    [[noreturn]] void fail(int code, const std::string& step) const;

private:
    static int write_bytes(void* self, const std::uint8_t* bytes, int size) noexcept;
    static std::int64_t seek_bytes(void* self, std::int64_t offset, int whence) noexcept;
    friend struct OutputCallbacks;

    const Container* container_;
    NewFile file_;
    int write_error_ = 0;  ///< errno of the first write that failed.
    IoPtr io_;
    OutputPtr format_;
};

}  // namespace sourcereel::media::av
