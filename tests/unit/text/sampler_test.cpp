#include "text/sampler.h"

#include <gtest/gtest.h>

#include "drawn_video.h"

namespace sourcereel::text {
namespace {

int samples_of(Sampler& sampler, int frames, TimeBase frame_time) {
    int samples = 0;
    const cv::Mat picture(36, 64, CV_8UC1, cv::Scalar(0));
    for (int n = 0; n < frames; ++n) {
        Frame frame = as_frame(picture, n);
        frame.pts = {n, frame_time};
        samples += sampler.push(frame).has_value();
    }
    return samples;
}

TEST(Sampler, TakesFiveASecondWhateverTheVideosRate) {
    for (const TimeBase rate : {TimeBase{1, 25}, TimeBase{1001, 30000}, TimeBase{1001, 60000}}) {
        Sampler sampler(5.0);
        EXPECT_NEAR(samples_of(sampler, 10 * rate.den / rate.num, rate), 50, 1);
    }
}

TEST(Sampler, TakesEveryFrameOfASlowVideo) {
    Sampler sampler(5.0);
    EXPECT_EQ(samples_of(sampler, 20, {1, 2}), 20);
}

TEST(Sampler, BringsSmallAndLargePicturesToWorkingSizeAndBoxesBack) {
    Sampler sampler(5.0);
    const auto sample = sampler.push(as_frame(cv::Mat(1080, 1920, CV_8UC1, cv::Scalar(0)), 0));
    ASSERT_TRUE(sample);
    EXPECT_EQ(sample->picture.size(), cv::Size(1280, 720));
    EXPECT_EQ(sampler.to_picture({100, 100, 200, 40}), (Rect{150, 150, 300, 60}));
    Sampler small(5.0);
    EXPECT_EQ(small.push(as_frame(cv::Mat(360, 640, CV_8UC1, cv::Scalar(0)), 0))->picture.size(),
              cv::Size(1280, 720));
    Sampler kept(5.0);
    EXPECT_EQ(kept.push(as_frame(cv::Mat(576, 1024, CV_8UC1, cv::Scalar(0)), 0))->picture.size(),
              cv::Size(1024, 576));
}

}  // namespace
}  // namespace sourcereel::text
