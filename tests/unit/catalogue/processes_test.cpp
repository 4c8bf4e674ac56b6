#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "catalogue/schema.h"
#include "unit/catalogue/samples.h"

namespace sourcereel::catalogue {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

AnalysedVideo video_with_tracks(unsigned number, const std::string& options = "default") {
    AnalysedVideo video = video_of(number, options);
    for (int i = 0; i < 8; ++i)
        video.tracks.push_back(track_of("common word " + std::to_string(i) + " of " + options, i));
    return video;
}

/// Runs `work` in a process of its own, which ends without running anything of the test program's.
template <typename Work>
pid_t in_child(Work work) {
    const pid_t child = fork();
    if (child != 0) return child;
    try {
        work();
    } catch (...) {
        _exit(1);
    }
    _exit(0);
}

bool ended_well(pid_t child) {
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Opening and closing a second connection must not cost the first its locks, or whoever closes last
/// elsewhere takes the log away, and the first reads an old state for ever.
TEST(Processes, AReaderSeesWhatOthersWriteAfterItsProcessOpenedTheFileAgain) {
    const TempFolder folder;
    const fs::path file = folder / "c.db";
    // Made before there is any connection: SQLite's must not be carried into another process.
    int orders[2];
    int answers[2];
    ASSERT_EQ(pipe(orders) + pipe(answers), 0);
    const pid_t writer = in_child([&] {
        close(orders[1]);
        char number = 0;
        while (read(orders[0], &number, 1) == 1) {
            Catalogue::open(file, Access::read_write).store(video_of(static_cast<unsigned>(number)));
            if (write(answers[1], &number, 1) != 1) _exit(2);
        }
    });
    close(orders[0]);
    { Catalogue::open(file, Access::read_write).store(video_of(1)); }
    const Catalogue reader = Catalogue::open(file, Access::read_only);
    for (char number = 2; number < 6; ++number) {
        { Catalogue::open(file, Access::read_write).add_tag(1, "round " + std::to_string(number)); }
        { Catalogue::open(file, Access::read_only); }
        char answer = 0;
        ASSERT_EQ(write(orders[1], &number, 1), 1);
        ASSERT_EQ(read(answers[0], &answer, 1), 1);
        EXPECT_EQ(reader.stats().videos, number);
        EXPECT_EQ(reader.tags(1).size(), static_cast<std::size_t>(number - 1));
    }
    close(orders[1]);
    close(answers[0]);
    EXPECT_TRUE(ended_well(writer));
}

TEST(Processes, WritingAtOnceLoseNothing) {
    const TempFolder folder;
    const fs::path file = folder / "c.db";
    std::vector<pid_t> children;
    for (unsigned process = 0; process < 4; ++process)
        children.push_back(in_child([&] {
            Catalogue catalogue = Catalogue::open(file, Access::read_write);  // all four make the new file
            for (unsigned i = 0; i < 10; ++i) catalogue.store(video_with_tracks(process * 100 + i));
            catalogue.store(video_with_tracks(9999));  // the same by all
        }));
    for (const pid_t child : children) EXPECT_TRUE(ended_well(child));
    const Catalogue catalogue = Catalogue::open(file, Access::read_only);
    EXPECT_EQ(catalogue.stats().videos, 41);
    EXPECT_EQ(catalogue.search(parse_query("common"), 1, 0).total, 41 * 8);
    EXPECT_THAT(catalogue.check(), IsEmpty());
}

TEST(Processes, TwoObjectsOfOneProcessLoseNothingWhileAThirdReads) {
    const TempFolder folder;
    Catalogue::open(folder / "c.db", Access::read_write);
    std::vector<std::thread> writers;
    for (unsigned n = 0; n < 2; ++n)
        writers.emplace_back([&folder, n] {
            Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
            for (unsigned i = 0; i < 20; ++i) {
                catalogue.store(video_with_tracks(n * 100 + i));
                catalogue.store(video_with_tracks(5000, std::to_string(n) + "." + std::to_string(i)));
            }
        });
    const Catalogue reader = Catalogue::open(folder / "c.db", Access::read_only);
    for (int i = 0; i < 50; ++i) {
        const SearchResult result = reader.search(parse_query("common"), 1000, 0);
        EXPECT_EQ(result.total, static_cast<std::int64_t>(result.hits.size()));
        EXPECT_EQ(result.total % 8, 0) << "half a video was seen";
    }
    for (std::thread& writer : writers) writer.join();
    EXPECT_EQ(reader.stats().videos, 41);
    EXPECT_THAT(reader.check(), IsEmpty());
}

TEST(Processes, KilledAtAnyMomentLeaveWholeVideosOnly) {
    const TempFolder folder;
    const fs::path file = folder / "c.db";
    unsigned seed = 20241124;
    for (unsigned round = 0; round < 20; ++round) {
        const pid_t child = in_child([&] {
            Catalogue catalogue = Catalogue::open(file, Access::read_write);
            for (unsigned i = 0;; ++i) {
                catalogue.store(video_with_tracks(i % 50, std::to_string(round)));  // adds, then replaces
            }
        });
        seed = seed * 1664525U + 1013904223U;
        std::this_thread::sleep_for(std::chrono::microseconds(500 + (seed >> 8U) % 60'000));
        kill(child, SIGKILL);
        int status = 0;
        ASSERT_EQ(waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status)) << "it was to run until killed";

        Catalogue catalogue = Catalogue::open(file, Access::read_write);
        ASSERT_THAT(catalogue.check(), IsEmpty()) << "round " << round;
        const Stats stats = catalogue.stats();
        ASSERT_EQ(stats.tracks, stats.videos * 8) << "round " << round;
        ASSERT_EQ(stats.shots, stats.videos * 2) << "round " << round;
        for (std::int64_t id = 1; id <= stats.videos; ++id) {
            const auto found = catalogue.find(std::to_string(id));
            ASSERT_TRUE(found);
            const std::string& options = found->video.settings.options;
            EXPECT_EQ(found->video.tracks.back().text, "common word 7 of " + options);
            ASSERT_EQ(bytes_of(found->stills.at(0)), "jpeg 0 of " + options)
                << "pictures belong to their rows";
        }
    }
    Catalogue catalogue = Catalogue::open(file, Access::read_write);
    for (unsigned i = 0; i < 50; ++i) catalogue.store(video_with_tracks(i, "last"));
    EXPECT_EQ(catalogue.stats().videos, 50);
    std::int64_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder / "c.db.stills"))
        files += entry.is_regular_file() ? 1 : 0;
    EXPECT_EQ(files, 100) << "what killed runs left is gone";
}

}  // namespace
}  // namespace sourcereel::catalogue
