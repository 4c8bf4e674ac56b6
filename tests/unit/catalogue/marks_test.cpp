#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "unit/catalogue/samples.h"

namespace sourcereel::catalogue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Marks : public testing::Test {
protected:
    Marks() : catalogue_(Catalogue::open(folder_ / "c.db", Access::read_write)) {
        for (const unsigned number : {1U, 2U}) catalogue_.store(video_of(number));
    }
    std::vector<std::int64_t> ids(const std::string& query) const {
        std::vector<std::int64_t> all;
        for (const VideoSummary& video :
             catalogue_.videos(parse_query(query), {50, 0, ClipSort::added, false}).videos)
            all.push_back(video.id);
        return all;
    }
    std::vector<std::string> note_texts(const Catalogue& catalogue, std::int64_t id) const {
        std::vector<std::string> texts;
        for (const Note& note : catalogue.notes(id)) texts.push_back(note.text);
        return texts;
    }

    TempFolder folder_;
    Catalogue catalogue_;
};

TEST_F(Marks, TagsAreOneWhateverTheirCase) {
    catalogue_.add_tag(1, "Checked");
    catalogue_.add_tag(1, " checked ");
    catalogue_.add_tag(2, "two words");
    EXPECT_THAT(catalogue_.tags(1), ElementsAre("Checked"));
    EXPECT_THAT(ids("tag:CHECKED"), ElementsAre(1));
    EXPECT_THAT(ids("tag:\"two words\""), ElementsAre(2));
    EXPECT_THAT(ids("-tag:checked"), ElementsAre(2));
    EXPECT_THAT(ids("tag:none"), IsEmpty());
    ASSERT_EQ(catalogue_.tags().size(), 2U);
    catalogue_.remove_tag(1, "CHECKED");
    EXPECT_THAT(catalogue_.tags(1), IsEmpty());
    for (const char* bad : {"", "  ", "+x", "-x", "—"})
        EXPECT_EQ(kind_thrown([&] { catalogue_.add_tag(1, bad); }), ErrorKind::unsupported) << bad;
    EXPECT_EQ(kind_thrown([&] { catalogue_.add_tag(99, "x"); }), ErrorKind::not_found);
}

