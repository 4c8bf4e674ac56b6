#include "pipeline/batch.h"

#include <gmock/gmock.h>

#include <set>

#include "catalogue/catalogue.h"
#include "unit/pipeline/clips.h"

namespace sourcereel::pipeline {
namespace {

using ::testing::ElementsAre;
using tests::make_clip;
using tests::TempFolder;
using tests::write_file;

class Batch : public ::testing::Test {
protected:
    Batch() {
        options_.catalogue = folder_ / "c.db";
        options_.analysis.read_text = false;
    }
    std::vector<JobStatus> run(const std::vector<std::filesystem::path>& files,
                               const BatchObserver& observer = {}, const std::stop_token& stop = {}) {
        results_ = run_batch(files, options_, observer, stop);
        std::vector<JobStatus> statuses;
        for (const JobResult& result : results_) statuses.push_back(result.status);
        return statuses;
    }
    catalogue::Catalogue open() const {
        return catalogue::Catalogue::open(options_.catalogue, catalogue::Access::read_only);
    }

    TempFolder folder_;
    BatchOptions options_;
    std::vector<JobResult> results_;
};

TEST_F(Batch, AFileThatFailsCostsOnlyItself) {
    make_clip(folder_ / "a.avi", "navy");
    make_clip(folder_ / "b.avi", "olive");
    write_file(folder_ / "letter.mp4", "Dear reader");
    options_.jobs = 2;
    EXPECT_THAT(run({folder_ / "a.avi", folder_ / "gone.mp4", folder_ / "letter.mp4", folder_ / "b.avi"}),
                ElementsAre(JobStatus::added, JobStatus::failed, JobStatus::failed, JobStatus::added));
    ASSERT_TRUE(results_[1].error);
    EXPECT_EQ(results_[1].error->kind(), ErrorKind::not_found);
    EXPECT_FALSE(results_[0].error);
    EXPECT_EQ(results_[0].shots, 2U);
    EXPECT_EQ(open().stats().videos, 2);
    EXPECT_THAT(open().check(), ElementsAre());
}

TEST_F(Batch, TheSameCallAgainFindsAllUnchangedAndKnowsTheNumbers) {
    make_clip(folder_ / "a.avi", "navy");
    run({folder_ / "a.avi"});
    int analysed = 0;
    BatchObserver observer;
    observer.progress = [&](std::size_t, const Progress&) { ++analysed; };
    EXPECT_THAT(run({folder_ / "a.avi"}, observer), ElementsAre(JobStatus::unchanged));
    EXPECT_EQ(analysed, 0);
    EXPECT_EQ(results_[0].shots, 2U);
    EXPECT_DOUBLE_EQ(results_[0].decoded_share, 1);
}

TEST_F(Batch, AKnownContentUnderAnotherNameIsNotedThere) {
    make_clip(folder_ / "a.avi", "navy");
    run({folder_ / "a.avi"});
    std::filesystem::rename(folder_ / "a.avi", folder_ / "moved.avi");
    EXPECT_THAT(run({folder_ / "moved.avi"}), ElementsAre(JobStatus::unchanged));
    const auto found = open().find(results_[0].sha256);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->video.media.path, (folder_ / "moved.avi").string());
}

TEST_F(Batch, OfTwoCopiesTheSecondIsUnchangedWhateverTheJobs) {
    make_clip(folder_ / "a.avi", "navy");
    std::filesystem::copy_file(folder_ / "a.avi", folder_ / "b.avi");
    for (const std::size_t jobs : {1U, 2U}) {
        options_.jobs = jobs;
        options_.catalogue = folder_ / ("jobs" + std::to_string(jobs) + ".db");
        EXPECT_THAT(run({folder_ / "a.avi", folder_ / "b.avi"}),
                    ElementsAre(JobStatus::added, JobStatus::unchanged));
        EXPECT_EQ(open().stats().videos, 1);
    }
}

TEST_F(Batch, OtherSettingsReplace) {
    make_clip(folder_ / "a.avi", "navy");
    run({folder_ / "a.avi"});
    options_.analysis.shots.min_shot_s = 2.5;  // The second shot lasts 1 s.
    EXPECT_THAT(run({folder_ / "a.avi"}), ElementsAre(JobStatus::replaced));
    EXPECT_EQ(results_[0].shots, 1U);
    EXPECT_EQ(open().stats().shots, 1);
}

TEST_F(Batch, StopKeepsWhatIsFinished) {
    make_clip(folder_ / "a.avi", "navy");
    make_clip(folder_ / "b.avi", "olive");
    std::stop_source stop;
    BatchObserver observer;
    observer.finished = [&](std::size_t, const JobResult&) { stop.request_stop(); };
    EXPECT_THAT(run({folder_ / "a.avi", folder_ / "b.avi"}, observer, stop.get_token()),
                ElementsAre(JobStatus::added, JobStatus::cancelled));
    EXPECT_EQ(open().stats().videos, 1);
    EXPECT_THAT(run({folder_ / "a.avi", folder_ / "b.avi"}),
                ElementsAre(JobStatus::unchanged, JobStatus::added));
}

TEST_F(Batch, EachInputIsReportedOnce) {
    make_clip(folder_ / "a.avi", "navy");
    make_clip(folder_ / "b.avi", "olive");
    options_.jobs = 2;
    std::multiset<std::size_t> finished;  // Calls come one at a time: nothing guards it.
    BatchObserver observer;
    observer.finished = [&](std::size_t input, const JobResult&) { finished.insert(input); };
    run({folder_ / "a.avi", folder_ / "b.avi", folder_ / "gone.mp4"}, observer);
    EXPECT_THAT(finished, ElementsAre(0U, 1U, 2U));
}

TEST_F(Batch, AgainStoresTheNewResultOfTheSameSettings) {
    make_clip(folder_ / "a.avi", "navy");
    std::filesystem::copy_file(folder_ / "a.avi", folder_ / "b.avi");
    run({folder_ / "a.avi"});
    {
        // As an analysis with a fault would have left it.
        auto catalogue = catalogue::Catalogue::open(options_.catalogue, catalogue::Access::read_write);
        AnalysedVideo video = catalogue.find(results_[0].sha256)->video;
        video.shots.clear();
        EXPECT_EQ(catalogue.store(video), catalogue::Stored::unchanged);
        EXPECT_EQ(catalogue.store(video, catalogue::Replace::always), catalogue::Stored::replaced);
        EXPECT_EQ(catalogue.stats().shots, 0);
    }
    options_.again = true;
    EXPECT_THAT(run({folder_ / "a.avi", folder_ / "b.avi"}),
                ElementsAre(JobStatus::replaced, JobStatus::unchanged));
    EXPECT_EQ(open().stats().shots, 2);
    EXPECT_EQ(open().stats().videos, 1);
    EXPECT_THAT(open().check(), ElementsAre());
}

TEST_F(Batch, WhereNothingCouldBeReadNoCatalogueIsLeft) {
    options_.catalogue = folder_ / "new" / "c.db";
    write_file(folder_ / "letter.mp4", "Dear reader");
    EXPECT_THAT(run({folder_ / "letter.mp4", folder_ / "gone.mp4"}),
                ElementsAre(JobStatus::failed, JobStatus::failed));
    EXPECT_FALSE(std::filesystem::exists(folder_ / "new"));
    make_clip(folder_ / "a.avi", "navy");
    EXPECT_THAT(run({folder_ / "letter.mp4", folder_ / "a.avi"}),
                ElementsAre(JobStatus::failed, JobStatus::added));
    EXPECT_EQ(open().stats().videos, 1);
}

TEST_F(Batch, WithoutStillsOrTextIsAnotherSettingAndReplaces) {
    make_clip(folder_ / "a.avi", "navy");
    run({folder_ / "a.avi"});
    EXPECT_FALSE(open().find(results_[0].sha256)->stills.at(0).empty());
    options_.analysis.keep_stills = false;
    EXPECT_THAT(run({folder_ / "a.avi"}), ElementsAre(JobStatus::replaced));
    const auto without = open().find(results_[0].sha256);
    EXPECT_TRUE(without->stills.at(0).empty());
    EXPECT_EQ(without->video.settings.options.find("stills"), std::string::npos);
    EXPECT_THAT(run({folder_ / "a.avi"}), ElementsAre(JobStatus::unchanged));
    options_.analysis.read_text = true;
    EXPECT_THAT(run({folder_ / "a.avi"}), ElementsAre(JobStatus::replaced));
    EXPECT_NE(open().find(results_[0].sha256)->video.settings.options.find("text"), std::string::npos);
}

TEST_F(Batch, ACatalogueThatIsNoneEndsTheBatch) {
    make_clip(folder_ / "a.avi", "navy");
    write_file(options_.catalogue, std::string(8192, 'x'));
    EXPECT_THROW(run({folder_ / "a.avi"}), Error);
}

}  // namespace
}  // namespace sourcereel::pipeline
