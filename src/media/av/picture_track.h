// media/av/picture_track.h, private to media: the pictures of one clip, encoded anew.
#pragma once

#include <cstdint>
#include <deque>
#include <string>

#include "media/av/output.h"
#include "media/av/raii.h"

namespace sourcereel::media::av {

/// The encoder that is used where nobody names one: libx264, or mpeg4 in an FFmpeg without it.
std::string default_encoder();

/// What the pictures of a stream have in common.
struct PictureFacts {
    AVRational base{1, 1};  ///< Of all times given.
    AVRational rate{0, 1};  ///< As stated; {0, 1} where unknown.
    AVRational pixel_shape{0, 1};
};

/// Encodes at a quality that looks like the source. Pictures are stored in the order in which they are shown
/// (no B pictures), so that every container keeps how long each one stands. Holds some ten pictures.
class PictureTrack {
public:
    /// Adds a stream to `output`. Size, pixel format and colours are those of `first`; where the encoder has
    /// no such format, 4:2:0 at 8 bits.
    PictureTrack(Output& output, const AVFrame& first, const PictureFacts& facts, const std::string& encoder);

    AVStream& stream() noexcept { return *stream_; }
    std::string codec() const { return avcodec_get_name(codec_->codec_id); }

    /// `pts` from 0 on, rising. A picture of another size or format is brought to that of the first.
    void write(FramePtr picture, std::int64_t pts, std::int64_t duration);
    void finish();

private:
    struct Time {
        std::int64_t pts = 0;
        std::int64_t duration = 0;
    };
    FramePtr fitted(FramePtr picture);
    void send(const AVFrame* picture);

    Output* output_;
    PictureFacts facts_;
    CodecPtr codec_;
    AVStream* stream_ = nullptr;
    ScalerPtr scaler_;
    int scaler_width_ = 0;
    int scaler_height_ = 0;
    int scaler_format_ = -1;
    PacketPtr packet_;
    std::deque<Time> in_flight_;  ///< Of the pictures that the encoder holds.
    bool counts_ = false;         ///< The encoder gets numbers instead of times, since it cannot take all.
    std::int64_t number_ = 0;
};

}  // namespace sourcereel::media::av
