// text/neural_detector.h: finds lines of text with the detection network of PP-OCR.
#pragma once

#include <filesystem>
#include <map>
#include <utility>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/dnn.hpp>

namespace sourcereel::text {

/// A box that the network takes for one line of text.
struct LineBox {
    cv::Rect box;      ///< In pixels of the picture given, the letters with a narrow rim.
    double score = 0;  ///< Mean of the network's own probability over the line's core, 0..1.
};

/// "Differentiable binarization" (Liao et al. 2020): a map of how likely each pixel is the core of a line;
/// cores are outlined and grown back to the size of the line. Lines that lean by more than 12 degrees are
/// left out: what is laid over a picture is level. Keeps one network for each size it has seen, some 30 to
/// 150 MB of buffers each: a video has one size. Not thread-safe.
class NeuralDetector {
public:
    /// @throws Error corrupt where the file is no model that can be run.
    explicit NeuralDetector(std::filesystem::path model) : model_(std::move(model)) {}
    /// `picture`: CV_8UC1. It is looked at in a size whose shorter side is about `short_side_px`, rounded to
    /// multiples of 32, and never enlarged more than twice: smaller finds less small text, and costs less.
    std::vector<LineBox> detect(const cv::Mat& picture, int short_side_px);

private:
    cv::dnn::Net& net_for(const cv::Size& size);

    std::filesystem::path model_;
    std::map<std::pair<int, int>, cv::dnn::Net> nets_;
};

}  // namespace sourcereel::text
