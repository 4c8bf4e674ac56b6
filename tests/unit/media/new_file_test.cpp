#include "media/new_file.h"

#include <gmock/gmock.h>

#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <iterator>

#include "core/error.h"
#include "media/clip_writer.h"
#include "support/clip_maker.h"
#include "support/temp_folder.h"

namespace sourcereel::media {
namespace {

namespace fs = std::filesystem;
using namespace sourcereel::support;
using ::testing::HasSubstr;

std::size_t entries(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
}

template <typename Call>
std::string message_of(const Call& call, ErrorKind kind) {
    try {
        call();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), kind) << error.what();
        return error.what();
    }
    ADD_FAILURE() << "no error";
    return {};
}

TEST(NewFile, IsThereOnlyOnceItIsKept) {
    const TempFolder folder;
    {
        NewFile file{folder / "a.txt", IfExists::refuse};
        file.write("one ");
        EXPECT_FALSE(fs::exists(folder / "a.txt"));
        file.write("two");
        file.keep();
    }
    EXPECT_EQ(bytes_of(folder / "a.txt"), "one two");
    EXPECT_EQ(entries(folder.path()), 1U);
}

TEST(NewFile, LeavesNothingWhenItIsGivenUp) {
    const TempFolder folder;
    { NewFile{folder / "a.txt", IfExists::refuse}.write("half"); }
    EXPECT_EQ(entries(folder.path()), 0U);
}

TEST(NewFile, ReplacesOnlyWhereAllowed) {
    const TempFolder folder;
    write_bytes(folder / "a.txt", "old");
    EXPECT_THAT(
        message_of([&] { write_file(folder / "a.txt", IfExists::refuse, "new"); }, ErrorKind::unsupported),
        HasSubstr("--force"));
    EXPECT_EQ(bytes_of(folder / "a.txt"), "old");
    write_file(folder / "a.txt", IfExists::replace, "new");
    EXPECT_EQ(bytes_of(folder / "a.txt"), "new");
}

TEST(NewFile, LeavesAloneWhatCameMeanwhile) {
    const TempFolder folder;
    NewFile file{folder / "a.txt", IfExists::refuse};
    file.write("mine");
    write_bytes(folder / "a.txt", "theirs");
    message_of([&] { file.keep(); }, ErrorKind::unsupported);
    EXPECT_EQ(bytes_of(folder / "a.txt"), "theirs");
}

TEST(NewFile, RefusesFoldersDevicesAndLinksThatLeadNowhere) {
    const TempFolder folder;
    message_of([&] { write_file(folder.path(), IfExists::replace, "x"); }, ErrorKind::unsupported);
    message_of([&] { write_file("/dev/null", IfExists::replace, "x"); }, ErrorKind::unsupported);
    message_of([&] { write_file(folder / "missing" / "a.txt", IfExists::refuse, "x"); },
               ErrorKind::not_found);
    message_of([&] { write_file("", IfExists::refuse, "x"); }, ErrorKind::unsupported);
    fs::create_symlink("nowhere", folder / "link");
    message_of([&] { write_file(folder / "link", IfExists::refuse, "x"); }, ErrorKind::unsupported);
}

TEST(NewFile, TakesTheLongestNameAFileMayHave) {
    const TempFolder folder;
    const std::string name(255, 'n');
    write_file(folder / name, IfExists::refuse, "x");
    EXPECT_EQ(bytes_of(folder / name), "x");
}

/// The system refuses to make files longer than this, as a full disk does.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes) {
        before_ = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &limit_);
        const rlimit small{bytes, limit_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles() {
        ::setrlimit(RLIMIT_FSIZE, &limit_);
        std::signal(SIGXFSZ, before_);
    }
    SmallFiles(const SmallFiles&) = delete;
    SmallFiles& operator=(const SmallFiles&) = delete;

private:
    rlimit limit_{};
    void (*before_)(int) = nullptr;
};

TEST(NewFile, ThatFindsNoRoomIsGoneAndSaysSo) {
    const TempFolder folder;
    const SmallFiles limit{1000};
    EXPECT_THAT(message_of([&] { write_file(folder / "a.txt", IfExists::refuse, std::string(2000, 'x')); },
                           ErrorKind::exhausted),
                HasSubstr("a.txt: writing"));
    EXPECT_EQ(entries(folder.path()), 0U);
}

