#include "text/neural_regions.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "text/line_likeness.h"
#include "text/strokes.h"

namespace sourcereel::text {
namespace {

constexpr int kMarkKernel_px = 13;  ///< .35 to .5 of the height of the usual mark, 24 to 40 px.
constexpr double kMarkGain =
    4.0;  ///< Brings the contrast of a faint mark to that of letters on a photograph.
constexpr int kMinHeight_px = 8;
constexpr int kMinContrast = 6;

/// Cuts off the rim that the network leaves around the letters: rows and columns that hold next to no
/// strokes.
cv::Rect tightened(const cv::Mat& picture, const cv::Rect& box, Polarity polarity) {
    const cv::Mat contrast = stroke_contrast(picture(box), polarity, stroke_kernel_px(box.height));
    const cv::Mat mask = stroke_mask(contrast, kMinContrast, kStrokeShare, box.height / 2);
    cv::Mat rows, columns;
    cv::reduce(mask, rows, 1, cv::REDUCE_SUM, CV_32S);
    cv::reduce(mask, columns, 0, cv::REDUCE_SUM, CV_32S);
    double fullest = 0;
    cv::minMaxLoc(rows, nullptr, &fullest);
    const int most = box.height / 4;  // what is cut further in may be the words themselves
    const int few = static_cast<int>(fullest * 0.06);
    int top = 0;
    int bottom = box.height;
    int left = 0;
    int right = box.width;
    while (top < most && rows.at<int>(top) <= few) ++top;
    while (bottom > box.height - most && rows.at<int>(bottom - 1) <= few) --bottom;
    while (left < most && columns.at<int>(left) == 0) ++left;
    while (right > box.width - most && columns.at<int>(right - 1) == 0) --right;
    return {box.x + left, box.y + top, right - left, bottom - top};
}

/// Letters are what stands off from the ground around the line; the gaps between them do not. Bright letters
/// with a dark outline stand off in both directions.
Polarity polarity_of(const cv::Mat& darkest, const cv::Mat& brightest, const cv::Rect& box) {
    constexpr double kOutlined =
        0.5;  ///< Bright strokes that stand off half as much as the dark ones are letters.
    const LineShape bright = measure_line(darkest, box, Polarity::bright, kMinContrast);
    const LineShape dark = measure_line(brightest, box, Polarity::dark, kMinContrast);
    return dark.stands_off * dark.contrast * kOutlined > bright.stands_off * bright.contrast
               ? Polarity::dark
               : Polarity::bright;
}

bool is_line(const cv::Rect& box) {
    return box.height >= kMinHeight_px && box.width >= box.height * 9 / 10;
}

/// "it" and "I" are narrower than they are high.
bool is_word(const cv::Rect& box) {
    return box.height >= kMinHeight_px && 2 * box.width >= box.height;
}

/// The network parts a line at wide gaps, and faint marks at any letter: puts neighbours in one row together.
std::vector<LineBox> with_pieces_joined(std::vector<LineBox> lines) {
    const auto one_line = [](const cv::Rect& a, const cv::Rect& b) {
        const int lower = std::min(a.height, b.height);
        const int common = std::min(a.br().y, b.br().y) - std::max(a.y, b.y);
        const int gap = std::max(a.x, b.x) - std::min(a.br().x, b.br().x);
        return common > 0.7 * lower && lower > 0.6 * std::max(a.height, b.height) && gap < 0.3 * lower;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t k = i + 1; k < lines.size();) {
            if (!one_line(lines[i].box, lines[k].box)) {
                ++k;
                continue;
            }
            lines[i].box |= lines[k].box;
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(k));
            k = i + 1;
        }
    }
    return lines;
}

}  // namespace

std::vector<Region> NeuralRegions::captions(const Moment& moment) {
    std::vector<Region> regions;
    for (const LineBox& line : with_pieces_joined(detector_.detect(moment.newest, short_side_px_))) {
        if (!is_word(line.box)) continue;
        const Polarity polarity = polarity_of(moment.darkest, moment.brightest, line.box);
        const cv::Mat& still = polarity == Polarity::bright ? moment.darkest : moment.brightest;
        regions.push_back({tightened(still, line.box, polarity), polarity, line.score});
    }
    return regions;
}

std::vector<Region> NeuralRegions::marks(const cv::Mat& mean, bool dark_too) {
    const cv::Mat bright = stroke_contrast(mean, Polarity::bright, kMarkKernel_px);
    const cv::Mat dark = stroke_contrast(mean, Polarity::dark, kMarkKernel_px);
    std::vector<Region> regions;
    const auto look_at = [&](const cv::Mat& strokes, std::optional<Polarity> wanted) {
        for (const LineBox& line : with_pieces_joined(detector_.detect(strokes, short_side_px_))) {
            if (!is_line(line.box)) continue;
            const Polarity polarity = polarity_of(mean, mean, line.box);
            // Outlined letters are seen in both; the polarity of the letters wins.
            if (wanted.value_or(polarity) == polarity)
                regions.push_back({tightened(mean, line.box, polarity), polarity, line.score});
        }
    };
    cv::Mat strokes;
    if (mark_pictures_ == MarkPictures::one) {
        constexpr double kGround = 100;  // bright strokes are the stronger ones in most marks
        cv::addWeighted(bright, kMarkGain, dark, -kMarkGain, kGround, strokes);
        look_at(strokes, std::nullopt);
    } else {
        bright.convertTo(strokes, CV_8U, kMarkGain);
        look_at(strokes, Polarity::bright);
        if (dark_too) {
            dark.convertTo(strokes, CV_8U, kMarkGain);
            look_at(strokes, Polarity::dark);
        }
    }
    std::stable_sort(regions.begin(), regions.end(),
                     [](const Region& a, const Region& b) { return a.score > b.score; });
    return regions;
}

}  // namespace sourcereel::text
