#include "shots/frame_features.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sourcereel::shots {
namespace {

// Of each cell's rows at least this many are read, evenly spread: 8 to 15, which 16-bit sums hold easily. The
// mean of a cell moves by less than coding noise moves it, and reading memory is what this costs.
constexpr int kRowsRead = 8;

// A fixed count lets the compiler vectorise without asking how long the row is.
constexpr int kChunk = 32;

void add_row(const std::uint8_t* __restrict row, std::uint16_t* __restrict sums, int width) {
    int x = 0;
    for (; x + kChunk <= width; x += kChunk)
        for (int i = 0; i < kChunk; ++i) sums[x + i] = static_cast<std::uint16_t>(sums[x + i] + row[x + i]);
    for (; x < width; ++x) sums[x] = static_cast<std::uint16_t>(sums[x] + row[x]);
}

struct Span {
    int begin;
    int end;
};

// The samples of `count` that cell `i` of `cells` covers; at least one.
Span span_of(int i, int cells, int count) {
    const auto edge = [&](int k) { return static_cast<int>(static_cast<std::int64_t>(k) * count / cells); };
    return {edge(i), std::max(edge(i) + 1, edge(i + 1))};
}

void shrink(const Plane& plane, int columns, int rows, std::uint8_t* cells,
            std::vector<std::uint16_t>& sums) {
    for (int cy = 0; cy < rows; ++cy) {
        const Span lines = span_of(cy, rows, plane.height);
        const int step = std::max(1, (lines.end - lines.begin) / kRowsRead);
        sums.assign(static_cast<std::size_t>(plane.width), 0);
        unsigned taken = 0;
        for (int y = lines.begin; y < lines.end; y += step, ++taken)
            add_row(plane.row(y), sums.data(), plane.width);
        for (int cx = 0; cx < columns; ++cx) {
            const Span across = span_of(cx, columns, plane.width);
            std::uint64_t sum = 0;
            for (int x = across.begin; x < across.end; ++x) sum += sums[static_cast<std::size_t>(x)];
            const std::uint64_t samples = static_cast<std::uint64_t>(across.end - across.begin) * taken;
            cells[cy * columns + cx] = static_cast<std::uint8_t>((sum + samples / 2) / samples);
        }
    }
}

// The samples of `plane` that show `part` of the picture whose luma plane is `whole`; at least one.
Plane part_of(const Plane& plane, const Rect& part, const Plane& whole) {
    if (part.empty()) return plane;
    const Span x{static_cast<int>(std::int64_t{part.x} * plane.width / whole.width),
                 static_cast<int>(std::int64_t{part.right()} * plane.width / whole.width)};
    const Span y{static_cast<int>(std::int64_t{part.y} * plane.height / whole.height),
                 static_cast<int>(std::int64_t{part.bottom()} * plane.height / whole.height)};
    return {plane.row(y.begin) + x.begin, plane.stride, std::max(1, x.end - x.begin),
            std::max(1, y.end - y.begin)};
}

double contrast_of(const std::array<int, 256>& histogram) {
    int median = 0;
    for (int below = histogram[0]; 2 * below < kLumaCells;)
        below += histogram[static_cast<std::size_t>(++median)];
    int left = static_cast<int>(kMostlyShare * kLumaCells);
    const int counted = left;
    double squares = 0;
    for (int distance = 0; left > 0; ++distance) {
        int cells = median - distance >= 0 ? histogram[static_cast<std::size_t>(median - distance)] : 0;
        if (distance > 0 && median + distance < 256)
            cells += histogram[static_cast<std::size_t>(median + distance)];
        cells = std::min(cells, left);
        squares += static_cast<double>(distance) * distance * cells;
        left -= cells;
    }
    return std::sqrt(squares / counted);
}

void measure_luma(FrameFeatures& features) {
    std::array<int, 256> histogram{};
    std::int64_t sum = 0;
    for (const std::uint8_t value : features.luma) {
        ++histogram[value];
        sum += value;
    }
    features.mean = static_cast<double>(sum) / kLumaCells;
    features.contrast = contrast_of(histogram);

    int within = 0;  // Cells in the window [level − spread, level + spread], slid over all levels.
    for (std::size_t level = 0; level < kFlatSpread; ++level) within += histogram[level];
    int most = 0;
    for (std::size_t level = 0; level < histogram.size(); ++level) {
        if (level + kFlatSpread < histogram.size()) within += histogram[level + kFlatSpread];
        if (level > kFlatSpread) within -= histogram[level - kFlatSpread - 1];
        most = std::max(most, within);
    }
    features.flat_share = static_cast<double>(most) / kLumaCells;
}

}  // namespace

FrameFeatures features_of(const Frame& frame, const Rect& crop) {
    FrameFeatures features;
    features.index = frame.index;
    features.pts = frame.pts;
    features.seconds = frame.pts.seconds();
    features.u.fill(128);
    features.v.fill(128);
    std::vector<std::uint16_t> sums;
    const Rect part = intersection(crop, {0, 0, frame.width(), frame.height()});
    const auto cut = [&](const Plane& plane) { return part_of(plane, part, frame.luma); };
    if (!frame.luma.empty()) shrink(cut(frame.luma), kLumaWidth, kLumaHeight, features.luma.data(), sums);
    if (!frame.u.empty() && !frame.v.empty()) {
        shrink(cut(frame.u), kChromaWidth, kChromaHeight, features.u.data(), sums);
        shrink(cut(frame.v), kChromaWidth, kChromaHeight, features.v.data(), sums);
    }
    measure_luma(features);
    return features;
}

}  // namespace sourcereel::shots
