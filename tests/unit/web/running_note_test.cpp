#include "web/running_note.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>
#include <fstream>

#include "support/temp_folder.h"

namespace sourcereel::web {
namespace {

using testing::IsEmpty;

Running some() {
    return {0, "2026-11-24T08:15:00Z", 10, 4, 0.375, 61.5, "clip one.mp4"};
}

TEST(RunningNote, IsReadByOthersAndGoesWithTheWork) {
    const support::TempFolder folder;
    {
        RunningNote note(folder / "c.db");
        EXPECT_THAT(running_analyses(folder / "c.db"), IsEmpty());
        note.write(some());
        Running expected = some();
        expected.process = ::getpid();
        ASSERT_EQ(running_analyses(folder / "c.db").size(), 1U);
        EXPECT_EQ(running_analyses(folder / "c.db")[0], expected);
    }
    EXPECT_THAT(running_analyses(folder / "c.db"), IsEmpty());
    EXPECT_FALSE(std::filesystem::exists(folder / "c.db.running"));
}

TEST(RunningNote, OfAKilledProcessIsPassedOver) {
    const support::TempFolder folder;
    const pid_t child = ::fork();
    if (child == 0) {
        RunningNote note(folder / "c.db");
        note.write(some());
        ::_exit(0);  // Without taking it along.
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(std::filesystem::exists(folder / "c.db.running" / std::to_string(child)));
    EXPECT_THAT(running_analyses(folder / "c.db"), IsEmpty());
}

TEST(RunningNote, OfANumberThatIsInUseAgainIsPassedOver) {
    const support::TempFolder folder;
    std::filesystem::create_directory(folder / "c.db.running");
    std::ofstream(folder / "c.db.running" / std::to_string(::getpid()))
        << "process " << ::getpid() << "\nbegin 1\ninputs 3\nend .\n";
    EXPECT_THAT(running_analyses(folder / "c.db"), IsEmpty());
}

TEST(RunningNote, AFileNameCannotForgeLines) {
    const support::TempFolder folder;
    RunningNote note(folder / "c.db");
    Running one = some();
    one.file = "a\ninputs 999\n.mp4";
    note.write(one);
    ASSERT_EQ(running_analyses(folder / "c.db").size(), 1U);
    EXPECT_EQ(running_analyses(folder / "c.db")[0].inputs, 10U);
    EXPECT_EQ(running_analyses(folder / "c.db")[0].file, "a inputs 999 .mp4");
}

TEST(RunningNote, NonsenseInTheFolderIsPassedOver) {
    const support::TempFolder folder;
    std::filesystem::create_directories(folder / "c.db.running" / "7");
    std::ofstream(folder / "c.db.running" / "8") << std::string(100'000, 'x');
    std::ofstream(folder / "c.db.running" / "9") << "process -1\nbegin \nend .\n";
    EXPECT_THAT(running_analyses(folder / "c.db"), IsEmpty());
}

TEST(RunningNote, WhatCannotBeWrittenStopsNobody) {
    RunningNote note("/proc/no/such/place.db");
    note.write(some());
    EXPECT_THAT(running_analyses("/proc/no/such/place.db"), IsEmpty());
}

}  // namespace
}  // namespace sourcereel::web
