#include "text/plausibility.h"

#include <gtest/gtest.h>

namespace sourcereel::text {
namespace {

TEST(Plausibility, AShortTextMustBeSurerThanALongOne) {
    EXPECT_FALSE(is_plausible("any", 0.80));
    EXPECT_TRUE(is_plausible("any", 0.90));
    EXPECT_TRUE(is_plausible("Storm closes the harbour", 0.65));
    EXPECT_FALSE(is_plausible("Storm closes the harbour", 0.50));
}

TEST(Plausibility, MarksAloneAreNoText) {
    EXPECT_FALSE(is_plausible("~ -- | ;", 0.99));
}

TEST(Plausibility, AnAccountNameIsBelievedWithLess) {
    EXPECT_TRUE(is_plausible("@rnintel", 0.45));
    EXPECT_FALSE(is_plausible("rnintel", 0.45));
}

TEST(Plausibility, ANameWithLettersThatLookAlikeIsKnownAsSuch) {
    for (const char* name : {"@IlIntel_O0", "@a1_reporters", "@time0_zulu", "@Storm_lamp", "@llama_x",
                             "@Intel_x", "@mi11ennium"})
        EXPECT_TRUE(has_look_alikes(name)) << name;
    for (const char* name : {"@nexta_live", "@visegrad24", "@AJEnglish", "@BRICSinfo", "@kyiv_tram_11",
                             "@gulls", "All of it, 10 times"})
        EXPECT_FALSE(has_look_alikes(name)) << name;
}

TEST(Plausibility, AGuestReadingLatinLettersIsLowered) {
    EXPECT_LT(plausible_confidence("Officials declined", 0.9, "chi_sim"), 0.8);
    EXPECT_DOUBLE_EQ(plausible_confidence("Officials declined", 0.9, "eng"), 0.9);
    EXPECT_LT(plausible_confidence("Вrеaking", 0.9, "rus"), 0.9);
}

}  // namespace
}  // namespace sourcereel::text
