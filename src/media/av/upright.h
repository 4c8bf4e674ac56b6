// media/av/upright.h: a decoded AVFrame becomes an upright Frame of one size. Private to media.
#pragma once

#include <cstdint>

#include "core/frame.h"
#include "media/av/picture.h"
#include "media/av/pixel_layout.h"
#include "media/av/raii.h"
#include "media/turn.h"

namespace sourcereel::media {

/// Size of the picture on screen before it is turned, which all pictures of a video are brought to.
struct ShownSize {
    int width = 0;
    int height = 0;
};

/// Gives the planes of 8-bit planar YUV and grey without a copy; all else is converted, scaled or turned, in
/// this order, into buffers of its own. Keeps those buffers for the next picture.
class Upright {
public:
    /// The first picture's pixel format decides on subsampling for all.
    Upright(ShownSize shown, Turn turn, bool chroma) : shown_(shown), turn_(turn), chroma_(chroma) {}

    /// Luma, planes, range and owner of the result; index and time are the caller's.
    /// @throws Error unsupported (a pixel format that cannot be converted), std::bad_alloc
    Frame take(FramePtr frame);

    std::int64_t resized() const noexcept {
        return resized_;
    }  ///< Pictures unlike the first in size or kind.

private:
    Picture eight_bit(FramePtr frame, const PixelLayout& layout, bool full_range);
    Picture converted(const AVFrame& frame, AVPixelFormat format, bool full_range);
    Picture scaled(const Picture& picture, bool full_range);
    Picture turned(const Picture& picture);

    ShownSize shown_;
    Turn turn_;
    bool chroma_;
    AVPixelFormat format_ = AV_PIX_FMT_NONE;  // Of all results.
    int stored_width_ = 0;                    // Of the first picture.
    int stored_height_ = 0;
    std::int64_t resized_ = 0;
    ScalerPtr converter_;
    ScalerPtr scaler_;
    CanvasPool eight_bit_pool_;
    CanvasPool scaled_pool_;
    CanvasPool turned_pool_;
};

}  // namespace sourcereel::media
