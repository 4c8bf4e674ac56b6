// text/line_reader.h: which words a line holds, and in which language's letters.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/text_track.h"
#include "text/line_track.h"
#include "text/ocr.h"

namespace sourcereel::text {

struct LineReading {
    std::string text;
    std::string language;
    double confidence = 0;
    cv::Rect box;                   ///< Around the words read, in working pixels.
    std::vector<Reading> readings;  ///< Best first; each text once an engine and language.
};

/// Reads lines with the languages given, those first that this video was seen to use. Stops asking when one
/// is sure. Lines that no language reads plausibly cost one look per language. Not thread-safe.
class LineReader {
public:
    /// @pre `languages` is not empty.
    explicit LineReader(std::vector<std::string> languages);
    /// Nothing where the line holds no plausible text.
    std::optional<LineReading> read(const LineTrack& line);

    /// What one language made of one picture.
    struct Candidate {
        std::string language;
        OcrResult result;
    };

private:
    /// Reads the line's pictures in one polarity; adds what was read and returns the best plausible
    /// confidence.
    double look(const LineTrack& line, Polarity polarity, std::vector<Candidate>& candidates);
    std::vector<std::string> in_order() const;

    std::vector<std::string> languages_;
    std::map<std::string, int> lines_read_;  ///< By language, in this video.
    Ocr ocr_;
};

}  // namespace sourcereel::text
