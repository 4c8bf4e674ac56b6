#include "pipeline/analysis.h"

#include <gmock/gmock.h>

#include "core/error.h"
#include "media/content_hash.h"
#include "unit/pipeline/clips.h"

namespace sourcereel::pipeline {
namespace {

using tests::TempFolder;

AnalysisOptions shots_only() {
    AnalysisOptions options;
    options.read_text = false;
    return options;
}

TEST(Analyse, ShotsCoverTheVideoAndEachHasAStill) {
    const TempFolder folder;
    tests::make_clip(folder / "a.avi", "navy");
    const AnalysedVideo video = analyse(folder / "a.avi", shots_only());
    ASSERT_EQ(video.shots.size(), 2U);
    EXPECT_EQ(video.shots[1].begin_frame, 50);
    EXPECT_EQ(video.shots[1].range.end, video.media.duration);
    EXPECT_EQ(video.media.frames, 75);
    ASSERT_EQ(video.stills.size(), 2U);
    EXPECT_TRUE(video.shots[1].range.contains(video.stills[1].time));
    EXPECT_EQ(video.media.sha256, media::sha256_of_file(folder / "a.avi"));
    EXPECT_TRUE(video.tracks.empty());
}

TEST(Analyse, StopDropsTheWork) {
    const TempFolder folder;
    tests::make_clip(folder / "a.avi", "navy");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(analyse(folder / "a.avi", shots_only(), {}, stop.get_token()), Cancelled);
}

TEST(Analyse, AnErrorNamesTheFile) {
    const TempFolder folder;
    tests::write_file(folder / "letter.mp4", "Dear reader");
    try {
        analyse(folder / "letter.mp4", shots_only());
        FAIL() << "a letter was taken for a video";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), ::testing::HasSubstr("letter.mp4"));
        EXPECT_NE(error.kind(), ErrorKind::internal);
    }
}

TEST(Analyse, TheLastProgressIsTheWhole) {
    const TempFolder folder;
    tests::make_clip(folder / "a.avi", "navy");
    Progress last;
    analyse(folder / "a.avi", shots_only(), [&](const Progress& progress) { last = progress; });
    EXPECT_DOUBLE_EQ(last.share, 1);
    EXPECT_NEAR(last.media_seconds, 3, 0.01);
}

TEST(SettingsOf, DifferWhereResultsCould) {
    AnalysisOptions other = shots_only();
    other.shots.min_shot_s = 1.5;
    EXPECT_NE(settings_of(shots_only()).options, settings_of(other).options);
    EXPECT_NE(settings_of(shots_only()).options, settings_of(AnalysisOptions{}).options);
    other = shots_only();
    other.read.threads = 7;  // Results do not depend on it.
    EXPECT_EQ(settings_of(shots_only()), settings_of(other));
}

}  // namespace
}  // namespace sourcereel::pipeline
