// text/line_reader.h: which words a line holds, and in which language's letters.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/text_track.h"
#include "text/candidate.h"
#include "text/line_track.h"
#include "text/neural_recognizer.h"
#include "text/ocr.h"
#include "text/text_reader.h"

namespace sourcereel::text {

struct LineReading {
    std::string text;
    std::string language;
    double confidence = 0;
    cv::Rect box;                   ///< Around the words read, in working pixels.
    std::vector<Reading> readings;  ///< Best first; each text once an engine and language.
    bool scenery = false;           ///< It is on something in the scene, not laid over the picture.
};

/// Reads lines with the languages given, those first that this video was seen to use. Stops asking when one
/// is sure. With the recognition network, which reads Latin and Chinese, Tesseract is asked beside it: for
/// the spaces, for a second opinion, and for all other scripts. Not thread-safe.
class LineReader {
public:
    /// @pre `languages` is not empty. `network`: nothing to do without.
    LineReader(std::vector<std::string> languages, std::optional<NeuralRecognizer> network,
               Effort effort = Effort::standard);
    /// Nothing where the line holds no plausible text.
    std::optional<LineReading> read(const LineTrack& line);

private:
    std::vector<Candidate> read_without_network(const LineTrack& line);
    std::optional<Candidate> read_whole_arabic(const LineTrack& line, const Candidate& found);
    void look_for_name(const LineTrack& line, std::vector<Candidate>& candidates);
    std::vector<Candidate> read_with_network(const LineTrack& line);
    /// Adds what Tesseract reads in the line's pictures in one polarity, language by language, until one is
    /// sure; returns the best plausible confidence. `network`: what the network is sure of, if it is.
    double ask_all(const LineTrack& line, Polarity polarity, const Candidate* network,
                   std::vector<Candidate>& readings);
    /// Whether nobody sees what the network sees: it may be a script that it does not know.
    static bool is_foreign(const Candidate& network, const std::vector<Candidate>& others);
    std::optional<Candidate> ask(const LineTrack& line, const cv::Mat& picture, const std::string& language);
    static Candidate as_candidate(const LineTrack& line, OcrResult result, const std::string& data,
                                  const std::string& language);
    void look_behind_disguise(const LineTrack& line, const Candidate& network,
                              std::vector<Candidate>& others);
    void ask_other_cyrillic(const cv::Mat& picture, OcrResult& russian, std::string& language);
    OcrResult read_latin_letters(const LineTrack& line);
    std::string with_letter_marks(const LineTrack& line, const std::string& text);
    std::vector<std::string> in_order() const;
    bool reads(const std::string& language) const;

    std::vector<std::string> languages_;
    std::map<std::string, int> lines_read_;  ///< By language, in this video.
    std::optional<NeuralRecognizer> network_;
    Effort effort_;
    Ocr ocr_;
};

}  // namespace sourcereel::text
