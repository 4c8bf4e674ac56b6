#include <atomic>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "unit/catalogue/samples.h"

namespace sourcereel::catalogue {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

TEST(Backup, IsAWholeCatalogueWithItsStills) {
    const TempFolder folder;
    AnalysedVideo video = video_of(1);
    video.tracks = {track_of("서울 word")};
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    catalogue.store(video);
    Catalogue::open(folder / "c.db", Access::read_only).backup(folder / "sub/copy.db");
    catalogue.store(video_of(2));
    const Catalogue copy = Catalogue::open(folder / "sub/copy.db", Access::read_only);
    EXPECT_EQ(copy.stats().videos, 1);
    EXPECT_EQ(copy.search(parse_query("서울"), 1, 0).total, 1);
    EXPECT_EQ(bytes_of(copy.find("1")->stills[1]), "jpeg 1 of default");
    EXPECT_EQ(copy.find("1")->stills[1].string().find((folder / "sub").string()), 0U);
    EXPECT_THAT(copy.check(), IsEmpty());
    EXPECT_FALSE(fs::exists(folder / "sub/copy.db.part"));
}

TEST(Backup, ReplacesNothing) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    std::ofstream(folder / "taken") << "precious";
    fs::create_directory(folder / "half.stills");
    for (const char* name : {"taken", "c.db", "half"})
        EXPECT_EQ(kind_thrown([&] { catalogue.backup(folder / name); }), ErrorKind::unsupported) << name;
    EXPECT_EQ(bytes_of(folder / "taken"), "precious");
}

TEST(Backup, LeavesNothingHalfWhereAStillIsMissing) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    catalogue.store(video_of(1));
    fs::remove(folder / ("c.db.stills/" + sha_of(1) + "/0002.jpg"));
    EXPECT_EQ(kind_thrown([&] { catalogue.backup(folder / "copy.db"); }), ErrorKind::corrupt);
    for (const char* name : {"copy.db", "copy.db.stills", "copy.db.part", "copy.db.part.stills"})
        EXPECT_FALSE(fs::exists(folder / name)) << name;
}

TEST(Backup, IsConsistentWhileAnotherWrites) {
    const TempFolder folder;
    const Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    Catalogue::open(folder / "c.db", Access::read_write).store(video_of(0));
    std::atomic<bool> done = false;
    std::thread writer{[&] {
        Catalogue other = Catalogue::open(folder / "c.db", Access::read_write);
        for (unsigned i = 1; !done; ++i) other.store(video_of(i));
    }};
    for (int i = 0; i < 5; ++i) catalogue.backup(folder / ("copy" + std::to_string(i)));
    done = true;
    writer.join();
    for (int i = 0; i < 5; ++i)
        EXPECT_THAT(Catalogue::open(folder / ("copy" + std::to_string(i)), Access::read_only).check(),
                    IsEmpty());
}

}  // namespace
}  // namespace sourcereel::catalogue
