#include "media/av/planes.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <array>
#include <cstddef>
#include <string>

#include "core/error.h"

namespace sourcereel::media::av {
namespace {

constexpr int kAlignment = 64;  ///< Of rows, in bytes: what swscale's widest loads and stores want.

struct AvFree {
    void operator()(std::uint8_t* memory) const noexcept { av_free(memory); }
};

struct Size {
    int width = 0;
    int height = 0;
};

/// A frame's planes in one new block of memory; writable until they are given away.
struct Canvas {
    std::array<std::uint8_t*, 3> data{};
    std::array<int, 3> stride{};
    Frame frame;

    Canvas(Size luma, Size chroma, bool full_range) {
        const std::array<Size, 3> sizes{luma, chroma, chroma};
        std::array<std::size_t, 3> offset{};
        std::size_t bytes = 0;
        for (std::size_t n = 0; n < 3; ++n) {
            stride[n] = (sizes[n].width + kAlignment - 1) / kAlignment * kAlignment;
            offset[n] = bytes;
            bytes += static_cast<std::size_t>(stride[n]) * static_cast<std::size_t>(sizes[n].height);
        }
        // swscale may store a whole vector where the last row ends.
        const std::shared_ptr<std::uint8_t> memory{static_cast<std::uint8_t*>(av_malloc(bytes + kAlignment)),
                                                   AvFree{}};
        if (!memory) throw std::bad_alloc{};
        const std::array<Plane*, 3> planes{&frame.luma, &frame.u, &frame.v};
        for (std::size_t n = 0; n < 3; ++n) {
            if (sizes[n].width <= 0 || sizes[n].height <= 0) continue;
            data[n] = memory.get() + offset[n];
            *planes[n] = {data[n], stride[n], sizes[n].width, sizes[n].height};
        }
        frame.full_range = full_range;
        frame.owner = memory;
    }
};

Size size_of(const Plane& plane) {
    return {plane.width, plane.height};
}

bool is_full_range(const AVFrame& picture, const AVPixFmtDescriptor& format) {
    return picture.color_range == AVCOL_RANGE_JPEG || std::string{format.name}.starts_with("yuvj");
}

/// As the picture states; else as players guess: HD pictures by BT.709, smaller ones by BT.601.
ColorMatrix matrix_of(const AVFrame& picture) {
    switch (picture.colorspace) {
        case AVCOL_SPC_BT709:
        case AVCOL_SPC_SMPTE240M:  // Its weights are within 1 % of BT.709's.
            return ColorMatrix::bt709;
        case AVCOL_SPC_FCC:
        case AVCOL_SPC_BT470BG:
        case AVCOL_SPC_SMPTE170M:
            return ColorMatrix::bt601;
        case AVCOL_SPC_BT2020_NCL:
        case AVCOL_SPC_BT2020_CL:
            return ColorMatrix::bt2020;
        default:
            return picture.width >= 1280 || picture.height > 576 ? ColorMatrix::bt709 : ColorMatrix::bt601;
    }
}

int swscale_matrix(ColorMatrix matrix) {
    switch (matrix) {
        case ColorMatrix::bt709:
            return SWS_CS_ITU709;
        case ColorMatrix::bt2020:
            return SWS_CS_BT2020;
        case ColorMatrix::bt601:
            break;
    }
    return SWS_CS_ITU601;
}

/// One sample a component, each component alone in its plane, luma first, as wide as `depth` bits need.
bool is_planar_luma(const AVPixFmtDescriptor& format, bool with_chroma) {
    constexpr std::uint64_t kOther = AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM |
                                     AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_BAYER | AV_PIX_FMT_FLAG_FLOAT;
    if ((format.flags & kOther) != 0) return false;
    const int used = with_chroma && format.nb_components >= 3 ? 3 : 1;
    for (int n = 0; n < used; ++n) {
        const AVComponentDescriptor& component = format.comp[n];
        const int bytes = component.depth > 8 ? 2 : 1;
        if (component.plane != n || component.depth < 8 || component.depth > 16 || component.offset != 0 ||
            component.step != bytes)
            return false;
        if (bytes == 2 && (format.flags & AV_PIX_FMT_FLAG_BE) != 0) return false;
    }
    return true;
}

Size chroma_size(const AVFrame& picture, const AVPixFmtDescriptor& format, bool chroma) {
    if (!chroma || format.nb_components < 3) return {};
    return {AV_CEIL_RSHIFT(picture.width, format.log2_chroma_w),
            AV_CEIL_RSHIFT(picture.height, format.log2_chroma_h)};
}

/// The frame's own planes; nothing is copied.
Frame view(FramePtr picture, Size chroma, bool full_range) {
    Frame frame;
    frame.full_range = full_range;
    frame.luma = {picture->data[0], picture->linesize[0], picture->width, picture->height};
    if (chroma.width > 0) {
        frame.u = {picture->data[1], picture->linesize[1], chroma.width, chroma.height};
        frame.v = {picture->data[2], picture->linesize[2], chroma.width, chroma.height};
    }
    frame.owner = as_owner(std::move(picture));
    return frame;
}

/// Samples of 9 to 16 bits (in the low bits of two bytes, or shifted up by `shift`) rounded to 8.
void reduce_depth(const AVFrame& picture, int plane, const AVComponentDescriptor& component, std::uint8_t* to,
                  int to_stride, Size size) {
    const auto drop = static_cast<unsigned>(component.depth - 8);
    const unsigned shift = static_cast<unsigned>(component.shift) + drop;
    const unsigned half = 1U << (shift - 1);
    for (int y = 0; y < size.height; ++y) {
        const auto* row = reinterpret_cast<const std::uint16_t*>(
            picture.data[plane] + static_cast<std::ptrdiff_t>(y) * picture.linesize[plane]);
        std::uint8_t* target = to + static_cast<std::ptrdiff_t>(y) * to_stride;
        for (int x = 0; x < size.width; ++x) {
            const unsigned value = (row[x] + half) >> shift;
            target[x] = static_cast<std::uint8_t>(value > 255U ? 255U : value);
        }
    }
}

Frame with_depth_reduced(const AVFrame& picture, const AVPixFmtDescriptor& format, Size chroma,
                         bool full_range) {
    const Size luma{picture.width, picture.height};
    Canvas canvas{luma, chroma, full_range};
    const int used = chroma.width > 0 ? 3 : 1;
    for (int n = 0; n < used; ++n) {
        const auto at = static_cast<std::size_t>(n);
        reduce_depth(picture, n, format.comp[n], canvas.data[at], canvas.stride[at], n == 0 ? luma : chroma);
    }
    return canvas.frame;
}

Frame converted(const AVFrame& picture, const AVPixFmtDescriptor& format, bool chroma, ScalerPtr& scaler) {
    const auto source = static_cast<AVPixelFormat>(picture.format);
    const int width = picture.width;
    const int height = picture.height;
    scaler.reset(sws_getCachedContext(scaler.release(), width, height, source, width, height,
                                      AV_PIX_FMT_YUV420P, SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP,
                                      nullptr, nullptr, nullptr));
    if (!scaler) throw Error{ErrorKind::unsupported, std::string{"pixel format "} + format.name};
    const bool rgb = (format.flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0;
    // RGB has no matrix yet: it gets the one that is guessed for its size, and `shape` notes it. RGB that
    // spans 0..255 becomes limited YUV. RGB of 16..235 is taken as if it spanned all and becomes full-range
    // YUV: its luma then is 16..235 just the same. YUV keeps what it has.
    const bool limited_rgb = rgb && picture.color_range == AVCOL_RANGE_MPEG;
    const bool full_range = !rgb && is_full_range(picture, format);
    const int* matrix = sws_getCoefficients(swscale_matrix(matrix_of(picture)));
    sws_setColorspaceDetails(scaler.get(), matrix, rgb || full_range ? 1 : 0, matrix,
                             limited_rgb || full_range ? 1 : 0, 0, 1 << 16, 1 << 16);
    Canvas canvas{{width, height}, {(width + 1) / 2, (height + 1) / 2}, full_range};
    sws_scale(scaler.get(), picture.data, picture.linesize, 0, height, canvas.data.data(),
              canvas.stride.data());
    if (!chroma) canvas.frame.u = canvas.frame.v = {};
    return canvas.frame;
}

Frame planar(FramePtr picture, bool chroma, ScalerPtr& scaler) {
    const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(picture->format));
    if (format == nullptr) throw Error{ErrorKind::unsupported, "unknown pixel format"};
    if ((format->flags & AV_PIX_FMT_FLAG_HWACCEL) != 0)
        throw Error{ErrorKind::unsupported, std::string{"pixel format "} + format->name};
    if (!is_planar_luma(*format, chroma)) return converted(*picture, *format, chroma, scaler);
    const Size chroma_planes = chroma_size(*picture, *format, chroma);
    const bool full_range = is_full_range(*picture, *format);
    if (format->comp[0].depth > 8) return with_depth_reduced(*picture, *format, chroma_planes, full_range);
    return view(std::move(picture), chroma_planes, full_range);
}

/// swscale treats a plane as a grey picture, so that values keep their range.
void scale_plane(const Plane& from, std::uint8_t* to, int to_stride, Size size, ScalerPtr& scaler) {
    scaler.reset(sws_getCachedContext(scaler.release(), from.width, from.height, AV_PIX_FMT_GRAY8, size.width,
                                      size.height, AV_PIX_FMT_GRAY8, SWS_BICUBIC | SWS_ACCURATE_RND, nullptr,
                                      nullptr, nullptr));
    if (!scaler) throw Error{ErrorKind::exhausted, "scaling: no memory"};
    const std::array<const std::uint8_t*, 4> source{from.data};
    const std::array<int, 4> source_stride{static_cast<int>(from.stride)};
    const std::array<std::uint8_t*, 4> target{to};
    const std::array<int, 4> target_stride{to_stride};
    sws_scale(scaler.get(), source.data(), source_stride.data(), 0, from.height, target.data(),
              target_stride.data());
}

/// A share of `side`, rounded up, as chroma planes are cut.
int in_proportion(int side, int part, int whole) {
    const int factor = whole <= part ? 1 : (whole + part - 1) / part;
    return (side + factor - 1) / factor;
}

bool negative(const Plane& plane) {
    return plane.data != nullptr && plane.stride < 0;
}

}  // namespace

PictureShaper::PictureShaper(int width, int height, Turn turn, bool chroma)
    : width_{width}, height_{height}, turn_{turn}, chroma_{chroma} {}

Frame PictureShaper::shape(FramePtr picture) {
    const ColorMatrix matrix = matrix_of(*picture);
    Frame frame = planar(std::move(picture), chroma_, to_yuv_);
    if (frame.luma.width != width_ || frame.luma.height != height_) frame = scaled(frame);
    // Rows stored bottom-up are copied too: whoever reads a frame may rely on a positive stride.
    const bool bottom_up = negative(frame.luma) || negative(frame.u) || negative(frame.v);
    if (!turn_.identity() || bottom_up) frame = turned(frame);
    frame.matrix = matrix;
    return frame;
}

Frame PictureShaper::scaled(const Frame& frame) {
    const Size luma{width_, height_};
    Size chroma;
    if (!frame.u.empty())
        chroma = {in_proportion(width_, frame.u.width, frame.luma.width),
                  in_proportion(height_, frame.u.height, frame.luma.height)};
    Canvas canvas{luma, chroma, frame.full_range};
    scale_plane(frame.luma, canvas.data[0], canvas.stride[0], luma, luma_scaler_);
    if (chroma.width > 0) {
        scale_plane(frame.u, canvas.data[1], canvas.stride[1], chroma, chroma_scaler_);
        scale_plane(frame.v, canvas.data[2], canvas.stride[2], chroma, chroma_scaler_);
    }
    return canvas.frame;
}

Frame PictureShaper::turned(const Frame& frame) const {
    const auto size = [this](const Plane& plane) {
        return turn_.transpose ? Size{plane.height, plane.width} : size_of(plane);
    };
    Canvas canvas{size(frame.luma), size(frame.u), frame.full_range};
    copy_turned(frame.luma, turn_, canvas.data[0], canvas.stride[0]);
    if (!frame.u.empty()) {
        copy_turned(frame.u, turn_, canvas.data[1], canvas.stride[1]);
        copy_turned(frame.v, turn_, canvas.data[2], canvas.stride[2]);
    }
    return canvas.frame;
}

}  // namespace sourcereel::media::av
