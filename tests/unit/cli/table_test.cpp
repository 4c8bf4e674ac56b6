#include "sourcereel/table.h"

#include <gtest/gtest.h>

#include <sstream>

#include "sourcereel/terminal.h"
#include "unicode/fold.h"

namespace sourcereel::cli {
namespace {

std::size_t widest_line(const std::string& text) {
    std::istringstream lines(text);
    std::size_t widest = 0;
    for (std::string line; std::getline(lines, line);)
        widest = std::max(widest, unicode::display_width(line));
    return widest;
}

TEST(Table, ColumnsStandBelowEachOther) {
    Table table({{"n", Column::Align::right}, {"text"}});
    table.add({"7", "a"});
    table.add({"12", "bb"});
    EXPECT_EQ(table.render(80, false), " n  text\n 7  a\n12  bb\n");
}

TEST(Table, ALongTextGivesWayAndTheRestStays) {
    Table table({{"kind"},
                 {"text", Column::Align::left, Column::Room::flexible},
                 {"path", Column::Align::left, Column::Room::tail}});
    table.add({"watermark", std::string(200, 'x'), "/some/folder/" + std::string(100, 'y') + "/clip.mp4"});
    const std::string text = table.render(60, false);
    EXPECT_EQ(widest_line(text), 60U);
    EXPECT_NE(text.find("watermark"), std::string::npos);
    EXPECT_NE(text.find("clip.mp4"), std::string::npos);
}

TEST(Table, EvenFixedColumnsNeverPassTheWidth) {
    Table table({{"a"}, {"b"}});
    table.add({std::string(70, 'x'), std::string(70, 'y')});
    EXPECT_LE(widest_line(table.render(40, false)), 40U);
}

TEST(Table, WideCharactersCountTwice) {
    Table table({{"text", Column::Align::left, Column::Room::flexible}});
    table.add({"新闻联播新闻联播新闻联播新闻联播新闻联播新闻联播"});
    EXPECT_LE(widest_line(table.render(40, false)), 40U);
}

TEST(Table, CellsCannotControlTheTerminal) {
    Table table({{"text"}});
    table.add({"\x1b]0;title\x07"});
    EXPECT_EQ(table.render(80, false).find('\x1b'), std::string::npos);
    EXPECT_NE(table.render(80, true).find("\x1b[1m"), std::string::npos);
}

TEST(LineWidth, TheTerminalThenTheVariableThenEighty) {
    EXPECT_EQ(choose_width(132, "100"), 132U);
    EXPECT_EQ(choose_width(0, "100"), 100U);
    EXPECT_EQ(choose_width(0, std::nullopt), 80U);
    EXPECT_EQ(choose_width(0, "wide"), 80U);
    EXPECT_EQ(choose_width(5, std::nullopt), 40U);
}

}  // namespace
}  // namespace sourcereel::cli
