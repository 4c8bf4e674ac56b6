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

/// The rows of the letters: those in which strokes begin again and again. A line drawn along the strip has
/// strokes in its rows too, but they begin once.
cv::Range text_rows(const cv::Mat& strokes) {
    constexpr double kFew = 0.12;  ///< Of what the fullest row holds; descenders are seldom.
    constexpr int kGap = 2;        ///< Rows between a letter and the dot or accent over it.
    std::vector<int> begins(static_cast<std::size_t>(strokes.rows), 0);
    for (int y = 0; y < strokes.rows; ++y) {
        const auto* row = strokes.ptr<unsigned char>(y);
        for (int x = 1; x < strokes.cols; ++x)
            begins[static_cast<std::size_t>(y)] += row[x] != 0 && row[x - 1] == 0;
    }
    const auto fullest = std::max_element(begins.begin(), begins.end());
    const double few = kFew * *fullest;
    const auto holds = [&](int y) {
        return y >= 0 && y < strokes.rows && begins[static_cast<std::size_t>(y)] > few;
    };
    int top = static_cast<int>(fullest - begins.begin());
    int bottom = top + 1;
    for (bool grown = true; grown;) {
        grown = false;
        for (int step = 1; step <= kGap + 1 && !grown; ++step) {
            if (holds(top - step)) {
                top -= step;
                grown = true;
            } else if (holds(bottom - 1 + step)) {
                bottom += step;
                grown = true;
            }
        }
    }
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

/// Where the strokes of one polarity are, if the letters have it.
struct Inked {
    cv::Range rows;
    std::vector<char> columns;  ///< 1 where there is a stroke in these rows.
    double stands_off = 0;  ///< How far strokes stand off from what is around the line: 0 for gaps between
                            ///< letters of the other polarity.
};

Inked inked_in(const cv::Mat& panorama, Polarity polarity) {
    const int kernel = std::max(5, static_cast<int>(panorama.rows * 0.3) | 1);
    const cv::Mat strokes = stroke_mask(stroke_contrast(panorama, polarity, kernel), kMinContrast,
                                        kStrokeShare, panorama.rows / 2);
    Inked inked;
    if (cv::countNonZero(strokes) == 0) return inked;
    inked.rows = text_rows(strokes);
    inked.columns = inked_columns(strokes.rowRange(inked.rows.start, inked.rows.end));
    const auto first = std::find(inked.columns.begin(), inked.columns.end(), 1) - inked.columns.begin();
    const auto last = inked.columns.rend() - std::find(inked.columns.rbegin(), inked.columns.rend(), 1);
    const cv::Rect box{static_cast<int>(first), inked.rows.start, static_cast<int>(last - first),
                       inked.rows.size()};
    if (box.width < 4 || box.height < 4) return inked;
    const LineShape shape = measure_line(panorama, box, polarity, kMinContrast);
    inked.stands_off = shape.stands_off * shape.contrast;
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
    const Inked bright = inked_in(panorama, Polarity::bright);
    const Inked dark = inked_in(panorama, Polarity::dark);
    const Polarity polarity = bright.stands_off >= dark.stands_off ? Polarity::bright : Polarity::dark;
    const auto& [rows, inked, stands_off] = polarity == Polarity::bright ? bright : dark;
    if (rows.size() < 6 || stands_off <= 0) return pieces;

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
        piece.box = piece.reach = {left, rows.start, to - from, rows.size()};
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
