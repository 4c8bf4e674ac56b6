// What is in a video file, as FrameReader gives it.
#pragma once

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "media/frame_reader.h"
#include "support/block_code.h"

namespace sourcereel::media {

struct SeenFrame {
    std::optional<int> code;  ///< See support/block_code.h.
    Timestamp pts;
};
struct SeenClip {
    std::vector<SeenFrame> frames;
    MediaInfo info;
    ReadReport report;
};

inline SeenClip look_at(const std::filesystem::path& file) {
    FrameReader reader{file};
    SeenClip seen;
    while (const auto frame = reader.next()) seen.frames.push_back({support::read_code(*frame), frame->pts});
    seen.info = reader.info();
    seen.report = reader.report();
    return seen;
}

/// a − b, exactly, in a common time base; only for bases whose product is small.
inline Timestamp difference(const Timestamp& a, const Timestamp& b) {
    const std::int64_t den = std::int64_t{a.base.den} * b.base.den;
    const std::int64_t ticks = a.ticks * a.base.num * b.base.den - b.ticks * b.base.num * a.base.den;
    if (a.base == b.base) return {a.ticks - b.ticks, a.base};
    return {ticks, {1, static_cast<std::int32_t>(den)}};
}

/// Peak signal to noise of two luma planes of one size, in decibels; 99 where they are the same.
inline double psnr(const Plane& a, const Plane& b) {
    double sum = 0;
    for (int y = 0; y < a.height; ++y) {
        for (int x = 0; x < a.width; ++x) {
            const int d = a.row(y)[x] - b.row(y)[x];
            sum += d * d;
        }
    }
    const double mean = sum / (static_cast<double>(a.width) * a.height);
    return mean > 0 ? std::min(99.0, 10 * std::log10(255.0 * 255.0 / mean)) : 99.0;
}

}  // namespace sourcereel::media
