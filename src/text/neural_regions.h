// text/neural_regions.h: finds lines of text with the detection network.
#pragma once

#include <filesystem>
#include <utility>

#include "text/neural_detector.h"
#include "text/region_detector.h"

namespace sourcereel::text {

/// What the network is shown of the mean. Both polarities in one picture lose one in fifty faint marks, which
/// then have half of the range.
enum class MarkPictures {
    one_each,  ///< The bright strokes, then the dark ones.
    one        ///< Bright strokes above and dark ones below a grey.
};

/// Captions are looked for in the newest sample as it is. Marks in the stroke contrast of the mean: of 96
/// faint marks the network found 94 there, 81 in the mean itself and 49 in a single sample.
class NeuralRegions final : public RegionDetector {
public:
    /// `short_side_px`: to which pictures are brought before the network sees them, see NeuralDetector.
    NeuralRegions(std::filesystem::path model, int short_side_px,
                  MarkPictures mark_pictures = MarkPictures::one_each)
        : detector_(std::move(model)), short_side_px_(short_side_px), mark_pictures_(mark_pictures) {}
    double trusted_quantile() const noexcept override { return 0.25; }
    int caption_samples() const noexcept override { return 2; }
    std::vector<Region> captions(const Moment& moment) override;
    std::vector<Region> marks(const cv::Mat& mean, bool dark_too) override;

private:
    NeuralDetector detector_;
    int short_side_px_;
    MarkPictures mark_pictures_;
};

}  // namespace sourcereel::text
