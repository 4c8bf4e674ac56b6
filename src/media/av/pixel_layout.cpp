#include "media/av/pixel_layout.h"

extern "C" {
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

#include <array>
#include <bit>
#include <cstdint>

namespace sourcereel::media {
namespace {

constexpr std::uint64_t kNotYuv = AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM |
                                  AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_BAYER | AV_PIX_FMT_FLAG_FLOAT;

/// YUV or grey with words that we can read one by one.
bool is_yuv(const AVPixFmtDescriptor& format) noexcept {
    if ((format.flags & kNotYuv) != 0) return false;
    const bool big_endian = (format.flags & AV_PIX_FMT_FLAG_BE) != 0;
    return format.comp[0].depth <= 8 || big_endian == (std::endian::native == std::endian::big);
}

/// Component `c` is a plane of its own without gaps.
bool is_plane(const AVPixFmtDescriptor& format, int c) noexcept {
    const AVComponentDescriptor& component = format.comp[c];
    return component.plane == c && component.offset == 0 && component.step == (component.depth > 8 ? 2 : 1) &&
           component.depth >= 8 && component.depth <= 16 && component.depth == format.comp[0].depth;
}

/// The 8-bit planar format with the same subsampling.
std::optional<AVPixelFormat> planar_like(const AVPixFmtDescriptor& format) noexcept {
    if (format.nb_components == 1) return AV_PIX_FMT_GRAY8;
    struct Subsampled {
        int w, h;
        AVPixelFormat format;
    };
    constexpr std::array<Subsampled, 6> kKnown{{{1, 1, AV_PIX_FMT_YUV420P},
                                                {1, 0, AV_PIX_FMT_YUV422P},
                                                {0, 0, AV_PIX_FMT_YUV444P},
                                                {0, 1, AV_PIX_FMT_YUV440P},
                                                {2, 0, AV_PIX_FMT_YUV411P},
                                                {2, 2, AV_PIX_FMT_YUV410P}}};
    for (const Subsampled& known : kKnown) {
        if (known.w == format.log2_chroma_w && known.h == format.log2_chroma_h) return known.format;
    }
    return {};
}

/// Grey with alpha and the like have two components, of which the second is no colour.
bool is_planar_throughout(const AVPixFmtDescriptor& format) noexcept {
    if (format.nb_components == 2) return false;
    const int wanted = format.nb_components == 1 ? 1 : 3;
    for (int c = 0; c < wanted; ++c) {
        if (!is_plane(format, c)) return false;
    }
    return true;
}

}  // namespace

std::optional<PixelLayout> layout_of(AVPixelFormat format, bool chroma) {
    const AVPixFmtDescriptor* described = av_pix_fmt_desc_get(format);
    if (described == nullptr || (described->flags & AV_PIX_FMT_FLAG_HWACCEL) != 0) return {};
    PixelLayout layout;
    layout.rgb =
        (described->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BAYER)) != 0;
    layout.depth = described->comp[0].depth;
    layout.shift = described->comp[0].shift;
    if (is_yuv(*described)) {
        const auto planar = planar_like(*described);
        const auto way = layout.depth > 8 ? PixelLayout::Way::reduce : PixelLayout::Way::as_is;
        if (!chroma && is_plane(*described, 0)) {
            layout.way = way;
            layout.format = AV_PIX_FMT_GRAY8;
            return layout;
        }
        if (planar && is_planar_throughout(*described)) {
            layout.way = way;
            layout.format = *planar;
            return layout;
        }
    }
    if (sws_isSupportedInput(format) == 0) return {};
    return layout;
}

bool is_full_range_format(AVPixelFormat format) noexcept {
    switch (format) {
        case AV_PIX_FMT_YUVJ420P:
        case AV_PIX_FMT_YUVJ422P:
        case AV_PIX_FMT_YUVJ444P:
        case AV_PIX_FMT_YUVJ440P:
        case AV_PIX_FMT_YUVJ411P:
            return true;
        default:
            return false;
    }
}

}  // namespace sourcereel::media
