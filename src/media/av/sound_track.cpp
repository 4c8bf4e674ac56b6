#include "media/av/sound_track.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/samplefmt.h>
}

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "core/error.h"

namespace sourcereel::media::av {
namespace {

/// Those that AAC has.
constexpr std::array kRates{96000, 88200, 64000, 48000, 44100, 32000, 24000,
                            22050, 16000, 12000, 11025, 8000,  7350};
constexpr int kUsualRate = 48000;
constexpr std::int64_t kBitsASecondAChannel = 96'000;

CodecPtr open_encoder(const AVCodec& encoder, int rate, int channels, bool global_header, int& code) {
    CodecPtr codec{avcodec_alloc_context3(&encoder)};
    if (!codec) throw std::bad_alloc{};
    codec->sample_fmt = AV_SAMPLE_FMT_FLTP;
    codec->sample_rate = rate;
    codec->time_base = {1, rate};
    codec->bit_rate = kBitsASecondAChannel * channels;
    codec->flags |= AV_CODEC_FLAG_BITEXACT | (global_header ? AV_CODEC_FLAG_GLOBAL_HEADER : 0);
    av_channel_layout_default(&codec->ch_layout, channels);
    code = avcodec_open2(codec.get(), &encoder, nullptr);
    return code < 0 ? nullptr : std::move(codec);
}

/// AAC of the same rate and channels where it has them, else the usual rate, else two channels.
CodecPtr open_aac(const AVCodecContext& source, Output& output) {
    if (!output.holds(AV_CODEC_ID_AAC))
        throw Error{ErrorKind::unsupported, output.target().string() + ": " + output.container().extension +
                                                " cannot hold AAC sound; use .mp4, .mov or .mkv"};
    const AVCodec* encoder = avcodec_find_encoder(AV_CODEC_ID_AAC);
    if (encoder == nullptr)
        throw Error{ErrorKind::unsupported, "encoding sound: this FFmpeg has no AAC encoder"};
    const bool known = std::find(kRates.begin(), kRates.end(), source.sample_rate) != kRates.end();
    const int rate = known ? source.sample_rate : kUsualRate;
    int code = 0;
    CodecPtr codec =
        open_encoder(*encoder, rate, source.ch_layout.nb_channels, output.wants_global_header(), code);
    if (!codec) codec = open_encoder(*encoder, rate, 2, output.wants_global_header(), code);
    if (!codec) output.fail(code, "opening the AAC encoder");
    return codec;
}

}  // namespace

SoundTrack::SoundTrack(SoundSource& source, Output& output, std::int64_t begin)
    : source_{&source},
      output_{&output},
      codec_{open_aac(source.format(), output)},
      stream_{&output.add_stream()},
      packet_{make_packet()},
      position_{begin} {
    if (const int code = avcodec_parameters_from_context(stream_->codecpar, codec_.get()); code < 0)
        output.fail(code, "describing the sound");
    stream_->time_base = codec_->time_base;

    const AVCodecContext& from = source.format();
    AVChannelLayout layout{};
    if (from.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC)
        av_channel_layout_default(&layout, from.ch_layout.nb_channels);
    else if (av_channel_layout_copy(&layout, &from.ch_layout) < 0)
        throw std::bad_alloc{};
    SwrContext* converter = nullptr;
    int code = swr_alloc_set_opts2(&converter, &codec_->ch_layout, codec_->sample_fmt, codec_->sample_rate,
                                   &layout, from.sample_fmt, from.sample_rate, 0, nullptr);
    converter_.reset(converter);
    av_channel_layout_uninit(&layout);
    if (code >= 0) code = swr_init(converter_.get());
    if (code < 0) output.fail(code, "converting the sound");
    fifo_.reset(
        av_audio_fifo_alloc(codec_->sample_fmt, codec_->ch_layout.nb_channels, codec_->frame_size * 4));
    if (!fifo_) throw std::bad_alloc{};
}

void SoundTrack::convert(const std::uint8_t** samples, int count) {
    const int most = swr_get_out_samples(converter_.get(), count);
    if (most <= 0) return;
    const FramePtr converted = make_frame();
    converted->format = codec_->sample_fmt;
    converted->nb_samples = most;
    converted->sample_rate = codec_->sample_rate;
    if (av_channel_layout_copy(&converted->ch_layout, &codec_->ch_layout) < 0 ||
        av_frame_get_buffer(converted.get(), 0) < 0)
        throw std::bad_alloc{};
    const int got = swr_convert(converter_.get(), converted->extended_data, most, samples, count);
    if (got < 0) output_->fail(got, "converting the sound");
    if (got > 0 &&
        av_audio_fifo_write(fifo_.get(), reinterpret_cast<void**>(converted->extended_data), got) < got)
        throw std::bad_alloc{};
}

void SoundTrack::silence(std::int64_t count) {
    const AVCodecContext& format = source_->format();
    const int block = codec_->frame_size;
    const FramePtr quiet = make_frame();
    quiet->format = format.sample_fmt;
    quiet->nb_samples = block;
    quiet->sample_rate = format.sample_rate;
    if (av_channel_layout_copy(&quiet->ch_layout, &format.ch_layout) < 0 ||
        av_frame_get_buffer(quiet.get(), 0) < 0)
        throw std::bad_alloc{};
    av_samples_set_silence(quiet->extended_data, 0, block, format.ch_layout.nb_channels, format.sample_fmt);
    while (count > 0) {
        const int now = static_cast<int>(std::min<std::int64_t>(count, block));
        convert(const_cast<const std::uint8_t**>(quiet->extended_data), now);
        encode(false);
        count -= now;
    }
}

void SoundTrack::write_until(std::int64_t position) {
    const AVCodecContext& format = source_->format();
    const bool planar = av_sample_fmt_is_planar(format.sample_fmt) != 0;
    const int channels = format.ch_layout.nb_channels;
    const int planes = planar ? channels : 1;
    const int step = av_get_bytes_per_sample(format.sample_fmt) * (planar ? 1 : channels);
    while (position_ < position) {
        const auto piece = source_->piece(position_, position);
        if (!piece) {
            silence(position - position_);
            position_ = position;
            break;
        }
        silence(piece->position - position_);
        std::vector<const std::uint8_t*> samples;
        samples.reserve(static_cast<std::size_t>(planes));
        for (int plane = 0; plane < planes; ++plane)
            samples.push_back(piece->block->extended_data[plane] + std::ptrdiff_t{piece->offset} * step);
        convert(samples.data(), piece->count);
        position_ = piece->position + piece->count;
        encode(false);
    }
}

/// Whole frames of the encoder; with `all` also the last, shorter one.
void SoundTrack::encode(bool all) {
    for (;;) {
        const int ready = av_audio_fifo_size(fifo_.get());
        if (ready == 0 || (ready < codec_->frame_size && !all)) return;
        const FramePtr frame = make_frame();
        frame->format = codec_->sample_fmt;
        frame->nb_samples = std::min(ready, codec_->frame_size);
        frame->sample_rate = codec_->sample_rate;
        if (av_channel_layout_copy(&frame->ch_layout, &codec_->ch_layout) < 0 ||
            av_frame_get_buffer(frame.get(), 0) < 0)
            throw std::bad_alloc{};
        av_audio_fifo_read(fifo_.get(), reinterpret_cast<void**>(frame->extended_data), frame->nb_samples);
        frame->pts = encoded_;
        encoded_ += frame->nb_samples;
        send(frame.get());
    }
}

void SoundTrack::send(const AVFrame* frame) {
    if (const int code = avcodec_send_frame(codec_.get(), frame); code < 0)
        output_->fail(code, "encoding sound");
    for (;;) {
        const int code = avcodec_receive_packet(codec_.get(), packet_.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return;
        if (code < 0) output_->fail(code, "encoding sound");
        output_->write(*packet_, *stream_, codec_->time_base);
    }
}

void SoundTrack::finish(std::int64_t end) {
    write_until(end);
    convert(nullptr, 0);  // What the converter holds back when the rate changes.
    encode(true);
    send(nullptr);
}

}  // namespace sourcereel::media::av
