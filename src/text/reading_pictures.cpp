#include "text/reading_pictures.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "text/strokes.h"

namespace sourcereel::text {
namespace {

constexpr int kReadingHeight_px = 40;  ///< Of the letters, ascender to descender; 32 to 64 read best.
constexpr int kRim_px = 12;
constexpr double kHatShare = 0.40;      ///< Top-hat square over the text height; .35 to .45 read best.
constexpr double kOpaque = 0.6;         ///< Agreement above which a single sample shows all there is.
constexpr int kLongLived_samples = 25;  ///< 5 s: what stands longer is a mark rather than a caption.

/// The brightness below which `share` of the pixels lie.
int percentile(const cv::Mat& picture, double share) {
    std::array<long, 256> histogram{};
    for (int y = 0; y < picture.rows; ++y) {
        const auto* row = picture.ptr<unsigned char>(y);
        for (int x = 0; x < picture.cols; ++x) ++histogram[row[x]];
    }
    const auto wanted = static_cast<long>(share * static_cast<double>(picture.total()));
    long below = 0;
    for (int value = 0; value < 256; ++value) {
        below += histogram[static_cast<std::size_t>(value)];
        if (below > wanted) return value;
    }
    return 255;
}

/// Maps [low, high] to white…black: letters are what is bright in `picture`.
cv::Mat dark_on_white(const cv::Mat& picture, int low, int high) {
    cv::Mat result;
    const double gain = 255.0 / std::max(1, high - low);
    picture.convertTo(result, CV_8U, -gain, 255.0 + gain * low);
    return result;
}

/// White up to somewhat below the letters' own tone, black at it. The tone is that of the strokes inside the
/// box.
cv::Mat soft_threshold(const cv::Mat& picture, const cv::Rect& inner, int hat_px) {
    constexpr double kDepth = 0.25;  ///< Of the letters' contrast: opaque letters are nearly of one tone.
    const cv::Mat contrast = stroke_contrast(picture, Polarity::bright, hat_px)(inner);
    const cv::Mat strokes = stroke_mask(contrast, 8, 0.6, inner.height / 2);
    const double tone = cv::mean(picture(inner), strokes)[0];
    const double depth = std::max(8.0, kDepth * cv::mean(contrast, strokes)[0]);
    return dark_on_white(picture, static_cast<int>(tone - depth), static_cast<int>(tone));
}

/// What Tesseract is shown, in working pixels: the box with two thirds of its height at the sides.
cv::Rect shown_part(const LineTrack& line) {
    const cv::Rect& place = line.fusion.place();
    const int beside = std::max(6, line.box.height * 2 / 3);
    return cv::Rect{line.box.x - beside, place.y, line.box.width + 2 * beside, place.height} & place;
}

cv::Mat in_reading_size(const cv::Mat& picture, int text_height) {
    const double scale = static_cast<double>(kReadingHeight_px) / text_height;
    cv::Mat scaled, rimmed;
    cv::resize(picture, scaled, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    cv::copyMakeBorder(scaled, rimmed, kRim_px, kRim_px, kRim_px, kRim_px, cv::BORDER_CONSTANT,
                       cv::Scalar(255));
    return rimmed;
}

}  // namespace

std::vector<cv::Mat> reading_pictures(const LineTrack& line, Polarity polarity) {
    // From here on letters are bright: dark ones are read in the negative.
    const bool bright = polarity == Polarity::bright;
    const cv::Rect shown = shown_part(line) - line.fusion.place().tl();
    cv::Mat mean = line.fusion.mean()(shown);
    cv::Mat extreme = (bright ? line.fusion.minimum() : line.fusion.maximum())(shown).clone();
    if (!bright) {
        cv::bitwise_not(mean, mean);
        cv::bitwise_not(extreme, extreme);
    }
    const cv::Rect inner = line.box - shown_part(line).tl();
    const int hat_px = std::max(5, static_cast<int>(std::lround(line.box.height * kHatShare)) | 1);

    const cv::Mat hat = stroke_contrast(mean, Polarity::bright, hat_px);
    const cv::Mat standing_out =
        dark_on_white(hat, percentile(hat(inner), 0.30), percentile(hat(inner), 0.97));
    const cv::Mat soft = soft_threshold(extreme, inner, hat_px);
    // Outlines leave blocks of background in the hat, broad bright areas pass the threshold: letters are dark
    // in both.
    const cv::Mat both = cv::max(soft, standing_out);

    std::vector<cv::Mat> pictures;
    if (line.agreement < kOpaque || line.fusion.samples() >= kLongLived_samples) {
        pictures = {standing_out, both};
    } else {
        pictures = {both, standing_out};
    }
    for (auto& picture : pictures) picture = in_reading_size(picture, line.box.height);
    return pictures;
}

NetworkPictures network_pictures(const LineTrack& line, const cv::Rect& box) {
    cv::Mat mean = line.fusion.mean();
    const cv::Point origin = line.fusion.place().tl();
    const int rim = std::max(2, box.height / 8);
    const cv::Rect inner{box.tl() - origin, box.size()};
    const cv::Rect shown =
        cv::Rect{inner.x - 2 * rim, inner.y - rim, inner.width + 4 * rim, inner.height + 2 * rim} &
        cv::Rect{{}, mean.size()};
    const int hat_px = std::max(5, static_cast<int>(std::lround(box.height * kHatShare)) | 1);
    const cv::Mat hat = stroke_contrast(mean, line.polarity, hat_px);
    NetworkPictures pictures;
    pictures.strokes = dark_on_white(hat, percentile(hat(inner), 0.30), percentile(hat(inner), 0.97))(shown);
    const int low = percentile(mean(shown), 0.01);
    const int high = percentile(mean(shown), 0.995);
    const double gain = 255.0 / std::max(24, high - low);
    mean(shown).convertTo(pictures.mean, CV_8U, gain, -gain * low);
    return pictures;
}

cv::Rect from_reading_picture(const LineTrack& line, const cv::Rect& box) {
    const double scale = static_cast<double>(line.box.height) / kReadingHeight_px;
    const auto back = [&](int value) { return static_cast<int>(std::lround((value - kRim_px) * scale)); };
    const cv::Point origin = shown_part(line).tl();
    const cv::Point first{back(box.x), back(box.y)};
    const cv::Point last{back(box.x + box.width), back(box.y + box.height)};
    return cv::Rect{origin + first, origin + last} & shown_part(line);
}

}  // namespace sourcereel::text
