#include "text/network_reading.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
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

/// Glyphs of an account name, so many that the first of them cannot be chance.
constexpr std::ptrdiff_t kTelling = 3;

/// What a wider picture of the same line shows behind (or before) the glyphs known: they are repeated, but
/// for one at the cut, and what comes to them is sure and belongs to the same word.
std::optional<std::vector<Glyph>> extended(const std::vector<Glyph>& known, const std::vector<Glyph>& wide) {
    constexpr double kEachSure = 0.5;
    constexpr double kTogetherSure = 0.75;
    const auto same = [](const Glyph& a, const Glyph& b) { return a.text == b.text; };
    // Without the last glyph: it may be half a letter.
    const auto kept = known.begin() + std::max(kTelling, std::ssize(known) - 1);
    if (std::ssize(known) < kTelling || wide.size() <= known.size()) return std::nullopt;
    const auto found = std::search(wide.begin(), wide.end(), known.begin(), kept, same);
    if (found == wide.end() || (found != wide.begin() && known.front().text == "@")) return std::nullopt;
    auto last = found + (kept - known.begin());
    double sum = 0;
    const auto first_new = last;
    while (last != wide.end() && last->confidence >= kEachSure && last->space_before < 0.9)
        sum += (last++)->confidence;
    const auto added = last - first_new;
    if (last - found <= std::ssize(known) || sum < kTogetherSure * static_cast<double>(added))
        return std::nullopt;
    return std::vector<Glyph>(found, last);
}

}  // namespace

std::vector<NetworkReading> read_by_network(const LineTrack& line, NeuralRecognizer& recognizer) {
    const NetworkPictures pictures = network_pictures(line, line.box);
    std::vector<std::vector<Glyph>> all;
    std::vector<bool> of_strokes;
    std::vector<NetworkReading> readings;
    for (const cv::Mat& picture : {pictures.mean, pictures.strokes}) {
        std::vector<Glyph> glyphs = recognizer.read(picture);
        if (glyphs.empty()) continue;
        readings.push_back(as_reading(glyphs));
        all.push_back(std::move(glyphs));
        of_strokes.push_back(picture.data == pictures.strokes.data);
        if (line.agreement >= kOpaque && readings.front().confidence >= kSure) break;
    }
    // Detectors lose the ends of faint names where the ground is bright or busy: the surer of the two
    // pictures is read once more, wider.
    const auto best = std::max_element(readings.begin(), readings.end(), [](const auto& a, const auto& b) {
        return a.confidence < b.confidence;
    });
    const auto i = static_cast<std::size_t>(best - readings.begin());
    if (best != readings.end() && all[i].front().text == "@" && line.reach.width > line.box.width) {
        const NetworkPictures wider = network_pictures(line, line.reach);
        if (const auto longer = extended(all[i], recognizer.read(of_strokes[i] ? wider.strokes : wider.mean)))
            *best = as_reading(*longer);
    }
    std::stable_sort(readings.begin(), readings.end(), [](const NetworkReading& a, const NetworkReading& b) {
        return a.confidence > b.confidence;
    });
    return readings;
}

}  // namespace sourcereel::text
