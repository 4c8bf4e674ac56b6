#include "media/av/picture_track.h"

extern "C" {
#include <libavutil/dict.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <array>
#include <utility>

#include "core/error.h"

namespace sourcereel::media::av {
namespace {

constexpr int kMpeg4Quantiser = 2;      ///< The finest that its rate control offers without artefacts.
constexpr const char* kX264Crf = "17";  ///< No difference to the eye.
constexpr int kLookahead = 10;          ///< Pictures; the default of 40 takes 200 MB at 1080p.
constexpr std::array kX264Formats{AV_PIX_FMT_YUV420P,     AV_PIX_FMT_YUVJ420P,    AV_PIX_FMT_YUV422P,
                                  AV_PIX_FMT_YUVJ422P,    AV_PIX_FMT_YUV444P,     AV_PIX_FMT_YUVJ444P,
                                  AV_PIX_FMT_YUV420P10LE, AV_PIX_FMT_YUV422P10LE, AV_PIX_FMT_YUV444P10LE};

/// As it is where the encoder takes it; 4:2:0 cannot be of an odd size, but 4:4:4 can.
AVPixelFormat format_for(const AVFrame& picture, bool x264) {
    const auto given = static_cast<AVPixelFormat>(picture.format);
    if (!x264) return AV_PIX_FMT_YUV420P;
    const AVPixFmtDescriptor* about = av_pix_fmt_desc_get(given);
    const auto odd = [&](int shift_x, int shift_y) {
        return (picture.width & ((1 << shift_x) - 1)) != 0 || (picture.height & ((1 << shift_y) - 1)) != 0;
    };
    const bool taken = std::find(kX264Formats.begin(), kX264Formats.end(), given) != kX264Formats.end();
    if (taken && about != nullptr && !odd(about->log2_chroma_w, about->log2_chroma_h)) return given;
    return odd(1, 1) ? AV_PIX_FMT_YUV444P : AV_PIX_FMT_YUV420P;
}

}  // namespace

std::string default_encoder() {
    return avcodec_find_encoder_by_name("libx264") != nullptr ? "libx264" : "mpeg4";
}

PictureTrack::PictureTrack(Output& output, const AVFrame& first, const PictureFacts& facts,
                           const std::string& encoder_name)
    : output_{&output}, facts_{facts}, packet_{make_packet()} {
    const AVCodec* encoder = avcodec_find_encoder_by_name(encoder_name.c_str());
    if (encoder == nullptr)
        throw Error{ErrorKind::unsupported, "encoding: this FFmpeg has no encoder \"" + encoder_name + "\""};
    if (!output.holds(encoder->id))
        throw Error{ErrorKind::unsupported, output.target().string() + ": " + output.container().extension +
                                                " cannot hold " + avcodec_get_name(encoder->id) +
                                                " pictures; use .mp4, .mov or .mkv"};
    const bool x264 = encoder_name == "libx264";
    counts_ = !x264;
    codec_.reset(avcodec_alloc_context3(encoder));
    if (!codec_) throw std::bad_alloc{};
    codec_->width = first.width;
    codec_->height = first.height;
    codec_->pix_fmt = format_for(first, x264);
    codec_->sample_aspect_ratio = facts.pixel_shape;
    codec_->color_range = first.color_range;
    codec_->color_primaries = first.color_primaries;
    codec_->color_trc = first.color_trc;
    codec_->colorspace = first.colorspace == AVCOL_SPC_RGB ? AVCOL_SPC_UNSPECIFIED : first.colorspace;
    codec_->chroma_sample_location = first.chroma_location;
    codec_->time_base = counts_ ? AVRational{1, 25} : facts.base;
    if (!counts_ && facts.rate.num > 0) codec_->framerate = facts.rate;
    codec_->max_b_frames = 0;
    codec_->flags |=
        AV_CODEC_FLAG_BITEXACT | (output.wants_global_header() ? AV_CODEC_FLAG_GLOBAL_HEADER : 0);
    if (x264) {
        av_opt_set(codec_->priv_data, "preset", "fast", 0);
        av_opt_set(codec_->priv_data, "crf", kX264Crf, 0);
        av_opt_set_int(codec_->priv_data, "rc-lookahead", kLookahead, 0);
    } else {
        codec_->flags |= AV_CODEC_FLAG_QSCALE;
        codec_->global_quality = FF_QP2LAMBDA * kMpeg4Quantiser;
        codec_->bit_rate = std::int64_t{8} * first.width * first.height;  // Not used, but asked for.
    }
    if (const int code = avcodec_open2(codec_.get(), encoder, nullptr); code < 0)
        output.fail(code, "opening the encoder " + encoder_name + " for " + std::to_string(first.width) +
                              "x" + std::to_string(first.height));
    stream_ = &output.add_stream();
    if (const int code = avcodec_parameters_from_context(stream_->codecpar, codec_.get()); code < 0)
        output.fail(code, "describing the pictures");
    stream_->time_base = facts.base;
    stream_->sample_aspect_ratio = facts.pixel_shape;
    stream_->avg_frame_rate = facts.rate;
}

FramePtr PictureTrack::fitted(FramePtr picture) {
    if (picture->width == codec_->width && picture->height == codec_->height &&
        picture->format == codec_->pix_fmt)
        return picture;
    if (!scaler_ || picture->width != scaler_width_ || picture->height != scaler_height_ ||
        picture->format != scaler_format_) {
        scaler_.reset(sws_getContext(
            picture->width, picture->height, static_cast<AVPixelFormat>(picture->format), codec_->width,
            codec_->height, codec_->pix_fmt, SWS_BICUBIC | SWS_ACCURATE_RND, nullptr, nullptr, nullptr));
        if (!scaler_)
            throw Error{ErrorKind::unsupported,
                        "encoding: pictures of this pixel format cannot be converted"};
        scaler_width_ = picture->width;
        scaler_height_ = picture->height;
        scaler_format_ = picture->format;
    }
    FramePtr result = make_frame();
    result->width = codec_->width;
    result->height = codec_->height;
    result->format = codec_->pix_fmt;
    if (av_frame_get_buffer(result.get(), 0) < 0) throw std::bad_alloc{};
    sws_scale(scaler_.get(), picture->data, picture->linesize, 0, picture->height, result->data,
              result->linesize);
    return result;
}

void PictureTrack::write(FramePtr picture, std::int64_t pts, std::int64_t duration) {
    const FramePtr ready = fitted(std::move(picture));
    ready->pts = counts_ ? number_ : pts;
    ready->pict_type = AV_PICTURE_TYPE_NONE;  // Else the encoder would repeat the choices of the source's.
    ++number_;
    in_flight_.push_back({pts, duration});
    send(ready.get());
}

void PictureTrack::send(const AVFrame* picture) {
    if (const int code = avcodec_send_frame(codec_.get(), picture); code < 0)
        output_->fail(code, "encoding pictures");
    for (;;) {
        const int code = avcodec_receive_packet(codec_.get(), packet_.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return;
        if (code < 0) output_->fail(code, "encoding pictures");
        if (in_flight_.empty()) throw Error{ErrorKind::internal, "encoding: more packets than pictures"};
        // Without B pictures, packets come in the order of the pictures.
        const Time time = in_flight_.front();
        in_flight_.pop_front();
        packet_->pts = packet_->dts = time.pts;
        packet_->duration = time.duration;
        output_->write(*packet_, *stream_, facts_.base);
    }
}

void PictureTrack::finish() {
    send(nullptr);
}

}  // namespace sourcereel::media::av
