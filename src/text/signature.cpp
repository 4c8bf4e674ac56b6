#include "text/signature.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "text/strokes.h"

namespace sourcereel::text {
namespace {

/// Each row without its mean: all texts of one height have the same rows full and empty, which says nothing.
cv::Mat centred(const cv::Mat& contrast) {
    cv::Mat values, means;
    contrast.convertTo(values, CV_32F);
    cv::reduce(values, means, 1, cv::REDUCE_AVG);
    for (int y = 0; y < values.rows; ++y) values.row(y) -= means.at<float>(y);
    return values;
}

}  // namespace

Signature::Signature(const cv::Mat& picture, const cv::Rect& box, Polarity polarity)
    : box_(box), polarity_(polarity), kernel_px_(std::max(5, static_cast<int>(box.height * 0.38) | 1)) {
    contrast_ = stroke_contrast(picture(box_), polarity_, kernel_px_);
    centred_ = centred(contrast_);
    norm_ = cv::norm(centred_);
}

double Signature::agreement(const cv::Mat& picture) const {
    return agreement_in_crop(picture(box_));
}

std::optional<cv::Point> Signature::shift_in(const cv::Mat& picture) const {
    constexpr double kSameStrokes = 0.7;  ///< Two different texts of one size agree up to .5 at their best.
    constexpr int kSideways_px = 96;
    constexpr int kUpDown_px = 16;
    constexpr int kWidest_px = 240;  ///< Enough letters to know a text by.
    const int width = std::min(box_.width, kWidest_px);
    const cv::Rect middle{(box_.width - width) / 2, 0, width, box_.height};
    const cv::Rect place = middle + box_.tl();
    const cv::Rect around = cv::Rect{place.x - kSideways_px, place.y - kUpDown_px,
                                     place.width + 2 * kSideways_px, place.height + 2 * kUpDown_px} &
                            cv::Rect{{}, picture.size()};
    cv::Mat agreements;
    cv::matchTemplate(stroke_contrast(picture(around), polarity_, kernel_px_), contrast_(middle), agreements,
                      cv::TM_CCOEFF_NORMED);
    double best = 0;
    cv::Point at;
    cv::minMaxLoc(agreements, nullptr, &best, nullptr, &at);
    const cv::Point shift = at + around.tl() - place.tl();
    if (best < kSameStrokes || shift.x * shift.x + shift.y * shift.y < 4) return std::nullopt;
    return shift;
}

bool Signature::has_moved(const cv::Mat& picture) const {
    return shift_in(picture).has_value();
}

bool Signature::has_moved_with_scene(const cv::Mat& picture, const cv::Mat& here) const {
    constexpr double kExplained = 0.8;  ///< Share of the difference that is left when the shift explains it.
    constexpr double kStill = 2.0;      ///< Mean difference below which nothing has moved.
    const auto shift = shift_in(picture);
    if (!shift) return false;
    const int away = 2 * box_.height;  // beyond the panel that the text may stand on
    const cv::Rect whole{{}, here.size()};
    double stood = 0;
    double moved = 0;
    double pixels = 0;
    for (const int y : {box_.y - away - 2 * box_.height, box_.br().y + away}) {
        const cv::Rect strip =
            cv::Rect{box_.x - box_.height, y, box_.width + 2 * box_.height, 2 * box_.height} & whole;
        const cv::Rect before = (strip + *shift) & whole;
        const cv::Rect now = before - *shift;
        if (now.area() < box_.area() / 4) continue;
        stood += cv::norm(here(now), picture(now), cv::NORM_L1);
        moved += cv::norm(here(now), picture(before), cv::NORM_L1);
        pixels += now.area();
    }
    // Where nothing can be seen of the surroundings, words that move are on something that moves.
    return pixels == 0 || (stood > kStill * pixels && moved < kExplained * stood);
}

double Signature::agreement_in_crop(const cv::Mat& crop) const {
    const cv::Mat other = centred(stroke_contrast(crop, polarity_, kernel_px_));
    const double norms = norm_ * cv::norm(other);
    return norms > 1e-6 ? centred_.dot(other) / norms : 0.0;
}

}  // namespace sourcereel::text