TEST_F(Marks, TagsStandOnAPartToo) {
    catalogue_.add_tag(1, NoteRange{1'000'000, 9'000'000}, "Bridge");  // Longer than the video.
    catalogue_.add_tag(1, NoteRange{1'000'000, 4'000'000}, "bridge");
    catalogue_.add_tag(1, NoteRange{0, 500'000}, "sign");
    EXPECT_THAT(catalogue_.range_tags(1),
                ElementsAre(RangeTag{{0, 500'000}, "sign"}, RangeTag{{1'000'000, 4'000'000}, "Bridge"}));
    EXPECT_THAT(catalogue_.tags(1), IsEmpty());
    EXPECT_THAT(ids("tag:BRIDGE"), ElementsAre(1));
    EXPECT_THAT(ids("has:tag"), ElementsAre(1));
    EXPECT_THAT(ids("-tag:bridge"), ElementsAre(2));
    catalogue_.add_tag(1, "bridge");
    EXPECT_EQ(catalogue_.tags().at(0).clips, 1);
    catalogue_.remove_tag(1, NoteRange{1'000'000, 4'000'000}, "BRIDGE");
    catalogue_.remove_tag(1, "bridge");
    EXPECT_THAT(ids("tag:bridge"), IsEmpty());
    EXPECT_THAT(ids("tag:sign"), ElementsAre(1));
    for (const NoteRange bad : {NoteRange{4'000'000, 5'000'000}, NoteRange{2, 2}, NoteRange{-1, 2}})
        EXPECT_EQ(kind_thrown([&] { catalogue_.add_tag(1, bad, "x"); }), ErrorKind::unsupported);
    EXPECT_EQ(kind_thrown([&] { catalogue_.add_tag(9, NoteRange{0, 1}, "x"); }), ErrorKind::not_found);
}

TEST_F(Marks, ANoteEndsWithTheVideo) {
    catalogue_.add_note(1, NoteRange{3'000'000, 99'000'000}, "to the end");
    EXPECT_EQ(catalogue_.notes(1).at(0).range, (NoteRange{3'000'000, 4'000'000}));
    EXPECT_EQ(kind_thrown([&] {
                  catalogue_.add_note(1, NoteRange{4'000'000, 5'000'000}, "x");
              }),
              ErrorKind::unsupported);
}

TEST_F(Marks, NotesStandOnTheClipOrARange) {
    catalogue_.add_note(1, NoteRange{2'000'000, 3'000'000}, "later");
    const std::int64_t early = catalogue_.add_note(1, NoteRange{0, 1'500'000}, "early");
    catalogue_.add_note(1, std::nullopt, "whole");
    EXPECT_THAT(note_texts(catalogue_, 1), ElementsAre("whole", "early", "later"));
    EXPECT_EQ(catalogue_.notes(1)[1].range, (NoteRange{0, 1'500'000}));
    EXPECT_THAT(ids("has:note"), ElementsAre(1));
    catalogue_.change_note(early, "changed");
    EXPECT_THAT(note_texts(catalogue_, 1), ElementsAre("whole", "changed", "later"));
    catalogue_.remove_note(early);
    EXPECT_THAT(note_texts(catalogue_, 1), ElementsAre("whole", "later"));
    EXPECT_EQ(kind_thrown([&] { catalogue_.remove_note(early); }), ErrorKind::not_found);
    EXPECT_EQ(kind_thrown([&] { catalogue_.add_note(1, NoteRange{5, 5}, "x"); }), ErrorKind::unsupported);
    EXPECT_EQ(kind_thrown([&] { catalogue_.add_note(1, std::nullopt, " \n"); }), ErrorKind::unsupported);
}

TEST_F(Marks, OutliveAnotherAnalysis) {
    catalogue_.add_tag(1, "kept");
    catalogue_.add_tag(1, NoteRange{1, 2}, "kept too");
    catalogue_.add_note(1, NoteRange{1, 2}, "kept");
    catalogue_.set_not_a_copy(2, 1);
    catalogue_.set_publication(1, {"2024-06-30", "A title"});
    EXPECT_EQ(catalogue_.store(video_of(1, "other")), Stored::replaced);
    EXPECT_THAT(catalogue_.tags(1), ElementsAre("kept"));
    EXPECT_THAT(catalogue_.range_tags(1), ElementsAre(RangeTag{{1, 2}, "kept too"}));
    EXPECT_THAT(note_texts(catalogue_, 1), ElementsAre("kept"));
    EXPECT_THAT(catalogue_.not_copies_of(1), ElementsAre(2));
    EXPECT_THAT(ids("since:2024-06 until:2024-06"), ElementsAre(1));
    EXPECT_EQ(catalogue_.videos(parse_query("tag:kept"), {}).videos.at(0).title, "A title");
}

TEST_F(Marks, PairsAreNoCopiesWhicheverComesFirst) {
    catalogue_.set_not_a_copy(2, 1);
    catalogue_.set_not_a_copy(1, 2);
    EXPECT_THAT(catalogue_.not_copies_of(1), ElementsAre(2));
    EXPECT_THAT(catalogue_.not_copies_of(2), ElementsAre(1));
    catalogue_.set_not_a_copy(1, 2, false);
    EXPECT_THAT(catalogue_.not_copies_of(1), IsEmpty());
    EXPECT_EQ(kind_thrown([&] { catalogue_.set_not_a_copy(1, 1); }), ErrorKind::unsupported);
}

TEST_F(Marks, SavedSearchesAreQueries) {
    catalogue_.save_search("marks", "kind:watermark");
    catalogue_.save_search("marks", "kind:bug");
    ASSERT_EQ(catalogue_.saved_searches().size(), 1U);
    EXPECT_EQ(catalogue_.saved_searches()[0].query, "kind:bug");
    EXPECT_EQ(kind_thrown([&] { catalogue_.save_search("bad", "kind:nothing"); }), ErrorKind::unsupported);
    catalogue_.remove_search("marks");
    EXPECT_EQ(kind_thrown([&] { catalogue_.remove_search("marks"); }), ErrorKind::not_found);
}

TEST_F(Marks, ComeAlongFromAnotherCatalogueOnce) {
    {
        Catalogue other = Catalogue::open(folder_ / "other.db", Access::read_write);
        for (const unsigned number : {9U, 2U, 1U}) other.store(video_of(number));  // Other ids.
        other.add_tag(1, "of nine");
        other.add_tag(3, "of one");
        other.add_note(3, NoteRange{1, 2}, "of one");
        other.add_tag(3, NoteRange{1, 2}, "part of one");
        other.set_not_a_copy(2, 3);
        other.save_search("s", "word");
    }
    EXPECT_EQ(catalogue_.take_marks_from(folder_ / "other.db"), 5);
    EXPECT_EQ(catalogue_.take_marks_from(folder_ / "other.db"), 0);
    EXPECT_THAT(catalogue_.tags(1), ElementsAre("of one"));
    EXPECT_THAT(catalogue_.range_tags(1), ElementsAre(RangeTag{{1, 2}, "part of one"}));
    EXPECT_THAT(note_texts(catalogue_, 1), ElementsAre("of one"));
    EXPECT_THAT(catalogue_.not_copies_of(1), ElementsAre(2));
    EXPECT_THAT(catalogue_.check(), IsEmpty());
}

TEST_F(Marks, MissingVideosKnowTheirSize) {
    std::ofstream(folder_ / "a.mp4") << "12345";
    catalogue_.note_path(sha_of(1), folder_ / "a.mp4");
    ASSERT_EQ(catalogue_.missing_videos().size(), 1U);  // Of the second no file ever was.
    EXPECT_EQ(catalogue_.missing_videos()[0].id, 2);
    EXPECT_EQ(catalogue_.missing_videos()[0].bytes, std::nullopt);
    std::filesystem::remove(folder_ / "a.mp4");
    ASSERT_EQ(catalogue_.missing_videos().size(), 2U);
    EXPECT_EQ(catalogue_.missing_videos()[0].bytes, 5);
}

TEST_F(Marks, RefuseADayThatIsNone) {
    for (const char* day : {"2024-02-30", "2024", "now"})
        EXPECT_EQ(kind_thrown([&] {
                      catalogue_.set_publication(1, {day, std::nullopt});
                  }),
                  ErrorKind::unsupported)
            << day;
}

}  // namespace
}  // namespace sourcereel::catalogue
