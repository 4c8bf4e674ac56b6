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
cv::Mat soft_threshold(const cv::Mat& picture, const cv::Rect& inner, int kernel_px) {
    constexpr double kDepth = 0.25;  ///< Of the letters' contrast: opaque letters are nearly of one tone.
    const cv::Mat contrast = stroke_contrast(picture, Polarity::bright, kernel_px)(inner);
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

/// A box in a picture that in_reading_size() made of `shown`, back in working pixels.
cv::Rect from_reading_size(const LineTrack& line, const cv::Rect& shown, const cv::Rect& box) {
    const double scale = static_cast<double>(line.box.height) / kReadingHeight_px;
    const auto back = [&](int value) { return static_cast<int>(std::lround((value - kRim_px) * scale)); };
    const cv::Point first{back(box.x), back(box.y)};
    const cv::Point last{back(box.x + box.width), back(box.y + box.height)};
    return cv::Rect{shown.tl() + first, shown.tl() + last} & shown;
}

int hat_px(int text_height) {
    return std::max(5, static_cast<int>(std::lround(text_height * kHatShare)) | 1);
}

/// The columns of a reading picture around `known` in which letters follow each other without a wide gap.
cv::Range letters_around(const cv::Mat& picture, cv::Range known) {
    constexpr int kGap_px = kReadingHeight_px * 3 / 4;
    cv::Mat blackest;
    cv::reduce(picture, blackest, 0, cv::REDUCE_MIN);
    const auto is_black = [&](int x) { return blackest.at<unsigned char>(x) < 128; };
    cv::Range letters{std::max(0, known.start), std::min(picture.cols, known.end)};
    for (int x = letters.start; x >= 0 && letters.start - x <= kGap_px; --x)
        if (is_black(x)) letters.start = x;
    for (int x = letters.end - 1; x < picture.cols && x - letters.end < kGap_px; ++x)
        if (is_black(x)) letters.end = x + 1;
    return letters;
}

/// What the network is shown of the line's fusion: the box with an eighth of its height around it, twice as
/// much at the sides.
cv::Rect shown_to_network(const LineTrack& line, const cv::Rect& box) {
    const int rim = std::max(2, box.height / 8);
    const cv::Rect inner = box - line.fusion.place().tl();
    return cv::Rect{inner.x - 2 * rim, inner.y - rim, inner.width + 4 * rim, inner.height + 2 * rim} &
           cv::Rect{{}, line.fusion.place().size()};
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
    const int kernel_px = hat_px(line.box.height);

    const cv::Mat hat = stroke_contrast(mean, Polarity::bright, kernel_px);
    const cv::Mat standing_out =
        dark_on_white(hat, percentile(hat(inner), 0.30), percentile(hat(inner), 0.97));
    const cv::Mat soft = soft_threshold(extreme, inner, kernel_px);
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

cv::Mat stretched_mean(const LineTrack& line, const cv::Rect& box) {
    constexpr int kLeastRange = 24;
    const cv::Mat mean = line.fusion.mean();
    const cv::Mat shown = mean(shown_to_network(line, box));
    const int low = percentile(shown, 0.01);
    const double gain = 255.0 / std::max(kLeastRange, percentile(shown, 0.995) - low);
    cv::Mat stretched;
    shown.convertTo(stretched, CV_8U, gain, -gain * low);
    return stretched;
}

cv::Mat mean_strokes(const LineTrack& line, const cv::Rect& box) {
    const cv::Mat hat = stroke_contrast(line.fusion.mean(), line.polarity, hat_px(box.height));
    const cv::Mat inner = hat(box - line.fusion.place().tl());
    return dark_on_white(hat(shown_to_network(line, box)), percentile(inner, 0.30), percentile(inner, 0.97));
}

cv::Mat levelled_strokes(const LineTrack& line, const cv::Rect& box, Polarity polarity) {
    constexpr double kNoise = 3;     ///< Contrast that is not brought up any more.
    constexpr double kBlack = 0.85;  ///< Of the strongest.
    constexpr double kUneven = 0.5;  ///< Weak strokes have less than this of what strong ones have.
    const cv::Mat hat = stroke_contrast(line.fusion.mean(), polarity, hat_px(box.height));
    const int nearby = box.height / 2 | 1;  // about a letter
    cv::Mat strongest, columns, share, levelled;
    cv::dilate(hat, strongest, cv::getStructuringElement(cv::MORPH_RECT, {nearby, nearby}));
    cv::reduce(strongest(box - line.fusion.place().tl()), columns, 0, cv::REDUCE_MAX);
    if (percentile(columns, 0.15) > kUneven * percentile(columns, 0.9)) return levelled;
    strongest.convertTo(strongest, CV_32F);
    cv::blur(strongest, strongest, {nearby, nearby});
    cv::divide(hat, cv::max(strongest, kNoise), share, 1.0, CV_32F);
    share(shown_to_network(line, box)).convertTo(levelled, CV_8U, -255.0 / kBlack, 255.0);
    return levelled;
}

ReadingPicture levelled_name(const LineTrack& line, Polarity polarity) {
    ReadingPicture name;
    constexpr int kCutOff_heights = 2;
    const cv::Rect wider = line.widened(kCutOff_heights);
    name.place = shown_to_network(line, wider) + line.fusion.place().tl();
    const cv::Mat strokes = levelled_strokes(line, wider, polarity);
    if (!strokes.empty()) name.picture = in_reading_size(strokes, line.box.height);
    return name;
}

std::vector<ReadingPicture> pictures_of_whole_line(const LineTrack& line, Polarity polarity) {
    LineTrack wide = line;
    wide.box.x = line.reach.x;
    wide.box.width = line.reach.width;
    const cv::Rect place = shown_part(wide);
    const double scale = static_cast<double>(kReadingHeight_px) / line.box.height;
    const auto across = [&](int x) { return kRim_px + static_cast<int>(std::lround((x - place.x) * scale)); };
    std::vector<ReadingPicture> whole;
    for (const cv::Mat& picture : reading_pictures(wide, polarity)) {
        const cv::Range letters = letters_around(picture, {across(line.box.x), across(line.box.br().x)});
        ReadingPicture part;
        cv::copyMakeBorder(picture.colRange(letters), part.picture, 0, 0, kRim_px, kRim_px,
                           cv::BORDER_CONSTANT, cv::Scalar(255));
        const auto back = [&](int x) {
            return place.x + static_cast<int>(std::lround((x - kRim_px) / scale));
        };
        part.place = {back(letters.start), place.y, back(letters.end) - back(letters.start), place.height};
        whole.push_back(std::move(part));
    }
    return whole;
}

cv::Rect from_reading_picture(const LineTrack& line, const cv::Rect& box) {
    return from_reading_size(line, shown_part(line), box);
}

cv::Rect from_reading_picture(const LineTrack& line, const ReadingPicture& picture, const cv::Rect& box) {
    return from_reading_size(line, picture.place, box);
}

}  // namespace sourcereel::text
