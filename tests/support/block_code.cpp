#include "support/block_code.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace sourcereel::support {
namespace {

constexpr int kColumns = 4;
constexpr int kRows = 3;
constexpr int kBlack = 40;
constexpr int kWhite = 210;

struct Corner {
    int column;
    int row;
    int luma;
};
constexpr std::array<Corner, 4> kCorners{{{0, 0, 225}, {3, 0, 165}, {0, 2, 105}, {3, 2, 45}}};

const Corner* corner_at(int column, int row) {
    for (const Corner& corner : kCorners)
        if (corner.column == column && corner.row == row) return &corner;
    return nullptr;
}

/// Which bit the block holds: counted over all blocks that are no corners, row by row.
int bit_at(int column, int row) {
    int bit = 0;
    for (int n = 0; n < row * kColumns + column; ++n)
        if (corner_at(n % kColumns, n / kColumns) == nullptr) ++bit;
    return bit;
}

double mean_of_block(const Plane& plane, int column, int row) {
    // The inner half of each side, clear of what a codec smears over the edges.
    const auto edge = [](int side, int block, int blocks, double inset) {
        return static_cast<int>(side * (block + inset) / blocks);
    };
    const int left = edge(plane.width, column, kColumns, 0.25);
    const int right = edge(plane.width, column, kColumns, 0.75);
    const int top = edge(plane.height, row, kRows, 0.25);
    const int bottom = edge(plane.height, row, kRows, 0.75);
    double sum = 0;
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) sum += plane.row(y)[x];
    return sum / std::max(1, (right - left) * (bottom - top));
}

}  // namespace

int code_luma(int number, double x, double y) {
    const int column = std::clamp(static_cast<int>(x * kColumns), 0, kColumns - 1);
    const int row = std::clamp(static_cast<int>(y * kRows), 0, kRows - 1);
    if (const Corner* corner = corner_at(column, row)) return corner->luma;
    return (number >> bit_at(column, row) & 1) != 0 ? kWhite : kBlack;
}

RawPicture coded_picture_stored(int width, int height, int number, const Matrix& matrix) {
    const bool crossed = matrix.b != 0;
    RawPicture picture{crossed ? height : width, crossed ? width : height, {}};
    for (int q = 0; q < picture.height; ++q) {
        for (int p = 0; p < picture.width; ++p) {
            // Negative coordinates are what the matrix's translation moves back into the picture.
            int x = matrix.a * p + matrix.c * q;
            int y = matrix.b * p + matrix.d * q;
            if (matrix.a + matrix.c < 0) x += width - 1;
            if (matrix.b + matrix.d < 0) y += height - 1;
            picture.bytes.push_back(
                static_cast<std::uint8_t>(code_luma(number, (x + 0.5) / width, (y + 0.5) / height)));
        }
    }
    const auto chroma = static_cast<std::size_t>((picture.width + 1) / 2 * ((picture.height + 1) / 2));
    picture.bytes.insert(picture.bytes.end(), chroma, std::uint8_t{kCodeU});
    picture.bytes.insert(picture.bytes.end(), chroma, std::uint8_t{kCodeV});
    return picture;
}

RawPicture coded_picture(int width, int height, int number) {
    return coded_picture_stored(width, height, number, {});
}

std::optional<int> read_code(const Frame& frame) {
    int number = 0;
    for (int row = 0; row < kRows; ++row) {
        for (int column = 0; column < kColumns; ++column) {
            const double mean = mean_of_block(frame.luma, column, row);
            const Corner* corner = corner_at(column, row);
            if (corner == nullptr)
                number |= (mean > (kBlack + kWhite) / 2.0 ? 1 : 0) << bit_at(column, row);
            else if (std::abs(mean - corner->luma) > 22)
                return std::nullopt;
        }
    }
    return number;
}

double mean_of(const Plane& plane) {
    double sum = 0;
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x) sum += plane.row(y)[x];
    return sum / std::max(1, plane.width * plane.height);
}

}  // namespace sourcereel::support
