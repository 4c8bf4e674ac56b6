#include "text/stroke_detector.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "text/line_likeness.h"
#include "text/strokes.h"

namespace sourcereel::text {
namespace {

/// One assumed text height (ascender to descender) in pixels and what it implies.
struct Scale {
    int height_px;
    int kernel_px;  ///< Just above the broadest stroke of such text: strokes are at most about 1/4 of the
                    ///< height.
};
constexpr std::array<Scale, 3> kScales{{{18, 9}, {34, 13}, {64, 23}}};
constexpr Scale kLargeScale{64, 23};   ///< On the picture at half size: text of 70 to 240 px.
constexpr double kMinPiece = 0.01;     ///< A short word alone is no line, but may belong to one.
constexpr double kMinLikeness = 0.22;  ///< Keeps .99 of true lines, and one in ten of other boxes.
constexpr int kCaptionContrast = 24;   ///< Of the extreme of three samples.
constexpr int kMarkContrast = 6;       ///< Of the mean of a window, where noise has gone.
constexpr double kMinStandsOff =
    0.25;  ///< See LineShape: below, the "strokes" are the gaps of the opposite polarity.

/// A region and the contrast of its strokes, by which pieces of one line know each other.
struct Piece {
    Region region;
    double contrast = 0;
};

std::vector<int> strokes_per_row(const cv::Mat& mask) {
    cv::Mat sums;
    cv::reduce(mask, sums, 1, cv::REDUCE_SUM, CV_32S);
    std::vector<int> rows(static_cast<std::size_t>(sums.rows));
    for (int y = 0; y < sums.rows; ++y) rows[static_cast<std::size_t>(y)] = sums.at<int>(y) / 255;
    return rows;
}

/// The lines that lie under each other in a box: runs of rows that hold strokes, with dots and accents put
/// back to their line.
std::vector<cv::Rect> lines_in(const cv::Mat& mask, const cv::Rect& box) {
    const std::vector<int> rows = strokes_per_row(mask(box));
    const int limit = std::max(1, *std::max_element(rows.begin(), rows.end()) * 15 / 100);
    struct Band {
        int first, last;
        int height() const { return last - first + 1; }
    };
    std::vector<Band> bands;
    for (int y = 0; y < box.height; ++y) {
        if (rows[static_cast<std::size_t>(y)] < limit) continue;
        if (!bands.empty() && bands.back().last == y - 1)
            bands.back().last = y;
        else
            bands.push_back({y, y});
    }
    for (std::size_t i = 0; i + 1 < bands.size();) {
        const int large = std::max(bands[i].height(), bands[i + 1].height());
        const int small = std::min(bands[i].height(), bands[i + 1].height());
        const int gap = bands[i + 1].first - bands[i].last - 1;
        if (gap <= 1 + large / 8 && small < large * 2 / 5) {
            bands[i].last = bands[i + 1].last;
            bands.erase(bands.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            i = i > 0 ? i - 1 : 0;
        } else {
            ++i;
        }
    }
    // Ascenders and descenders are sparse beside the body: give back the rows that hold anything of them.
    const int faint = std::max(1, limit / 5);
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const int top = i > 0 ? bands[i - 1].last + 2 : 0;
        const int bottom = i + 1 < bands.size() ? bands[i + 1].first - 2 : box.height - 1;
        const int reach = bands[i].height() / 2;
        const int first = bands[i].first;
        const int last = bands[i].last;
        while (bands[i].first > std::max(top, first - reach) &&
               rows[static_cast<std::size_t>(bands[i].first - 1)] >= faint)
            --bands[i].first;
        while (bands[i].last < std::min(bottom, last + reach) &&
               rows[static_cast<std::size_t>(bands[i].last + 1)] >= faint)
            ++bands[i].last;
    }
    std::vector<cv::Rect> lines;
    lines.reserve(bands.size());
    for (const Band& band : bands) lines.emplace_back(box.x, box.y + band.first, box.width, band.height());
    return lines;
}

/// The stretches of strokes along a line: words are parted by less than its height; what stands further off,
/// such as the edge of the strap, is something else.
std::vector<cv::Rect> stretches_along(const cv::Mat& mask, const cv::Rect& band) {
    cv::Mat columns;
    cv::reduce(mask(band), columns, 0, cv::REDUCE_SUM, CV_32S);
    const int limit = 255 * std::max(2, band.height * 12 / 100);
    const int widest_gap = band.height;
    std::vector<cv::Rect> stretches;
    for (int x = 0; x < band.width; ++x) {
        if (columns.at<int>(x) < limit) continue;
        const int at = band.x + x;
        if (!stretches.empty() && at - (stretches.back().x + stretches.back().width) <= widest_gap)
            stretches.back().width = at + 1 - stretches.back().x;
        else
            stretches.emplace_back(at, band.y, 1, band.height);
    }
    return stretches;
}

void detect_at(const Scale& scale, const cv::Mat& picture, Polarity polarity, int min_contrast,
               std::vector<Piece>& pieces) {
    const cv::Mat contrast = stroke_contrast(picture, polarity, scale.kernel_px);
    const cv::Mat mask = stroke_mask(contrast, min_contrast, kStrokeShare, scale.height_px * 2 / 3);
    cv::Mat joined;
    cv::morphologyEx(mask, joined, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {scale.height_px * 7 / 10 | 1, 1}));
    // Bridges thinner than a letter between a line and a neighbouring edge break here.
    cv::morphologyEx(
        joined, joined, cv::MORPH_OPEN,
        cv::getStructuringElement(cv::MORPH_RECT, {scale.height_px | 1, std::max(3, scale.height_px / 6)}));
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(joined, labels, stats, centres, 8, CV_32S);
    for (int i = 1; i < count; ++i) {
        // The opening trims the body: give back ascenders and descenders.
        const int margin = scale.height_px / 3;
        const cv::Rect component{
            stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP) - margin,
            stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT) + 2 * margin};
        for (const cv::Rect& line : lines_in(mask, component & cv::Rect{{}, picture.size()})) {
            if (line.height < scale.height_px * 0.5 || line.height > scale.height_px * 1.5) continue;
            for (const cv::Rect& box : stretches_along(mask, line)) {
                if (2 * box.width < box.height) continue;
                const LineShape shape = measure_line(picture, box, polarity, min_contrast);
                if (shape.stands_off < kMinStandsOff) continue;
                const double likeness = line_likeness(shape);
                if (likeness > kMinPiece) pieces.push_back({{box, polarity, likeness}, shape.contrast});
            }
        }
    }
}

