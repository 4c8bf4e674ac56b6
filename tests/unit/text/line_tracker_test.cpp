#include "text/line_tracker.h"

#include <array>
#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "drawn_video.h"

namespace sourcereel::text {
namespace {

const cv::Size kPicture{960, 540};
const cv::Rect kCaptionPlace{200, 440, 520, 50};

/// Takes whatever stands in one place for a line, as the network does: a caption, and a piece of the mean.
class OnePlace final : public RegionDetector {
public:
    double trusted_quantile() const noexcept override { return 0.25; }
    int caption_samples() const noexcept override { return 2; }
    std::vector<Region> captions(const Moment&) override { return {{kCaptionPlace, Polarity::bright, 0.99}}; }
    std::vector<Region> marks(const cv::Mat&, bool) override {
        return {{{kCaptionPlace.x, kCaptionPlace.y, kCaptionPlace.width / 3, kCaptionPlace.height},
                 Polarity::bright,
                 0.99}};
    }
};

/// The lines that were followed in `seconds` of a video at five samples a second.
std::vector<LineTrack> followed(int seconds, const std::function<void(cv::Mat&, int)>& draw) {
    OnePlace detector;
    RecentFrames frames;
    LineTracker tracker(detector, frames);
    std::vector<LineTrack> lines;
    const auto keep = [&](std::vector<LineTrack> ended) {
        for (LineTrack& line : ended) lines.push_back(std::move(line));
    };
    for (int n = 0; n < 25 * seconds; ++n) {
        cv::Mat picture = drifting_clouds(kPicture, n);
        draw(picture, n);
        frames.push(as_frame(picture, n));
        if (n % 5 == 0) keep(tracker.push({{n, kFrameTime}, n, picture}));
    }
    keep(tracker.finish({{25 * seconds, kFrameTime}, 25 * seconds}));
    return lines;
}

TEST(LineTracker, EachOfManyCaptionsInOnePlaceIsFollowedAndTheirMeanIsNot) {
    // Each begins with the same word, which therefore stands in the mean.
    constexpr std::array<const char*, 6> kCaptions{"WHEN MEN MET",  "WHEN SHE SANG", "WHEN RAIN FELL",
                                                   "WHEN IT ENDED", "WHEN DOGS RAN", "WHEN WE LEFT"};
    constexpr int kFirst = 10;  // so that one comes right when the mean is looked at, and is not followed yet
    constexpr int kEach = 45;
    const auto lines = followed(12, [&](cv::Mat& picture, int n) {
        const auto caption = static_cast<std::size_t>((n - kFirst) / kEach);
        if (n >= kFirst && caption < kCaptions.size())
            cv::putText(picture, kCaptions[caption], {205, 480}, cv::FONT_HERSHEY_DUPLEX, 1.5,
                        cv::Scalar(255), 8);
    });
    ASSERT_EQ(lines.size(), kCaptions.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        EXPECT_NEAR(lines[i].presence.begin.seconds(), (kFirst + static_cast<double>(i) * kEach) / 25, 0.2);
        EXPECT_NEAR(lines[i].presence.end.seconds(), (kFirst + static_cast<double>(i + 1) * kEach) / 25, 0.2);
    }
}

TEST(LineTracker, AMarkUnderCaptionsIsStillFollowed) {
    const auto lines = followed(14, [&](cv::Mat& picture, int n) {
        lay_over(picture, "@harbourwatch", {240, 480}, 1.3, 0.35);
        if (n >= 150 && n < 190) lay_over(picture, "Somebody was on deck", {205, 480}, 1.3, 1.0);
    });
    bool whole = false;
    for (const LineTrack& line : lines)
        whole = whole || line.presence.end.seconds() - line.presence.begin.seconds() > 13;
    EXPECT_TRUE(whole);
}

}  // namespace
}  // namespace sourcereel::text
