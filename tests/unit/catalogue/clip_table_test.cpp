// What search keeps of clips between writes: after each write a connection that searched before must answer as
// one that was opened since.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "catalogue/sqlite.h"
#include "unit/catalogue/samples.h"

namespace sourcereel::catalogue {
namespace {

class ClipTable : public testing::Test {
protected:
    ClipTable() : writer_(Catalogue::open(file(), Access::read_write)) {
        for (unsigned number = 1; number <= 40; ++number)
            store(number, "harbour " + std::to_string(number), "name" + std::to_string(number % 7));
    }

    std::filesystem::path file() const { return folder_ / "c.db"; }

    void store(unsigned number, const std::string& text, const std::string& handle,
               const std::string& options = "default") {
        AnalysedVideo video = video_of(number, options);
        TextTrack mark = track_of("@" + handle);
        mark.kind = TextKind::watermark;
        mark.handles = {{"@" + handle, handle, "x", "exact"}};
        video.tracks = {mark, track_of(text, 10)};
        video.outlets = {{"outlet" + std::to_string(number % 3)}, {}};
        writer_.store(video);
    }

    static std::string words_of(const std::vector<Facet>& facets) {
        std::string words;
        for (const Facet& facet : facets)
            for (const FacetValue& one : facet.values)
                words += facet.name + ":" + one.value + " " + std::to_string(one.texts) + " " +
                         std::to_string(one.clips) + "\n";
        return words;
    }
    /// All that depends on the table, of a query with words and of one without.
    static std::string seen_by(const Catalogue& catalogue) {
        std::string words;
        for (const char* query : {"", "harbour", "handle:name3", "outlet:outlet1", "tag:seen", "has:note"}) {
            const auto list = catalogue.videos(parse_query(query), {100, 0, ClipSort::newest, true});
            words += std::string(query) + " " + std::to_string(list.total) + "/" +
                     std::to_string(list.hits) + "\n" + words_of(list.facets);
            for (const VideoSummary& one : list.videos) {
                words += one.path + " " + one.date + " " + std::to_string(one.seconds);
                for (const std::string& name : one.handles) words += " @" + name;
                for (const std::string& name : one.outlets) words += " " + name;
                words += "\n";
            }
            const auto found = catalogue.search(parse_query(query), {100, 0, Sort::time, true});
            words += words_of(found.facets);
            for (const Hit& hit : found.hits) words += hit.path + " " + hit.track.text + "\n";
        }
        return words;
    }
    void expect_up_to_date(const char* after) {
        EXPECT_EQ(seen_by(reader_), seen_by(Catalogue::open(file(), Access::read_only))) << after;
        EXPECT_EQ(seen_by(writer_), seen_by(reader_)) << after;
    }

    TempFolder folder_;
    Catalogue writer_;
    Catalogue reader_ = Catalogue::open(file(), Access::read_only);
};

TEST_F(ClipTable, FollowsEveryKindOfWrite) {
    expect_up_to_date("opening");
    store(41, "harbour new", "name41");
    expect_up_to_date("a new clip");
    store(17, "harbour replaced", "other", "with other settings");
    expect_up_to_date("a clip that was analysed anew");
    store(1, "no more of it", "name3", "with other settings");
    expect_up_to_date("the first clip, analysed anew");
    store(41, "harbour newer", "name3", "with other settings");
    expect_up_to_date("the last clip, analysed anew");
    writer_.add_tag(5, "seen");
    writer_.add_tag(5, NoteRange{0, 1'000'000}, "Part");
    writer_.add_note(6, std::nullopt, "a note");
    expect_up_to_date("marks");
    writer_.remove_tag(5, "seen");
    expect_up_to_date("a mark that was taken off");
    writer_.set_publication(7, {"2020-02-03", "title"});
    expect_up_to_date("a date");
    writer_.set_publication(7, {std::nullopt, "title"});
    expect_up_to_date("a date that was taken back");
    writer_.note_path(sha_of(9), "/elsewhere/found.mp4");
    expect_up_to_date("a clip seen elsewhere");
    ClipVerdict verdict;
    verdict.article_sha256 = sha_of(900);
    verdict.article = "article";
    verdict.claim_type = "posted_by";
    verdict.verdict = Verdict::supported;
    writer_.keep_verdicts(verdict.article_sha256, {{sha_of(3), {verdict}}}, true);
    expect_up_to_date("a verdict");
    for (unsigned number = 100; number < 180; ++number) store(number, "harbour", "name2");
    expect_up_to_date("many new clips");
}

TEST_F(ClipTable, NoticesVideosThatAreGone) {
    expect_up_to_date("opening");
    const Connection other{file(), OpenMode::read_write};
    other.execute("PRAGMA foreign_keys = ON");
    other.execute("DELETE FROM video WHERE video_id = 20");
    expect_up_to_date("a video that is gone");
    other.execute("DELETE FROM video WHERE video_id = 40");
    store(50, "harbour in its place", "name1");  // Gets the number 40 again.
    expect_up_to_date("a video in the place of another");
}

}  // namespace
}  // namespace sourcereel::catalogue
