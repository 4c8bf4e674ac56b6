#include "text/name_shapes.h"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace sourcereel::text {
namespace {

constexpr int kBaseline_px = 60;
constexpr int kCapital_px = 40;
constexpr int kSmall_px = 29;  // like x
constexpr int kStroke_px = 6;

/// Draws a name of simple shapes: boxes without a bottom for letters, rings, bars. What each is in truth:
/// 'H', 'n': letters; 'O', '0', 'o': rings; '_': bars, the second of two joined to the first.
struct Drawing {
    cv::Mat picture{84, 900, CV_8UC1, cv::Scalar(255)};
    std::vector<Glyph> glyphs;
    int x = 20;

    /// Signs as they were read, each with what it is.
    Drawing(std::initializer_list<std::pair<const char*, char>> signs) {
        for (const auto& [seen, truth] : signs) add(seen, truth);
    }
    void add(const std::string& seen, char truth) {
        const int width = truth == 'O' ? 38 : truth == '_' ? 28 : 24;
        const int height = truth == 'n' || truth == 'o' ? kSmall_px : kCapital_px;
        const cv::Scalar ink(0);
        const cv::Point middle{x + width / 2, kBaseline_px - height / 2};
        if (truth == '_') {
            cv::rectangle(picture, {x, kBaseline_px + 8, width, 4}, ink, cv::FILLED);
        } else if (truth == 'O' || truth == '0' || truth == 'o') {
            cv::ellipse(picture, middle, {(width - kStroke_px) / 2, (height - kStroke_px) / 2}, 0, 0, 360,
                        ink, kStroke_px);
        } else {
            cv::rectangle(picture, {x, kBaseline_px - height, kStroke_px, height}, ink, cv::FILLED);
            cv::rectangle(picture, {x + width - kStroke_px, kBaseline_px - height, kStroke_px, height}, ink,
                          cv::FILLED);
            cv::rectangle(picture, {x, kBaseline_px - height / 2, width, kStroke_px}, ink, cv::FILLED);
        }
        if (!seen.empty()) glyphs.push_back({seen, 0.9, 0, static_cast<double>(middle.x) / picture.cols});
        x += width + (truth == '_' ? 0 : 8);
    }
    std::string corrected() {
        correct_by_shape(glyphs, picture);
        std::string text;
        for (const Glyph& glyph : glyphs) text += glyph.text;
        return text;
    }
};

TEST(NameShapes, ZeroCapitalAndSmallOAreToldByHeightAndWidth) {
    Drawing drawing{{"n", 'n'}, {"n", 'n'}, {"o", 'O'}, {"O", '0'}, {"0", 'o'}};
    EXPECT_EQ(drawing.corrected(), "nnO0o");
}

TEST(NameShapes, CapitalsGiveTheHeightWhereThereAreNoSmallLetters) {
    Drawing drawing{{"H", 'H'}, {"H", 'H'}, {"O", '0'}, {"0", 'O'}};
    EXPECT_EQ(drawing.corrected(), "HH0O");
}

TEST(NameShapes, JoinedUnderscoresAreCounted) {
    Drawing drawing{{"n", 'n'}, {"n", 'n'}, {"_", '_'}, {"", '_'}, {"n", 'n'}};
    EXPECT_EQ(drawing.corrected(), "nn__n");
}

TEST(NameShapes, OneUnderscoreStaysOne) {
    Drawing drawing{{"n", 'n'}, {"n", 'n'}, {"_", '_'}};
    drawing.x += 8;
    drawing.add("n", 'n');
    EXPECT_EQ(drawing.corrected(), "nn_n");
}

TEST(NameShapes, ARuleBesideTheTextIsNoLetter) {
    Drawing drawing{};
    cv::rectangle(drawing.picture, {8, 0, 5, kBaseline_px}, cv::Scalar(0), cv::FILLED);
    drawing.glyphs.push_back({"I", 0.9, 0, 10.0 / drawing.picture.cols});
    drawing.add("H", 'H');
    drawing.add("H", 'H');
    drawing.glyphs[1].space_before = 0.5;
    drop_rules(drawing.glyphs, drawing.picture);
    ASSERT_EQ(drawing.glyphs.size(), 2u);
    EXPECT_EQ(drawing.glyphs.front().text, "H");
    EXPECT_EQ(drawing.glyphs.front().space_before, 0);
}

TEST(NameShapes, ALetterThatLooksLikeARuleStays) {
    Drawing drawing{};
    cv::rectangle(drawing.picture, {8, kBaseline_px - kCapital_px, 5, kCapital_px}, cv::Scalar(0),
                  cv::FILLED);
    drawing.glyphs.push_back({"I", 0.9, 0, 10.0 / drawing.picture.cols});
    drawing.add("H", 'H');
    drawing.add("H", 'H');
    drop_rules(drawing.glyphs, drawing.picture);
    EXPECT_EQ(drawing.glyphs.size(), 3u);
}

TEST(NameShapes, WhatIsNotSeenStays) {
    Drawing drawing{{"o", 'O'}};  // nothing to compare it with
    EXPECT_EQ(drawing.corrected(), "o");
    std::vector<Glyph> name{{"n", 1, 0, 0.2}, {"0", 1, 0, 0.5}, {"n", 1, 0, 0.8}};
    correct_by_shape(name, cv::Mat(40, 200, CV_8UC1, cv::Scalar(255)));
    EXPECT_EQ(name[1].text, "0");
    correct_by_shape(name, cv::Mat());
    EXPECT_EQ(name[1].text, "0");
}

}  // namespace
}  // namespace sourcereel::text
