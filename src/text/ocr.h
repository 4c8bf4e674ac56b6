// text/ocr.h: the reading engine: one picture of one line in, words out.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <opencv2/core.hpp>

namespace sourcereel::text {

struct OcrResult {
    std::string text;       ///< UTF-8, one line, spaces between words; empty where nothing was read.
    double confidence = 0;  ///< 0..1: the words' own, each weighing as its length.
    cv::Rect box;           ///< Around all its words, in pixels of the picture read.
};

/// Tesseract, line mode, LSTM models only. Loads each language's data when it is first asked for, some 10 to
/// 40 MiB a language, and keeps it. Not thread-safe: one engine per thread; computes in the calling thread
/// alone.
class Ocr {
public:
    Ocr();
    ~Ocr();
    Ocr(Ocr&&) noexcept;
    Ocr& operator=(Ocr&&) noexcept;

    /// Reads a picture (CV_8UC1, dark letters on white, 30 to 60 px high) with the data of `language`.
    /// @throws Error not_found where that data is not installed, naming the package that brings it.
    OcrResult read(const cv::Mat& line, const std::string& language);
    /// The surest account name ("@" and four characters or more) that English data read in the picture; empty
    /// where it has none.
    OcrResult read_name(const cv::Mat& line);

private:
    class Engine;
    Engine& engine_for(const std::string& language);

    std::map<std::string, std::unique_ptr<Engine>> engines_;
};

}  // namespace sourcereel::text
