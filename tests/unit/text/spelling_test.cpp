#include "text/spelling.h"

#include <gtest/gtest.h>

namespace sourcereel::text {
namespace {

TEST(NameSpelling, NoWordBeginsWithTwoStrokesBeforeAConsonant) {
    EXPECT_EQ(with_likely_capitals("@llmenau_news"), "@Ilmenau_news");
    EXPECT_EQ(with_likely_capitals("@IImenau"), "@Ilmenau");
    EXPECT_EQ(with_likely_capitals("@lllinois24"), "@Illinois24");
}

TEST(NameSpelling, CountriesBeginWithACapital) {
    EXPECT_EQ(with_likely_capitals("@news_lsrael"), "@news_Israel");
    EXPECT_EQ(with_likely_capitals("@lranwatch"), "@Iranwatch");
}

TEST(NameSpelling, WhatMayBeAWordOrAnAbbreviationStaysAsRead) {
    for (const char* name : {"@lena_live", "@llama", "@Iran", "@LilacLlama", "@ll", "@l", "@", "@1lena",
                             "@lviv24", "@lfc", "@lgbtnews", "@llc"})
        EXPECT_EQ(with_likely_capitals(name), name);
}

TEST(NameSpelling, NoWordHasAnLBeforeIntOrImp) {
    EXPECT_EQ(with_likely_capitals("@osintlntel"), "@osintIntel");
    EXPECT_EQ(with_likely_capitals("@lnfowatch"), "@Infowatch");
    EXPECT_EQ(with_likely_capitals("@lllntel_O0"), "@IlIntel_O0");
    EXPECT_EQ(with_likely_capitals("@globallmpact"), "@globalImpact");
    EXPECT_EQ(with_likely_capitals("@kilnstreet"), "@kilnstreet");
    EXPECT_EQ(with_likely_capitals("@alfalfa.film"), "@alfalfa.film");
}

TEST(NameSpelling, WordsThatAreNoNamesStay) {
    EXPECT_EQ(with_likely_capitals("lnfo"), "lnfo");
    EXPECT_EQ(with_likely_capitals(""), "");
}

TEST(CopyrightSign, StandsBeforeAYearAndAfterItsWord) {
    EXPECT_EQ(with_copyright_sign("Copyright @2013 Ann Quay"), "Copyright ©2013 Ann Quay");
    EXPECT_EQ(with_copyright_sign("COPYRIGHT @ Quay Films"), "COPYRIGHT © Quay Films");
    EXPECT_EQ(with_copyright_sign("@ 2024 Quay Films"), "© 2024 Quay Films");
    for (const char* text : {"@2013news", "@quay", "@24", "@1234.film", "Video: @quay", "@"})
        EXPECT_EQ(with_copyright_sign(text), text);
}

TEST(ClosedQuotes, WhatClosesAnOpenQuoteIsItsOther) {
    EXPECT_EQ(with_closed_quotes("паром «Заря >"), "паром «Заря»");
    EXPECT_EQ(with_closed_quotes("«Заря\" ушла"), "«Заря» ушла");
    for (const char* text : {"«Заря»", "a > b", "«Заря", "b > «Заря"})
        EXPECT_EQ(with_closed_quotes(text), text);
}

}  // namespace
}  // namespace sourcereel::text
