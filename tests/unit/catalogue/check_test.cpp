#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "catalogue/schema.h"
#include "unit/catalogue/samples.h"

namespace sourcereel::catalogue {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A healthy catalogue of two videos that a test then damages behind its back.
class Check : public testing::Test {
protected:
    Check() {
        AnalysedVideo video = video_of(1);
        video.tracks = {track_of("서울 word")};
        video.tracks[0].handles = {{"@a", "A", std::nullopt, "exact"}};
        Catalogue catalogue = Catalogue::open(folder_ / "c.db", Access::read_write);
        catalogue.store(video);
        catalogue.store(video_of(2));
    }
    void damage(const std::string& sql) const {
        const Connection raw{folder_ / "c.db", OpenMode::read_write};
        raw.execute("PRAGMA foreign_keys = OFF");
        raw.execute(sql);
    }
    std::vector<std::string> check() const {
        return Catalogue::open(folder_ / "c.db", Access::read_only).check();
    }
    fs::path stills() const { return folder_ / "c.db.stills"; }
    static void make_old(const fs::path& path) {
        fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(1));
    }

    TempFolder folder_;
};

TEST_F(Check, FindsNothingWhereNothingIsWrong) {
    EXPECT_THAT(check(), IsEmpty());
}

TEST_F(Check, SeesGapsBetweenShots) {
    damage("UPDATE shot SET begin_pts = 41 WHERE shot_index = 1 AND video_id = 1");
    EXPECT_THAT(check(), Contains(HasSubstr(sha_of(1) + ": shot 1 does not begin")));
}

TEST_F(Check, SeesShotsThatDoNotReachTheEnd) {
    damage("UPDATE video SET duration_pts = 101 WHERE video_id = 2");
    EXPECT_THAT(check(), Contains(HasSubstr(sha_of(2) + ": its shots do not end")));
}

TEST_F(Check, SeesAnIndexThatDiffersFromTheText) {
    damage("INSERT INTO text_index (rowid, words, cjk, handles) VALUES (77, 'ghost', '', '')");
    EXPECT_THAT(check(), Contains(HasSubstr("full-text index does not equal")));
}

TEST_F(Check, SeesAnIndexThatForgotAText) {
    damage(
        "INSERT INTO text_index (text_index, rowid, words, cjk, handles)"
        " SELECT 'delete', track_id, words, cjk, handles FROM text_track");
    EXPECT_THAT(check(), Contains(HasSubstr("full-text index does not equal")));
}

TEST_F(Check, SeesTextsThatAreSearchedByOtherWords) {
    for (const char* column : {"words", "cjk", "handles"}) {
        damage(std::string("UPDATE text_track SET ") + column + " = " + column + " || ' other'");
        EXPECT_THAT(check(), Contains(HasSubstr("text track 0 is searched by other words"))) << column;
        EXPECT_THAT(check(), Not(Contains(HasSubstr("full-text index"))))
            << "the triggers keep the index in step";
    }
    damage("UPDATE handle_mention SET handle_folded = 'z'");
    EXPECT_THAT(check(), Contains(HasSubstr("handle A is searched as z")));
}

TEST_F(Check, SeesRowsThatReferToNothing) {
    damage("DELETE FROM video WHERE video_id = 1");
    EXPECT_THAT(check(), Contains(HasSubstr("refers to no row of table video")));
}

TEST_F(Check, SeesTracksWithoutReadingAndVideosWithoutPath) {
    damage("DELETE FROM reading; DELETE FROM video_path WHERE video_id = 2");
    EXPECT_THAT(check(), Contains(HasSubstr("has no reading")));
    EXPECT_THAT(check(), Contains(HasSubstr(sha_of(2) + ": has no path")));
}

TEST_F(Check, SeesMissingAndEmptyStills) {
    fs::remove(stills() / sha_of(1) / "0001.jpg");
    fs::resize_file(stills() / sha_of(2) / "0002.jpg", 0);
    EXPECT_THAT(check(),
                testing::UnorderedElementsAre(HasSubstr(sha_of(1) + "/0001.jpg is missing"),
                                              HasSubstr(sha_of(2) + "/0002.jpg is missing or empty")));
}

TEST_F(Check, SeesFilesOfNoVideoOnceTheyAreOld) {
    fs::create_directories(stills() / sha_of(3));
    const fs::path orphan = stills() / sha_of(1) / "0099.jpg";
    std::ofstream(orphan) << "x";
    EXPECT_THAT(check(), IsEmpty()) << "somebody may be storing right now";
    make_old(orphan);
    make_old(stills() / sha_of(3));
    EXPECT_THAT(check(), testing::UnorderedElementsAre(HasSubstr("0099.jpg belongs to no video"),
                                                       HasSubstr(sha_of(3) + " belongs to no video")));
}

TEST_F(Check, SeesDamagedPages) {
    const auto size = static_cast<std::streamoff>(fs::file_size(folder_ / "c.db"));
    {
        std::fstream file{folder_ / "c.db", std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(4096 * 2);
        const std::string noise(static_cast<std::size_t>(size - 4096 * 2), '\x5A');
        file << noise;
    }
    EXPECT_THAT(check(), Not(IsEmpty()));
}

}  // namespace
}  // namespace sourcereel::catalogue
