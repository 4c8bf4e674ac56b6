// media/av/raii.h, private to media: one owner per libav type.
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
#include <libavutil/mem.h>
#include <libswscale/swscale.h>
}

#include <memory>
#include <new>
#include <utility>

namespace sourcereel::media::av {

struct FrameFree {
    void operator()(AVFrame* frame) const noexcept { av_frame_free(&frame); }
};
using FramePtr = std::unique_ptr<AVFrame, FrameFree>;

struct PacketFree {
    void operator()(AVPacket* packet) const noexcept { av_packet_free(&packet); }
};
using PacketPtr = std::unique_ptr<AVPacket, PacketFree>;

struct CodecFree {
    void operator()(AVCodecContext* codec) const noexcept { avcodec_free_context(&codec); }
};
using CodecPtr = std::unique_ptr<AVCodecContext, CodecFree>;

struct FormatClose {
    void operator()(AVFormatContext* format) const noexcept { avformat_close_input(&format); }
};
using FormatPtr = std::unique_ptr<AVFormatContext, FormatClose>;

/// The buffer belongs to the context, but libav may have replaced it: free the one it holds now.
struct IoFree {
    void operator()(AVIOContext* io) const noexcept {
        av_freep(&io->buffer);
        avio_context_free(&io);
    }
};
using IoPtr = std::unique_ptr<AVIOContext, IoFree>;

struct ScalerFree {
    void operator()(SwsContext* scaler) const noexcept { sws_freeContext(scaler); }
};
using ScalerPtr = std::unique_ptr<SwsContext, ScalerFree>;

[[nodiscard]] inline FramePtr make_frame() {
    if (FramePtr frame{av_frame_alloc()}) return frame;
    throw std::bad_alloc{};
}

[[nodiscard]] inline PacketPtr make_packet() {
    if (PacketPtr packet{av_packet_alloc()}) return packet;
    throw std::bad_alloc{};
}

/// Gives the pixels to core::Frame: whoever holds the result keeps them alive, and needs no libav header.
[[nodiscard]] inline std::shared_ptr<const void> as_owner(FramePtr frame) {
    return std::shared_ptr<const AVFrame>{std::move(frame)};
}

}  // namespace sourcereel::media::av
