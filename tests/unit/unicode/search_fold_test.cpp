#include "unicode/search_fold.h"

#include <gtest/gtest.h>

namespace sourcereel::unicode {
namespace {

TEST(SearchFold, LeavesOutWhatWritersLeaveOut) {
    EXPECT_EQ(search_fold("Élysée"), "elysee");
    EXPECT_EQ(search_fold("e\u0301\u0302t"), "et");
    EXPECT_EQ(search_fold("ВСЁ"), "все");
    EXPECT_EQ(search_fold("Ελλάδα"), "ελλαδα");
    EXPECT_EQ(search_fold("الأخبار"), search_fold("الاخبار"));
    EXPECT_EQ(search_fold("قُلْتُ"), "قلت");
    EXPECT_EQ(search_fold("محـــمد"), "محمد");
    EXPECT_EQ(search_fold("مدرسة"), search_fold("مدرسه"));
}

TEST(SearchFold, KeepsLettersApartThatAreOthers) {
    EXPECT_NE(search_fold("йод"), search_fold("иод"));
    EXPECT_NE(search_fold("が"), search_fold("か"));
    EXPECT_EQ(search_fold("हिन्दी"), "हिन्दी");
    EXPECT_EQ(search_fold("서울"), "서울");
}

TEST(SearchFold, MakesPunctuationSpaces) {
    EXPECT_EQ(search_fold("t.me/rus_news"), "t me rus news");
    EXPECT_EQ(search_fold("서울, 뉴스"), "서울  뉴스");
    EXPECT_EQ(search_fold(""), "");
}

}  // namespace
}  // namespace sourcereel::unicode
