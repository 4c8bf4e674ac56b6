#include "text/neural_detector.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/error.h"

namespace sourcereel::text {
namespace {

constexpr double kCore = 0.3;  ///< Probability above which a pixel belongs to a line's core.
constexpr double kMinScore =
    0.5;  ///< Mean over the core; the network's authors use .6 on single photographs.
constexpr double kGrowth =
    1.6;  ///< Area of the core over its perimeter, times this: how far the line reaches.
constexpr double kMaxLean = 12.0;  ///< Degrees.
constexpr int kMinCore_px = 3;     ///< Thinner cores are noise.

int to_multiple(double side_px) {
    constexpr int kStep = 32;  // the network halves its picture five times
    return std::max(kStep, static_cast<int>(std::lround(side_px / kStep)) * kStep);
}

/// The picture as the network was trained: three channels, each brought to mean 0 and spread 1 of
/// photographs.
cv::Mat as_input(const cv::Mat& picture, const cv::Size& size) {
    cv::Mat scaled;
    cv::resize(picture, scaled, size, 0, 0, size.width < picture.cols ? cv::INTER_AREA : cv::INTER_LINEAR);
    constexpr std::array<double, 3> kMean{0.406, 0.456, 0.485};  // blue, green, red
    constexpr std::array<double, 3> kSpread{0.225, 0.224, 0.229};
    const std::array<int, 4> shape{1, 3, size.height, size.width};
    cv::Mat blob(4, shape.data(), CV_32F);
    for (int c = 0; c < 3; ++c) {
        cv::Mat plane(size, CV_32F, blob.ptr<float>(0, c));
        const auto at = static_cast<std::size_t>(c);
        scaled.convertTo(plane, CV_32F, 1.0 / (255.0 * kSpread[at]), -kMean[at] / kSpread[at]);
    }
    return blob;
}

/// How far the longer axis of a box leans from level, in degrees, 0..90.
double lean_of(const cv::RotatedRect& box) {
    cv::Point2f corners[4];
    box.points(corners);
    const cv::Point2f one = corners[1] - corners[0];
    const cv::Point2f two = corners[2] - corners[1];
    const cv::Point2f longer = cv::norm(one) > cv::norm(two) ? one : two;
    return std::abs(std::atan2(std::abs(longer.y), std::abs(longer.x))) * 180.0 / CV_PI;
}

double mean_inside(const cv::Mat& map, const std::vector<cv::Point>& outline, const cv::Rect& bounds) {
    cv::Mat inside = cv::Mat::zeros(bounds.size(), CV_8U);
    cv::fillPoly(inside, std::vector<std::vector<cv::Point>>{outline}, cv::Scalar(255), cv::LINE_8, 0,
                 -bounds.tl());
    return cv::mean(map(bounds), inside)[0];
}

/// The network's planes as one picture of `size`: of four in a row each has one of the 2 × 2 pixels, of
/// sixteen four have what the first of four would, and so on.
cv::Mat as_picture(const cv::Mat& planes, const cv::Size& size) {
    const int count = planes.dims == 4 ? planes.size[1] : 0;
    const int side = static_cast<int>(std::lround(std::sqrt(count)));
    if (count < 1 || planes.size[2] * side != size.height || planes.size[3] * side != size.width)
        throw Error(ErrorKind::corrupt,
                    "the text detector's output does not fit its input; install the models again");
    cv::Mat picture(size, CV_32F);
    for (int plane = 0; plane < count; ++plane) {
        int row = 0, column = 0, step = 1;
        for (int within = count; within > 1; within /= 4, step *= 2) {
            const int quarter = plane % within / (within / 4);
            row = 2 * row + quarter / 2;
            column = 2 * column + quarter % 2;
        }
        for (int y = row; y < size.height; y += step) {
            const auto* from = planes.ptr<float>(0, plane, y / step);
            auto* to = picture.ptr<float>(y);
            for (int x = column; x < size.width; x += step) to[x] = *from++;
        }
    }
    return picture;
}

}  // namespace

cv::dnn::Net& NeuralDetector::net_for(const cv::Size& size) {
    // OpenCV 4.6 gives a map of zeros when a network that has run is given another size: one for each.
    auto& net = nets_[{size.width, size.height}];
    if (net.empty()) {
        try {
            net = cv::dnn::readNetFromONNX(model_.string());
        } catch (const cv::Exception& e) {
            throw Error(ErrorKind::corrupt, model_.string() + ": the text detector cannot be loaded (" +
                                                e.err + "); install the models again");
        }
    }
    return net;
}

std::vector<LineBox> NeuralDetector::detect(const cv::Mat& picture, int short_side_px) {
    const double scale =
        std::min(2.0, static_cast<double>(short_side_px) / std::min(picture.cols, picture.rows));
    const cv::Size size{to_multiple(picture.cols * scale), to_multiple(picture.rows * scale)};
    cv::dnn::Net& net = net_for(size);
    net.setInput(as_input(picture, size));
    const cv::Mat map = as_picture(net.forward(), size);
    cv::Mat core;
    cv::compare(map, cv::Scalar(kCore), core, cv::CMP_GT);
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(core, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);

    const double across = static_cast<double>(picture.cols) / size.width;
    const double down = static_cast<double>(picture.rows) / size.height;
    std::vector<LineBox> lines;
    for (const auto& outline : outlines) {
        const cv::Rect bounds = cv::boundingRect(outline);
        if (std::min(bounds.width, bounds.height) < kMinCore_px) continue;
        const double score = mean_inside(map, outline, bounds);
        if (score < kMinScore) continue;
        const cv::RotatedRect leaning = cv::minAreaRect(outline);
        const double lean = lean_of(leaning);
        const bool oblong = std::max(leaning.size.width, leaning.size.height) >
                            2.5F * std::min(leaning.size.width, leaning.size.height);
        if (oblong && lean > kMaxLean) continue;
        const double reach = kGrowth * bounds.area() / (2.0 * (bounds.width + bounds.height));
        const cv::Point first{static_cast<int>(std::floor((bounds.x - reach) * across)),
                              static_cast<int>(std::floor((bounds.y - reach) * down))};
        const cv::Point last{static_cast<int>(std::ceil((bounds.br().x + reach) * across)),
                             static_cast<int>(std::ceil((bounds.br().y + reach) * down))};
        const cv::Rect box = cv::Rect{first, last} & cv::Rect{{}, picture.size()};
        lines.push_back({box, score});
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const LineBox& a, const LineBox& b) { return a.score > b.score; });
    return lines;
}

}  // namespace sourcereel::text
