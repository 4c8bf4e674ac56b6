// media/av/raii.h: one owner for each kind of C object that libav hands out. Private to media.
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/buffer.h>
#include <libavutil/frame.h>
#include <libavutil/mem.h>
#include <libavutil/sha.h>
#include <libswscale/swscale.h>
}

#include <memory>
#include <new>
#include <utility>

namespace sourcereel::media {

struct FrameFree {
    void operator()(AVFrame* frame) const noexcept { av_frame_free(&frame); }
};
using FramePtr = std::unique_ptr<AVFrame, FrameFree>;

struct PacketFree {
    void operator()(AVPacket* packet) const noexcept { av_packet_free(&packet); }
};
using PacketPtr = std::unique_ptr<AVPacket, PacketFree>;

struct CodecContextFree {
    void operator()(AVCodecContext* context) const noexcept { avcodec_free_context(&context); }
};
using CodecContextPtr = std::unique_ptr<AVCodecContext, CodecContextFree>;

struct FormatContextClose {
    void operator()(AVFormatContext* context) const noexcept { avformat_close_input(&context); }
};
using FormatContextPtr = std::unique_ptr<AVFormatContext, FormatContextClose>;

/// The buffer may have been replaced by libavformat since we gave it, so it is freed through the context.
struct IoContextFree {
    void operator()(AVIOContext* context) const noexcept {
        av_freep(&context->buffer);
        avio_context_free(&context);
    }
};
using IoContextPtr = std::unique_ptr<AVIOContext, IoContextFree>;

struct ScalerFree {
    void operator()(SwsContext* context) const noexcept { sws_freeContext(context); }
};
using ScalerPtr = std::unique_ptr<SwsContext, ScalerFree>;

/// Buffers that are still in use stay alive; the pool goes with the last of them.
struct BufferPoolRelease {
    void operator()(AVBufferPool* pool) const noexcept { av_buffer_pool_uninit(&pool); }
};
using BufferPoolPtr = std::unique_ptr<AVBufferPool, BufferPoolRelease>;

struct BufferUnref {
    void operator()(AVBufferRef* buffer) const noexcept { av_buffer_unref(&buffer); }
};
using BufferPtr = std::unique_ptr<AVBufferRef, BufferUnref>;

struct DictionaryFree {
    void operator()(AVDictionary* dictionary) const noexcept { av_dict_free(&dictionary); }
};
using DictionaryPtr = std::unique_ptr<AVDictionary, DictionaryFree>;

struct ShaFree {
    void operator()(AVSHA* sha) const noexcept { av_free(sha); }
};
using ShaPtr = std::unique_ptr<AVSHA, ShaFree>;

[[nodiscard]] inline FramePtr make_frame() {
    if (FramePtr frame{av_frame_alloc()}) return frame;
    throw std::bad_alloc{};
}

[[nodiscard]] inline PacketPtr make_packet() {
    if (PacketPtr packet{av_packet_alloc()}) return packet;
    throw std::bad_alloc{};
}

[[nodiscard]] inline ShaPtr make_sha() {
    if (ShaPtr sha{av_sha_alloc()}) return sha;
    throw std::bad_alloc{};
}

/// Gives the pixels to core::Frame: whoever holds the result keeps them alive, and needs no libav header.
[[nodiscard]] inline std::shared_ptr<const void> as_owner(FramePtr frame) {
    return std::shared_ptr<const AVFrame>{std::move(frame)};
}
[[nodiscard]] inline std::shared_ptr<const void> as_owner(BufferPtr buffer) {
    return std::shared_ptr<const AVBufferRef>{std::move(buffer)};
}

}  // namespace sourcereel::media
