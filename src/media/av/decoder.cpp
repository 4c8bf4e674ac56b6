#include "media/av/decoder.h"

extern "C" {
#include <libavutil/mathematics.h>
}

#include <algorithm>
#include <thread>

#include "core/error.h"
#include "media/av/errors.h"

namespace sourcereel::media::av {
namespace {

constexpr int kMostFailuresInARow = 20'000;
constexpr int kMostEmptyReads = 1'000;
constexpr int kMostThreads = 16;  ///< As libavcodec's own; each frame thread holds a picture.

int thread_count(int wanted) {
    if (wanted > 0) return std::min(wanted, kMostThreads);
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMostThreads);
}

/// What libavcodec may allocate for a picture within the limit. It counts the pixels with which it pads each
/// side, so a limit of the picture alone would refuse allowed ones; the reader checks the picture itself.
std::int64_t padded(std::int64_t max_pixels) {
    constexpr std::int64_t kPadding = 128;  // Of a side; its strictest alignment and a macroblock.
    constexpr std::int64_t kLongestSide = 65'535;
    return max_pixels + kPadding * (kLongestSide + kPadding);
}

CodecPtr open_decoder(const AVStream& video, const ReadOptions& options) {
    const AVCodecParameters& parameters = *video.codecpar;
    const std::string name = avcodec_get_name(parameters.codec_id);
    const AVCodec* decoder = avcodec_find_decoder(parameters.codec_id);
    if (decoder == nullptr)
        throw Error{ErrorKind::unsupported, "video stream: no decoder for " + name + " in this FFmpeg"};
    CodecPtr codec{avcodec_alloc_context3(decoder)};
    if (!codec) throw std::bad_alloc{};
    const std::string step = "opening the decoder of " + name;
    if (const int code = avcodec_parameters_to_context(codec.get(), &parameters); code < 0)
        throw failure(code, step);
    codec->pkt_timebase = video.time_base;
    codec->thread_count = thread_count(options.threads);
    codec->thread_type = FF_THREAD_FRAME | FF_THREAD_SLICE;
    codec->max_pixels = padded(options.limits.max_pixels);
    if (!options.loop_filter) codec->skip_loop_filter = AVDISCARD_ALL;
    if (const int code = avcodec_open2(codec.get(), decoder, nullptr); code < 0) throw failure(code, step);
    return codec;
}

}  // namespace

PictureSource::PictureSource(Input& input, const ReadOptions& options, bool all_streams)
    : input_{&input}, codec_{open_decoder(*input.video, options)}, packet_{make_packet()} {
    for (unsigned n = 0; n < input.format->nb_streams; ++n) {
        AVStream* stream = input.format->streams[n];
        if (stream != input.video && !all_streams) stream->discard = AVDISCARD_ALL;
    }
}

void PictureSource::count_damage(int code) {
    if (code == AVERROR(ENOMEM)) throw Error{ErrorKind::exhausted, "decoding: no memory"};
    ++damaged_;
    last_error_ = code;
    if (++failures_in_a_row_ >= kMostFailuresInARow) {
        ended_ = true;
        stop_code_ = code;
    }
}

PictureSource::Fed PictureSource::read_video_packet() {
    int empty_reads = 0;
    for (;;) {
        av_packet_unref(packet_.get());
        const int code = av_read_frame(input_->format.get(), packet_.get());
        if (code == AVERROR(EAGAIN) && ++empty_reads < kMostEmptyReads) continue;
        if (code < 0) {
            // libav hides a failed read behind an ordinary end; the bytes know better.
            const int io_error = input_->format->pb != nullptr ? input_->format->pb->error : 0;
            if (code != AVERROR_EOF)
                stop_code_ = code;
            else if (io_error < 0 && io_error != AVERROR_EOF)
                stop_code_ = io_error;
            return Fed::end;
        }
        if (packet_->stream_index == input_->video->index) return Fed::packet;
        const std::int64_t stamp = packet_->pts != AV_NOPTS_VALUE ? packet_->pts : packet_->dts;
        if (stamp == AV_NOPTS_VALUE) continue;
        const AVStream* other = input_->format->streams[packet_->stream_index];
        const std::int64_t length = std::clamp<std::int64_t>(packet_->duration, 0, INT64_C(1) << 40);
        if (stamp < INT64_C(1) << 60)
            others_end_ = std::max(
                others_end_, av_rescale_q(stamp + length, other->time_base, AVRational{1, AV_TIME_BASE}));
    }
}

void PictureSource::send() {
    const Fed fed = read_video_packet();
    if (fed == Fed::end) draining_ = true;
    if (fed == Fed::packet &&
        av_packet_get_side_data(packet_.get(), AV_PKT_DATA_ENCRYPTION_INFO, nullptr) != nullptr)
        throw Error{ErrorKind::unsupported, "video stream: encrypted; a copy without protection is needed"};
    const int code = avcodec_send_packet(codec_.get(), fed == Fed::end ? nullptr : packet_.get());
    if (code < 0 && code != AVERROR_EOF) count_damage(code);
}

FramePtr PictureSource::next() {
    while (!ended_) {
        FramePtr frame = spare_ ? std::move(spare_) : make_frame();
        const int code = avcodec_receive_frame(codec_.get(), frame.get());
        if (code == 0) {
            failures_in_a_row_ = 0;
            return frame;
        }
        spare_ = std::move(frame);
        if (code == AVERROR_EOF) {
            ended_ = true;
        } else if (code == AVERROR(EAGAIN)) {
            if (draining_)
                ended_ = true;  // A decoder that waits for more after the end has nothing left.
            else
                send();
        } else {
            count_damage(code);
        }
    }
    return nullptr;
}

}  // namespace sourcereel::media::av
