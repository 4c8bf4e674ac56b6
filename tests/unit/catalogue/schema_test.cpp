#include "catalogue/schema.h"

#include <sys/wait.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "unit/catalogue/samples.h"

namespace sourcereel::catalogue {
namespace {

namespace fs = std::filesystem;

/// The version after ours.
constexpr int kNext = kSchemaVersion + 1;

/// Every table, index and trigger, as its SQL.
std::vector<std::string> schema_of(const Connection& connection) {
    std::vector<std::string> all;
    Statement statement =
        connection.prepare("SELECT type || name || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
    while (statement.step()) all.push_back(statement.text(0));
    return all;
}

TEST(Schema, MarksTheFileAsOursWithItsVersion) {
    const TempFolder folder;
    Catalogue::open(folder / "c.db", Access::read_write);
    const Connection raw{folder / "c.db", OpenMode::read_only};
    EXPECT_EQ(raw.number("PRAGMA application_id"), kApplicationId);
    EXPECT_EQ(raw.number("PRAGMA user_version"), kSchemaVersion);
}

TEST(Schema, UpgradesShippedLeadToItsVersionOneByOne) {
    int version = 1;
    for (const Upgrade& upgrade : shipped_upgrades()) EXPECT_EQ(upgrade.to, ++version);
    EXPECT_EQ(version, kSchemaVersion);
}

TEST(Schema, AnUpgradedFileEqualsAFreshOne) {
    const TempFolder folder;
    constexpr std::string_view kAddNotes = "CREATE TABLE letter (text TEXT NOT NULL) STRICT;";
    constexpr std::string_view kIndexNotes = "CREATE INDEX letter_by_text ON letter (text);";
    { Catalogue::open(folder / "old.db", Access::read_write).store(video_of(1)); }
    const Connection old{folder / "old.db", OpenMode::read_write};
    const Connection fresh{folder / "fresh.db", OpenMode::create};
    create_schema(fresh);
    fresh.execute(std::string(kAddNotes) + std::string(kIndexNotes));
    upgrade_schema(old, {{kNext, kAddNotes}, {kNext + 1, kIndexNotes}}, kNext + 1);
    EXPECT_EQ(old.number("PRAGMA user_version"), kNext + 1);
    EXPECT_EQ(old.number("PRAGMA foreign_keys"), 1);
    EXPECT_EQ(schema_of(old), schema_of(fresh));
    EXPECT_EQ(old.number("SELECT count(*) FROM video"), 1);
    upgrade_schema(old, {{kNext, kAddNotes}, {kNext + 1, kIndexNotes}}, kNext + 1);  // has nothing left to do
}

/// A catalogue as the first program made it, with a text that search folds otherwise today.
void make_version_1(const fs::path& file) {
    const Connection old{file, OpenMode::create};
    old.execute(bytes_of(fs::path(SOURCEREEL_OLD_SCHEMAS) / "0001.sql"));
    old.execute(
        "INSERT INTO video VALUES (1, printf('%064d', 7), 1280, 720, 1, 25, 100, 100, 25.0, 0, 'h264', "
        "'mov', 0,"
        " 1.0, 't', 'o', 'v', '2026-01-02T03:04:05Z');"
        "INSERT INTO video_path (video_id, path, seen_at) VALUES (1, '/v/a.mp4', '2026-01-02T03:04:05Z');"
        "INSERT INTO text_track VALUES (5, 1, 0, 'caption', 0, 50, 0, 50, 1, 2, 3, 4, 'Ёлка', .5, 'Cyrillic',"
        " 'rus', 1, 2, 'ёлка', '', '');"
        "INSERT INTO text_track VALUES (3, 1, 1, 'watermark', 0, 50, 0, 50, 1, 2, 3, 4, '@one', .5, 'Latin',"
        " 'eng', 1, 2, '@one', '', 'one');"
        "INSERT INTO reading VALUES (5, 0, 'e', 'Ёлка', .5); INSERT INTO reading VALUES (3, 0, 'e', '@one', "
        ".5);"
        "INSERT INTO text_track_path VALUES (3, 0, 0, 7, 8);"
        "INSERT INTO handle_mention VALUES (3, 0, '@one', 'one', 'one', NULL, 'exact');");
}

TEST(Schema, AFileOfTheFirstProgramIsTakenForward) {
    const TempFolder folder;
    make_version_1(folder / "old.db");
    const Migration done = Catalogue::migrate(folder / "old.db");
    EXPECT_EQ(done.from, 1);
    EXPECT_EQ(done.to, kSchemaVersion);
    {
        const Connection fresh{folder / "fresh.db", OpenMode::create};
        create_schema(fresh);
        EXPECT_EQ(schema_of(Connection{folder / "old.db", OpenMode::read_only}), schema_of(fresh));
    }
    const Catalogue catalogue = Catalogue::open(folder / "old.db", Access::read_only);
    EXPECT_THAT(catalogue.check(), testing::IsEmpty());
    const SearchResult found = catalogue.search(parse_query("елка"), 9, 0);
    ASSERT_EQ(found.total, 1);
    EXPECT_EQ(found.hits[0].track.readings.size(), 1U);
    const SearchResult mark = catalogue.search(parse_query("handle:one"), 9, 0);
    ASSERT_EQ(mark.total, 1);
    EXPECT_EQ(mark.hits[0].track.path.size(), 1U);
    EXPECT_EQ(mark.hits[0].track.handles.size(), 1U);
    EXPECT_EQ(catalogue.search(Query{}, 9, 0).total, 2);
}

TEST(Schema, AFileOfVersionThreeKeepsItsMarksAndGetsPlaceForVerdicts) {
    const TempFolder folder;
    {
        const Connection old{folder / "old.db", OpenMode::create};
        old.execute(bytes_of(fs::path(SOURCEREEL_OLD_SCHEMAS) / "0003.sql"));
        old.execute(
            "INSERT INTO video VALUES (1, printf('%064d', 7), 1280, 720, 1, 25, 100, 100, 25.0, 0, 'h264',"
            " 'mov', 0, 1.0, 't', 'o', 'v', '2026-01-02T03:04:05Z');"
            "INSERT INTO video_path (video_id, path, seen_at) VALUES (1, '/v/a.mp4', '2026-01-02T03:04:05Z');"
            "INSERT INTO tag VALUES (1, 'seen', 'Seen', '2026-01-02T03:04:05Z');"
            "INSERT INTO note VALUES (1, 1, 0, 9, 'words', '2026-01-02T03:04:05Z');"
            "INSERT INTO saved_search VALUES ('mine', 'tag:seen', '2026-01-02T03:04:05Z');");
    }
    Catalogue catalogue = Catalogue::open(folder / "old.db", Access::read_write);
    {
        const Connection fresh{folder / "fresh.db", OpenMode::create};
        create_schema(fresh);
        EXPECT_EQ(schema_of(Connection{folder / "old.db", OpenMode::read_only}), schema_of(fresh));
    }
    EXPECT_THAT(catalogue.tags(1), testing::ElementsAre("Seen"));
    EXPECT_EQ(catalogue.notes(1).size(), 1U);
    EXPECT_EQ(catalogue.saved_searches().size(), 1U);
    catalogue.add_tag(1, NoteRange{0, 9}, "new");
    EXPECT_EQ(catalogue.videos(parse_query("tag:new tag:seen"), {}).total, 1);
    EXPECT_THAT(catalogue.check(), testing::IsEmpty());
}

TEST(Schema, AFailedUpgradeLeavesTheVersionBefore) {
    const TempFolder folder;
    const Connection connection{folder / "c.db", OpenMode::create};
    create_schema(connection);
    const auto before = schema_of(connection);
    EXPECT_EQ(kind_thrown([&] {
                  upgrade_schema(connection,
                                 {{kNext, "CREATE TABLE letter (text TEXT); SELECT no_such_column;"}}, kNext);
              }),
              ErrorKind::internal);
    EXPECT_EQ(connection.number("PRAGMA user_version"), kSchemaVersion);
    EXPECT_EQ(schema_of(connection), before);
}

TEST(Schema, AnUpgradeThatBreaksReferencesIsUndone) {
    const TempFolder folder;
    { Catalogue::open(folder / "c.db", Access::read_write).store(video_of(1)); }
    const Connection connection{folder / "c.db", OpenMode::read_write};
    EXPECT_EQ(kind_thrown([&] {
                  upgrade_schema(connection, {{kNext, "DELETE FROM video;"}}, kNext);
              }),
              ErrorKind::internal);
    EXPECT_EQ(connection.number("SELECT count(*) FROM video"), 1);
}

TEST(Schema, AMissingUpgradeIsNamed) {
    const TempFolder folder;
    const Connection connection{folder / "c.db", OpenMode::create};
    create_schema(connection);
    EXPECT_EQ(kind_thrown([&] { upgrade_schema(connection, {}, kNext); }), ErrorKind::unsupported);
}

TEST(Open, RefusesAFileOfANewerProgramAndLeavesItUntouched) {
    const TempFolder folder;
    Catalogue::open(folder / "c.db", Access::read_write);
    {
        const Connection raw{folder / "c.db", OpenMode::read_write};
        raw.execute("PRAGMA user_version = 99");
    }
    const std::string before = bytes_of(folder / "c.db");
    for (const Access access : {Access::read_only, Access::read_write})
        EXPECT_EQ(kind_thrown([&] { Catalogue::open(folder / "c.db", access); }), ErrorKind::unsupported);
    EXPECT_EQ(bytes_of(folder / "c.db"), before);
    EXPECT_FALSE(fs::exists(folder / "c.db-wal"));
}

TEST(Open, ReadOnlyDoesNotTakeAnOlderFileForward) {
    const TempFolder folder;
    Catalogue::open(folder / "c.db", Access::read_write);
    {
        const Connection raw{folder / "c.db", OpenMode::read_write};
        raw.execute("PRAGMA user_version = 0");
    }
    try {
        Catalogue::open(folder / "c.db", Access::read_only);
        FAIL() << "it was opened";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::unsupported);
        EXPECT_THAT(error.what(), testing::HasSubstr("older program"));
    }
}

TEST(Open, RefusesWhatIsNoCatalogueAndLeavesItUntouched) {
    const TempFolder folder;
    std::ofstream(folder / "text.db") << "shopping list";
    std::ofstream(folder / "long.db") << std::string(8192, 'x');
    {
        const Connection other{folder / "other.db", OpenMode::create};
        other.execute("CREATE TABLE note (text TEXT)");
    }
    fs::create_directory(folder / "folder.db");
    for (const char* name : {"text.db", "long.db", "other.db", "folder.db"}) {
        const bool is_file = fs::is_regular_file(folder / name);
        const std::string before = is_file ? bytes_of(folder / name) : "";
        for (const Access access : {Access::read_only, Access::read_write})
            EXPECT_EQ(kind_thrown([&] { Catalogue::open(folder / name, access); }), ErrorKind::corrupt)
                << name;
        EXPECT_EQ(is_file ? bytes_of(folder / name) : "", before) << name;
    }
}

TEST(Open, ReadOnlyMakesNothing) {
    const TempFolder folder;
    EXPECT_EQ(kind_thrown([&] { Catalogue::open(folder / "sub/c.db", Access::read_only); }),
              ErrorKind::not_found);
    EXPECT_FALSE(fs::exists(folder / "sub"));
}

TEST(Open, ReadOnlyReadsAndCannotWrite) {
    const TempFolder folder;
    { Catalogue::open(folder / "c.db", Access::read_write).store(video_of(1)); }
    const std::string before = bytes_of(folder / "c.db");
    {
        Catalogue reader = Catalogue::open(folder / "c.db", Access::read_only);
        EXPECT_TRUE(reader.find("1"));
        EXPECT_EQ(kind_thrown([&] { reader.store(video_of(2)); }), ErrorKind::unsupported);
        EXPECT_EQ(reader.check(), std::vector<std::string>{});
    }
    EXPECT_EQ(bytes_of(folder / "c.db"), before);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder / "c.db.stills"), fs::directory_iterator{}), 1);
}

