#include "media/av/decoder.h"

extern "C" {
#include <libavutil/cpu.h>
}

#include <algorithm>
#include <cerrno>
#include <new>

#include "media/av/errors.h"

namespace sourcereel::media {
namespace {

// Eleven minutes at 30 pictures a second: longer than any decoder waits or any recording takes to join in.
constexpr int kMostBarrenPackets = 20'000;
constexpr int kMostThreads = 16;  // More gain nothing and hold one picture each.

}  // namespace

Decoder::Decoder(const AVStream& stream, const ReadOptions& options) : packet_(make_packet()) {
    const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    if (codec == nullptr) {
        throw Error(ErrorKind::unsupported, std::string("video stream: no decoder for ") +
                                                avcodec_get_name(stream.codecpar->codec_id));
    }
    context_.reset(avcodec_alloc_context3(codec));
    if (!context_) throw std::bad_alloc{};
    const std::string step = std::string("opening the decoder for ") + codec->name;
    if (const int code = avcodec_parameters_to_context(context_.get(), stream.codecpar); code < 0) {
        throw av_error(code, step);
    }
    context_->pkt_timebase = stream.time_base;
    context_->framerate = stream.avg_frame_rate;
    context_->thread_type = FF_THREAD_FRAME | FF_THREAD_SLICE;
    context_->thread_count =
        std::clamp(options.threads > 0 ? options.threads : av_cpu_count(), 1, kMostThreads);
    context_->max_pixels = options.limits.max_pixels;
    // Crop to the pixel: our planes need no alignment.
    context_->flags |= AV_CODEC_FLAG_UNALIGNED | AV_CODEC_FLAG_OUTPUT_CORRUPT;
    if (!options.loop_filter) context_->skip_loop_filter = AVDISCARD_ALL;
    if (const int code = avcodec_open2(context_.get(), codec, nullptr); code < 0) throw av_error(code, step);
}

void Decoder::count_error(int code) {
    if (code == AVERROR(ENOMEM)) throw av_error(code, "decoding");
    if (errors_++ == 0) first_error_ = code;
}

FramePtr Decoder::next(Demuxer& demuxer) {
    FramePtr frame = make_frame();
    while (true) {
        const int code = avcodec_receive_frame(context_.get(), frame.get());
        switch (code) {
            case 0:
                barren_packets_ = 0;
                if (frame->decode_error_flags != 0 || (frame->flags & AV_FRAME_FLAG_CORRUPT) != 0) ++damaged_;
                return frame;
            case AVERROR_EOF:
                return nullptr;
            case AVERROR(EAGAIN):
                if (drained_ || !feed(demuxer)) return nullptr;
                break;
            default:
                count_error(code);
                if (++barren_packets_ > kMostBarrenPackets) {
                    gave_up_ = true;
                    return nullptr;
                }
        }
    }
}

/// Gives the decoder what it asks for: a packet, or the end. False where there is no sense in going on.
bool Decoder::feed(Demuxer& demuxer) {
    if (!demuxer.read(*packet_)) {
        drained_ = true;
        const int code = avcodec_send_packet(context_.get(), nullptr);
        if (code < 0 && code != AVERROR_EOF) count_error(code);
        return true;
    }
    // Packets that an edit list hides give no picture and are no sign of trouble.
    if ((packet_->flags & AV_PKT_FLAG_DISCARD) == 0 && ++barren_packets_ > kMostBarrenPackets) {
        gave_up_ = true;
        return false;
    }
    const int code = avcodec_send_packet(context_.get(), packet_.get());
    av_packet_unref(packet_.get());
    switch (code) {
        case 0:
        case AVERROR(
            EAGAIN):  // Cannot be: it has just asked for input. If so, the packet is lost and counted.
            if (code != 0) count_error(code);
            return true;
        case AVERROR_EOF:
            return false;
        default:
            count_error(code);
            return true;
    }
}

}  // namespace sourcereel::media
