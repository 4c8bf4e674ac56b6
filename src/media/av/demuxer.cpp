#include "media/av/demuxer.h"

extern "C" {
#include <libavutil/avutil.h>
#include <libavutil/mathematics.h>
}

#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/error.h"
#include "media/av/containers.h"
#include "media/av/errors.h"

namespace sourcereel::media {
namespace {

constexpr int kMostEmptyReads = 10'000;  // "Try again" in a row, before we take it for the end.
constexpr int kOpeningRation = 4;        // Times the file's size: index at the end, guesses, second looks.

int refuse_to_open(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**) {
    return AVERROR(EPERM);
}

std::string pixels(int width, int height) {
    return std::to_string(width) + "x" + std::to_string(height);
}

bool is_video(const AVStream& stream) noexcept {
    constexpr int kStill = AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS;
    return stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO && (stream.disposition & kStill) == 0;
}

/// What makes one video stream the one to show, the most important first.
auto rank_of(const AVStream& stream) noexcept {
    const bool decodable = avcodec_find_decoder(stream.codecpar->codec_id) != nullptr;
    const bool is_default = (stream.disposition & AV_DISPOSITION_DEFAULT) != 0;
    const auto area = static_cast<std::int64_t>(stream.codecpar->width) * stream.codecpar->height;
    return std::tuple(decodable, is_default, area);
}

bool is_encrypted(const AVStream& stream) noexcept {
    return stream.codecpar->codec_tag == MKTAG('e', 'n', 'c', 'v');
}

const AVInputFormat* probe(AVIOContext& io, const std::string& name, const Limits& limits) {
    const AVInputFormat* format = nullptr;
    const auto most = static_cast<unsigned>(std::min<std::int64_t>(limits.max_probe_bytes, 1 << 20));
    const int code = av_probe_input_buffer2(&io, &format, name.c_str(), nullptr, 0, most);
    if (code == AVERROR(ENOMEM)) throw av_error(code, "recognising the container");
    if (code < 0 || format == nullptr) {
        throw Error(ErrorKind::corrupt, "recognising the container: this is no media file that FFmpeg knows");
    }
    if (!is_read(format->name)) {
        throw Error(ErrorKind::unsupported, std::string("container: ") + format->name +
                                                " is not read; only files that hold their own video are");
    }
    return format;
}

/// Limits for the decoders that libavformat opens to learn more about each stream.
class StreamOptions {
public:
    StreamOptions(unsigned streams, std::int64_t max_pixels) {
        for (unsigned i = 0; i < streams; ++i) {
            AVDictionary* options = nullptr;
            av_dict_set_int(&options, "max_pixels", max_pixels, 0);
            owners_.emplace_back(options);
            lent_.push_back(options);
        }
    }
    /// libavformat takes out what it used, and may put another dictionary in place of ours.
    template <typename Call>
    int lend(Call call) {
        for (auto& owner : owners_) std::ignore = owner.release();
        const int code = call(lent_.empty() ? nullptr : lent_.data());
        for (std::size_t i = 0; i < lent_.size(); ++i) owners_[i].reset(lent_[i]);
        return code;
    }

private:
    std::vector<DictionaryPtr> owners_;
    std::vector<AVDictionary*> lent_;
};

/// "00:01:02.345678900", as Matroska files state a track's duration; nothing for other words.
std::optional<double> seconds_of_tag(const AVStream& stream) {
    const AVDictionaryEntry* tag = av_dict_get(stream.metadata, "DURATION", nullptr, 0);
    int hours = 0;
    int minutes = 0;
    double seconds = 0;
    if (tag == nullptr || std::sscanf(tag->value, "%d:%d:%lf", &hours, &minutes, &seconds) != 3) return {};
    const double all = 3600.0 * hours + 60.0 * minutes + seconds;
    return std::isfinite(all) && all > 0 ? std::optional(all) : std::nullopt;
}

}  // namespace

Demuxer::Demuxer(const std::filesystem::path& file, const Limits& limits) : input_(file) {
    silence_log();
    open(file, limits);
    check(limits);
    look_inside(limits);
    check(limits);
    choose_stream();
}

void Demuxer::open(const std::filesystem::path& file, const Limits& limits) {
    if (input_.bytes() == 0) throw Error(ErrorKind::corrupt, "opening: the file is empty");
    const std::string name = "file:" + file.string();  // Never an address; only its ending is looked at.
    input_.allow(kOpeningRation);
    const AVInputFormat* format = probe(input_.io(), name, limits);
    FormatContextPtr context{avformat_alloc_context()};
    if (!context) throw std::bad_alloc{};
    context->pb = &input_.io();
    context->io_open = refuse_to_open;
    context->probesize = limits.max_probe_bytes;
    context->max_streams = limits.max_streams + 1;
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    AVFormatContext* raw = context.release();  // Freed by the call if it fails.
    const int code = avformat_open_input(&raw, name.c_str(), format, &options);
    const DictionaryPtr unused{options};
    if (code < 0) {
        throw input_.exhausted()
            ? av_error(AVERROR_EXIT, "reading the header of " + std::string(format->name))
            : av_error(code, "reading the header of " + std::string(format->name));
    }
    context_.reset(raw);
}

void Demuxer::look_inside(const Limits& limits) {
    StreamOptions options(context_->nb_streams, limits.max_pixels);
    const int code =
        options.lend([&](AVDictionary** each) { return avformat_find_stream_info(context_.get(), each); });
    if (input_.exhausted()) throw av_error(AVERROR_EXIT, "reading the first packets");
    // Less than wanted may be known of some stream and the video be good all the same.
    if (code == AVERROR(ENOMEM)) throw av_error(code, "reading the first packets");
}

void Demuxer::check(const Limits& limits) const {
    if (context_->nb_streams > static_cast<unsigned>(limits.max_streams)) {
        throw Error(ErrorKind::exhausted, "container: more than " + std::to_string(limits.max_streams) +
                                              " streams (limit max_streams)");
    }
    for (unsigned i = 0; i < context_->nb_streams; ++i) {
        const AVCodecParameters& codec = *context_->streams[i]->codecpar;
        if (codec.codec_type != AVMEDIA_TYPE_VIDEO || codec.width <= 0 || codec.height <= 0) continue;
        if (static_cast<std::int64_t>(codec.width) * codec.height > limits.max_pixels) {
            throw Error(ErrorKind::exhausted,
                        "video stream: a picture of " + pixels(codec.width, codec.height) +
                            " is over the limit max_pixels of " + std::to_string(limits.max_pixels));
        }
    }
}

void Demuxer::choose_stream() {
    bool cover_art = false;
    for (unsigned i = 0; i < context_->nb_streams; ++i) {
        AVStream* stream = context_->streams[i];
        stream->discard = AVDISCARD_ALL;
        if (!is_video(*stream)) {
            cover_art = cover_art || stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO;
            continue;
        }
        ++video_streams_;
        if (stream_ == nullptr || rank_of(*stream) > rank_of(*stream_)) stream_ = stream;
    }
    if (stream_ == nullptr) {
        throw Error(ErrorKind::unsupported, cover_art ? "no video stream, only a cover picture"
                                            : context_->nb_streams == 0 ? "no stream in this file"
                                                                        : "no video stream in this file");
    }
    if (is_encrypted(*stream_)) {
        throw Error(ErrorKind::unsupported, "video stream: encrypted; decrypt the file first");
    }
    const AVRational base = stream_->time_base;
    if (base.num <= 0 || base.den <= 0) {
        throw Error(ErrorKind::corrupt, "video stream: no usable time base");
    }
    stream_->discard = AVDISCARD_DEFAULT;
}

double Demuxer::stated_frame_rate() const noexcept {
    const AVRational rate = av_guess_frame_rate(context_.get(), stream_, nullptr);
    return rate.num > 0 && rate.den > 0 ? av_q2d(rate) : 0.0;
}

std::optional<std::int64_t> Demuxer::stated_duration() const {
    if (context_->duration_estimation_method == AVFMT_DURATION_FROM_BITRATE) return {};  // A guess by size.
    if (stream_->duration > 0) return stream_->duration;
    const AVRational seconds{1, AV_TIME_BASE};
    if (const auto tagged = seconds_of_tag(*stream_)) {
        return av_rescale_q(static_cast<std::int64_t>(std::min(*tagged, 1e9) * AV_TIME_BASE), seconds,
                            stream_->time_base);
    }
    if (context_->duration > 0) return av_rescale_q(context_->duration, seconds, stream_->time_base);
    return {};
}

AVRational Demuxer::pixel_shape(AVFrame* frame) const noexcept {
    return av_guess_sample_aspect_ratio(context_.get(), stream_, frame);
}

bool Demuxer::read(AVPacket& packet) {
    for (int empty = 0; empty < kMostEmptyReads;) {
        input_.allow(1);
        const int code = av_read_frame(context_.get(), &packet);
        switch (code) {
            case 0:
                break;
            case AVERROR(EAGAIN):
                ++empty;
                continue;
            case AVERROR_EOF:
                return false;
            case AVERROR(ENOMEM):
                throw av_error(code, "reading a packet");
            default:
                read_error_ = av_error(input_.exhausted() ? AVERROR_EXIT : code, "reading a packet").what();
                return false;
        }
        if (packet.stream_index == stream_->index) {
            if (av_packet_get_side_data(&packet, AV_PKT_DATA_ENCRYPTION_INFO, nullptr) != nullptr) {
                throw Error(ErrorKind::unsupported, "video stream: encrypted; decrypt the file first");
            }
            return true;
        }
        av_packet_unref(&packet);
    }
    read_error_ = "reading a packet: nothing came after " + std::to_string(kMostEmptyReads) + " attempts";
    return false;
}

}  // namespace sourcereel::media
