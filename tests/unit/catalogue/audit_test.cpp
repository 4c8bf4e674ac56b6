#include "catalogue/audit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "unit/catalogue/samples.h"

namespace sourcereel::catalogue {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A catalogue with three rows in its audit table.
void make_chain(const std::filesystem::path& file) {
    Catalogue catalogue = Catalogue::open(file, Access::read_write);
    AnalysedVideo video = video_of(1);
    video.md5 = "0123456789abcdef0123456789abcdef";
    catalogue.store(video);
    catalogue.store(video_of(1, "other settings"));
    catalogue.append_audit({"verified", sha_of(2), "report in /tmp/r"});
}

/// What check() says after `sql` ran on the raw file without its triggers.
std::vector<std::string> after(const std::string& sql) {
    const TempFolder folder;
    make_chain(folder / "c.db");
    {
        const Connection raw{folder / "c.db", OpenMode::read_write};
        raw.execute("DROP TRIGGER audit_keeps_rows; DROP TRIGGER audit_keeps_words;" + sql);
    }
    return Catalogue::open(folder / "c.db", Access::read_only).check();
}

TEST(Audit, SaysWhatWasDoneInOrder) {
    const TempFolder folder;
    make_chain(folder / "c.db");
    const Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_only);
    const std::vector<AuditRow> rows = catalogue.audit();
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].entry.action, "added");
    EXPECT_EQ(rows[0].entry.subject, sha_of(1));
    EXPECT_THAT(rows[0].entry.detail, HasSubstr("md5 0123456789abcdef0123456789abcdef"));
    EXPECT_EQ(rows[1].entry.action, "replaced");
    EXPECT_EQ(rows[2].entry.action, "verified");
    EXPECT_EQ(rows[1].previous, rows[0].hash);
    EXPECT_EQ(rows[2].previous, rows[1].hash);
    EXPECT_THAT(catalogue.check(), IsEmpty());
}

TEST(Audit, RowsCanNeitherBeChangedNorRemoved) {
    const TempFolder folder;
    make_chain(folder / "c.db");
    const Connection raw{folder / "c.db", OpenMode::read_write};
    for (const char* sql :
         {"DELETE FROM audit", "UPDATE audit SET detail = ''", "DELETE FROM audit WHERE audit_id = 3"})
        EXPECT_THROW(raw.execute(sql), Error) << sql;
    EXPECT_EQ(raw.number("SELECT count(*) FROM audit"), 3);
}

TEST(Audit, ARowThatWasChangedAllTheSameIsFound) {
    EXPECT_THAT(after("UPDATE audit SET detail = 'nothing' WHERE audit_id = 2"),
                ElementsAre("audit row 2 was changed after it was written"));
    EXPECT_THAT(after("UPDATE audit SET done_at = '2020-01-01T00:00:00Z' WHERE audit_id = 1"),
                Contains(HasSubstr("row 1 was changed")));
}

TEST(Audit, ARowThatWasTakenOutIsFound) {
    EXPECT_THAT(after("DELETE FROM audit WHERE audit_id = 2"), Contains(HasSubstr("row 3 are missing")));
    EXPECT_THAT(after("DELETE FROM audit WHERE audit_id = 1"), Contains(HasSubstr("row 2 does not follow")));
    EXPECT_THAT(
        after("DELETE FROM audit WHERE audit_id = 2; UPDATE audit SET audit_id = 2 WHERE audit_id = 3"),
        ElementsAre("audit row 2 does not follow the row before it"));
}

TEST(Audit, StoringTheSameAgainLeavesNoRow) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    catalogue.store(video_of(1));
    catalogue.store(video_of(1));
    EXPECT_EQ(catalogue.audit().size(), 1U);
}

}  // namespace
}  // namespace sourcereel::catalogue
