// tests/unit/shots/drawn_video.h: videos drawn frame by frame, so that their shots are known by construction.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "shots/shot_detector.h"

namespace sourcereel::shots {

/// Luma and colour of 160 × 90 pixels unless told otherwise.
struct Picture {
    int width = 160;
    int height = 90;
    int chroma_width = 80;
    int chroma_height = 45;
    std::vector<std::uint8_t> luma, u, v;

    explicit Picture(int level = 16, int w = 160, int h = 90)
        : width(w),
          height(h),
          chroma_width((w + 1) / 2),
          chroma_height((h + 1) / 2),
          luma(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), static_cast<std::uint8_t>(level)),
          u(static_cast<std::size_t>(chroma_width) * static_cast<std::size_t>(chroma_height), 128),
          v(u) {}

    std::size_t place(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
    }
    std::uint8_t& at(int x, int y) { return luma[place(x, y)]; }
    const std::uint8_t& at(int x, int y) const { return luma[place(x, y)]; }

    void fill(int x, int y, int w, int h, int level) {
        for (int j = y; j < y + h; ++j)
            for (int i = x; i < x + w; ++i) at(i, j) = static_cast<std::uint8_t>(level);
    }
};

/// 0..255 from a place and a seed; the same everywhere and always.
inline int hashed(std::uint32_t x, std::uint32_t y, std::uint32_t seed) {
    std::uint32_t h = x * 374761393U + y * 668265263U + seed * 2246822519U;
    h = (h ^ (h >> 13)) * 1274126177U;
    return static_cast<int>((h ^ (h >> 16)) & 255U);
}

/// A landscape of soft blobs that belongs to `scene`, as frame n of a pan of `speed` pixels a frame shows it.
inline Picture landscape(std::uint32_t scene, std::int64_t n, double speed = 1, int w = 160, int h = 90) {
    const double shift = static_cast<double>(n) * speed;
    Picture picture(0, w, h);
    constexpr double kBlob = 16;  // Pixels.
    for (int y = 0; y < h; ++y)
        for (int x = 0; x < w; ++x) {
            const double gx = (x + shift) / kBlob + 64;  // Never negative here.
            const double gy = y / kBlob;
            const auto ix = static_cast<std::uint32_t>(gx);
            const auto iy = static_cast<std::uint32_t>(gy);
            const double fx = gx - ix;
            const double fy = gy - iy;
            const double top = hashed(ix, iy, scene) * (1 - fx) + hashed(ix + 1, iy, scene) * fx;
            const double low = hashed(ix, iy + 1, scene) * (1 - fx) + hashed(ix + 1, iy + 1, scene) * fx;
            picture.at(x, y) = static_cast<std::uint8_t>(16 + (top * (1 - fy) + low * fy) * 219 / 255);
        }
    std::fill(picture.u.begin(), picture.u.end(), static_cast<std::uint8_t>(100 + hashed(1, 2, scene) / 5));
    std::fill(picture.v.begin(), picture.v.end(), static_cast<std::uint8_t>(100 + hashed(3, 4, scene) / 5));
    return picture;
}

/// `strength` of the picture, the rest is the level.
inline Picture mixed(Picture picture, double strength, int level) {
    for (std::uint8_t& value : picture.luma)
        value = static_cast<std::uint8_t>(level + (value - level) * strength);
    for (auto* plane : {&picture.u, &picture.v})
        for (std::uint8_t& value : *plane) value = static_cast<std::uint8_t>(128 + (value - 128) * strength);
    return picture;
}

/// Two pictures of one size over each other: `share` of the second.
inline Picture dissolved(Picture a, const Picture& b, double share) {
    const auto mix = [&](std::vector<std::uint8_t>& to, const std::vector<std::uint8_t>& from) {
        for (std::size_t i = 0; i < to.size(); ++i)
            to[i] = static_cast<std::uint8_t>(to[i] * (1 - share) + from[i] * share + 0.5);
    };
    mix(a.luma, b.luma);
    mix(a.u, b.u);
    mix(a.v, b.v);
    return a;
}

/// Five words drawn as bars on one level.
inline Picture card(std::uint32_t words, int ground = 16, int ink = 235) {
    Picture picture(ground);
    for (std::uint32_t i = 0; i < 5; ++i) {
        const int width = 10 + hashed(i, 0, words) / 8;
        picture.fill(10 + hashed(i, 1, words) / 3, 10 + static_cast<int>(i) * 15, width, 7, ink);
    }
    return picture;
}

inline Frame frame_of(const Picture& picture, std::int64_t index, Timestamp pts) {
    const auto owner = std::make_shared<const Picture>(picture);
    Frame frame;
    frame.index = index;
    frame.pts = pts;
    frame.luma = {owner->luma.data(), owner->width, owner->width, owner->height};
    frame.u = {owner->u.data(), owner->chroma_width, owner->chroma_width, owner->chroma_height};
    frame.v = {owner->v.data(), owner->chroma_width, owner->chroma_width, owner->chroma_height};
    frame.owner = owner;
    return frame;
}

inline Timestamp at_25(std::int64_t n) {
    return {n, {1, 25}};
}

/// All shots of a video of `count` frames that `draw` makes and `time` stamps; it ends at time(count).
inline std::vector<Shot> shots_of(std::int64_t count, const std::function<Picture(std::int64_t)>& draw,
                                  const ShotOptions& options = {},
                                  const std::function<Timestamp(std::int64_t)>& time = at_25) {
    ShotDetector detector(options);
    std::vector<Shot> shots;
    for (std::int64_t n = 0; n < count; ++n)
        if (const auto shot = detector.push(frame_of(draw(n), n, time(n)))) shots.push_back(*shot);
    for (const Shot& shot : detector.finish(time(count))) shots.push_back(shot);
    return shots;
}

/// First frame of each shot but the first.
inline std::vector<std::int64_t> borders(const std::vector<Shot>& shots) {
    std::vector<std::int64_t> frames;
    for (const Shot& shot : shots)
        if (shot.transition.kind != TransitionKind::start) frames.push_back(shot.begin_frame);
    return frames;
}

}  // namespace sourcereel::shots
