#include <filesystem>
#include <optional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/file_use.h"
#include "catalogue/key_list.h"
#include "catalogue/sqlite.h"
#include "support/temp_folder.h"

namespace sourcereel::catalogue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Statement, KeepsNothingForWhoeverAsksForTheSameSqlNext) {
    const Connection connection = Connection::temporary();
    {
        Statement first = connection.prepare("SELECT ?1");
        first.bind("text");
        ASSERT_TRUE(first.step());
        // While one is in use another is made.
        Statement second = connection.prepare("SELECT ?1");
        ASSERT_TRUE(second.step());
        EXPECT_TRUE(second.is_null(0));
        EXPECT_EQ(first.text(0), "text");
    }
    for (int i = 0; i < 2; ++i) {
        Statement again = connection.prepare("SELECT ?1");
        ASSERT_TRUE(again.step());
        EXPECT_TRUE(again.is_null(0));
    }
}

TEST(Statement, IsOverWhenItIsGone) {
    const Connection connection = Connection::temporary();
    connection.execute("CREATE TABLE t (a)");
    connection.execute("INSERT INTO t VALUES (1), (2)");
    {
        Statement rows = connection.prepare("SELECT a FROM t");
        ASSERT_TRUE(rows.step());
        EXPECT_THROW(connection.execute("VACUUM"), Error);  // What an unfinished statement does.
    }
    EXPECT_NO_THROW(connection.execute("VACUUM"));
}

TEST(Statement, FollowsAChangeOfTheSchema) {
    const Connection connection = Connection::temporary();
    connection.execute("CREATE TABLE t (a)");
    EXPECT_EQ(connection.number("SELECT count(*) FROM t"), 0);
    connection.execute("DROP TABLE t");
    EXPECT_THROW(connection.number("SELECT count(*) FROM t"), Error);
    connection.execute("CREATE TABLE t (a, b)");
    connection.execute("INSERT INTO t VALUES (1, 2)");
    EXPECT_EQ(connection.number("SELECT count(*) FROM t"), 1);
}

TEST(FileUse, IsOfTheFileWhateverItsName) {
    const support::TempFolder folder;
    std::optional<Connection> connection{std::in_place, folder / "c.db", OpenMode::create};
    connection->execute("CREATE TABLE t (a)");
    std::filesystem::create_hard_link(folder / "c.db", folder / "linked.db");
    const auto is_looked_at = [&](const char* name) {
        bool looked = false;
        look_unless_in_use(folder / name, [&] { looked = true; });
        return looked;
    };
    EXPECT_FALSE(is_looked_at("c.db"));
    EXPECT_FALSE(is_looked_at("linked.db"));
    EXPECT_TRUE(is_looked_at("other.db"));
    connection.reset();
    EXPECT_TRUE(is_looked_at("linked.db"));
}

TEST(KeyList, IsAscending) {
    const Connection connection = Connection::temporary();
    define_put_keys(connection);
    Statement some = connection.prepare("SELECT put_keys(column1, ?) FROM (VALUES (30), (-1), (20))");
    EXPECT_THAT(keys_of(some), ElementsAre(-1, 20, 30));
    EXPECT_THAT(keys_of(some), ElementsAre(-1, 20, 30));
    Statement none = connection.prepare("SELECT put_keys(1, ?) WHERE 0");
    EXPECT_THAT(keys_of(none), IsEmpty());
    EXPECT_THROW(connection.number("SELECT put_keys(1, 2)"), Error);
}

}  // namespace
}  // namespace sourcereel::catalogue
