#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "unit/catalogue/samples.h"

namespace sourcereel::catalogue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Three clips: "harbour" under @alpha's mark; a Russian one under @beta's; one without any text.
class Listing : public testing::Test {
protected:
    Listing() : catalogue_(Catalogue::open(folder_ / "c.db", Access::read_write)) {
        TextTrack caption = track_of("the harbour at noon", 10);
        store(1, {mark("alpha"), caption, track_of("Harbour again", 20)});
        TextTrack russian = track_of("Гавань сегодня", 10);
        russian.language = "rus";
        russian.script = "Cyrillic";
        store(2, {mark("beta"), russian, track_of("a harbour", 30)});
        store(3, {});
    }

    static TextTrack mark(const std::string& name) {
        TextTrack track = track_of("@" + name);
        track.kind = TextKind::watermark;
        track.handles = {{"@" + name, name, "x", "exact"}};
        return track;
    }
    void store(unsigned number, const std::vector<TextTrack>& tracks) {
        AnalysedVideo video = video_of(number);
        video.media.path = "/clips/" + std::string(number == 2 ? "raw" : "cut") + "/Name " +
                           std::to_string(9 - number) + ".mp4";
        video.tracks = tracks;
        if (number == 2) video.outlets = {{"russia1"}, {}, {}};
        catalogue_.store(video);
    }
    std::vector<std::int64_t> ids(const std::string& query, ClipSort sort = ClipSort::added) const {
        std::vector<std::int64_t> all;
        for (const VideoSummary& video : catalogue_.videos(parse_query(query), {50, 0, sort, false}).videos)
            all.push_back(video.id);
        return all;
    }

    TempFolder folder_;
    Catalogue catalogue_;
};

TEST_F(Listing, ShowsClipsWithoutTextUnlessTextIsAskedFor) {
    EXPECT_THAT(ids(""), ElementsAre(1, 2, 3));
    EXPECT_THAT(ids("kind:caption"), ElementsAre(1, 2));
    EXPECT_THAT(ids("harbour"), ElementsAre(1, 2));
    EXPECT_THAT(ids("has:text"), ElementsAre(1, 2));
    EXPECT_THAT(ids("-has:text"), ElementsAre(3));
    EXPECT_THAT(ids("nowhere"), IsEmpty());
}

TEST_F(Listing, AsksTheClipForNamesWhereWordsAreAskedFor) {
    EXPECT_THAT(ids("harbour handle:beta"), ElementsAre(2));
    EXPECT_THAT(ids("harbour outlet:russia1"), ElementsAre(2));
    EXPECT_THAT(ids("outlet:russia1 handle:alpha"), IsEmpty());
    EXPECT_EQ(catalogue_.search(parse_query("handle:beta"), 9, 0).total, 1);
    EXPECT_EQ(catalogue_.search(parse_query("harbour handle:alpha"), 9, 0).total, 2);
}

TEST_F(Listing, FiltersByFolderFileScriptAndDate) {
    EXPECT_THAT(ids("folder:raw"), ElementsAre(2));
    EXPECT_THAT(ids("folder:/clips"), ElementsAre(1, 2, 3));
    EXPECT_THAT(ids("folder:/clips/cut"), ElementsAre(1, 3));
    EXPECT_THAT(ids("folder:ra"), IsEmpty());
    EXPECT_THAT(ids("file:\"name 8\""), ElementsAre(1));
    EXPECT_THAT(ids("script:cyrillic"), ElementsAre(2));
    EXPECT_THAT(ids("since:2020"), ElementsAre(1, 2, 3));
    EXPECT_THAT(ids("until:2020-02"), IsEmpty());
}

TEST_F(Listing, SummarisesAClip) {
    const VideoList list = catalogue_.videos(parse_query("harbour"), {1, 1, ClipSort::added, true});
    EXPECT_EQ(list.total, 2);
    EXPECT_EQ(list.hits, 3);
    ASSERT_EQ(list.videos.size(), 1U);
    const VideoSummary& clip = list.videos[0];
    EXPECT_EQ(clip.sha256, sha_of(2));
    EXPECT_EQ(clip.path, "/clips/raw/Name 7.mp4");
    EXPECT_EQ(clip.seconds, 4.0);
    EXPECT_EQ(clip.width, 1280);
    EXPECT_EQ(clip.shots, 2);
    EXPECT_EQ(clip.tracks, 3);
    EXPECT_EQ(clip.hits, 1);
    EXPECT_THAT(clip.handles, ElementsAre("beta"));
    EXPECT_THAT(clip.outlets, ElementsAre("russia1"));
    EXPECT_EQ(bytes_of(clip.still), "jpeg 0 of default");
    EXPECT_EQ(clip.date, clip.analysed_at.substr(0, 10));
    EXPECT_FALSE(list.facets.empty());
}

TEST_F(Listing, SortsAndPages) {
    EXPECT_THAT(ids("", ClipSort::name), ElementsAre(3, 2, 1));
    EXPECT_THAT(ids("harbour", ClipSort::most_hits), ElementsAre(1, 2));
    EXPECT_THAT(catalogue_.videos(Query{}, {50, 7, ClipSort::added, false}).videos, IsEmpty());
    EXPECT_EQ(catalogue_.videos(Query{}, {0, 0, ClipSort::added, false}).total, 3);
}

TEST_F(Listing, SeesWhatAnotherConnectionWrote) {
    EXPECT_THAT(ids(""), ElementsAre(1, 2, 3));
    Catalogue::open(folder_ / "c.db", Access::read_write).store(video_of(4));
    EXPECT_THAT(ids(""), ElementsAre(1, 2, 3, 4));
}

}  // namespace
}  // namespace sourcereel::catalogue
