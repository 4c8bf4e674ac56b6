#include "text/line_likeness.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "text/strokes.h"

namespace sourcereel::text {
namespace {

double share_on(const cv::Mat& mask, const cv::Rect& box) {
    const cv::Rect inside = box & cv::Rect{{}, mask.size()};
    return inside.area() > 0 ? cv::countNonZero(mask(inside)) / static_cast<double>(inside.area()) : 0.0;
}

struct Runs {
    long pixels = 0;
    long count = 0;
};

Runs horizontal_runs(const cv::Mat& mask) {
    Runs runs;
    for (int y = 0; y < mask.rows; ++y) {
        const auto* row = mask.ptr<unsigned char>(y);
        bool before = false;
        for (int x = 0; x < mask.cols; ++x) {
            const bool on = row[x] != 0;
            runs.pixels += on;
            runs.count += on && !before;
            before = on;
        }
    }
    return runs;
}

/// Steepest rise and fall of the row sums over an eighth of the height, over the fullest row.
double row_edges(const cv::Mat& mask) {
    cv::Mat rows;
    cv::reduce(mask, rows, 1, cv::REDUCE_AVG, CV_32F);
    const int step = std::max(1, mask.rows / 8);
    float peak = 1;
    float rise = 0;
    float fall = 0;
    for (int y = 0; y < rows.rows; ++y) peak = std::max(peak, rows.at<float>(y));
    for (int y = step; y < rows.rows; ++y) {
        const float change = rows.at<float>(y) - rows.at<float>(y - step);
        rise = std::max(rise, change);
        fall = std::max(fall, -change);
    }
    return static_cast<double>(rise + fall) / static_cast<double>(peak);
}

double gradient_direction(const cv::Mat& picture) {
    cv::Mat across, down;
    cv::Sobel(picture, across, CV_16S, 1, 0);
    cv::Sobel(picture, down, CV_16S, 0, 1);
    return cv::norm(across, cv::NORM_L1) / std::max(1.0, cv::norm(down, cv::NORM_L1));
}

/// Mean brightness of the rows just above and below the box and the columns just beside it.
double rim_tone(const cv::Mat& picture, const cv::Rect& box) {
    constexpr int kRim_px = 3;
    const cv::Rect whole{{}, picture.size()};
    double sum = 0;
    double pixels = 0;
    for (const cv::Rect& side : {cv::Rect{box.x, box.y - kRim_px, box.width, kRim_px},
                                 cv::Rect{box.x, box.y + box.height, box.width, kRim_px},
                                 cv::Rect{box.x - kRim_px, box.y, kRim_px, box.height},
                                 cv::Rect{box.x + box.width, box.y, kRim_px, box.height}}) {
        const cv::Rect inside = side & whole;
        if (inside.area() == 0) continue;
        sum += cv::sum(picture(inside))[0];
        pixels += inside.area();
    }
    return pixels > 0 ? sum / pixels : 0;
}

}  // namespace

LineShape measure_line(const cv::Mat& picture, const cv::Rect& box, Polarity polarity, int min_contrast) {
    const int height = box.height;
    const cv::Rect around = cv::Rect{box.x - height, box.y - height, box.width + 2 * height, 3 * height} &
                            cv::Rect{{}, picture.size()};
    const cv::Mat area = picture(around);
    const cv::Mat contrast = stroke_contrast(area, polarity, stroke_kernel_px(height));
    const cv::Mat mask = stroke_mask(contrast, min_contrast, kStrokeShare, height / 2);
    const cv::Rect inner{box.x - around.x, box.y - around.y, box.width, box.height};
    const cv::Mat strokes = mask(inner);

    LineShape shape;
    shape.density = share_on(mask, inner);
    const int ring = height / 2;
    shape.surround = (share_on(mask, {inner.x, inner.y - ring - 2, inner.width, ring}) +
                      share_on(mask, {inner.x, inner.y + height + 2, inner.width, ring}) +
                      share_on(mask, {inner.x - height, inner.y, height - 2, height}) +
                      share_on(mask, {inner.x + inner.width + 2, inner.y, height - 2, height})) /
                     4;
    cv::Scalar tone, spread;
    cv::meanStdDev(area(inner), tone, spread, strokes);
    shape.contrast = cv::mean(contrast(inner), strokes)[0];
    shape.tone_spread = spread[0] / std::max(1.0, shape.contrast);
    const double off = tone[0] - rim_tone(area, inner);
    shape.stands_off = (polarity == Polarity::bright ? off : -off) / std::max(1.0, shape.contrast);
    const Runs runs = horizontal_runs(strokes);
    shape.rhythm = static_cast<double>(runs.count) / box.width;
    shape.row_edges = row_edges(strokes);
    shape.direction = gradient_direction(area(inner));
    shape.stroke_width =
        runs.count > 0 ? static_cast<double>(runs.pixels) / static_cast<double>(runs.count) / height : 1.0;
    shape.aspect = static_cast<double>(box.width) / height;
    return shape;
}

double line_likeness(const LineShape& shape) {
    const double logit =
        -12.55 + 16.75 * shape.density - 0.53 * std::log((shape.surround + 0.01) / (shape.density + 0.01)) -
        1.17 * std::log(shape.tone_spread + 0.05) - 0.65 * std::abs(shape.rhythm - 1.7) +
        3.59 * std::min(shape.row_edges, 2.0) - 3.12 * std::abs(std::log(shape.direction + 1e-3) - 0.25) +
        4.80 * std::min(std::log(shape.aspect), 2.2) - 19.85 * shape.stroke_width;
    return 1.0 / (1.0 + std::exp(-logit));
}

}  // namespace sourcereel::text
