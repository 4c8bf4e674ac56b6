#include "text/line_reader.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text/languages.h"
#include "text/plausibility.h"
#include "text/reading_pictures.h"

namespace sourcereel::text {
namespace {

constexpr double kSure = 0.90;       ///< Above: no other language or picture is asked.
constexpr double kDoubtful = 0.80;   ///< Below: the letters may have the other polarity.
constexpr double kSurelyText = 0.9;  ///< Likeness of a line that deserves the second look.
constexpr double kHopeless = 0.45;   ///< Below in every language: no second picture is tried.

bool better(const LineReader::Candidate& a, const LineReader::Candidate& b) {
    return plausible_confidence(a.result.text, a.result.confidence, a.language) >
           plausible_confidence(b.result.text, b.result.confidence, b.language);
}

}  // namespace

LineReader::LineReader(std::vector<std::string> languages) : languages_(std::move(languages)) {}

std::vector<std::string> LineReader::in_order() const {
    std::vector<std::string> order = languages_;
    std::stable_sort(order.begin(), order.end(), [&](const std::string& a, const std::string& b) {
        const auto count = [&](const std::string& code) {
            const auto found = lines_read_.find(code);
            return found == lines_read_.end() ? 0 : found->second;
        };
        return count(a) > count(b);
    });
    return order;
}

double LineReader::look(const LineTrack& line, Polarity polarity, std::vector<Candidate>& candidates) {
    double best = 0;
    bool first = true;
    for (const cv::Mat& picture : reading_pictures(line, polarity)) {
        if (!std::exchange(first, false) && (best >= kSure || best < kHopeless)) break;
        for (const std::string& language : in_order()) {
            Candidate candidate{language, ocr_.read(picture, language)};
            if (candidate.result.text.empty()) continue;
            best = std::max(
                best, plausible_confidence(candidate.result.text, candidate.result.confidence, language));
            candidates.push_back(std::move(candidate));
            if (best >= kSure) return best;
        }
    }
    return best;
}

std::optional<LineReading> LineReader::read(const LineTrack& line) {
    std::vector<Candidate> candidates;
    double best = look(line, line.polarity, candidates);
    if (best < kDoubtful && line.likeness >= kSurelyText) {
        // Outlined letters may have been found by their outline.
        const auto opposite = line.polarity == Polarity::bright ? Polarity::dark : Polarity::bright;
        best = std::max(best, look(line, opposite, candidates));
    }
    if (candidates.empty()) return std::nullopt;
    std::stable_sort(candidates.begin(), candidates.end(), better);
    const Candidate& chosen = candidates.front();
    if (!is_plausible(chosen.result.text,
                      plausible_confidence(chosen.result.text, chosen.result.confidence, chosen.language)))
        return std::nullopt;
    ++lines_read_[chosen.language];

    LineReading reading{chosen.result.text,
                        chosen.language,
                        chosen.result.confidence,
                        from_reading_picture(line, chosen.result.box),
                        {}};
    for (const auto& candidate : candidates) {
        Reading entry{tesseract_version() + " " + candidate.language, candidate.result.text,
                      candidate.result.confidence};
        const bool repeated = std::any_of(
            reading.readings.begin(), reading.readings.end(),
            [&](const Reading& other) { return other.engine == entry.engine && other.text == entry.text; });
        if (!repeated) reading.readings.push_back(std::move(entry));
    }
    return reading;
}

}  // namespace sourcereel::text
