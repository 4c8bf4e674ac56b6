#include "text/signature.h"

#include <algorithm>
#include <cstdlib>

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

constexpr int kPiece_px = 64;

}  // namespace

Signature::Signature(const cv::Mat& picture, const cv::Rect& box, Polarity polarity)
    : box_(box), polarity_(polarity), kernel_px_(stroke_kernel_px(box.height)) {
    const int away = 2 * box.height;  // beyond the panel that the text may stand on
    for (const int y : {box.y - away - 2 * box.height, box.br().y + away}) {
        const cv::Rect place = cv::Rect{box.x - box.height, y, box.width + 2 * box.height, 2 * box.height} &
                               cv::Rect{{}, picture.size()};
        if (!place.empty()) around_.push_back({place, picture(place).clone()});
    }
    const int far = 5 * box.height;  // beyond the other lines of a strap
    const cv::Rect near{box.x - far, box.y - far, box.width + 2 * far, box.height + 2 * far};
    for (const int x : {picture.cols / 4, picture.cols * 3 / 4}) {
        for (const int y : {picture.rows / 4, picture.rows * 3 / 4}) {
            const cv::Rect place = cv::Rect{x - kPiece_px / 2, y - kPiece_px / 2, kPiece_px, kPiece_px} &
                                   cv::Rect{{}, picture.size()};
            if (!place.empty() && (place & near).empty()) far_.push_back({place, picture(place).clone()});
        }
    }
    contrast_ = stroke_contrast(picture(box_), polarity_, kernel_px_);
    centred_ = centred(contrast_);
    norm_ = cv::norm(centred_);
}

double Signature::agreement(const cv::Mat& picture) const {
    return agreement_in_crop(picture(box_));
}

cv::Rect Signature::middle() const {
    constexpr int kWidest_px = 240;
    const int width = std::min(box_.width, kWidest_px);
    return {(box_.width - width) / 2, 0, width, box_.height};
}

std::optional<cv::Point> Signature::shift_in(const cv::Mat& picture, double same_strokes) const {
    constexpr int kSideways_px = 96;
    constexpr int kUpDown_px = 16;
    const cv::Rect part = middle();
    const cv::Rect place = part + box_.tl();
    const cv::Rect around = cv::Rect{place.x - kSideways_px, place.y - kUpDown_px,
                                     place.width + 2 * kSideways_px, place.height + 2 * kUpDown_px} &
                            cv::Rect{{}, picture.size()};
    // Between two words far apart there are no strokes to be found again; OpenCV lets them agree everywhere.
    if (cv::countNonZero(contrast_(part)) == 0) return std::nullopt;
    cv::Mat agreements;
    cv::matchTemplate(stroke_contrast(picture(around), polarity_, kernel_px_), contrast_(part), agreements,
                      cv::TM_CCOEFF_NORMED);
    double best = 0;
    cv::Point at;
    cv::minMaxLoc(agreements, nullptr, &best, nullptr, &at);
    const cv::Point shift = at + around.tl() - place.tl();
    if (best < same_strokes || shift.x * shift.x + shift.y * shift.y < 4) return std::nullopt;
    return shift;
}

bool Signature::has_moved(const cv::Mat& picture, double same_strokes) const {
    return shift_in(picture, same_strokes).has_value();
}

bool Signature::has_moved_with_scene(const cv::Mat& picture) const {
    constexpr double kStill = 2.0;  ///< Mean difference below which nothing has moved.
    const auto shift = shift_in(picture);
    if (!shift) return false;
    double changed = 0;
    double pieces = 0;
    for (const Surroundings& piece : far_) {
        changed += cv::norm(piece.picture, picture(piece.place), cv::NORM_L1);
        pieces += piece.place.area();
    }
    if (pieces > 0 && changed < kStill * pieces) return false;
    double stood = 0;
    double moved = 0;
    double pixels = 0;
    for (const Surroundings& strip : around_) {
        const cv::Rect there = (strip.place + *shift) & cv::Rect{{}, picture.size()};
        const cv::Rect here = there - *shift;
        if (here.area() < box_.area() / 4) continue;
        const cv::Mat before = strip.picture(here - strip.place.tl());
        stood += cv::norm(before, picture(here), cv::NORM_L1);
        moved += cv::norm(before, picture(there), cv::NORM_L1);
        pixels += here.area();
    }
    // Where nothing can be seen of the surroundings, words that move are on something that moves.
    constexpr double kBetter = 0.9;  ///< Of other words that share some letters, the ground agrees by chance.
    return pixels == 0 || (stood > kStill * pixels && moved < kBetter * stood);
}

bool Signature::stands_out_in(const cv::Mat& picture) const {
    constexpr double kAnother = 12;    ///< Mean difference of what lies around.
    constexpr double kFaintly = 0.25;  ///< Of the same strokes on two grounds.
    constexpr double kClearly = 0.15;  ///< Other texts of this height agree as well, but anywhere.
    constexpr int kAround_px = 24;
    double difference = 0;
    double pixels = 0;
    for (const Surroundings& strip : around_) {
        difference += cv::norm(strip.picture, picture(strip.place), cv::NORM_L1);
        pixels += strip.place.area();
    }
    if (pixels == 0 || difference < kAnother * pixels) return false;

    const cv::Rect part = middle();
    const cv::Rect place = part + box_.tl();
    const cv::Rect around =
        cv::Rect{place.x - kAround_px, place.y - 2, place.width + 2 * kAround_px, place.height + 4} &
        cv::Rect{{}, picture.size()};
    cv::Mat agreements;
    cv::matchTemplate(stroke_contrast(picture(around), polarity_, kernel_px_), contrast_(part), agreements,
                      cv::TM_CCOEFF_NORMED);
    const cv::Point home = place.tl() - around.tl();
    const int near = std::max(4, box_.height / 6);  // within a stroke
    double here = -1;
    double beside = -1;
    for (int y = 0; y < agreements.rows; ++y) {
        for (int x = 0; x < agreements.cols; ++x) {
            const auto now = static_cast<double>(agreements.at<float>(y, x));
            if (std::abs(x - home.x) <= 1 && std::abs(y - home.y) <= 1) here = std::max(here, now);
            if (std::abs(x - home.x) > near) beside = std::max(beside, now);
        }
    }
    return here >= kFaintly && here >= beside + kClearly;
}

double Signature::agreement_in_crop(const cv::Mat& crop) const {
    const cv::Mat other = centred(stroke_contrast(crop, polarity_, kernel_px_));
    const double norms = norm_ * cv::norm(other);
    return norms > 1e-6 ? centred_.dot(other) / norms : 0.0;
}

}  // namespace sourcereel::text
