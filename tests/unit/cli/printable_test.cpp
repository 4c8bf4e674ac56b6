#include "sourcereel/printable.h"

#include <gtest/gtest.h>

#include "unicode/fold.h"

namespace sourcereel::cli {
namespace {

TEST(Visible, EscapeSequencesDoNotReachTheTerminal) {
    EXPECT_EQ(visible("a\x1b[2Jb"), "a\\x1b[2Jb");
    EXPECT_EQ(visible(std::string("a\0b\x7f", 4)), "a\\x00b\\x7f");
    EXPECT_EQ(visible("line\nnext\ttab\r"), "line\\nnext\\ttab\\x0d");
    EXPECT_EQ(visible("\xC2\x9B"
                      "31m"),
              "\\u009b31m");  // The one-character form of ESC [.
}

TEST(Visible, MarksThatTurnTheDirectionAreShown) {
    EXPECT_EQ(visible("gpj.\xE2\x80\xAE"
                      "exe"),
              "gpj.\\u202eexe");
}

TEST(Visible, BytesThatAreNoUtf8AreShown) {
    EXPECT_EQ(visible("caf\xE9.mp4"), "caf\\xe9.mp4");
    EXPECT_EQ(visible("\xE2\x82"), "\\xe2\\x82");
    EXPECT_EQ(visible("\xC0\xAF"), "\\xc0\\xaf");
}

TEST(Visible, WordsOfAnyScriptStay) {
    for (const char* text : {"Источник", "서울시", "新闻", "الجزيرة", "\xEF\xBF\xBD"})
        EXPECT_EQ(visible(text), text);
}

TEST(Shorten, FitsAndSaysThatSomethingIsGone) {
    EXPECT_EQ(shorten("short", 5), "short");
    EXPECT_EQ(shorten("longer", 5), "long…");
    EXPECT_EQ(shorten("/a/long/path.mp4", 9, true), "…path.mp4");
    EXPECT_EQ(shorten("x", 0), "");
}

TEST(Shorten, CountsColumnsNotCharacters) {
    const std::string text = shorten("新闻新闻新闻", 6);
    EXPECT_EQ(text, "新闻…");
    EXPECT_LE(unicode::display_width(text), 6U);
}

TEST(ClockTime, RoundsOnceAndCarries) {
    EXPECT_EQ(clock_time(4.2714), "0:04.271");
    EXPECT_EQ(clock_time(59.9996), "1:00.000");
    EXPECT_EQ(clock_time(3723.5, 1), "1:02:03.5");
    EXPECT_EQ(clock_time(75, 0), "1:15");
    EXPECT_EQ(time_range(0, 7.8, 1), "0:00.0-0:07.8");
}

TEST(OneLine, LinesAreJoined) {
    EXPECT_EQ(one_line("one\ntwo"), "one / two");
}

}  // namespace
}  // namespace sourcereel::cli
