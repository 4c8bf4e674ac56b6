#include "media/av/upright.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <string>

#include "core/error.h"

namespace sourcereel::media {
namespace {

// The same picture on every machine, whatever its vector instructions.
constexpr int kScaling = SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INP;

struct Shape {
    int width, height;
    AVPixelFormat format;
};

/// Makes `scaler` fit, with brightness ranges kept as they are.
void prepare(ScalerPtr& scaler, const Shape& from, const Shape& to, bool full_range) {
    scaler.reset(sws_getCachedContext(scaler.release(), from.width, from.height, from.format, to.width,
                                      to.height, to.format, kScaling, nullptr, nullptr, nullptr));
    if (!scaler) {
        throw Error(ErrorKind::unsupported,
                    std::string("converting a picture: cannot turn ") + av_get_pix_fmt_name(from.format) +
                        " " + std::to_string(from.width) + "x" + std::to_string(from.height) + " into " +
                        std::to_string(to.width) + "x" + std::to_string(to.height));
    }
    const int* coefficients = sws_getCoefficients(SWS_CS_DEFAULT);
    const int range = full_range ? 1 : 0;
    // Refused for formats that have no range, which need none of this.
    sws_setColorspaceDetails(scaler.get(), coefficients, range, coefficients, range, 0, 1 << 16, 1 << 16);
}

void run(SwsContext& scaler, const std::uint8_t* const* data, const int* strides, int height,
         const Canvas& into) {
    std::array<std::uint8_t*, 4> to{};
    std::array<int, 4> to_strides{};
    for (int i = 0; i < into.picture.count(); ++i) {
        to[i] = into.data[i];
        to_strides[i] = static_cast<int>(into.picture.planes[i].stride);
    }
    if (sws_scale(&scaler, data, strides, 0, height, to.data(), to_strides.data()) <= 0) {
        throw Error(ErrorKind::internal, "converting a picture: libswscale failed");
    }
}

/// 16-bit words to bytes, rounded: 10-bit 64 (black) becomes 16.
void reduce_plane(const std::uint8_t* from, std::ptrdiff_t stride, const PixelLayout& layout, const Plane& to,
                  std::uint8_t* into) noexcept {
    const int down = layout.depth - 8;
    const unsigned half = 1U << (down - 1);
    for (int y = 0; y < to.height; ++y) {
        const auto* words = reinterpret_cast<const std::uint16_t*>(from + y * stride);
        std::uint8_t* row = into + y * to.stride;
        for (int x = 0; x < to.width; ++x) {
            const unsigned value = static_cast<unsigned>(words[x]) >> layout.shift;
            row[x] = static_cast<std::uint8_t>(std::min(255U, (value + half) >> down));
        }
    }
}

}  // namespace

Frame Upright::take(FramePtr frame) {
    const auto format = static_cast<AVPixelFormat>(frame->format);
    const auto layout = layout_of(format, chroma_);
    if (!layout) {
        const char* name = av_get_pix_fmt_name(format);
        throw Error(ErrorKind::unsupported, std::string("converting a picture: pixel format ") +
                                                (name != nullptr ? name : "unknown"));
    }
    const bool full_range =
        !layout->rgb && (frame->color_range == AVCOL_RANGE_JPEG || is_full_range_format(format));
    if (format_ == AV_PIX_FMT_NONE) {
        format_ = layout->format;
        stored_width_ = frame->width;
        stored_height_ = frame->height;
    }
    if (layout->format != format_ || frame->width != stored_width_ || frame->height != stored_height_)
        ++resized_;
    Picture picture = eight_bit(std::move(frame), *layout, full_range);
    if (picture.format != format_ || picture.width() != shown_.width || picture.height() != shown_.height) {
        picture = scaled(picture, full_range);
    }
    const bool backwards = std::any_of(picture.planes.begin(), picture.planes.end(),
                                       [](const Plane& plane) { return plane.stride < 0; });
    if (!turn_.none() || backwards) picture = turned(picture);

    Frame result;
    result.luma = picture.planes[0];
    if (chroma_) {
        result.u = picture.planes[1];
        result.v = picture.planes[2];
    }
    result.full_range = full_range;
    result.owner = std::move(picture.owner);
    return result;
}

Picture Upright::eight_bit(FramePtr frame, const PixelLayout& layout, bool full_range) {
    const int width = frame->width;
    const int height = frame->height;
    switch (layout.way) {
        case PixelLayout::Way::as_is: {
            Picture picture;
            picture.format = layout.format;
            for (int i = 0; i < picture.count(); ++i) {
                const PlaneSize size = plane_size(layout.format, i, width, height);
                picture.planes[i] = {frame->data[i], frame->linesize[i], size.width, size.height};
            }
            picture.owner = as_owner(std::move(frame));
            return picture;
        }
        case PixelLayout::Way::reduce: {
            Canvas canvas = eight_bit_pool_.make(layout.format, width, height);
            for (int i = 0; i < canvas.picture.count(); ++i) {
                reduce_plane(frame->data[i], frame->linesize[i], layout, canvas.picture.planes[i],
                             canvas.data[i]);
            }
            return std::move(canvas.picture);
        }
        case PixelLayout::Way::convert:
            break;
    }
    return converted(*frame, layout.format, full_range);
}

Picture Upright::converted(const AVFrame& frame, AVPixelFormat format, bool full_range) {
    prepare(converter_, {frame.width, frame.height, static_cast<AVPixelFormat>(frame.format)},
            {frame.width, frame.height, format}, full_range);
    Canvas canvas = eight_bit_pool_.make(format, frame.width, frame.height);
    run(*converter_, frame.data, frame.linesize, frame.height, canvas);
    return std::move(canvas.picture);
}

Picture Upright::scaled(const Picture& picture, bool full_range) {
    prepare(scaler_, {picture.width(), picture.height(), picture.format},
            {shown_.width, shown_.height, format_}, full_range);
    Canvas canvas = scaled_pool_.make(format_, shown_.width, shown_.height);
    std::array<const std::uint8_t*, 4> data{};
    std::array<int, 4> strides{};
    for (int i = 0; i < picture.count(); ++i) {
        data[i] = picture.planes[i].data;
        strides[i] = static_cast<int>(picture.planes[i].stride);
    }
    run(*scaler_, data.data(), strides.data(), picture.height(), canvas);
    return std::move(canvas.picture);
}

Picture Upright::turned(const Picture& picture) {
    const bool swap = turn_.transpose;
    AVPixelFormat format = picture.format;
    // Turned by a quarter, colour that was halved in width is halved in height.
    if (swap && format == AV_PIX_FMT_YUV422P)
        format = AV_PIX_FMT_YUV440P;
    else if (swap && format == AV_PIX_FMT_YUV440P)
        format = AV_PIX_FMT_YUV422P;
    const int width = swap ? picture.height() : picture.width();
    const int height = swap ? picture.width() : picture.height();
    Canvas canvas = turned_pool_.make(format, width, height);
    for (int i = 0; i < picture.count(); ++i) {
        turn_plane(picture.planes[i], turn_, canvas.data[i], canvas.picture.planes[i].stride);
    }
    return std::move(canvas.picture);
}

}  // namespace sourcereel::media
