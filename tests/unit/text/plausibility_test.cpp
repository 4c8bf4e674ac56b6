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

TEST(Plausibility, AGuestReadingLatinLettersIsLowered) {
    EXPECT_LT(plausible_confidence("Officials declined", 0.9, "chi_sim"), 0.8);
    EXPECT_DOUBLE_EQ(plausible_confidence("Officials declined", 0.9, "eng"), 0.9);
    EXPECT_LT(plausible_confidence("Вrеaking", 0.9, "rus"), 0.9);
}

}  // namespace
}  // namespace sourcereel::text
