#include <sys/resource.h>

#include <csignal>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "catalogue/schema.h"
#include "unit/catalogue/samples.h"

namespace sourcereel::catalogue {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

/// Every member set to something of its own.
AnalysedVideo full_video() {
    AnalysedVideo video = video_of(1);
    video.media.rotation = 270;
    video.media.variable_frame_rate = true;
    video.media.frame_rate = 29.97;
    video.decoded_share = 0.5;
    video.warnings = {"first", "second: 'quoted' \"; DROP TABLE video; --"};
    TextTrack mark = track_of("@BRICSinfo\nвторая строка", 3, 90);
    mark.kind = TextKind::watermark;
    mark.path = {{at(3), 10, 20}, {{7, {1, 5}}, -4, 25}};  // a time in another base
    mark.readings = {{"a 1 eng", "@BRICSinfo", 0.5}, {"b 2 rus", "вторая", 0.25}};
    mark.handles = {{"@BRICSinfo", "BRICSinfo", std::nullopt, "exact"}, {"t.me/x", "x", "telegram", "near"}};
    video.tracks = {track_of("caption", 0, 20), mark};
    return video;
}

void expect_equal(const AnalysedVideo& found, const AnalysedVideo& stored) {
    EXPECT_EQ(found.media, stored.media);
    EXPECT_EQ(found.shots, stored.shots);
    EXPECT_EQ(found.tracks, stored.tracks);
    EXPECT_EQ(found.decoded_share, stored.decoded_share);
    EXPECT_EQ(found.warnings, stored.warnings);
    EXPECT_EQ(found.settings, stored.settings);
}

TEST(Store, GivesBackEverythingAsItWas) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    const AnalysedVideo video = full_video();
    EXPECT_EQ(catalogue.store(video), Stored::added);
    const auto found = catalogue.find(sha_of(1));
    ASSERT_TRUE(found);
    expect_equal(found->video, video);
    EXPECT_THAT(found->paths, ElementsAre("/videos/1.mp4"));
    EXPECT_THAT(found->analysed_at, testing::MatchesRegex("20..-..-..T..:..:..Z"));
    ASSERT_EQ(found->stills.size(), 2U);
    EXPECT_EQ(found->stills[0], folder / ("c.db.stills/" + sha_of(1) + "/0001.jpg"));
    EXPECT_EQ(bytes_of(found->stills[1]), "jpeg 1 of default");
    EXPECT_THAT(catalogue.check(), IsEmpty());
}

TEST(Store, TakesAVideoInWhichNothingWasFound) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    AnalysedVideo video = video_of(1);
    video.shots.clear();
    video.stills.clear();
    catalogue.store(video);
    EXPECT_THAT(catalogue.find("1")->stills, IsEmpty());
    EXPECT_FALSE(fs::exists(folder / "c.db.stills"));
    EXPECT_THAT(catalogue.check(), IsEmpty());
}

TEST(Store, NotesOnlyThePathOfWhatIsCurrent) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    AnalysedVideo video = full_video();
    catalogue.store(video);
    EXPECT_TRUE(catalogue.is_current(sha_of(1), video.settings));
    video.media.path = "/elsewhere/copy.mp4";
    video.tracks.clear();  // would be seen if it were written
    EXPECT_EQ(catalogue.store(video), Stored::unchanged);
    const auto found = catalogue.find("1");
    EXPECT_THAT(found->paths, ElementsAre("/elsewhere/copy.mp4", "/videos/1.mp4"));
    EXPECT_EQ(found->video.media.path, "/elsewhere/copy.mp4");
    EXPECT_EQ(found->video.tracks, full_video().tracks);
    EXPECT_EQ(catalogue.stats().videos, 1);
}

TEST(Store, ReplacesTheRowsWhenAnySettingDiffers) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    AnalysedVideo video = full_video();
    catalogue.store(video_of(7));
    catalogue.store(video);
    const std::int64_t id = catalogue.find(sha_of(1))->id;
    for (std::string* setting : {&video.settings.tool, &video.settings.options, &video.settings.versions}) {
        *setting += "+";
        EXPECT_FALSE(catalogue.is_current(sha_of(1), video.settings));
        video.tracks = {track_of("now " + *setting)};
        video.stills.pop_back();
        video.stills.push_back({1, at(50), 100, 50, "picture for " + *setting});
        EXPECT_EQ(catalogue.store(video), Stored::replaced);
        const auto found = catalogue.find(sha_of(1));
        EXPECT_EQ(found->id, id);
        expect_equal(found->video, video);
        EXPECT_EQ(bytes_of(found->stills[1]), "picture for " + *setting);
        EXPECT_EQ(catalogue.stats().tracks, 1);
        EXPECT_EQ(catalogue.search(parse_query("BRICSinfo"), 10, 0).total, 0);
        EXPECT_THAT(catalogue.check(), IsEmpty());
        EXPECT_EQ(
            std::distance(fs::directory_iterator(found->stills[0].parent_path()), fs::directory_iterator{}),
            2);
    }
}

