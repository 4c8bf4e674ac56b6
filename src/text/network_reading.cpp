#include "text/network_reading.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text/reading_pictures.h"
#include "unicode/fold.h"

namespace sourcereel::text {
namespace {

constexpr double kOpaque = 0.8;  ///< Agreement of single samples above which nothing shines through.
constexpr double kSure = 0.95;

bool is_ideograph(const std::string& character) {
    const std::u32string points = unicode::code_points(character);
    return !points.empty() &&
           ((points[0] >= 0x2E80 && points[0] <= 0x9FFF) || (points[0] >= 0xF900 && points[0] <= 0xFAFF));
}

/// Between the words of a line a space is seldom the likeliest class, but its probability rises from below
/// .001 to above .1. An account name has none inside, so there it must be likelier than not.
bool is_space(const Glyph& before, const Glyph& glyph, bool account_name) {
    if (before.text == "@" || (is_ideograph(before.text) && is_ideograph(glyph.text))) return false;
    if (account_name && (before.text == "_" || glyph.text == "_")) return false;
    return glyph.space_before > (account_name ? 0.9 : 0.1);
}

NetworkReading as_reading(const std::vector<Glyph>& glyphs) {
    NetworkReading reading;
    const bool account_name = !glyphs.empty() && glyphs.front().text == "@";
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (i > 0 && is_space(glyphs[i - 1], glyphs[i], account_name)) reading.text += ' ';
        reading.text += glyphs[i].text;
        reading.confidence += glyphs[i].confidence / static_cast<double>(glyphs.size());
    }
    return reading;
}

}  // namespace

std::vector<NetworkReading> read_by_network(const LineTrack& line, NeuralRecognizer& recognizer) {
    const NetworkPictures pictures = network_pictures(line);
    std::vector<NetworkReading> readings;
    for (const cv::Mat& picture : {pictures.mean, pictures.strokes}) {
        NetworkReading reading = as_reading(recognizer.read(picture));
        if (!reading.text.empty()) readings.push_back(std::move(reading));
        if (line.agreement >= kOpaque && !readings.empty() && readings.front().confidence >= kSure) break;
    }
    std::stable_sort(readings.begin(), readings.end(), [](const NetworkReading& a, const NetworkReading& b) {
        return a.confidence > b.confidence;
    });
    return readings;
}

}  // namespace sourcereel::text
