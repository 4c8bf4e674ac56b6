#include "imaging/evidence_picture.h"

#include <algorithm>
#include <vector>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/error.h"
#include "imaging/frame_mat.h"

namespace sourcereel::imaging {
namespace {

Rect within(const Frame& frame, const Rect& box) {
    return intersection(box, {0, 0, frame.width(), frame.height()});
}

std::string png_of(const cv::Mat& picture) {
    std::vector<unsigned char> bytes;
    // The level says how hard to pack; the pixels are the same at any.
    if (!cv::imencode(".png", picture, bytes, {cv::IMWRITE_PNG_COMPRESSION, 6}))
        throw Error(ErrorKind::internal, "an evidence picture could not be encoded");
    return {bytes.begin(), bytes.end()};
}

}  // namespace

double sharpness(const Frame& frame, const Rect& box) {
    const Rect inside = within(frame, box);
    if (inside.empty()) return 0;
    cv::Mat second;
    cv::Laplacian(luma_view(frame)(to_cv(inside)), second, CV_32F);
    cv::Scalar mean, deviation;
    cv::meanStdDev(second, mean, deviation);
    return deviation[0] * deviation[0];
}

std::string crop_png(const Frame& frame, const Rect& box, int margin) {
    const Rect wide =
        within(frame, {box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin});
    if (wide.empty() || within(frame, box).empty()) return {};
    return png_of(to_bgr(frame)(to_cv(wide)).clone());
}

std::string boxed_png(const Frame& frame, const Rect& box) {
    cv::Mat picture = to_bgr(frame);
    const int thickness = std::max(2, std::min(frame.width(), frame.height()) / 240);
    const int gap = thickness + 2;
    const cv::Rect around(box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap);
    // A dark line beside the bright one, so that it shows on any ground.
    cv::rectangle(picture, around, cv::Scalar(20, 20, 20), thickness + 2);
    cv::rectangle(picture, around, cv::Scalar(40, 120, 255), thickness);
    return png_of(picture);
}

}  // namespace sourcereel::imaging
