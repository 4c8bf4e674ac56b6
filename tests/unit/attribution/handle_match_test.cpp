#include "attribution/handle_match.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace sourcereel::attribution {
namespace {

constexpr double kUnsure = 0.6;
constexpr double kSure = 0.95;

HandleMatch read(std::string_view seen, std::string_view claimed, double confidence = kSure) {
    return compare_handles(seen, claimed, NameOrigin::reading, confidence);
}
HandleMatch stated(std::string_view seen, std::string_view claimed) {
    return compare_handles(seen, claimed, NameOrigin::metadata);
}

TEST(HandleMatch, CaseAndTheAtSignDoNotCount) {
    for (const char* seen :
         {"HarborWatch", "@harborwatch", "＠HARBORWATCH", "© HarborWatch", " @HarborWatch "}) {
        EXPECT_EQ(read(seen, "@HarborWatch"), HandleMatch::exact) << seen;
        EXPECT_EQ(stated(seen, "harborwatch"), HandleMatch::exact) << seen;
    }
}

TEST(HandleMatch, WhatEnginesConfuseIsAmbiguousWhereTheReadingIsUnsure) {
    const std::vector<std::pair<const char*, const char*>> pairs{{"Harb0rWatch", "HarborWatch"},
                                                                 {"BRlCSinfo", "BRICSinfo"},
                                                                 {"BR1CSinfo", "BRICSinfo"},
                                                                 {"stonn_desk", "stonn-desk"},
                                                                 {"modem_tv", "modern_tv"},
                                                                 {"vvave", "wave"},
                                                                 {"eclge", "edge"},
                                                                 {"new5desk", "newsdesk"},
                                                                 {"8eacon", "Beacon"}};
    for (const auto& [seen, claimed] : pairs) {
        EXPECT_EQ(read(seen, claimed, kUnsure), HandleMatch::ambiguous_ocr) << seen;
        EXPECT_EQ(read(claimed, seen, kUnsure), HandleMatch::ambiguous_ocr) << claimed;
        EXPECT_EQ(read(seen, claimed, kSure), HandleMatch::near) << seen;
    }
}

TEST(HandleMatch, AReadingIsNeverAnAlarm) {
    for (const double confidence : {0.0, kUnsure, kSure, 1.0}) {
        EXPECT_EQ(read("ВRICSinfо", "BRICSinfo", confidence), HandleMatch::ambiguous_ocr);  // Cyrillic В, о
        EXPECT_NE(read("BRlCSinfo", "BRICSinfo", confidence), HandleMatch::lookalike);
    }
}

TEST(HandleMatch, MetadataInLettersThatLookTheSameIsAnAlarm) {
    for (const char* forged : {"BRlCSinfo", "ВRICSinfo", "BRICSinfо", "ＢRICSinfo", "BRI\u200dCSinfo"})
        EXPECT_EQ(stated(forged, "BRICSinfo"), HandleMatch::lookalike) << forged;
    EXPECT_EQ(stated("\u212Aremlin", "kremlin"), HandleMatch::lookalike);  // The Kelvin sign folds to k.
}

TEST(HandleMatch, OneOrTwoEditsAreNearAndNoMore) {
    EXPECT_EQ(stated("HarborWatch1", "HarborWatch"), HandleMatch::near);
    EXPECT_EQ(stated("HarborWatcher", "HarborWatch"), HandleMatch::near);
    EXPECT_EQ(stated("HarborWatchers", "HarborWatch"), HandleMatch::none);
    EXPECT_EQ(stated("bat", "cat"), HandleMatch::near);
    EXPECT_EQ(stated("dog", "cat"), HandleMatch::none);
    EXPECT_EQ(stated("ab", "ac"), HandleMatch::none);
}

TEST(HandleMatch, NamesOfOtherScriptsAreComparedToo) {
    EXPECT_EQ(read("央视新闻", "@央视新闻"), HandleMatch::exact);
    EXPECT_EQ(read("НОВОСТИ24", "новости24"), HandleMatch::exact);
    EXPECT_EQ(read("央视财经", "央视新闻"), HandleMatch::none);
}

TEST(HandleMatch, NothingEqualsNothing) {
    EXPECT_EQ(read("", ""), HandleMatch::none);
    EXPECT_EQ(read("@", "@"), HandleMatch::none);
    EXPECT_EQ(stated(std::string(1000000, 'a'), "a"), HandleMatch::none);
}

TEST(HandleMatch, HoldsItsPropertiesForRandomNames) {
    std::mt19937 random(7);
    const std::string letters = "abcdIl10O5S8B_-rnmvwcd.Z";
    const auto any_name = [&] {
        std::string name;
        const std::size_t length = 1 + random() % 12;
        for (std::size_t i = 0; i < length; ++i) name += letters[random() % letters.size()];
        return name;
    };
    for (int n = 0; n < 5000; ++n) {
        const std::string a = any_name();
        std::string b = n % 2 == 0 ? any_name() : a;
        if (n % 4 == 1) b[random() % b.size()] = letters[random() % letters.size()];
        EXPECT_EQ(read(a, a), HandleMatch::exact) << a;
        EXPECT_EQ(read(a, b, kUnsure), read(b, a, kUnsure)) << a << " " << b;
        EXPECT_EQ(stated(a, b), stated(b, a)) << a << " " << b;
        // A surer reading never makes an exact match of one that is none.
        EXPECT_EQ(read(a, b, kUnsure) == HandleMatch::exact, read(a, b, kSure) == HandleMatch::exact)
            << a << " " << b;
        EXPECT_EQ(read(a, b) == HandleMatch::exact, stated(a, b) == HandleMatch::exact) << a << " " << b;
        EXPECT_NE(stated(a, b), HandleMatch::ambiguous_ocr);
        EXPECT_NE(read(a, b), HandleMatch::lookalike);
    }
}

TEST(PossibleName, FollowsThePlatform) {
    EXPECT_TRUE(is_possible_name("BRICSinfo", "x"));
    EXPECT_FALSE(is_possible_name("sixteen_letters_", "x"));
    EXPECT_FALSE(is_possible_name("dot.ted", "x"));
    EXPECT_TRUE(is_possible_name("dot.ted", "instagram"));
    EXPECT_FALSE(is_possible_name("dot..ted", "instagram"));
    EXPECT_FALSE(is_possible_name("abc", "telegram"));
    EXPECT_FALSE(is_possible_name("1abcd", "telegram"));
    EXPECT_TRUE(is_possible_name("央视新闻", "youtube"));
    EXPECT_TRUE(is_possible_name("anything", "somewhere else"));
    EXPECT_FALSE(is_possible_name("", "x"));
    EXPECT_FALSE(is_possible_name("two words", ""));
}

}  // namespace
}  // namespace sourcereel::attribution
