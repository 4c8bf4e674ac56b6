#include "text/panorama.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <opencv2/imgproc.hpp>

#include "text/line_likeness.h"
#include "text/strokes.h"

namespace sourcereel::text {
namespace {

constexpr int kMinContrast = 12;      ///< Tickers are drawn to be read.
constexpr int kLongest_heights = 22;  ///< Of a piece: what the widest recognition network takes.
constexpr int kShortest_heights = 8;

/// First and last row that hold strokes, as far as rows hold more than a fiftieth of what the fullest does.
cv::Range text_rows(const cv::Mat& strokes) {
    cv::Mat rows;
    cv::reduce(strokes, rows, 1, cv::REDUCE_SUM, CV_32S);
    double fullest = 0;
    cv::minMaxLoc(rows, nullptr, &fullest);
    const int few = static_cast<int>(fullest * 0.05);
    int top = 0;
    int bottom = rows.rows;
    while (top < bottom && rows.at<int>(top) <= few) ++top;
    while (bottom > top && rows.at<int>(bottom - 1) <= few) --bottom;
    return {top, bottom};
}

/// Columns that hold strokes: 1, others 0.
std::vector<char> inked_columns(const cv::Mat& strokes) {
    cv::Mat columns;
    cv::reduce(strokes, columns, 0, cv::REDUCE_MAX, CV_8U);
    std::vector<char> inked(static_cast<std::size_t>(columns.cols));
    for (int x = 0; x < columns.cols; ++x)
        inked[static_cast<std::size_t>(x)] = columns.at<unsigned char>(x) != 0;
    return inked;
}

/// The middle of the widest gap within [from, to); `to` where there is none.
int widest_gap(const std::vector<char>& inked, int from, int to) {
    int best = 0;
    int at = to;
    int gap = 0;
    for (int x = from; x < to; ++x) {
        gap = inked[static_cast<std::size_t>(x)] ? 0 : gap + 1;
        if (gap > best) {
            best = gap;
            at = x - gap / 2;
        }
    }
    return at;
}

}  // namespace

void Panorama::add(const cv::Mat& strip, double offset) {
    const int left = static_cast<int>(std::lround(offset));
    const int right = std::min(kMost_px, left + strip.cols);
    if (left >= right) return;
    if (right > sum_.cols) {
        cv::Mat wider =
            cv::Mat::zeros(strip.rows, std::min(kMost_px, std::max(right, 2 * sum_.cols)), CV_32F);
        if (width_ > 0) sum_.colRange(0, width_).copyTo(wider.colRange(0, width_));
        sum_ = wider;
        samples_.resize(static_cast<std::size_t>(wider.cols), 0);
    }
    cv::accumulate(strip.colRange(0, right - left), sum_.colRange(left, right));
    for (int x = left; x < right; ++x) ++samples_[static_cast<std::size_t>(x)];
    width_ = std::max(width_, right);
}

cv::Mat Panorama::picture() const {
    cv::Mat picture = cv::Mat::zeros(sum_.rows, width_, CV_8U);
    for (int x = 0; x < width_; ++x) {
        const int samples = samples_[static_cast<std::size_t>(x)];
        if (samples > 0) sum_.col(x).convertTo(picture.col(x), CV_8U, 1.0 / samples);
    }
    return picture;
}

std::vector<LineTrack> unrolled_pieces(const cv::Mat& panorama, bool mirrored) {
    std::vector<LineTrack> pieces;
    if (panorama.cols < 16 || panorama.rows < 8) return pieces;
    const cv::Rect whole{{}, panorama.size()};
    const auto strokes_of = [&](Polarity polarity) {
        const int kernel = std::max(5, static_cast<int>(panorama.rows * 0.3) | 1);
        return stroke_mask(stroke_contrast(panorama, polarity, kernel), kMinContrast, kStrokeShare,
                           panorama.rows / 2);
    };
    // The gaps between letters are strokes of the other polarity, but lie on no ground of one tone.
    const auto evenness = [&](const cv::Mat& strokes) {
        cv::Mat ground;
        cv::bitwise_not(strokes, ground);
        cv::Scalar tone, ink_spread, ground_spread;
        cv::meanStdDev(panorama, tone, ink_spread, strokes);
        cv::meanStdDev(panorama, tone, ground_spread, ground);
        return ink_spread[0] + ground_spread[0];
    };
    const cv::Mat bright = strokes_of(Polarity::bright);
    const cv::Mat dark = strokes_of(Polarity::dark);
    const Polarity polarity = cv::countNonZero(bright) > 0 && evenness(bright) <= evenness(dark)
                                  ? Polarity::bright
                                  : Polarity::dark;
    const cv::Mat& strokes = polarity == Polarity::bright ? bright : dark;
    const cv::Range rows = text_rows(strokes);
    if (rows.size() < 6) return pieces;
    const std::vector<char> inked = inked_columns(strokes.rowRange(rows.start, rows.end));

    const auto piece_between = [&](int from, int to) {
        while (from < to && !inked[static_cast<std::size_t>(from)]) ++from;
        while (to > from && !inked[static_cast<std::size_t>(to) - 1]) --to;
        if (to - from < rows.size() / 2) return;
        const int rim = std::max(4, rows.size() / 4);
        const cv::Rect place = cv::Rect{from - rim, 0, to - from + 2 * rim, panorama.rows} & whole;
        cv::Mat picture = panorama(place).clone();
        int left = from - place.x;
        if (mirrored) {
            cv::flip(picture, picture, 1);
            left = picture.cols - left - (to - from);
        }
        LineTrack piece;
        piece.box = {left, rows.start, to - from, rows.size()};
        piece.polarity = polarity;
        piece.likeness = 1;
        piece.agreement = 1;
        piece.fusion = Fusion({{}, picture.size()});
        piece.fusion.add(picture);
        pieces.push_back(std::move(piece));
    };
    const int longest = kLongest_heights * rows.size();
    int from = 0;
    while (panorama.cols - from > longest) {
        const int cut = widest_gap(inked, from + kShortest_heights * rows.size(), from + longest);
        piece_between(from, cut);
        from = cut;
    }
    piece_between(from, panorama.cols);
    return pieces;
}

}  // namespace sourcereel::text
