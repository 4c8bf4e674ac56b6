// media/av/picture.h: 8-bit planes with their owner, on the way from AVFrame to Frame. Private to media.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "core/frame.h"
#include "media/av/raii.h"

namespace sourcereel::media {

struct Picture {
    AVPixelFormat format = AV_PIX_FMT_NONE;  ///< GRAY8 or planar 8-bit YUV.
    std::array<Plane, 3> planes;             ///< One or three; strides may be negative before turning.
    std::shared_ptr<const void> owner;

    int width() const noexcept { return planes[0].width; }
    int height() const noexcept { return planes[0].height; }
    int count() const noexcept { return format == AV_PIX_FMT_GRAY8 ? 1 : 3; }
};

/// A picture that is still being written.
struct Canvas {
    Picture picture;
    std::array<std::uint8_t*, 3> data{};  ///< Of its planes.
};

/// Width and height of plane `index` of a planar picture.
struct PlaneSize {
    int width = 0;
    int height = 0;
};
PlaneSize plane_size(AVPixelFormat format, int index, int width, int height) noexcept;

/// Hands out room for pictures of one size after the other, and takes back what is no longer in use.
class CanvasPool {
public:
    /// Rows begin at multiples of 64 bytes and may be written 64 bytes past their end, as libswscale does.
    /// @throws std::bad_alloc
    Canvas make(AVPixelFormat format, int width, int height);

private:
    BufferPoolPtr pool_;
    std::size_t bytes_ = 0;
};

}  // namespace sourcereel::media
