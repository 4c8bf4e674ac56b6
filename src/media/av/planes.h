// media/av/planes.h, private to media: a decoded AVFrame as upright 8-bit planes with square pixels.
#pragma once

#include "core/frame.h"
#include "media/av/raii.h"
#include "media/av/turn.h"

namespace sourcereel::media::av {

/// Makes every picture of one stream the same size, whatever the stream does. 8-bit planar YUV and grey
/// pictures that need neither scaling nor turning keep their pixels where the decoder put them; all others
/// are copied once a step. Deeper samples are rounded to 8 bits; RGB, palettes and interleaved chroma become
/// yuv420p. Not thread-safe.
class PictureShaper {
public:
    /// `width`, `height`: of the picture with square pixels, before it is turned.
    PictureShaper(int width, int height, Turn turn, bool chroma);

    /// Fills everything but `index` and `pts`.
    /// @throws Error unsupported for a pixel format that cannot be read on this machine's CPU.
    Frame shape(FramePtr picture);

    int width() const noexcept { return turn_.transpose ? height_ : width_; }  ///< Upright.
    int height() const noexcept { return turn_.transpose ? width_ : height_; }

private:
    Frame scaled(const Frame& frame);
    Frame turned(const Frame& frame) const;

    int width_;
    int height_;
    Turn turn_;
    bool chroma_;
    ScalerPtr to_yuv_;
    ScalerPtr luma_scaler_;
    ScalerPtr chroma_scaler_;
};

}  // namespace sourcereel::media::av
