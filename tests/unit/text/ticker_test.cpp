#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "drawn_video.h"
#include "text/panorama.h"
#include "text/sampler.h"
#include "text/text_reader.h"
#include "text/ticker_finder.h"
#include "text/ticker_text.h"
#include "text/ticker_tracker.h"

namespace sourcereel::text {
namespace {

const cv::Size kPicture{1280, 720};
const std::string kNews = "Ferry aground off Skagen, nobody hurt  +  Harbour strike ends after nine days";

/// A dark strip at the bottom through which `words` run, `speed` px a frame to the left, from the right edge.
void lay_ticker(cv::Mat& picture, const std::string& words, int n, double speed) {
    cv::Mat strip = picture(cv::Rect{0, 660, 1280, 44});
    strip.setTo(30);
    cv::putText(strip, words, {static_cast<int>(1280 - speed * n), 32}, cv::FONT_HERSHEY_DUPLEX, 1.0,
                cv::Scalar(235), 2, cv::LINE_AA);
}

/// What TickerTracker makes of a video of `frames` pictures.
std::vector<TickerTrack> tickers_in(int frames, const std::function<void(cv::Mat&, int)>& draw,
                                    const std::function<cv::Mat(int)>& ground) {
    Sampler sampler(5.0);
    SampleWindow window;
    TickerTracker tracker;
    std::vector<TickerTrack> all;
    for (int n = 0; n < frames; ++n) {
        cv::Mat picture = ground(n);
        draw(picture, n);
        auto sample = sampler.push(as_frame(picture, n));
        if (!sample) continue;
        window.push(std::move(*sample));
        for (TickerTrack& track : tracker.push(window)) all.push_back(std::move(track));
    }
    for (TickerTrack& track : tracker.finish({{frames, kFrameTime}, frames})) all.push_back(std::move(track));
    return all;
}

cv::Mat clouds(int n) {
    return drifting_clouds(kPicture, n);
}

TEST(TickerFinder, SeesTheRowsThatRunAndHowFar) {
    cv::Mat before = drifting_clouds(kPicture, 0);
    cv::Mat now = drifting_clouds(kPicture, 0);
    lay_ticker(before, kNews, 150, 5);
    lay_ticker(now, kNews, 155, 5);
    const auto rows = find_running_rows(before, now);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_NEAR(rows[0].shift, -25, 0.5);
    EXPECT_GE(rows[0].top, 656);
    EXPECT_LE(rows[0].bottom, 704);
}

TEST(TickerFinder, SeesNoneBeforeAPanningCamera) {
    const cv::Mat wide = drifting_clouds({1400, 720}, 0);
    cv::Mat before = wide(cv::Rect{0, 0, 1280, 720}).clone();
    cv::Mat now = wide(cv::Rect{25, 0, 1280, 720}).clone();
    EXPECT_TRUE(find_running_rows(before, now).empty());
}

TEST(TickerTracker, UnrollsTheWholeLine) {
    const auto tickers = tickers_in(
        500, [](cv::Mat& picture, int n) { lay_ticker(picture, kNews, n, 5); }, clouds);
    ASSERT_EQ(tickers.size(), 1u);
    EXPECT_LT(tickers[0].presence.begin.seconds(), 1.6);
    EXPECT_GT(tickers[0].box.width, 1000);
    int width = 0;
    for (const LineTrack& piece : tickers[0].pieces) width += piece.box.width;
    int baseline = 0;
    const int drawn = cv::getTextSize(kNews, cv::FONT_HERSHEY_DUPLEX, 1.0, 2, &baseline).width;
    EXPECT_NEAR(width, drawn, 0.12 * drawn) << "gaps between pieces are not counted";
}

TEST(TickerTracker, ALineThatRunsToTheRightIsShownTheRightWayRound) {
    const auto tickers = tickers_in(
        300,
        [](cv::Mat& picture, int n) {
            cv::Mat strip = picture(cv::Rect{0, 660, 1280, 44});
            strip.setTo(30);
            cv::putText(strip, "LLLLL LLLLL LLLLL LLLLL LLLLL LLLLL LLLLL LLLLL", {n * 5 - 900, 32},
                        cv::FONT_HERSHEY_DUPLEX, 1.0, cv::Scalar(235), 2, cv::LINE_AA);
        },
        clouds);
    ASSERT_EQ(tickers.size(), 1u);
    ASSERT_FALSE(tickers[0].pieces.empty());
    // An L has its stem at the left, so over its foot the left half is the brighter one.
    const LineTrack& piece = tickers[0].pieces.front();
    const cv::Mat word = piece.fusion.mean()(piece.box);
    const cv::Mat upper = word.rowRange(0, word.rows / 2);
    cv::Mat tones;
    cv::reduce(upper, tones, 0, cv::REDUCE_AVG, CV_32F);
    // The last L of the word that comes in first: right of its stem nothing stands for a letter's width.
    int rightmost = tones.cols - 1;
    while (rightmost > 0 && tones.at<float>(rightmost) < 100) --rightmost;
    EXPECT_GT(tones.cols - rightmost, 8);
}

TEST(TickerTracker, WordsThatPassByAreNoTicker) {
    EXPECT_TRUE(tickers_in(
                    200,
                    [](cv::Mat& picture, int n) {
                        lay_over(picture, "Baker and Sons", {900 - n * 4, 300}, 1.3, 1.0);
                    },
                    clouds)
                    .empty());
}

TEST(TickerTracker, AStripThatStandsIsNoTicker) {
    EXPECT_TRUE(tickers_in(
                    150, [](cv::Mat& picture, int) { lay_ticker(picture, kNews, 250, 5); }, clouds)
                    .empty());
}

TEST(TickerText, IsGivenOnceWhereItComesRoundAgain) {
    const std::string once =
        "Ferry aground off Skagen * Harbour strike ends after nine days * Fog closes the airport *";
    EXPECT_EQ(once_round(once + " " + once + " Ferry aground off"), once);
    // A reading of the second round may differ by a letter.
    EXPECT_EQ(once_round(once + " Ferry aqround off Skagen * Harbour strike ends after nine days * Fog"),
              once);
}

TEST(TickerText, WhatStandsAloneBetweenItemsIsABullet) {
    EXPECT_EQ(once_round("ferry late ° 12° at noon · calm sea"), "ferry late • 12° at noon • calm sea");
}

TEST(TickerText, IsLeftWholeWhereOnlySomeWordsComeAgain) {
    const std::string text =
        "Prices rise in the north * Prices rise in the south * Prices rise in the west, says the bank";
    EXPECT_EQ(once_round(text), text);
    EXPECT_EQ(once_round(""), "");
}

TEST(TickerText, ATickerIsOneTrackOfItsKind) {
    TextOptions options;
    options.languages = {"eng"};
    TextReader reader(options);
    for (int n = 0; n < 500; ++n) {
        cv::Mat picture = drifting_clouds(kPicture, n);
        lay_ticker(picture, kNews, n, 5);
        reader.push(as_frame(picture, n));
    }
    const auto tracks = reader.finish({500, kFrameTime}, 500);
    ASSERT_EQ(tracks.size(), 1u);
    EXPECT_EQ(tracks[0].kind, TextKind::ticker);
    EXPECT_NE(tracks[0].text.find("aground off Skagen"), std::string::npos) << tracks[0].text;
    EXPECT_NE(tracks[0].text.find("strike ends"), std::string::npos) << tracks[0].text;
    EXPECT_GT(tracks[0].box.y, 640);
}

}  // namespace
}  // namespace sourcereel::text