TEST(Clips, ThatFindNoRoomAreGoneAndSaySo) {
    const TempFolder folder;
    const auto file = folder / "source.mp4";
    ClipPlan plan;
    plan.pictures = 100;
    plan.output = {"-c:v", "libx264", "-preset", "ultrafast", "-qp", "1"};
    make_clip(file, plan);
    ASSERT_GT(fs::file_size(file), 6000U);
    const SmallFiles limit{2000};
    for (const ClipMode mode : {ClipMode::copy, ClipMode::exact}) {
        for (const std::string name : {"clip.mp4", "clip.mkv", "clip.ts"}) {
            ClipOptions options;
            options.mode = mode;
            EXPECT_THAT(message_of(
                            [&] {
                                write_clips(file, {{{{0, {1, 1}}, {4, {1, 1}}}, folder / name}}, options);
                            },
                            ErrorKind::exhausted),
                        HasSubstr(name + ": writing"));
            EXPECT_EQ(entries(folder.path()), 1U) << name;
        }
    }
}

TEST(Clips, RefuseTargetsBeforeTheyBegin) {
    const TempFolder folder;
    const auto file = folder / "source.mp4";
    ClipPlan plan;
    plan.output = {"-c:v", "libx264", "-preset", "ultrafast"};
    make_clip(file, plan);
    const std::string before = bytes_of(file);
    const TimeRange range{{0, {1, 1}}, {1, {1, 1}}};
    ClipOptions replace;
    replace.if_exists = IfExists::replace;
    EXPECT_THAT(message_of(
                    [&] {
                        write_clips(file, {{range, file}}, {});
                    },
                    ErrorKind::unsupported),
                HasSubstr("exists already"));
    EXPECT_THAT(message_of(
                    [&] {
                        write_clips(file, {{range, file}}, replace);
                    },
                    ErrorKind::unsupported),
                HasSubstr("the source itself"));
    EXPECT_THAT(message_of(
                    [&] {
                        write_clips(file, {{range, folder / "clip.xyz"}}, {});
                    },
                    ErrorKind::unsupported),
                HasSubstr("use one of .mp4, "));
    EXPECT_THAT(message_of(
                    [&] {
                        write_clips(file, {{range, folder / "clip"}}, {});
                    },
                    ErrorKind::unsupported),
                HasSubstr("no extension"));
    EXPECT_THAT(message_of(
                    [&] {
                        write_clips(file, {{range, folder / "clip.webm"}}, {});
                    },
                    ErrorKind::unsupported),
                HasSubstr("cannot hold h264"));
    EXPECT_THAT(message_of(
                    [&] {
                        write_clips(folder / "no.mp4", {{range, folder / "clip.mp4"}}, {});
                    },
                    ErrorKind::not_found),
                HasSubstr("no.mp4"));
    EXPECT_EQ(bytes_of(file), before);
    EXPECT_EQ(entries(folder.path()), 1U);
}

TEST(Clips, ThatAreStoppedLeaveNothing) {
    const TempFolder folder;
    const auto file = folder / "source.mp4";
    ClipPlan plan;
    plan.output = {"-c:v", "libx264", "-preset", "ultrafast"};
    make_clip(file, plan);
    struct Stop {};
    for (const ClipMode mode : {ClipMode::copy, ClipMode::exact}) {
        ClipOptions options;
        options.mode = mode;
        int calls = 0;
        EXPECT_THROW(write_clips(file, {{{{0, {1, 1}}, {1, {1, 1}}}, folder / "clip.mp4"}}, options,
                                 [&](const Timestamp&) {
                                     if (++calls == 10) throw Stop{};
                                 }),
                     Stop);
        EXPECT_EQ(entries(folder.path()), 1U);
    }
}

TEST(Clips, GiveTheSameBytesAgain) {
    const TempFolder folder;
    const auto file = folder / "source.mp4";
    ClipPlan plan;
    plan.output = {"-c:v", "libx264", "-preset", "ultrafast"};
    make_clip(file, plan);
    for (const ClipMode mode : {ClipMode::copy, ClipMode::exact}) {
        ClipOptions options;
        options.mode = mode;
        options.if_exists = IfExists::replace;
        for (const std::string name : {"a.mp4", "b.mp4"})
            write_clips(file, {{{{0, {1, 1}}, {1, {2, 1}}}, folder / name}}, options);
        EXPECT_EQ(bytes_of(folder / "a.mp4"), bytes_of(folder / "b.mp4"));
    }
}

}  // namespace
}  // namespace sourcereel::media
