#include "unicode/charset.h"

#include <gtest/gtest.h>

namespace sourcereel::unicode {
namespace {

TEST(Charset, ByteOrderMarksAreKnown) {
    EXPECT_EQ(charset_of_mark("\xEF\xBB\xBFx"), "UTF-8");
    EXPECT_EQ(charset_of_mark("\xFF\xFEx"), "UTF-16LE");
    EXPECT_EQ(charset_of_mark("\xFE\xFFx"), "UTF-16BE");
    EXPECT_EQ(charset_of_mark("x"), std::nullopt);
}

TEST(Charset, NamesMeanWhatBrowsersTakeThemFor) {
    EXPECT_EQ(from_charset("\x93\xE9\x94", "ISO-8859-1"), "“é”");
    EXPECT_EQ(from_charset("\xC4\xE0", " windows-1251 "), "Да");
    EXPECT_EQ(from_charset("\xD6\xD0", "GB2312"), "中");
    EXPECT_EQ(from_charset("\xEF\xBB\xBF"
                           "a\xFF",
                           "utf8"),
              "a\uFFFD");
    EXPECT_EQ(from_charset("a", "no-such-set"), std::nullopt);
    EXPECT_EQ(from_charset("+ADw-", "utf-7"), std::nullopt);
    EXPECT_EQ(from_charset("a", ""), std::nullopt);
}

TEST(Charset, OnlyWellFormedBytesAreUtf8) {
    EXPECT_TRUE(is_utf8("Да, 中, é"));
    EXPECT_FALSE(is_utf8("\xC3"));
    EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
}

}  // namespace
}  // namespace sourcereel::unicode
