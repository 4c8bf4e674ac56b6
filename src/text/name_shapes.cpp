#include "text/name_shapes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <opencv2/imgproc.hpp>

namespace sourcereel::text {
namespace {

constexpr int kHeight_px = 96;  ///< A pixel is then a hundredth of the line.
constexpr int kDark = 128;
constexpr double kTwoUnderscores = 1.08;  ///< Width of a bar over the height of capitals,
constexpr double kThreeUnderscores = 1.95;
constexpr double kLower = 0.85;    ///< Height of a ring over that of capitals.
constexpr double kCapital = 1.37;  ///< Height of capitals over that of letters like x: 1.33 to 1.45.
constexpr double kNarrow = 1.20;   ///< Width of a ring over that of letters like n.
constexpr double kWide = 1.32;
constexpr double kNarrowAlone = 0.80;  ///< Over its height, where there are none.
constexpr double kWideAlone = 0.88;
constexpr double kBar = 0.3;  ///< Height of an underscore over that of capitals, at most.

/// A connected piece of ink.
struct Ink {
    cv::Rect box;
    bool ring = false;  ///< Has one hole, which takes up a good part of it.
};

std::vector<Ink> inks_of(const cv::Mat& strokes) {
    constexpr double kLeastHole = 0.12;
    constexpr double kSpeck_px = 20;
    const double scale = static_cast<double>(kHeight_px) / strokes.rows;
    cv::Mat large, ink;
    cv::resize(strokes, large, {}, scale, scale, cv::INTER_CUBIC);
    cv::compare(large, kDark, ink, cv::CMP_LT);
    std::vector<std::vector<cv::Point>> contours;
    std::vector<cv::Vec4i> tree;  // next, previous, first child, parent
    cv::findContours(ink, contours, tree, cv::RETR_CCOMP, cv::CHAIN_APPROX_NONE);
    std::vector<Ink> inks;
    for (std::size_t i = 0; i < contours.size(); ++i) {
        if (tree[i][3] >= 0 || cv::contourArea(contours[i]) < kSpeck_px) continue;
        Ink piece{cv::boundingRect(contours[i])};
        int holes = 0;
        double hole_px = 0;
        for (int child = tree[i][2]; child >= 0; child = tree[static_cast<std::size_t>(child)][0]) {
            const double area = cv::contourArea(contours[static_cast<std::size_t>(child)]);
            holes += area >= kSpeck_px;
            hole_px += area;
        }
        piece.ring = holes == 1 && hole_px >= kLeastHole * piece.box.area();
        inks.push_back(piece);
    }
    return inks;
}

/// The ink at a glyph's place; nothing where it is shared with another glyph or none is there.
std::vector<std::optional<Ink>> assigned(const std::vector<Glyph>& name, const std::vector<Ink>& inks,
                                         int width_px) {
    const double step = name.size() > 1 ? (name.back().position - name.front().position) * width_px /
                                              static_cast<double>(name.size() - 1)
                                        : kHeight_px;
    std::vector<std::optional<std::size_t>> nearest(name.size());
    std::vector<int> owners(inks.size(), 0);
    for (std::size_t i = 0; i < name.size(); ++i) {
        const double x = name[i].position * width_px;
        double best = 0.6 * step;
        for (std::size_t k = 0; k < inks.size(); ++k) {
            const double off = std::abs(inks[k].box.x + 0.5 * inks[k].box.width - x);
            const double tall = name[i].text == "_" ? 0 : kHeight_px / 5.0;
            if (inks[k].box.height < tall || off >= best) continue;
            best = off;
            nearest[i] = k;
        }
        if (nearest[i]) ++owners[*nearest[i]];
    }
    std::vector<std::optional<Ink>> result(name.size());
    for (std::size_t i = 0; i < name.size(); ++i)
        if (nearest[i] && owners[*nearest[i]] == 1) result[i] = inks[*nearest[i]];
    return result;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Where the letters stand, how high capitals and how wide letters like n are, in pixels.
struct Lines {
    double baseline = 0;
    double capital = 0;
    std::optional<double> width;
};
/// Nothing where too few letters are seen.
std::optional<Lines> lines_of(const std::vector<Glyph>& name, const std::vector<std::optional<Ink>>& inks) {
    constexpr std::string_view kCapitals = "ABDEFHKLMNPRTUVWXYZbdhkl1234567";
    constexpr std::string_view kLikeX = "acemnorsuvwxz";
    constexpr std::string_view kLikeN = "abdeghnpqu";
    constexpr std::size_t kFewest = 2;
    std::vector<double> bottoms, capitals, small, widths;
    const auto is_in = [](const std::string& letter, std::string_view letters) {
        return letter.size() == 1 && letters.find(letter) != std::string_view::npos;
    };
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (!inks[i]) continue;
        const bool capital = is_in(name[i].text, kCapitals);
        const bool like_x = is_in(name[i].text, kLikeX);
        if (capital || like_x) bottoms.push_back(inks[i]->box.br().y);
        if (capital) capitals.push_back(inks[i]->box.height);
        if (like_x) small.push_back(inks[i]->box.height);
        if (is_in(name[i].text, kLikeN)) widths.push_back(inks[i]->box.width);
    }
    Lines lines;
    if (small.size() >= kFewest) {
        lines.capital = kCapital * median(small);
    } else if (capitals.size() >= kFewest) {
        lines.capital = median(capitals);
    } else {
        return std::nullopt;
    }
    lines.baseline = median(bottoms);
    if (widths.size() >= kFewest) lines.width = median(widths);
    return lines.capital > kHeight_px / 4.0 ? std::optional(lines) : std::nullopt;
}

void correct_ring(Glyph& glyph, const Ink& ink, const Lines& lines) {
    if (!ink.ring || std::abs(ink.box.br().y - lines.baseline) > 0.15 * lines.capital) return;
    const double height = ink.box.height / lines.capital;
    const double width = ink.box.width / lines.width.value_or(ink.box.height);
    if (height < kLower) {
        glyph.text = "o";
    } else if (width < (lines.width ? kNarrow : kNarrowAlone)) {
        glyph.text = "0";
    } else if (width > (lines.width ? kWide : kWideAlone)) {
        glyph.text = "O";
    }
}

int underscores_in(const Ink& ink, const Lines& lines) {
    const bool bar =
        ink.box.height < kBar * lines.capital && ink.box.y > lines.baseline - 0.1 * lines.capital;
    const double width = ink.box.width / lines.capital;
    return !bar ? 1 : width < kTwoUnderscores ? 1 : width < kThreeUnderscores ? 2 : 3;
}

}  // namespace

void drop_rules(std::vector<Glyph>& line, const cv::Mat& strokes) {
    constexpr std::string_view kLikeRule = "Il|1![]";
    constexpr double kTaller = 1.15;  ///< Than the other letters.
    constexpr std::size_t kFewest = 3;
    const auto like_rule = [&](const Glyph& glyph) {
        return glyph.text.size() == 1 && kLikeRule.find(glyph.text) != std::string_view::npos;
    };
    if (line.size() < kFewest || strokes.empty() || !(like_rule(line.front()) || like_rule(line.back())))
        return;
    const int width_px = strokes.cols * kHeight_px / strokes.rows;
    const auto inks = assigned(line, inks_of(strokes), width_px);
    std::vector<double> heights;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (inks[i] && !like_rule(line[i])) heights.push_back(inks[i]->box.height);
    if (heights.empty()) return;
    const double letter = median(heights);
    const auto is_rule = [&](std::size_t i) {
        if (!inks[i] || !like_rule(line[i])) return false;
        const cv::Rect& box = inks[i]->box;
        return 4 * box.width < box.height && box.height > kTaller * letter &&
               (box.y <= 2 || box.br().y >= kHeight_px - 2);
    };
    if (is_rule(line.size() - 1)) line.pop_back();
    if (is_rule(0)) {
        line.erase(line.begin());
        line.front().space_before = 0;
    }
}

void correct_by_shape(std::vector<Glyph>& name, const cv::Mat& strokes) {
    const auto is_ring = [](const Glyph& glyph) {
        return glyph.text == "O" || glyph.text == "o" || glyph.text == "0";
    };
    const bool doubtful = std::any_of(
        name.begin(), name.end(), [&](const Glyph& glyph) { return is_ring(glyph) || glyph.text == "_"; });
    if (!doubtful || strokes.empty()) return;
    const int width_px = strokes.cols * kHeight_px / strokes.rows;
    const auto inks = assigned(name, inks_of(strokes), width_px);
    const auto lines = lines_of(name, inks);
    if (!lines) return;
    std::vector<Glyph> corrected;
    for (std::size_t i = 0; i < name.size(); ++i) {
        Glyph glyph = name[i];
        int count = 1;
        if (inks[i] && is_ring(glyph)) correct_ring(glyph, *inks[i], *lines);
        if (inks[i] && glyph.text == "_") count = underscores_in(*inks[i], *lines);
        for (; count > 0; --count) corrected.push_back(glyph);
    }
    name = std::move(corrected);
}

}  // namespace sourcereel::text
