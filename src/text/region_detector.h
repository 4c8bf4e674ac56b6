// text/region_detector.h: where lines of text may stand in one picture. The door for every way of finding
// them.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

namespace sourcereel::text {

/// Whether the strokes are brighter or darker than what is around them.
enum class Polarity { bright, dark };

/// A place that looks like one line of text.
struct Region {
    cv::Rect box;  ///< Tight around the strokes, in pixels of the picture given.
    Polarity polarity = Polarity::bright;
    double score = 0;  ///< How much like text, 0..1; for choosing between overlapping regions.
};

/// Finds lines of text in one grey picture (CV_8UC1), which may be a single sample or the mean, minimum or
/// maximum of several. `min_contrast` is the least difference between a stroke and its surroundings that
/// counts, on 0..255: small for the mean of many samples, larger for single ones. Implementations keep no
/// state between calls.
class RegionDetector {
public:
    virtual ~RegionDetector() = default;
    virtual std::vector<Region> detect(const cv::Mat& picture, Polarity polarity, int min_contrast) const = 0;
};

}  // namespace sourcereel::text
