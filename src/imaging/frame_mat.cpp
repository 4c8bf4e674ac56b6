#include "imaging/frame_mat.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace sourcereel::imaging {
namespace {

/// The shares of red and blue in luma; green has the rest.
struct LumaWeights {
    double red;
    double blue;
};

LumaWeights weights_of(ColorMatrix matrix) {
    switch (matrix) {
        case ColorMatrix::bt709:
            return {0.2126, 0.0722};
        case ColorMatrix::bt2020:
            return {0.2627, 0.0593};
        case ColorMatrix::bt601:
            break;
    }
    return {0.299, 0.114};
}

cv::Mat view(const Plane& plane) {
    // Read-only by contract; OpenCV has no matrix of const pixels.
    return {plane.height, plane.width, CV_8UC1, const_cast<std::uint8_t*>(plane.data),
            static_cast<std::size_t>(plane.stride)};
}

cv::Size fitting(int width, int height, int max_side) {
    const int longer = std::max(width, height);
    if (max_side <= 0 || longer <= max_side) return {width, height};
    const double scale = static_cast<double>(max_side) / longer;
    return {std::max(1, static_cast<int>(std::lround(width * scale))),
            std::max(1, static_cast<int>(std::lround(height * scale)))};
}

cv::Mat resized(const cv::Mat& plane, const cv::Size& size) {
    if (plane.size() == size) return plane.clone();
    cv::Mat result;
    const bool smaller = size.width <= plane.cols && size.height <= plane.rows;
    cv::resize(plane, result, size, 0, 0, smaller ? cv::INTER_AREA : cv::INTER_LINEAR);
    return result;
}

/// Y'CbCr → B'G'R' as a 3×4 matrix on the values 0..255.
cv::Matx34f to_bgr_matrix(ColorMatrix made_by, bool full_range) {
    const auto [red, blue] = weights_of(made_by);
    const double green = 1.0 - red - blue;
    const double luma_gain = full_range ? 1.0 : 255.0 / 219.0;
    const double chroma_gain = full_range ? 1.0 : 255.0 / 224.0;
    const double luma_zero = full_range ? 0.0 : 16.0;
    const double from_u = 2 * (1 - blue) * chroma_gain;
    const double from_v = 2 * (1 - red) * chroma_gain;
    const double green_u = -2 * (1 - blue) * blue / green * chroma_gain;
    const double green_v = -2 * (1 - red) * red / green * chroma_gain;
    const auto row = [&](double u, double v) {
        return cv::Vec4d{luma_gain, u, v, -luma_gain * luma_zero - 128.0 * (u + v)};
    };
    cv::Matx34f matrix;
    const cv::Vec4d rows[3] = {row(from_u, 0), row(green_u, green_v), row(0, from_v)};
    for (int i = 0; i < 3; ++i)
        for (int k = 0; k < 4; ++k) matrix(i, k) = static_cast<float>(rows[i][k]);
    return matrix;
}

}  // namespace

cv::Mat luma_view(const Frame& frame) {
    return view(frame.luma);
}

cv::Mat to_bgr(const Frame& frame, int max_side) {
    const cv::Size size = fitting(frame.width(), frame.height(), max_side);
    const cv::Mat luma = resized(view(frame.luma), size);
    const bool coloured = !frame.u.empty() && !frame.v.empty();
    const cv::Mat neutral = coloured ? cv::Mat{} : cv::Mat(size, CV_8UC1, cv::Scalar(128));
    const std::vector<cv::Mat> planes{luma, coloured ? resized(view(frame.u), size) : neutral,
                                      coloured ? resized(view(frame.v), size) : neutral};
    cv::Mat yuv, bgr;
    cv::merge(planes, yuv);
    cv::transform(yuv, bgr, to_bgr_matrix(frame.matrix, frame.full_range));
    return bgr;
}

}  // namespace sourcereel::imaging
