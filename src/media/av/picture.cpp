#include "media/av/picture.h"

extern "C" {
#include <libavutil/common.h>
#include <libavutil/pixdesc.h>
}

#include <new>

namespace sourcereel::media {
namespace {

constexpr std::size_t kAlign = 64;

std::size_t aligned(std::size_t bytes) noexcept {
    return (bytes + kAlign - 1) / kAlign * kAlign;
}

}  // namespace

PlaneSize plane_size(AVPixelFormat format, int index, int width, int height) noexcept {
    if (index == 0) return {width, height};
    const AVPixFmtDescriptor& described = *av_pix_fmt_desc_get(format);
    return {AV_CEIL_RSHIFT(width, described.log2_chroma_w), AV_CEIL_RSHIFT(height, described.log2_chroma_h)};
}

Canvas CanvasPool::make(AVPixelFormat format, int width, int height) {
    Canvas canvas;
    canvas.picture.format = format;
    std::array<std::size_t, 3> offsets{};
    std::size_t bytes = kAlign;  // The allocator need not align as we do.
    for (int i = 0; i < canvas.picture.count(); ++i) {
        const PlaneSize size = plane_size(format, i, width, height);
        const std::size_t stride = aligned(static_cast<std::size_t>(size.width));
        canvas.picture.planes[i] = {nullptr, static_cast<std::ptrdiff_t>(stride), size.width, size.height};
        offsets[i] = bytes - kAlign;
        bytes += stride * static_cast<std::size_t>(size.height) + kAlign;
    }
    if (!pool_ || bytes != bytes_) {
        pool_.reset(av_buffer_pool_init(bytes, nullptr));
        bytes_ = bytes;
    }
    if (!pool_) throw std::bad_alloc{};
    BufferPtr buffer{av_buffer_pool_get(pool_.get())};
    if (!buffer) throw std::bad_alloc{};
    const auto address = reinterpret_cast<std::uintptr_t>(buffer->data);
    std::uint8_t* begin = buffer->data + (aligned(address) - address);
    for (int i = 0; i < canvas.picture.count(); ++i) {
        canvas.data[i] = begin + offsets[i];
        canvas.picture.planes[i].data = canvas.data[i];
    }
    canvas.picture.owner = as_owner(std::move(buffer));
    return canvas;
}

}  // namespace sourcereel::media