/// Of regions that share most of the smaller one, keeps the more likely; a longer one wins over its own
/// piece.
std::vector<Piece> without_duplicates(std::vector<Piece> pieces) {
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
        // Of equally likely ones the longer, and the lower: a tall one may be several lines.
        const auto weight = [](const Piece& p) {
            return p.region.score * std::pow(p.region.box.width, 0.3) / std::pow(p.region.box.height, 0.15);
        };
        return weight(a) > weight(b);
    });
    std::vector<Piece> kept;
    for (const auto& piece : pieces) {
        const bool covered = std::any_of(kept.begin(), kept.end(), [&](const Piece& other) {
            return (piece.region.box & other.region.box).area() >
                   0.5 * std::min(piece.region.box.area(), other.region.box.area());
        });
        if (!covered) kept.push_back(piece);
    }
    return kept;
}

bool same_line(const Piece& one, const Piece& two) {
    const cv::Rect& a = one.region.box;
    const cv::Rect& b = two.region.box;
    const int common = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    const int lower = std::min(a.height, b.height);
    const int higher = std::max(a.height, b.height);  // "on" is as high as half of "Gob"
    const int gap = std::max(a.x, b.x) - std::min(a.x + a.width, b.x + b.width);
    return common > 0.75 * lower && lower > 0.45 * higher && gap < 1.1 * higher &&
           std::min(one.contrast, two.contrast) > 0.6 * std::max(one.contrast, two.contrast);
}

