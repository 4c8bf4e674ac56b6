// text/region_detector.h: where lines of text may stand. The door for every way of finding them.
#pragma once

#include <algorithm>
#include <vector>

#include <opencv2/core.hpp>

namespace sourcereel::text {

/// Whether the strokes are brighter or darker than what is around them.
enum class Polarity { bright, dark };

constexpr Polarity opposite(Polarity polarity) noexcept {
    return polarity == Polarity::bright ? Polarity::dark : Polarity::bright;
}

/// A place that looks like one line of text.
struct Region {
    cv::Rect box;  ///< Around the strokes, in pixels of the pictures given.
    Polarity polarity = Polarity::bright;
    double score = 0;  ///< How much like text, 0..1; for choosing between overlapping regions.
};

/// Whether two boxes hold the same line, or one a piece of the other's.
inline bool same_place(const cv::Rect& a, const cv::Rect& b) {
    const int common = (a & b).area();
    return common > 0.45 * (a.area() + b.area() - common) || common > 0.6 * std::min(a.area(), b.area());
}

/// A few samples in a row (CV_8UC1, one size): what stands still in them keeps its strokes in the darkest and
/// the brightest of them, what moves does not.
struct Moment {
    cv::Mat darkest;
    cv::Mat brightest;
    cv::Mat newest;
};

/// Finds lines of text in grey pictures whose shorter side is about 720 px. Implementations may keep buffers
/// between calls, never results. Not thread-safe.
class RegionDetector {
public:
    virtual ~RegionDetector() = default;
    /// Which of the boxes that it finds of one line, ordered by each side from the outermost, is the line's
    /// own: 0.5 the median. Less for a detector that loses letters rather than adding what is none.
    virtual double trusted_quantile() const noexcept = 0;
    /// How many samples in a row a Moment for captions() covers: so long must a text stand to be found.
    virtual int caption_samples() const noexcept = 0;
    /// Opaque text that stands now, the surest first.
    virtual std::vector<Region> captions(const Moment& moment) = 0;
    /// Faint text that has stood for a while, in the mean of the samples of that while, the surest first.
    /// `dark_too`: otherwise dark letters, of which few marks are, may be left out where they cost extra.
    virtual std::vector<Region> marks(const cv::Mat& mean, bool dark_too) = 0;
};

}  // namespace sourcereel::text
