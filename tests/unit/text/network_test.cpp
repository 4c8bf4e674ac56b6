#include <gtest/gtest.h>

#include <algorithm>

#include "drawn_video.h"
#include "installed_models.h"
#include "text/network_reading.h"
#include "text/neural_detector.h"
#include "text/neural_regions.h"
#include "text/text_reader.h"

namespace sourcereel::text {
namespace {

class Network : public ::testing::Test {
protected:
    void SetUp() override {
        if (models_declined()) GTEST_SKIP() << "the models are asked to be left out";
        models_ = installed_models();
        ASSERT_TRUE(models_) << "no models in " << models_folder() << "; tools/dev/models.sh installs them";
    }
    std::optional<ModelFiles> models_;
};

cv::Mat ground(const cv::Size& size) {
    return cv::Mat(size, CV_8UC1, cv::Scalar(90));
}

double overlap_of(const cv::Rect& a, const cv::Rect& b) {
    const double common = (a & b).area();
    return common / (a.area() + b.area() - common);
}

TEST_F(Network, FindsALineInEverySizeOfPicture) {
    // OpenCV 4.6 fails silently when one network is given a second size: all sizes in one detector.
    NeuralDetector detector(models_->detector);
    for (const cv::Size& size :
         {cv::Size{1280, 720}, cv::Size{720, 1280}, cv::Size{960, 540}, cv::Size{1280, 720}}) {
        cv::Mat picture = ground(size);
        lay_over(picture, "Harbour closed", {100, 400}, 1.5, 1.0);
        const auto lines = detector.detect(picture, 352);
        ASSERT_EQ(lines.size(), 1u) << size;
        EXPECT_GT(overlap_of(lines[0].box, {100, 366, 400, 44}), 0.6) << size << lines[0].box;
    }
}

TEST_F(Network, FindsNothingInAPlainPictureAndOnABar) {
    NeuralDetector detector(models_->detector);
    cv::Mat picture = ground({1280, 720});
    EXPECT_TRUE(detector.detect(picture, 352).empty());
    cv::rectangle(picture, {0, 600, 1280, 60}, cv::Scalar(240), cv::FILLED);
    EXPECT_TRUE(detector.detect(picture, 352).empty());
}

TEST_F(Network, TellsThePolarityOfTheLetters) {
    NeuralRegions regions(models_->detector, 352);
    for (const int brightness : {255, 0}) {
        cv::Mat picture = ground({1280, 720});
        cv::rectangle(picture, {60, 350, 520, 80}, cv::Scalar(brightness > 128 ? 30 : 230), cv::FILLED);
        lay_over(picture, "Harbour closed", {100, 400}, 1.5, 1.0, brightness);
        const auto found = regions.captions({picture, picture, picture});
        ASSERT_EQ(found.size(), 1u);
        EXPECT_EQ(found[0].polarity, brightness > 128 ? Polarity::bright : Polarity::dark);
    }
}

TEST_F(Network, FindsMarksOfBothPolaritiesInOnePictureOrTwo) {
    cv::Mat mean = ground({1280, 720});
    lay_over(mean, "@quay_watch", {100, 200}, 1.0, 0.4);
    lay_over(mean, "@harbour_eye", {100, 500}, 1.0, 0.4, 0);
    for (const MarkPictures pictures : {MarkPictures::one_each, MarkPictures::one}) {
        NeuralRegions regions(models_->detector, 352, pictures);
        auto found = regions.marks(mean, true);
        ASSERT_EQ(found.size(), 2u);
        std::sort(found.begin(), found.end(),
                  [](const Region& a, const Region& b) { return a.box.y < b.box.y; });
        EXPECT_EQ(found[0].polarity, Polarity::bright);
        EXPECT_EQ(found[1].polarity, Polarity::dark);
    }
}

TEST_F(Network, ReadsWordsWithTheirSpacesInLinesOfAnyLength) {
    NeuralRecognizer recognizer(models_->recognizers, models_->keys);
    for (const std::string& words : {std::string("Storm"), std::string("Storm closes the harbour"),
                                     std::string("The ferry to the islands left the port before noon with "
                                                 "forty people on board, officials said")}) {
        cv::Mat picture = ground({static_cast<int>(words.size()) * 26 + 40, 60});
        lay_over(picture, words, {20, 42}, 1.2, 1.0);
        int baseline = 0;
        const cv::Size size = cv::getTextSize(words, cv::FONT_HERSHEY_DUPLEX, 1.2, 2, &baseline);
        LineTrack line;
        line.box = cv::Rect{18, 10, size.width + 4, 42};
        line.agreement = 1.0;
        line.fusion = Fusion(cv::Rect{{}, picture.size()});
        line.fusion.add(picture);
        const auto readings = read_by_network(line, recognizer);
        ASSERT_FALSE(readings.empty());
        EXPECT_EQ(readings.front().text, words);
        EXPECT_GT(readings.front().confidence, 0.9);
    }
}

TEST_F(Network, ReadsTheWholeOfANameOfWhichTwoLettersWereFound) {
    NeuralRecognizer recognizer(models_->recognizers, models_->keys);
    cv::Mat picture = ground({480, 60});
    lay_over(picture, "@harbourwatch", {20, 42}, 1.0, 0.4);
    lay_over(picture, "Geneva", {340, 42}, 1.0, 0.4);
    LineTrack line;
    line.fusion = Fusion(cv::Rect{{}, picture.size()});
    line.fusion.add(picture);
    line.box = cv::Rect{18, 14, 50, 34};
    line.reach = cv::Rect{0, 14, picture.cols, 34};
    line.agreement = 0.4;
    const auto readings = read_by_network(line, recognizer);
    ASSERT_FALSE(readings.empty());
    EXPECT_EQ(readings.front().text, "@harbourwatch");
    EXPECT_GT(overlap_of(readings.front().box, {20, 14, 250, 34}), 0.85) << readings.front().box;
}

std::vector<TextTrack> read(const cv::Size& size, int frames,
                            const std::function<void(cv::Mat&, int)>& draw) {
    TextOptions options;
    options.models = models_folder();
    TextReader reader(options);
    for (int n = 0; n < frames; ++n) {
        cv::Mat picture = drifting_clouds(size, n);
        draw(picture, n);
        reader.push(as_frame(picture, n));
    }
    return reader.finish({frames, kFrameTime}, frames);
}

std::string all_of(const std::vector<TextTrack>& tracks) {
    std::string all;
    for (const auto& track : tracks) all += "[" + track.text + "] ";
    return all;
}

TEST_F(Network, ReadsAFaintMarkAndACaptionThatComesAndGoes) {
    const auto tracks = read({960, 540}, 200, [](cv::Mat& picture, int n) {
        lay_over(picture, "@harbourwatch", {600, 80}, 1.0, 0.3);
        if (n >= 52 && n < 113) lay_over(picture, "Nobody was on board", {220, 480}, 1.3, 1.0);
    });
    ASSERT_EQ(tracks.size(), 2u) << all_of(tracks);
    EXPECT_EQ(tracks[0].text, "@harbourwatch");
    EXPECT_EQ(tracks[0].range.begin.seconds(), 0.0);
    EXPECT_EQ(tracks[0].range.end.seconds(), 8.0);
    EXPECT_EQ(tracks[1].text, "Nobody was on board");
    EXPECT_EQ(tracks[1].begin_frame, 52);
    EXPECT_EQ(tracks[1].range.begin, (Timestamp{52, kFrameTime}));
    EXPECT_EQ(tracks[1].end_frame, 113);
    EXPECT_EQ(tracks[1].range.end, (Timestamp{113, kFrameTime}));
}

TEST_F(Network, WordsShownOneByOneAreFoundThoughEachStandsForOneSample) {
    const std::vector<std::string> words = {"Nobody", "knew", "where", "she", "went", "that", "night"};
    constexpr int kFirst = 50, kEach = 5;  // pictures; 5 of them lie between two samples
    constexpr int kLead = 15;              // the first word stands longer: no other stood there before it
    const auto tracks = read({960, 540}, 200, [&](cv::Mat& picture, int n) {
        const int word = n < kFirst + kLead ? 0 : 1 + (n - kFirst - kLead) / kEach;
        if (n < kFirst || word >= static_cast<int>(words.size())) return;
        const std::string& text = words[static_cast<std::size_t>(word)];
        const int width = cv::getTextSize(text, cv::FONT_HERSHEY_DUPLEX, 1.5, 2, nullptr).width;
        lay_over(picture, text, {480 - width / 2, 420}, 1.5, 1.0);
    });
    ASSERT_EQ(tracks.size(), 1u) << all_of(tracks);
    EXPECT_EQ(tracks[0].text, "Nobody knew where she went that night");
    EXPECT_EQ(tracks[0].words.size(), words.size());
}

TEST_F(Network, WordsThatMoveWithTheSceneAreNoCaptions) {
    const auto tracks = read({960, 540}, 150, [](cv::Mat& picture, int n) {
        lay_over(picture, "Baker and Sons", {40 + n * 3, 300}, 1.3, 1.0);
    });
    EXPECT_TRUE(tracks.empty()) << all_of(tracks);
}

TEST_F(Network, ItsSettingsNameTheModels) {
    TextOptions options;
    options.models = models_folder();
    EXPECT_NE(settings_of(options).find("models=" + models_->version), std::string::npos);
}

}  // namespace
}  // namespace sourcereel::text