TEST(Open, ReadOnlyReadsInAFolderThatCannotBeWrittenTo) {
    const TempFolder folder;
    { Catalogue::open(folder / "c.db", Access::read_write).store(video_of(1)); }
    fs::permissions(folder / ".", fs::perms(0555));
    const pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && setuid(65534) != 0) _exit(2);  // root may write everywhere
        try {
            const Catalogue reader = Catalogue::open(folder / "c.db", Access::read_only);
            _exit(reader.find("1") && reader.search(Query{}, 1, 0).total == 0 ? 0 : 3);
        } catch (const std::exception& error) {
            std::fputs(error.what(), stderr);
            _exit(1);
        }
    }
    int status = 0;
    waitpid(child, &status, 0);
    fs::permissions(folder / ".", fs::perms(0755));
    EXPECT_EQ(status, 0);
}

TEST(Open, MakesTheFolderAndTakesAnyFileName) {
    const TempFolder folder;
    const fs::path file = folder / "новый ?a=b&c#d%41/ката лог.db";
    { Catalogue::open(file, Access::read_write).store(video_of(1)); }
    EXPECT_TRUE(fs::exists(file));
    EXPECT_TRUE(Catalogue::open(file, Access::read_only).find(sha_of(1)));
}

TEST(Open, UsesTheDurabilityThatTheHeaderPromises) {
    const TempFolder folder;
    Catalogue::open(folder / "c.db", Access::read_write);
    const Connection raw{folder / "c.db", OpenMode::read_only};
    Statement mode = raw.prepare("PRAGMA journal_mode");
    ASSERT_TRUE(mode.step());
    EXPECT_EQ(mode.text(0), "wal");
    EXPECT_EQ(raw.number("PRAGMA busy_timeout"), 30'000);
}

TEST(ErrorKinds, FollowWhatTheCallerCanDo) {
    EXPECT_EQ(kind_of(SQLITE_BUSY), ErrorKind::busy);
    EXPECT_EQ(kind_of(SQLITE_BUSY_SNAPSHOT), ErrorKind::busy);
    EXPECT_EQ(kind_of(SQLITE_FULL), ErrorKind::exhausted);
    EXPECT_EQ(kind_of(SQLITE_NOTADB), ErrorKind::corrupt);
    EXPECT_EQ(kind_of(SQLITE_CORRUPT_VTAB), ErrorKind::corrupt);
    EXPECT_EQ(kind_of(SQLITE_READONLY), ErrorKind::unsupported);
    EXPECT_EQ(kind_of(SQLITE_CONSTRAINT), ErrorKind::internal);
}

TEST(Version, NamesTheLibraryLoaded) {
    EXPECT_THAT(sqlite_version(), testing::MatchesRegex("SQLite 3\\..*"));
}

TEST(Migrate, SaysThatACurrentFileIsCurrentAndLeavesItAsItIs) {
    const TempFolder folder;
    { Catalogue::open(folder / "c.db", Access::read_write).store(video_of(1)); }
    const Migration done = Catalogue::migrate(folder / "c.db");
    EXPECT_EQ(done.from, kSchemaVersion);
    EXPECT_EQ(done.to, kSchemaVersion);
    EXPECT_EQ(Catalogue::open(folder / "c.db", Access::read_only).stats().videos, 1);
}

TEST(Migrate, MakesNothingWhereThereIsNoCatalogue) {
    const TempFolder folder;
    EXPECT_EQ(kind_thrown([&] { Catalogue::migrate(folder / "gone.db"); }), ErrorKind::not_found);
    EXPECT_FALSE(fs::exists(folder / "gone.db"));
    std::ofstream(folder / "empty.db") << "";
    EXPECT_EQ(kind_thrown([&] { Catalogue::migrate(folder / "empty.db"); }), ErrorKind::corrupt);
    EXPECT_EQ(fs::file_size(folder / "empty.db"), 0U);
}

TEST(Migrate, RefusesWhatItCannotTakeForward) {
    const TempFolder folder;
    Catalogue::open(folder / "c.db", Access::read_write);
    for (const int version : {0, 99}) {
        {
            const Connection raw{folder / "c.db", OpenMode::read_write};
            raw.execute("PRAGMA user_version = " + std::to_string(version));
        }
        EXPECT_EQ(kind_thrown([&] { Catalogue::migrate(folder / "c.db"); }), ErrorKind::unsupported);
        EXPECT_EQ((Connection{folder / "c.db", OpenMode::read_only}.number("PRAGMA user_version")), version);
    }
}

TEST(RequireCreatable, NamesTheFolderThatIsNone) {
    const TempFolder folder;
    std::ofstream(folder / "letter") << "Dear reader";
    Catalogue::require_creatable(folder / "new" / "deep" / "c.db");
    EXPECT_FALSE(fs::exists(folder / "new"));
    EXPECT_EQ(kind_thrown([&] { Catalogue::require_creatable(folder / "letter" / "c.db"); }),
              ErrorKind::unsupported);
}

}  // namespace
}  // namespace sourcereel::catalogue
