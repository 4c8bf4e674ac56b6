// media/av/pixel_layout.h: what has to be done to a pixel format to get 8-bit planes. Private to media.
#pragma once

extern "C" {
#include <libavutil/pixfmt.h>
}

#include <optional>

namespace sourcereel::media {

struct PixelLayout {
    enum class Way {
        as_is,   ///< The planes are what we want.
        reduce,  ///< The planes hold 16-bit words of `depth` bits, from bit `shift` on.
        convert  ///< libswscale has to do it.
    };
    Way way = Way::convert;
    AVPixelFormat format = AV_PIX_FMT_YUV420P;  ///< Of the result: GRAY8 or planar 8-bit YUV, never "J".
    int depth = 8;
    int shift = 0;
    bool rgb = false;  ///< The result's range is limited, whatever the frame says.
};

/// How frames of `format` become 8-bit planes, brightness alone unless `chroma`. Nothing for formats that
/// nobody can convert.
std::optional<PixelLayout> layout_of(AVPixelFormat format, bool chroma);

/// A "J" format means its plain sibling with the full range.
bool is_full_range_format(AVPixelFormat format) noexcept;

}  // namespace sourcereel::media
