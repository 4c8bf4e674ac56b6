#include "unicode/fold.h"

#include <gtest/gtest.h>

namespace sourcereel::unicode {
namespace {

constexpr const char* kReplacement = "\xEF\xBF\xBD";

TEST(NfkcCasefold, MakesWordsOfEachScriptComparable) {
    EXPECT_EQ(nfkc_casefold("Ｂrics"), "brics");
    EXPECT_EQ(nfkc_casefold("STRASSE"), nfkc_casefold("Straße"));
    EXPECT_EQ(nfkc_casefold("МОСКВА"), "москва");
    EXPECT_EQ(nfkc_casefold("ΟΔΟΣ"), nfkc_casefold("οδος"));
    EXPECT_EQ(nfkc_casefold("e\u0301"), "é");              // combining accent composed
    EXPECT_EQ(nfkc_casefold("\u1112\u1161\u11AB"), "한");  // jamo composed
    EXPECT_EQ(nfkc_casefold("ｶﾞ"), "ガ");                  // half-width kana with its voicing mark
    EXPECT_EQ(nfkc_casefold("\uFEE1"), "م");               // Arabic presentation form
    EXPECT_EQ(nfkc_casefold("zero\u200Bwidth"), "zerowidth");
    EXPECT_EQ(nfkc_casefold(""), "");
}

TEST(NfkcCasefold, KeepsDiacriticsApart) {
    EXPECT_NE(nfkc_casefold("é"), nfkc_casefold("e"));
}

TEST(CodePoints, AreThoseOfTheText) {
    EXPECT_EQ(code_points("aé서😀"), U"aé서😀");
    EXPECT_EQ(code_points(""), U"");
    EXPECT_EQ(code_points(std::string_view("\0x", 2)), std::u32string(U"\0x", 2));
}

TEST(CodePoints, ReplaceWhatIsIllFormed) {
    EXPECT_EQ(code_points("a\x80z"), U"a\uFFFDz");                  // lone continuation
    EXPECT_EQ(code_points("\xC0\xAF"), U"\uFFFD\uFFFD");            // overlong
    EXPECT_EQ(code_points("\xED\xA0\x80"), U"\uFFFD\uFFFD\uFFFD");  // surrogate
    EXPECT_EQ(code_points("\xEC\x84"), U"\uFFFD");                  // cut short at the end
    EXPECT_EQ(code_points("\xF4\x90\x80\x80x").back(), U'x');       // past U+10FFFF
}

TEST(ToUtf8, ComesBackAndReplacesWhatIsNoCharacter) {
    EXPECT_EQ(to_utf8(U"aé서😀"), "aé서😀");
    EXPECT_EQ(to_utf8(U""), "");
    EXPECT_EQ(to_utf8(std::u32string{0xD800}), kReplacement);
    EXPECT_EQ(to_utf8(std::u32string{0x110000}), kReplacement);
}

TEST(ValidUtf8, LeavesGoodTextAndMendsTheRest) {
    EXPECT_EQ(valid_utf8("Москва 서울 é"), "Москва 서울 é");
    EXPECT_EQ(valid_utf8(std::string_view("a\0b", 3)), "ab");
    EXPECT_EQ(valid_utf8("a\xFFz"), std::string("a") + kReplacement + "z");
    EXPECT_EQ(valid_utf8(""), "");
}

TEST(CollapseSpaces, OneBetweenWordsNoneAtTheEnds) {
    EXPECT_EQ(collapse_spaces("  a \t\r\n b\u00A0c\u3000d "), "a b c d");
    EXPECT_EQ(collapse_spaces(" \n "), "");
    EXPECT_EQ(collapse_spaces(""), "");
    EXPECT_EQ(collapse_spaces("\xFF x"), std::string(kReplacement) + " x");
}

TEST(DominantScript, IsThatOfMostLetters) {
    EXPECT_EQ(dominant_script("Élysée"), "Latin");
    EXPECT_EQ(dominant_script("Россия 24 (RU)"), "Cyrillic");
    EXPECT_EQ(dominant_script("서울 news"), "Latin");
    EXPECT_EQ(dominant_script("서울시청 TV"), "Hangul");
    EXPECT_EQ(dominant_script("北京"), "Han");
    EXPECT_EQ(dominant_script("ひらがなカナ"), "Hiragana");
    EXPECT_EQ(dominant_script("カタカナー"), "Katakana");
    EXPECT_EQ(dominant_script("الجزيرة"), "Arabic");
}

TEST(DominantScript, IsTheFirstOfEqualOnesAndCommonWithoutLetters) {
    EXPECT_EQ(dominant_script("яя bb"), "Cyrillic");
    EXPECT_EQ(dominant_script("bb яя"), "Latin");
    EXPECT_EQ(dominant_script("12:30 — !"), "Common");
    EXPECT_EQ(dominant_script(""), "Common");
    EXPECT_EQ(dominant_script("\xFF\xFE"), "Common");
}

TEST(CjkBigrams, AreOverlappingPairsOfEachRun) {
    EXPECT_EQ(cjk_bigrams("서울시 a"), "서울 울시");
    EXPECT_EQ(cjk_bigrams("서울 시청"), "서울 시청");
    EXPECT_EQ(cjk_bigrams("习近平"), "习近 近平");
    EXPECT_EQ(cjk_bigrams("ニュース"), "ニュ ュー ース");  // the long-vowel mark is part of the word
    EXPECT_EQ(cjk_bigrams("東京タワー。"), "東京 京タ タワ ワー");
    EXPECT_EQ(cjk_bigrams("BTS방탄 2024年"), "방탄 年");
}

TEST(CjkBigrams, AreFoldedFirst) {
    EXPECT_EQ(cjk_bigrams("ﾆｭｰｽ"), cjk_bigrams("ニュース"));
    EXPECT_EQ(cjk_bigrams("\u1112\u1161\u11AB국"), "한국");
}

TEST(CjkBigrams, AreNoneWhereThereIsNoSuchScript) {
    EXPECT_EQ(cjk_bigrams("Reuters Москва الجزيرة 「」、。"), "");
    EXPECT_EQ(cjk_bigrams(""), "");
    EXPECT_EQ(cjk_bigrams("\xEC\x84"), "");
}

TEST(SeparateCjk, PutsASpaceOnlyWhereScriptsTouch) {
    EXPECT_EQ(separate_cjk("BTS방탄 2024年"), "BTS 방탄 2024 年");
    EXPECT_EQ(separate_cjk("서울abc서"), "서울 abc 서");
    EXPECT_EQ(separate_cjk("서울-abc"), "서울-abc");
    EXPECT_EQ(separate_cjk("か\u3099な"), "か\u3099な");  // a combining mark is no border
    EXPECT_EQ(separate_cjk("plain Ünï текст"), "plain Ünï текст");
    EXPECT_EQ(separate_cjk(""), "");
}

TEST(HasWord, NeedsALetterOrDigit) {
    for (const char* text : {"a", "-7", "é", "я", "서", "年", "ا", "(x)"})
        EXPECT_TRUE(has_word(text)) << text;
    for (const char* text : {"", " ", "—", "&", "…!?", "😀", "\xFF", "@_"})
        EXPECT_FALSE(has_word(text)) << text;
}

TEST(EditDistance, CountsCodePointsNotBytes) {
    EXPECT_EQ(edit_distance("", ""), 0U);
    EXPECT_EQ(edit_distance("", "서울"), 2U);
    EXPECT_EQ(edit_distance("서울", ""), 2U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
    EXPECT_EQ(edit_distance("Москва", "Москвa"), 1U);  // the last letter is Latin
    EXPECT_EQ(edit_distance("ab", "ba"), 2U);
    EXPECT_EQ(edit_distance("a\xFF", "a"), 1U);
}

TEST(DisplayWidth, IsWhatATerminalNeeds) {
    EXPECT_EQ(display_width(""), 0U);
    EXPECT_EQ(display_width("Élysée"), 6U);
    EXPECT_EQ(display_width("Москва"), 6U);
    EXPECT_EQ(display_width("서울 abc"), 8U);
    EXPECT_EQ(display_width("Ａ年"), 4U);
    EXPECT_EQ(display_width("e\u0301"), 1U);
    EXPECT_EQ(display_width("\u1112\u1161\u11AB"), 2U);
    EXPECT_EQ(display_width("ｶ"), 1U);
    EXPECT_EQ(display_width("a\u200Bb"), 2U);
    EXPECT_EQ(display_width("\xFF"), 1U);
}

}  // namespace
}  // namespace sourcereel::unicode
