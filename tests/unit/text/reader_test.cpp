#include "text/text_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "core/error.h"
#include "drawn_video.h"

namespace sourcereel::text {
namespace {

const cv::Size kPicture{960, 540};

std::vector<TextTrack> read(int frames, const std::function<void(cv::Mat&, int)>& draw) {
    TextOptions options;
    options.languages = {"eng"};
    TextReader reader(options);
    for (int n = 0; n < frames; ++n) {
        cv::Mat picture = drifting_clouds(kPicture, n);
        draw(picture, n);
        reader.push(as_frame(picture, n));
    }
    return reader.finish({frames, kFrameTime}, frames);
}

const TextTrack* find(const std::vector<TextTrack>& tracks, const std::string& text) {
    const auto found = std::find_if(tracks.begin(), tracks.end(),
                                    [&](const TextTrack& track) { return track.text == text; });
    return found == tracks.end() ? nullptr : &*found;
}

/// What was read, for the message of a failing test.
std::string all_of(const std::vector<TextTrack>& tracks) {
    std::string all;
    for (const auto& track : tracks) all += "[" + track.text + "] ";
    return all;
}

TEST(TextReader, ReadsATranslucentMarkOverMovingPicturesForItsWholeTime) {
    const auto tracks = read(200, [](cv::Mat& picture, int) {
        lay_over(picture, "@harbourwatch", {600, 80}, 1.0, 0.5);
    });
    const TextTrack* mark = find(tracks, "@harbourwatch");
    ASSERT_NE(mark, nullptr) << all_of(tracks);
    EXPECT_EQ(mark->range.begin.seconds(), 0.0);
    EXPECT_NEAR(mark->range.end.seconds(), 8.0, 0.5);
    EXPECT_GT(overlap(mark->box, {600, 52, 250, 36}), 0.4);
    EXPECT_EQ(mark->script, "Latin");
    EXPECT_FALSE(mark->readings.empty());
    EXPECT_LE(mark->frames_seen, mark->frames_examined);
}

TEST(TextReader, TellsTwoCaptionsInOnePlaceApartAndTimesThem) {
    const auto tracks = read(150, [](cv::Mat& picture, int n) {
        if (n >= 20 && n < 70) lay_over(picture, "Somebody was on deck", {200, 480}, 1.3, 1.0);
        if (n >= 80 && n < 130) lay_over(picture, "Nobody was on board", {220, 480}, 1.3, 1.0);
    });
    const TextTrack* first = find(tracks, "Somebody was on deck");
    const TextTrack* second = find(tracks, "Nobody was on board");
    ASSERT_NE(first, nullptr) << all_of(tracks);
    ASSERT_NE(second, nullptr) << all_of(tracks);
    EXPECT_NEAR(first->range.begin.seconds(), 0.8, 0.2);
    EXPECT_NEAR(first->range.end.seconds(), 2.8, 0.2);
    EXPECT_NEAR(second->range.begin.seconds(), 3.2, 0.2);
    EXPECT_NEAR(second->range.end.seconds(), 5.2, 0.2);
}

TEST(TextReader, CaptionsThatFollowEachOtherHideNoneOfTheNext) {
    // Long enough for their mean to look like a faint mark: 9 s without a pause.
    const std::vector<std::string> captions{"Somebody was on deck",        "Nobody had seen the ship",
                                            "The last train was late",     "Her brother told a story",
                                            "They never asked the reason", "The sailors sang at night"};
    constexpr int kEach = 38;
    const int frames = kEach * static_cast<int>(captions.size());
    const auto tracks = read(frames, [&](cv::Mat& picture, int n) {
        lay_over(picture, captions[static_cast<std::size_t>(n / kEach)], {200, 480}, 1.3, 1.0);
    });
    for (std::size_t i = 0; i < captions.size(); ++i) {
        const TextTrack* caption = find(tracks, captions[i]);
        ASSERT_NE(caption, nullptr) << captions[i] << " in " << all_of(tracks);
        EXPECT_NEAR(caption->range.begin.seconds(), static_cast<double>(i) * kEach / 25, 0.2);
        EXPECT_NEAR(caption->range.duration_seconds(), kEach / 25.0, 0.3);
    }
    EXPECT_EQ(tracks.size(), captions.size()) << all_of(tracks);
}

TEST(TextReader, ReadsDarkLettersOnALightStrapAsOneTextOfTwoLines) {
    const auto tracks = read(100, [](cv::Mat& picture, int) {
        cv::rectangle(picture, {60, 400, 720, 110}, cv::Scalar(235), cv::FILLED);
        lay_over(picture, "Storm closes the harbour", {90, 445}, 1.2, 1.0, 10);
        lay_over(picture, "Sailors wait outside", {90, 492}, 1.2, 1.0, 10);
    });
    EXPECT_NE(find(tracks, "Storm closes the harbour\nSailors wait outside"), nullptr) << all_of(tracks);
}

TEST(TextReader, FindsNothingWhereNothingIsWritten) {
    EXPECT_TRUE(read(100, [](cv::Mat&, int) {}).empty());
}

TEST(TextReader, AVideoOfOneFrameOrNoneIsNoProblem) {
    EXPECT_NO_THROW(read(1, [](cv::Mat&, int) {}));
    EXPECT_TRUE(read(0, [](cv::Mat&, int) {}).empty());
}

TEST(TextReader, TinyPicturesAreNoProblem) {
    TextOptions options;
    options.languages = {"eng"};
    for (const cv::Size size : {cv::Size{1, 1}, cv::Size{16, 2}, cv::Size{3, 200}}) {
        TextReader reader(options);
        for (int n = 0; n < 40; ++n) reader.push(as_frame(cv::Mat(size, CV_8UC1, cv::Scalar(n * 5)), n));
        EXPECT_TRUE(reader.finish({40, kFrameTime}, 40).empty());
    }
}

TEST(TextReader, ItsSettingsSayThatThereAreNoModels) {
    TextOptions options;
    options.languages = {"eng"};
    EXPECT_THAT(settings_of(options), testing::HasSubstr("models=none"));
    options.models = "/nowhere/at/all";
    EXPECT_THAT(settings_of(options), testing::HasSubstr("models=none"));
}

TEST(TextReader, ALanguageThatIsNotInstalledIsNamed) {
    TextOptions options;
    options.languages = {"xyz"};
    try {
        TextReader reader(options);
        FAIL() << "a language that does not exist was accepted";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::not_found);
        EXPECT_THAT(error.what(), testing::HasSubstr("xyz"));
    }
}

TEST(TextReader, ItsSettingsTellEffortAndRate) {
    TextOptions options;
    options.languages = {"eng"};
    EXPECT_THAT(settings_of(options), testing::HasSubstr("effort=default rate=5 "));
    options.effort = Effort::fast;
    EXPECT_THAT(settings_of(options), testing::HasSubstr("effort=fast rate=2.5 "));
}

}  // namespace
}  // namespace sourcereel::text
