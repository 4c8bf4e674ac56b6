#include "text/network_reading.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "text/name_shapes.h"
#include "text/reading_pictures.h"
#include "unicode/fold.h"

namespace sourcereel::text {
namespace {

constexpr double kOpaque = 0.8;  ///< Agreement of single samples above which nothing shines through.
constexpr double kSure = 0.95;
constexpr double kGood = 0.9;
constexpr double kDoubtful = 0.8;

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

/// Glyphs of an account name, so many that they cannot be chance.
constexpr std::ptrdiff_t kTelling = 2;

bool is_of_a_name(const Glyph& glyph) {
    const char c = glyph.text.size() == 1 ? glyph.text.front() : '?';
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

/// The account name that a wider picture of the same line shows around the glyphs known: these are repeated,
/// but for one at each cut, and what comes to them is sure and belongs to the same word.
std::optional<std::vector<Glyph>> extended(const std::vector<Glyph>& known, const std::vector<Glyph>& wide) {
    constexpr double kEachSure = 0.6;
    constexpr double kTogetherSure = 0.8;
    constexpr std::string_view kBars = "iIl1|.:";  ///< As an edge in the picture beside the name looks, too.
    if (std::ssize(known) < kTelling || wide.size() <= known.size()) return std::nullopt;
    const auto same = [](const Glyph& a, const Glyph& b) { return a.text == b.text; };
    const bool begun = known.front().text == "@";
    const auto kept_begin = known.begin() + (begun ? 0 : 1);
    const auto kept_end = known.begin() + std::max(kTelling, std::ssize(known) - 1);
    const auto found = std::search(wide.begin(), wide.end(), kept_begin, kept_end, same);
    if (found == wide.end()) return std::nullopt;
    const auto belongs = [&](const Glyph& glyph) {
        return glyph.confidence >= kEachSure && is_of_a_name(glyph);
    };

    auto first = found;
    while (first != wide.begin() && first->text != "@" && first->space_before < 0.9 &&
           (std::prev(first)->text == "@" || belongs(*std::prev(first))))
        --first;
    if (first->text != "@" || (begun && first != found)) return std::nullopt;
    const auto known_end = found + (kept_end - kept_begin);
    auto last = known_end;
    while (last != wide.end() && last->space_before < 0.9 && belongs(*last)) ++last;
    while (last != known_end && std::prev(last)->text == ".") --last;  // no name ends so

    const auto added = (found - first) + (last - known_end);
    if (last - first <= std::ssize(known)) return std::nullopt;
    if (added == 1 && last != known_end && kBars.find(known_end->text) != std::string_view::npos)
        return std::nullopt;
    double sum = 0;
    for (auto glyph = first; glyph != found; ++glyph) sum += glyph->confidence;
    for (auto glyph = known_end; glyph != last; ++glyph) sum += glyph->confidence;
    if (sum < kTogetherSure * static_cast<double>(added)) return std::nullopt;
    return std::vector<Glyph>(first, last);
}

/// What the network may be shown of a line, see reading_pictures.h.
enum class Shown { mean, strokes, levelled, levelled_other };

cv::Mat picture_of(const LineTrack& line, const cv::Rect& box, Shown shown) {
    switch (shown) {
        case Shown::strokes:
            return mean_strokes(line, box);
        case Shown::levelled:
            return levelled_strokes(line, box, line.polarity);
        case Shown::levelled_other:
            return levelled_strokes(line, box, opposite(line.polarity));
        case Shown::mean:
            break;
    }
    return stretched_mean(line, box);
}

struct Look {
    Shown shown = Shown::mean;
    std::vector<Glyph> glyphs;
    NetworkReading reading;
};

/// About where the glyphs stand that were read in `shown`.
cv::Rect box_of(const std::vector<Glyph>& glyphs, const cv::Rect& shown) {
    const double first = shown.x + glyphs.front().position * shown.width;
    const double last = shown.x + glyphs.back().position * shown.width;
    const double half =
        0.5 * (last - first) / static_cast<double>(std::max<std::size_t>(1, glyphs.size() - 1));
    const int left = static_cast<int>(std::lround(first - half));
    const int right = static_cast<int>(std::lround(last + half));
    return cv::Rect{left, shown.y, right - left, shown.height} & shown;
}

/// Detectors lose the ends of faint names where the ground is bright or busy: the surest of the pictures is
/// read once more, wider, and wider again as long as that brings more of the name.
void look_for_ends(const LineTrack& line, NeuralRecognizer& recognizer, Look& surest) {
    constexpr int kStep_heights = 2;
    for (int heights = kStep_heights;
         line.widened(heights).width > line.widened(heights - kStep_heights).width;
         heights += kStep_heights) {
        const cv::Rect wider = line.widened(heights);
        std::vector<Glyph> glyphs = recognizer.read(picture_of(line, wider, surest.shown));
        correct_by_shape(glyphs, mean_strokes(line, wider));
        auto longer = extended(surest.glyphs, glyphs);
        if (!longer) return;
        surest.glyphs = std::move(*longer);
        surest.reading = as_reading(surest.glyphs);
        surest.reading.box = line.box | box_of(surest.glyphs, wider);
    }
}

}  // namespace

std::vector<NetworkReading> read_by_network(const LineTrack& line, NeuralRecognizer& recognizer, bool once) {
    std::vector<Look> looks;
    const cv::Mat strokes = mean_strokes(line, line.box);
    const auto look_at = [&](Shown shown) {
        const cv::Mat picture = picture_of(line, line.box, shown);
        std::vector<Glyph> glyphs = picture.empty() ? std::vector<Glyph>{} : recognizer.read(picture);
        if (glyphs.empty()) return;
        drop_rules(glyphs, strokes);
        if (glyphs.front().text == "@") correct_by_shape(glyphs, strokes);
        NetworkReading reading = as_reading(glyphs);
        reading.box = line.box;
        looks.push_back({shown, std::move(glyphs), std::move(reading)});
    };
    const auto best = [&] {
        return std::max_element(looks.begin(), looks.end(), [](const Look& a, const Look& b) {
            return a.reading.confidence < b.reading.confidence;
        });
    };
    const auto is_read = [&](double confidence) {
        return !looks.empty() && best()->reading.confidence >= confidence;
    };
    const bool faint = may_be_faint(line);

    look_at(Shown::mean);
    const auto enough = [&] { return once && is_read(kGood); };
    // Of 180 opaque captions that it reads with such doubts, none was sure in the strokes: another script.
    const bool is_foreign = !faint && !is_read(kDoubtful);
    if (!enough() && !is_foreign && (line.agreement < kOpaque || !is_read(kSure))) look_at(Shown::strokes);
    if (!once && faint) {
        if (!is_read(kSure)) look_at(Shown::levelled);
        // Faint letters on two grounds may have been found by the gaps between them.
        if (!is_read(kDoubtful)) look_at(Shown::levelled_other);
    }
    if (looks.empty()) return {};

    Look& surest = *best();
    if (!enough() &&
        (surest.glyphs.front().text == "@" || (faint && surest.reading.text.find(' ') == std::string::npos)))
        look_for_ends(line, recognizer, surest);
    std::vector<NetworkReading> readings;
    readings.reserve(looks.size());
    for (Look& look : looks) readings.push_back(std::move(look.reading));
    std::stable_sort(readings.begin(), readings.end(), [](const NetworkReading& a, const NetworkReading& b) {
        return a.confidence > b.confidence;
    });
    return readings;
}

}  // namespace sourcereel::text