TEST(Store, RefusesWhatBreaksAnInvariantAndLeavesEverythingAsItWas) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    catalogue.store(full_video());
    std::vector<AnalysedVideo> wrong(5, video_of(2));
    wrong[0].shots[1].range.begin = wrong[0].shots[1].range.end;
    wrong[1].tracks = {track_of("x", 9, 9)};
    wrong[2].stills[1].shot = 5;
    wrong[3].media.sha256 = "ABC";
    wrong[4].tracks = {track_of("x")};
    wrong[4].tracks[0].confidence = 1.5;
    for (const AnalysedVideo& video : wrong)
        EXPECT_EQ(kind_thrown([&] { catalogue.store(video); }), ErrorKind::internal);
    AnalysedVideo again = full_video();
    again.settings.options = "other";
    again.stills[1].shot = 5;
    EXPECT_EQ(kind_thrown([&] { catalogue.store(again); }), ErrorKind::internal);
    EXPECT_EQ(catalogue.stats().videos, 1);
    expect_equal(catalogue.find("1")->video, full_video());
    EXPECT_EQ(bytes_of(catalogue.find("1")->stills[0]), "jpeg 0 of default");
    EXPECT_FALSE(fs::exists(folder / ("c.db.stills/" + sha_of(2))));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder / ("c.db.stills/" + sha_of(1))),
                            fs::directory_iterator{}),
              2);
}

TEST(Store, MendsIllFormedText) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    AnalysedVideo video = video_of(1);
    video.tracks = {track_of(std::string("a\xFF\0b", 4))};
    catalogue.store(video);
    EXPECT_EQ(catalogue.find("1")->video.tracks[0].text, "a\uFFFDb");
    EXPECT_THAT(catalogue.check(), IsEmpty());
}

TEST(Store, RemovesPicturesThatAKilledRunLeft) {
    const TempFolder folder;
    fs::create_directories(folder / ("c.db.stills/" + sha_of(1)));
    std::ofstream(folder / ("c.db.stills/" + sha_of(1) + "/0009.jpg.part")) << "half a pic";
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    catalogue.store(video_of(1));
    EXPECT_FALSE(fs::exists(folder / ("c.db.stills/" + sha_of(1) + "/0009.jpg.part")));
    EXPECT_TRUE(fs::exists(folder / ("c.db.stills/" + sha_of(1) + "/0002.jpg")));
}

TEST(Store, SaysThatTheDiskIsFull) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    AnalysedVideo video = video_of(1);
    video.stills[1].jpeg.assign(1 << 20, 'x');
    // The file size limit gives the same kind of answer as a full disk: the write fails in the middle.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{512 << 10, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const ErrorKind kind = kind_thrown([&] { catalogue.store(video); });
    setrlimit(RLIMIT_FSIZE, &before);
    EXPECT_EQ(kind, ErrorKind::exhausted);
    EXPECT_EQ(catalogue.stats().videos, 0);
    EXPECT_FALSE(fs::exists(folder / ("c.db.stills/" + sha_of(1))));
    EXPECT_EQ(catalogue.store(video), Stored::added);
}

TEST(Find, KnowsAVideoByIdHashItsDigitsAndPath) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    AnalysedVideo first = video_of(0xABCDEF01);
    first.media.path = "relative/a.mp4";
    catalogue.store(first);
    catalogue.store(video_of(2));
    for (const std::string& key :
         {std::string("1"), sha_of(0xABCDEF01), std::string("abcdef01"), std::string("ABCDEF010"),
          std::string("relative/a.mp4"), std::string("./relative/../relative/a.mp4"),
          fs::absolute("relative/a.mp4").string()}) {
        const auto found = catalogue.find(key);
        ASSERT_TRUE(found) << key;
        EXPECT_EQ(found->id, 1) << key;
    }
    for (const char* key :
         {"", "3", "abcdef0", "abcdef02", "a.mp4", "99999999999999999999", "-1", "abcdef01zz"})
        EXPECT_FALSE(catalogue.find(key)) << key;
}

TEST(Find, AsksForMoreDigitsWhereTheyFitSeveral) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    AnalysedVideo twin = video_of(0xABCDEF01);
    catalogue.store(twin);
    twin.media.sha256.back() = '8';
    catalogue.store(twin);
    EXPECT_EQ(kind_thrown([&] { catalogue.find("abcdef01"); }), ErrorKind::unsupported);
    EXPECT_EQ(catalogue.find(twin.media.sha256)->id, 2);
}

TEST(Find, TakesTheVideoLastSeenAtAPath) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    catalogue.store(video_of(1));
    catalogue.store(video_of(2));
    catalogue.note_path(sha_of(2), "/videos/1.mp4");
    EXPECT_EQ(catalogue.find("/videos/1.mp4")->id, 2);
    EXPECT_THAT(catalogue.find("2")->paths, ElementsAre("/videos/1.mp4", "/videos/2.mp4"));
    catalogue.note_path(sha_of(1), "/videos/1.mp4");
    EXPECT_EQ(catalogue.find("/videos/1.mp4")->id, 1);
    EXPECT_EQ(kind_thrown([&] { catalogue.note_path(sha_of(9), "/x"); }), ErrorKind::not_found);
}

TEST(Stats, CountWhatIsThere) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    catalogue.store(full_video());
    AnalysedVideo second = video_of(2);
    second.tracks = {track_of("@bricsINFO")};
    second.tracks[0].handles = {{"@bricsINFO", "bricsINFO", "x", "exact"}};
    catalogue.store(second);
    const Stats stats = catalogue.stats();
    EXPECT_EQ(stats.videos, 2);
    EXPECT_EQ(stats.shots, 4);
    EXPECT_EQ(stats.tracks, 3);
    EXPECT_EQ(stats.handles, 2);
    EXPECT_DOUBLE_EQ(stats.seconds, 8.0);
    EXPECT_EQ(stats.schema_version, kSchemaVersion);
    EXPECT_GT(stats.file_bytes, 0);
}

}  // namespace
}  // namespace sourcereel::catalogue
