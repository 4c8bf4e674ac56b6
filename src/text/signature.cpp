#include "text/signature.h"

#include <algorithm>

#include "text/strokes.h"

namespace sourcereel::text {
namespace {

cv::Mat centred(const cv::Mat& contrast) {
    cv::Mat values;
    contrast.convertTo(values, CV_32F);
    values -= cv::mean(values);
    return values;
}

}  // namespace

Signature::Signature(const cv::Mat& picture, const cv::Rect& box, Polarity polarity)
    : box_(box), polarity_(polarity), kernel_px_(std::max(5, static_cast<int>(box.height * 0.38) | 1)) {
    centred_ = centred(stroke_contrast(picture(box_), polarity_, kernel_px_));
    norm_ = cv::norm(centred_);
}

double Signature::agreement(const cv::Mat& picture) const {
    return agreement_in_crop(picture(box_));
}

double Signature::agreement_in_crop(const cv::Mat& crop) const {
    const cv::Mat other = centred(stroke_contrast(crop, polarity_, kernel_px_));
    const double norms = norm_ * cv::norm(other);
    return norms > 1e-6 ? centred_.dot(other) / norms : 0.0;
}

}  // namespace sourcereel::text
