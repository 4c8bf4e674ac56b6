// text/neural_recognizer.h: reads one line with the recognition network of PP-OCR: Latin and Chinese.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/dnn.hpp>

namespace sourcereel::text {

/// One character that was read; never a space.
struct Glyph {
    std::string text;  ///< UTF-8.
    double confidence = 0;
    double space_before = 0;  ///< Highest probability of a space between the glyph before and this one.
    double position = 0;      ///< About its middle, 0..1 of the picture's width.
};

/// CTC recogniser (Graves et al. 2006) over 6,600 characters. It takes letters of other scripts for the Latin
/// ones that look alike, with confidence. Loads the network of a width, 12 to 17 MB, when a line first needs
/// it. Not thread-safe.
class NeuralRecognizer {
public:
    /// `models`: by the width in pixels that each takes, 48 rows high. `keys`: the characters of its classes
    /// 1….
    NeuralRecognizer(std::map<int, std::filesystem::path> models, std::vector<std::string> keys);
    /// Reads a picture (CV_8UC1) of one line, tight but for a narrow rim, letters bright or dark.
    /// @throws Error corrupt where a file is no model that can be run.
    std::vector<Glyph> read(const cv::Mat& line);

private:
    std::vector<Glyph> read_piece(const cv::Mat& piece);
    cv::dnn::Net& net_for(int width_px);

    std::map<int, std::filesystem::path> models_;
    std::vector<std::string> keys_;
    std::map<int, cv::dnn::Net> nets_;
};

}  // namespace sourcereel::text
