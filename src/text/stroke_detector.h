// text/stroke_detector.h: finds lines of text by their strokes, with no model.
#pragma once

#include "text/region_detector.h"

namespace sourcereel::text {

/// Strokes of similar contrast are joined sideways at several assumed text heights (run-length smoothing);
/// what then has the height assumed, the width, the density and the rhythm of strokes of a line is a region.
/// Made for pictures whose shorter side is about 720 px: finds text from about 10 to 110 px high.
class StrokeDetector final : public RegionDetector {
public:
    double trusted_quantile() const noexcept override { return 0.5; }
    int caption_samples() const noexcept override { return 3; }
    std::vector<Region> captions(const Moment& moment) override;
    std::vector<Region> marks(const cv::Mat& mean, bool dark_too) override;

    /// The lines of one polarity in one picture. `min_contrast` is the least difference between a stroke and
    /// its surroundings that counts, on 0..255: small for the mean of many samples, larger for single ones.
    static std::vector<Region> detect(const cv::Mat& picture, Polarity polarity, int min_contrast);
};

}  // namespace sourcereel::text