/// Puts the pieces of one line together where a gap between words had parted them; what is no line by itself
/// and belongs to none is dropped.
std::vector<Region> with_pieces_joined(std::vector<Piece> pieces) {
    std::vector<Region> regions;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].region.score < kMinLikeness) continue;  // the surest come first
        for (std::size_t k = i + 1; k < pieces.size();) {
            if (same_line(pieces[i], pieces[k])) {
                pieces[i].region.box |= pieces[k].region.box;
                pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(k));
                k = i + 1;
            } else {
                ++k;
            }
        }
        if (pieces[i].region.box.width >= 1.2 * pieces[i].region.box.height)
            regions.push_back(pieces[i].region);
    }
    return regions;
}

/// Whether what looks like one tall line is several lower ones, or one with its surroundings.
bool holds_smaller_lines(const Region& region, const std::vector<Region>& regions) {
    return std::any_of(regions.begin(), regions.end(), [&](const Region& other) {
        return other.box.height < 0.65 * region.box.height && other.score > 0.8 &&
               other.box.width > 0.3 * region.box.width &&
               (other.box & region.box).area() > 0.7 * other.box.area();
    });
}

/// The likeliest first. Bright letters with a dark outline look like dark letters too, thinner ones: where
/// both are seen, the bright are the text.
std::vector<Region> best_first(std::vector<Region> bright, const std::vector<Region>& dark) {
    constexpr double kSurelyBright = 0.4;
    std::vector<Region> regions = std::move(bright);
    const std::size_t bright_count = regions.size();
    for (const auto& region : dark) {
        const bool outline =
            std::any_of(regions.begin(), regions.begin() + static_cast<std::ptrdiff_t>(bright_count),
                        [&](const Region& other) {
                            return other.score >= kSurelyBright && same_place(region.box, other.box) &&
                                   other.box.height < 1.4 * region.box.height;
                        });
        if (!outline) regions.push_back(region);
    }
    std::stable_sort(regions.begin(), regions.end(), [](const Region& a, const Region& b) {
        return a.score * std::sqrt(a.box.width) > b.score * std::sqrt(b.box.width);
    });
    std::vector<Region> kept;
    for (const auto& region : regions)
        if (!holds_smaller_lines(region, regions)) kept.push_back(region);
    return kept;
}

}  // namespace

std::vector<Region> StrokeDetector::captions(const Moment& moment) {
    return best_first(detect(moment.darkest, Polarity::bright, kCaptionContrast),
                      detect(moment.brightest, Polarity::dark, kCaptionContrast));
}

std::vector<Region> StrokeDetector::marks(const cv::Mat& mean, bool /*dark_too*/) {
    return best_first(detect(mean, Polarity::bright, kMarkContrast),
                      detect(mean, Polarity::dark, kMarkContrast));
}

std::vector<Region> StrokeDetector::detect(const cv::Mat& picture, Polarity polarity, int min_contrast) {
    std::vector<Piece> pieces;
    for (const auto& scale : kScales) detect_at(scale, picture, polarity, min_contrast, pieces);
    if (std::min(picture.rows, picture.cols) >= 2 * kLargeScale.height_px) {
        cv::Mat half;
        cv::resize(picture, half, {}, 0.5, 0.5, cv::INTER_AREA);
        std::vector<Piece> large;
        detect_at(kLargeScale, half, polarity, min_contrast, large);
        const cv::Rect whole{{}, picture.size()};
        for (auto& piece : large) {
            const cv::Rect& box = piece.region.box;
            piece.region.box = cv::Rect{2 * box.x, 2 * box.y, 2 * box.width, 2 * box.height} & whole;
            pieces.push_back(piece);
        }
    }
    return with_pieces_joined(without_duplicates(std::move(pieces)));
}

}  // namespace sourcereel::text
