#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "unit/catalogue/samples.h"

namespace sourcereel::catalogue {
namespace {

Sidecar post_by(const std::string& name) {
    Sidecar sidecar;
    sidecar.file = "/videos/1.info.json";
    sidecar.sha256 = sha_of(9);
    sidecar.tool = "yt-dlp";
    sidecar.platform = "x";
    sidecar.paired_by = "name";
    sidecar.handle = SidecarValue{name, "uploader_id"};
    sidecar.posted_at = SidecarValue{"2026-01-02T03:04:05Z", "timestamp"};
    sidecar.doubtful = true;
    sidecar.warnings = {"one", "two"};
    return sidecar;
}

TEST(Sidecars, ComeBackWithTheFieldOfEachValue) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    catalogue.store(video_of(1));
    EXPECT_EQ(catalogue.note_sidecars(sha_of(1), {post_by("HarborWatch")}), 1U);
    EXPECT_EQ(catalogue.find("1")->sidecars, std::vector{post_by("HarborWatch")});
    EXPECT_EQ(catalogue.check(), std::vector<std::string>{});
}

TEST(Sidecars, TheSameAgainChangesNothingAndAnotherOfThatPathReplaces) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    catalogue.store(video_of(1));
    catalogue.note_sidecars(sha_of(1), {post_by("HarborWatch")});
    const std::size_t rows = catalogue.audit().size();
    EXPECT_EQ(catalogue.note_sidecars(sha_of(1), {post_by("HarborWatch")}), 0U);
    EXPECT_EQ(catalogue.audit().size(), rows);
    EXPECT_EQ(catalogue.note_sidecars(sha_of(1), {post_by("QuayDesk")}), 1U);
    EXPECT_EQ(catalogue.find("1")->sidecars, std::vector{post_by("QuayDesk")});
}

TEST(Sidecars, OutliveANewAnalysis) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    catalogue.store(video_of(1));
    catalogue.note_sidecars(sha_of(1), {post_by("HarborWatch")});
    catalogue.store(video_of(1, "other settings"));
    EXPECT_EQ(catalogue.find("1")->sidecars.size(), 1U);
}

TEST(Sidecars, NeedAVideoThatIsKnown) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    EXPECT_EQ(kind_thrown([&] { catalogue.note_sidecars(sha_of(1), {post_by("HarborWatch")}); }),
              ErrorKind::not_found);
}

TEST(VideoIds, AreAllOfThem) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    catalogue.store(video_of(1));
    catalogue.store(video_of(2));
    EXPECT_EQ(catalogue.video_ids(), (std::vector<std::int64_t>{1, 2}));
}

}  // namespace
}  // namespace sourcereel::catalogue
