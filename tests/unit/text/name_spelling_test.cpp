#include "text/name_spelling.h"

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

}  // namespace
}  // namespace sourcereel::text
