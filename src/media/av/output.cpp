#include "media/av/output.h"

extern "C" {
#include <libavutil/display.h>
}

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "core/error.h"
#include "media/av/errors.h"

namespace sourcereel::media::av {
namespace {

constexpr int kIoBufferBytes = 256 * 1024;

/// Only what keeps times exact to a millisecond and takes any order of picture lengths.
constexpr std::array<Container, 7> kContainers{{{".mp4", "mp4", true},
                                                {".m4v", "mp4", true},
                                                {".mov", "mov", true},
                                                {".mkv", "matroska", false},
                                                {".webm", "webm", false},
                                                {".ts", "mpegts", false},
                                                {".3gp", "3gp", true}}};

std::string lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

}  // namespace

const Container& container_of(const std::filesystem::path& target) {
    const std::string extension = lower(target.extension().string());
    const auto* found = std::find_if(kContainers.begin(), kContainers.end(), [&](const Container& container) {
        return container.extension == extension;
    });
    if (found != kContainers.end()) return *found;
    std::string known;
    for (const Container& container : kContainers)
        known += (known.empty() ? "" : ", ") + std::string{container.extension};
    throw Error{ErrorKind::unsupported,
                target.string() + ": " + (extension.empty() ? "no extension" : "\"" + extension + "\"") +
                    " names no container that clips are written as; use one of " + known};
}

const std::vector<std::string>& container_extensions() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> extensions;
        extensions.reserve(kContainers.size());
        for (const Container& container : kContainers) extensions.emplace_back(container.extension);
        return extensions;
    }();
    return all;
}

void set_display_matrix(AVStream& stream, const std::uint8_t* nine_values) {
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    AVCodecParameters& codec = *stream.codecpar;
    AVPacketSideData* side = av_packet_side_data_new(&codec.coded_side_data, &codec.nb_coded_side_data,
                                                     AV_PKT_DATA_DISPLAYMATRIX, kMatrixBytes, 0);
    if (side == nullptr) throw std::bad_alloc{};
    std::memcpy(side->data, nine_values, kMatrixBytes);
#else
    std::uint8_t* side = av_stream_new_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, kMatrixBytes);
    if (side == nullptr) throw std::bad_alloc{};
    std::memcpy(side, nine_values, kMatrixBytes);
#endif
}

/// libav's signature of the write callback lost a missing const with version 61.
struct OutputCallbacks {
#if LIBAVFORMAT_VERSION_MAJOR >= 61
    using Bytes = const std::uint8_t*;
#else
    using Bytes = std::uint8_t*;
#endif
    static int write(void* self, Bytes bytes, int size) {
        return Output::write_bytes(self, bytes, size);
    }
    static std::int64_t seek(void* self, std::int64_t offset, int whence) {
        return Output::seek_bytes(self, offset, whence);
    }
};

int Output::write_bytes(void* self, const std::uint8_t* bytes, int size) noexcept {
    auto* output = static_cast<Output*>(self);
    const int error_number = output->file_.try_write(bytes, static_cast<std::size_t>(size));
    if (error_number == 0) return size;
    if (output->write_error_ == 0) output->write_error_ = error_number;
    return AVERROR(error_number);
}

std::int64_t Output::seek_bytes(void* self, std::int64_t offset, int whence) noexcept {
    auto* output = static_cast<Output*>(self);
    if ((whence & AVSEEK_SIZE) != 0) return output->file_.size();
    return output->file_.seek(offset, whence & ~AVSEEK_FORCE);
}

Output::Output(const std::filesystem::path& target, IfExists if_exists)
    : container_{&container_of(target)}, file_{target, if_exists} {
    auto* buffer = static_cast<unsigned char*>(av_malloc(kIoBufferBytes));
    if (buffer == nullptr) throw std::bad_alloc{};
    io_.reset(avio_alloc_context(buffer, kIoBufferBytes, 1, this, nullptr, OutputCallbacks::write,
                                 OutputCallbacks::seek));
    if (!io_) {
        av_free(buffer);
        throw std::bad_alloc{};
    }
    AVFormatContext* format = nullptr;
    const int code = avformat_alloc_output_context2(&format, nullptr, container_->muxer, nullptr);
    if (code < 0) fail(code, std::string{"writing as "} + container_->muxer);
    format_.reset(format);
    format_->pb = io_.get();
    format_->flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT;  // The same input gives the same bytes.
}

void Output::fail(int code, const std::string& step) const {
    if (write_error_ != 0) {
        const bool full = write_error_ == ENOSPC || write_error_ == EDQUOT;
        throw failure(-write_error_, target().string() + ": writing" +
                                         (full ? " (free some space, or write elsewhere)" : ""));
    }
    throw failure(code, target().string() + ": " + step);
}

bool Output::holds(AVCodecID codec) const noexcept {
    if (std::string_view{container_->muxer} != "mpegts")
        return avformat_query_codec(format_->oformat, codec, FF_COMPLIANCE_NORMAL) == 1;
    // Its muxer does not tell: what it does not know it would write as private data, which nobody reads.
    constexpr std::array kInTransportStreams{
        AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_MPEG1VIDEO, AV_CODEC_ID_MPEG2VIDEO, AV_CODEC_ID_MPEG4,
        AV_CODEC_ID_AAC,  AV_CODEC_ID_MP2,  AV_CODEC_ID_MP3,        AV_CODEC_ID_AC3,        AV_CODEC_ID_EAC3};
    return std::find(kInTransportStreams.begin(), kInTransportStreams.end(), codec) !=
           kInTransportStreams.end();
}

bool Output::wants_global_header() const noexcept {
    return (format_->oformat->flags & AVFMT_GLOBALHEADER) != 0;
}

AVStream& Output::add_stream() {
    AVStream* stream = avformat_new_stream(format_.get(), nullptr);
    if (stream == nullptr) throw std::bad_alloc{};
    return *stream;
}

void Output::begin() {
    if (const int code = avformat_write_header(format_.get(), nullptr); code < 0)
        fail(code, std::string{"beginning a file of type "} + container_->muxer);
}

void Output::write(AVPacket& packet, const AVStream& stream, AVRational base) {
    av_packet_rescale_ts(&packet, base, stream.time_base);
    packet.stream_index = stream.index;
    packet.pos = -1;
    if (const int code = av_interleaved_write_frame(format_.get(), &packet); code < 0) fail(code, "writing");
}

void Output::finish() {
    if (const int code = av_write_trailer(format_.get()); code < 0) fail(code, "writing the end");
    avio_flush(io_.get());
    if (io_->error < 0) fail(io_->error, "writing the end");
    file_.keep();
}

}  // namespace sourcereel::media::av
