#include "text/candidate.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace sourcereel::text {
namespace {

Candidate candidate(const std::string& text, double confidence, const std::string& language = "eng",
                    const std::string& engine = kNetworkEngine) {
    return {engine, language, text, confidence, confidence, {}};
}

TEST(Candidate, ALineInTwoScriptsTakesNamesFromTheNetwork) {
    const auto mixed = in_two_scripts(candidate("ИcToyHnk: t.me/tihaya_gavan", 0.92),
                                      candidate("Источник: {.те/Шауа_дауап", 0.62, "rus", "tesseract"));
    ASSERT_TRUE(mixed);
    EXPECT_EQ(mixed->text, "Источник: t.me/tihaya_gavan");
    EXPECT_EQ(mixed->language, "rus");
    EXPECT_DOUBLE_EQ(mixed->plausible, 0.77);
}

TEST(Candidate, TheSpacesOfWhoeverKnowsWordsAreTakenIfTheLettersAreTheSame) {
    const auto spaced = [](const std::string& text, double confidence = 0.95) {
        return candidate(text, confidence, "eng", "tesseract");
    };
    EXPECT_TRUE(is_better_spaced(spaced("I counted 117 steps"), "Icounted 117 steps"));
    EXPECT_FALSE(is_better_spaced(spaced("I counted 117 steps", 0.8), "Icounted 117 steps"));
    EXPECT_FALSE(is_better_spaced(spaced("I counted 111 steps"), "Icounted 117 steps"));
    EXPECT_FALSE(is_better_spaced(spaced("Icounted"), "I counted"));
    EXPECT_FALSE(is_better_spaced(spaced("SH E"), "SHE"));
    EXPECT_FALSE(is_better_spaced(spaced("@harbour eye"), "@harboureye"));
    EXPECT_FALSE(is_better_spaced(candidate("I counted", 0.99), "Icounted"));
}

TEST(Candidate, CapitalsAndDigitsInsideOfWordsMayBeAnotherScript) {
    EXPECT_TRUE(may_be_disguise("TpUBaTUMyTb y noHeAinoK BiNcbKa"));
    EXPECT_TRUE(may_be_disguise("MaHHbie 15qenoBek"));
    EXPECT_FALSE(may_be_disguise("Copyright 2013 Brandon Castellano"));
    EXPECT_FALSE(may_be_disguise("The iPhone was found in the river"));
    EXPECT_FALSE(may_be_disguise("WE WILL NOT STOP"));
    EXPECT_FALSE(may_be_disguise(""));
}

TEST(Candidate, LettersSeenAlikeInTwoScriptsAreThoseOfTheOneThatHasSuchWords) {
    std::vector<Candidate> network{candidate("TpUBaTUMyTb y noHeAinoK BiNcbKa", 0.89)};
    std::vector<Candidate> others{candidate("Триватимуть у понеділок війська", 0.3, "ukr", "tesseract"),
                                  candidate("ЕОДА ПЫ", 0.3, "rus", "tesseract")};
    unmask_cyrillic(network, others);
    EXPECT_GT(others[0].plausible, 0.7);
    EXPECT_LT(network[0].plausible, others[0].plausible);
    EXPECT_EQ(others[1].plausible, 0.3);
}

TEST(Candidate, SureSmallLettersAreLatinCapitalsMayBeEither) {
    std::vector<Candidate> network{candidate("A Geneve ou pres", 0.99)};
    std::vector<Candidate> others{candidate("А Сепеуе оп рrез", 0.87, "rus", "tesseract")};
    unmask_cyrillic(network, others);
    EXPECT_EQ(network[0].plausible, 0.99);
    std::vector<Candidate> capitals{candidate("MOCKBA", 0.99)};
    std::vector<Candidate> russian{candidate("МОСКВА", 0.87, "rus", "tesseract")};
    unmask_cyrillic(capitals, russian);
    EXPECT_LE(capitals[0].plausible, 0.5);
}

TEST(Candidate, LatinWordsStayLatinThoughCyrillicDataFindALetterForEach) {
    std::vector<Candidate> network{candidate("Copyright 2013 Brandon Castellano", 0.89)};
    std::vector<Candidate> others{candidate("Соругіехї 2013 Вгапдоп Сазтеапо", 0.4, "ukr", "tesseract")};
    unmask_cyrillic(network, others);
    EXPECT_EQ(others[0].plausible, 0.4);
    EXPECT_EQ(network[0].plausible, 0.89);
}

TEST(Candidate, ALineInOneScriptIsNotMixed) {
    // No name; nothing but a name; other words; right to left.
    EXPECT_FALSE(in_two_scripts(candidate("CTopM 3akpbin", 0.9), candidate("Шторм закрыл", 0.8, "rus", "t")));
    EXPECT_FALSE(in_two_scripts(candidate("@storm_watch", 0.9), candidate("@сторм", 0.8, "rus", "t")));
    EXPECT_FALSE(in_two_scripts(candidate("a @name", 0.9), candidate("видео на имя", 0.8, "rus", "t")));
    EXPECT_FALSE(in_two_scripts(candidate("@name jl", 0.9), candidate("المصدر: name", 0.8, "ara", "t")));
}

TEST(Candidate, TheBeginningOfALongerNameIsAPiece) {
    const auto whole = candidate("@WarMgnilar3", 0.86);
    EXPECT_TRUE(is_piece_of_name(candidate("@WarM", 0.89), {candidate("@WarM", 0.89), whole}));
    EXPECT_FALSE(is_piece_of_name(whole, {candidate("@WarM", 0.89), whole}));
    EXPECT_FALSE(is_piece_of_name(candidate("@WarM", 0.89), {candidate("@WarMgnilar3", 0.4)}));
}

TEST(Candidate, ALetterTwiceInARowIsATwinMore) {
    EXPECT_TRUE(has_a_twin_more("@jjquill", "@jquill"));
    EXPECT_TRUE(has_a_twin_more("@gull", "@gul"));
    EXPECT_FALSE(has_a_twin_more("@jquill", "@jjquill"));
    EXPECT_FALSE(has_a_twin_more("@jaquill", "@jquill"));
    EXPECT_FALSE(has_a_twin_more("@jjquill", "@iquill"));
    EXPECT_FALSE(has_a_twin_more("gull", "gul"));
}

TEST(Candidate, ANameIsUndisputedWhereTwoEnginesReadItAlikeAndNoneOtherwise) {
    const auto seen = candidate("@quay.watch", 0.97);
    const auto alike = candidate("@Quay.watch", 0.6, "eng", "tesseract");
    const auto otherwise = candidate("@quaywatch", 0.9);
    EXPECT_TRUE(is_undisputed("@quay.watch", {seen, alike}));
    EXPECT_FALSE(is_undisputed("@quay.watch", {seen}));
    EXPECT_FALSE(is_undisputed("@quay.watch", {seen, alike, otherwise}));
    // What is like it in nothing, or read out of noise, is no other reading of it.
    EXPECT_TRUE(is_undisputed("@quay.watch", {seen, alike, candidate("те", 0.5, "rus", "tesseract")}));
    EXPECT_TRUE(
        is_undisputed("@quay.watch", {seen, alike, candidate("@quaymatch", 0.1, "rus", "tesseract")}));
}

TEST(Candidate, ALogoSeenAlikeTwiceIsBelievedWhereItStandsLong) {
    LineTrack line;
    line.agreement = 1;
    line.presence.examined = 50;
    const std::vector<Candidate> twice{candidate("CNBC", 0.71), candidate("ENBC", 0.64)};
    EXPECT_EQ(belief_in(twice, line, true), Belief::overlay);
    EXPECT_EQ(belief_in({candidate("CNBC", 0.71), candidate("sky", 0.64)}, line, true), Belief::none);
    line.presence.examined = 8;
    EXPECT_NE(belief_in(twice, line, true), Belief::overlay);
}

TEST(Candidate, WordsThatOnlyTheNetworkSeesAreScenery) {
    LineTrack line;
    line.agreement = 1;
    line.presence.examined = 10;
    EXPECT_EQ(belief_in({candidate("EXIT ONLY", 0.72)}, line, true), Belief::scenery);
    EXPECT_EQ(belief_in({candidate("EXIT ONLY", 0.9)}, line, true), Belief::overlay);
    EXPECT_EQ(belief_in({candidate("EXIT ONLY", 0.72, "eng", "tesseract")}, line, false), Belief::overlay);
}

}  // namespace
}  // namespace sourcereel::text
