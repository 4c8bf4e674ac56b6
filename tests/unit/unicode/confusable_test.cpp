#include "unicode/confusable.h"

#include <gtest/gtest.h>

#include "unicode/fold.h"

namespace sourcereel::unicode {
namespace {

TEST(Confusable, LettersOfOtherScriptsThatLookTheSameShareASkeleton) {
    EXPECT_EQ(confusable_skeleton("pаypаl"), confusable_skeleton("paypal"));  // Cyrillic а
    EXPECT_EQ(confusable_skeleton("Il1"), confusable_skeleton("lIl"));
    EXPECT_NE(confusable_skeleton("paypal"), confusable_skeleton("papal"));
}

TEST(Confusable, BytesThatAreNoTextDoNotThrow) {
    EXPECT_EQ(confusable_skeleton("\xff\xfe"), confusable_skeleton("\xff\xfe"));
    EXPECT_EQ(confusable_skeleton(""), "");
}

TEST(NfcCasefold, KeepsWhatOnlyLooksTheSameApart) {
    EXPECT_EQ(nfc_casefold("BRICSinfo"), nfc_casefold("bricsINFO"));
    EXPECT_EQ(nfc_casefold("e\u0301"), nfc_casefold("\u00c9"));
    EXPECT_NE(nfc_casefold("ＢRICS"), nfc_casefold("BRICS"));
    EXPECT_NE(nfc_casefold("BRI\u200dCS"), nfc_casefold("BRICS"));
    EXPECT_EQ(nfkc_casefold("BRI\u200dCS"), nfkc_casefold("BRICS"));  // What the other fold would do.
}

}  // namespace
}  // namespace sourcereel::unicode
