#include "media/av/sound_source.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/mathematics.h>
}

#include <algorithm>
#include <utility>

#include "core/error.h"
#include "media/av/errors.h"

namespace sourcereel::media::av {
namespace {

/// Stamps that are off by less are rounding of the container and not a gap: as long as a video picture.
constexpr double kJitter_s = 0.04;

AVStream* choose_sound(AVFormatContext& format, const AVStream& video) {
    const int index = av_find_best_stream(&format, AVMEDIA_TYPE_AUDIO, -1, video.index, nullptr, 0);
    return index < 0 ? nullptr : format.streams[index];
}

CodecPtr open_decoder(const AVStream& stream) {
    const AVCodec* decoder = avcodec_find_decoder(stream.codecpar->codec_id);
    if (decoder == nullptr) return nullptr;
    CodecPtr codec{avcodec_alloc_context3(decoder)};
    if (!codec) throw std::bad_alloc{};
    if (avcodec_parameters_to_context(codec.get(), stream.codecpar) < 0) return nullptr;
    codec->pkt_timebase = stream.time_base;
    if (avcodec_open2(codec.get(), decoder, nullptr) < 0) return nullptr;
    const bool usable = codec->sample_rate > 0 && codec->ch_layout.nb_channels > 0;
    return usable ? std::move(codec) : nullptr;
}

}  // namespace

bool same_format(const AVFrame& block, const AVCodecContext& codec) noexcept {
    return block.sample_rate == codec.sample_rate && block.format == codec.sample_fmt &&
           block.ch_layout.nb_channels == codec.ch_layout.nb_channels;
}

std::unique_ptr<SoundSource> SoundSource::open(const std::filesystem::path& source, const Limits& limits,
                                               std::int64_t picture_origin, AVRational picture_base,
                                               std::vector<std::string>& notes) {
    std::vector<std::string> warnings;
    Input input = open_input(source, limits, warnings);
    AVStream* stream = choose_sound(*input.format, *input.video);
    if (stream == nullptr) return nullptr;
    int tracks = 0;
    for (unsigned n = 0; n < input.format->nb_streams; ++n) {
        AVStream* other = input.format->streams[n];
        tracks += other->codecpar->codec_type == AVMEDIA_TYPE_AUDIO ? 1 : 0;
        if (other != stream) other->discard = AVDISCARD_ALL;
    }
    CodecPtr codec = open_decoder(*stream);
    if (!codec) {
        notes.push_back(std::string{"the sound ("} + avcodec_get_name(stream->codecpar->codec_id) +
                        ") cannot be decoded and is left out");
        return nullptr;
    }
    if (tracks > 1) notes.push_back("of " + std::to_string(tracks) + " sound tracks, one is kept");
    const std::int64_t origin = av_rescale_q(picture_origin, picture_base, {1, codec->sample_rate});
    return std::unique_ptr<SoundSource>{new SoundSource{std::move(input), *stream, std::move(codec), origin}};
}

SoundSource::SoundSource(Input input, AVStream& stream, CodecPtr codec, std::int64_t origin)
    : input_{std::move(input)},
      stream_{&stream},
      codec_{std::move(codec)},
      origin_{origin},
      block_{make_frame()},
      packet_{make_packet()} {}

void SoundSource::skip_to(const Timestamp& begin) noexcept {
    const AVRational samples{1, codec_->sample_rate};
    const std::int64_t wanted =
        av_rescale_q(begin.ticks, {begin.base.num, begin.base.den}, samples) + origin_ - codec_->sample_rate;
    skipped_ = av_rescale_q(wanted, samples, stream_->time_base);
}

void SoundSource::feed() {
    for (int empty_reads = 0; empty_reads < 1'000;) {
        av_packet_unref(packet_.get());
        const int code = av_read_frame(input_.format.get(), packet_.get());
        if (code == AVERROR(EAGAIN)) {
            ++empty_reads;
            continue;
        }
        if (code < 0) break;
        if (packet_->stream_index != stream_->index) continue;
        if (packet_->pts != AV_NOPTS_VALUE && packet_->pts < skipped_) continue;
        avcodec_send_packet(codec_.get(), packet_.get());  // A damaged one gives a gap, hence silence.
        return;
    }
    draining_ = true;
    avcodec_send_packet(codec_.get(), nullptr);
}

void SoundSource::place(const AVFrame& block) {
    std::int64_t begin = end_;
    if (block.best_effort_timestamp != AV_NOPTS_VALUE) {
        const std::int64_t stated =
            av_rescale_q(block.best_effort_timestamp, stream_->time_base, {1, codec_->sample_rate}) - origin_;
        const auto jitter = static_cast<std::int64_t>(kJitter_s * codec_->sample_rate);
        if (!any_ || std::abs(stated - end_) > jitter) begin = stated;
    }
    any_ = true;
    begin_ = begin;
    end_ = begin + block.nb_samples;
}

/// The next block; false at the end, and where the sound changes its format, which one file cannot hold.
bool SoundSource::decode() {
    while (!ended_) {
        av_frame_unref(block_.get());
        const int code = avcodec_receive_frame(codec_.get(), block_.get());
        if (code == 0) {
            if (!same_format(*block_, *codec_)) break;
            place(*block_);
            return true;
        }
        if (code == AVERROR_EOF || (code == AVERROR(EAGAIN) && draining_)) break;
        if (code == AVERROR(EAGAIN)) feed();
    }
    ended_ = true;
    return false;
}

std::optional<SoundSource::Piece> SoundSource::piece(std::int64_t from, std::int64_t to) {
    while (!any_ || end_ <= from) {
        if (ended_ || !decode()) return std::nullopt;
    }
    const std::int64_t first = std::max(from, begin_);
    const std::int64_t last = std::min(to, end_);
    if (first >= last) return std::nullopt;
    return Piece{block_.get(), static_cast<int>(first - begin_), static_cast<int>(last - first), first};
}

}  // namespace sourcereel::media::av
