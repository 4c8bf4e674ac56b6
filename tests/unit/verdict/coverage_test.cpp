#include "verdict/coverage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/verdict/samples.h"

namespace sourcereel::verdict {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

AnalysedVideo video_of(const std::string& options) {
    AnalysedVideo video;
    video.media.width = 640;
    video.media.height = 360;
    video.media.duration = {60'000, {1, 1000}};
    video.media.frames = 1500;
    video.decoded_share = 0.97;
    video.settings.options = options;
    return video;
}

TEST(Coverage, IsReadFromTheSettings) {
    const Coverage coverage =
        coverage_of(video_of("shots{shots/2}text{text/3 rate=5 languages=rus,eng models=none}"));
    EXPECT_EQ(coverage, (Coverage{301, 60, 0.97, {"eng", "rus"}, 360}));
}

TEST(Coverage, IsNeverMorePicturesThanThereAre) {
    AnalysedVideo video = video_of("text{text/3 rate=5 languages=eng}");
    video.media.frames = 20;
    EXPECT_EQ(coverage_of(video).frames_examined, 20);
}

TEST(Coverage, IsNoneWhereNoTextWasRead) {
    const Coverage coverage = coverage_of(video_of("shots{shots/2 rate=5}"));
    EXPECT_EQ(coverage.frames_examined, 0);
    EXPECT_THAT(gaps_in(coverage, {}), ElementsAre(HasSubstr("one picture a second")));
    EXPECT_EQ(coverage_of(video_of("text{text/3 rate=nan}")).frames_examined, 0);
}

TEST(Gate, NamesEachGap) {
    EXPECT_THAT(gaps_in(enough(), {"Latin", "Cyrillic"}), IsEmpty());
    Coverage poor{59, 60, 0.89, {"eng"}, 239};
    EXPECT_THAT(gaps_in(poor, {"Hangul", "Latin"}),
                ElementsAre(HasSubstr("picture a second"), HasSubstr("90 %"), HasSubstr("240 px"),
                            HasSubstr("Hangul")));
    poor = {60, 60, 0.9, {"eng"}, 240};
    EXPECT_THAT(gaps_in(poor, {"Latin"}), IsEmpty());
}

TEST(Gate, AsksForTheScriptsOfTheSource) {
    EXPECT_THAT(scripts_of({EntityKind::outlet, "gate", {}}, outlets()), ElementsAre("Cyrillic"));
    EXPECT_THAT(scripts_of({EntityKind::outlet, "quaytv", {}}, outlets()), ElementsAre("Latin"));
    EXPECT_THAT(scripts_of({EntityKind::handle, "央视新闻", {}}, outlets()), ElementsAre("Han"));
    EXPECT_THAT(scripts_of({EntityKind::handle, "12345", {}}, outlets()), IsEmpty());
}

TEST(Coverage, OfSeveralVideosIsThatOfTheLeast) {
    EXPECT_EQ(joined({{100, 20, 1.0, {"eng", "rus"}, 720}, {50, 10, 0.5, {"eng"}, 360}}),
              (Coverage{150, 30, 0.5, {"eng"}, 360}));
    EXPECT_EQ(joined({}), Coverage{});
}

}  // namespace
}  // namespace sourcereel::verdict
