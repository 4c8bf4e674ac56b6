#include "text/letter_marks.h"

#include <gtest/gtest.h>

namespace sourcereel::text {
namespace {

TEST(LetterMarks, AreTakenFromTheReadingThatKnowsThem) {
    EXPECT_EQ(with_marks_of("Prilis zlutoucky kun upel", "Příliš žluťoučký kůň úpěl"),
              "Příliš žluťoučký kůň úpěl");
    EXPECT_EQ(with_marks_of("Yiginla ogrenci", "Yığınla öğrenci"), "Yığınla öğrenci");
    EXPECT_EQ(with_marks_of("Die StraBe ist laut", "Die Straße ist laut"), "Die Straße ist laut");
    EXPECT_EQ(with_marks_of("eDonde esta el nino?", "¿Dónde está el niño?"), "¿Dónde está el niño?");
}

TEST(LetterMarks, LeaveEverythingElseAsItIs) {
    // The other engine's mistakes in plain letters, its spaces and its digits do not come with them.
    EXPECT_EQ(with_marks_of("Muller, 40 Jahre alt", "Müller,40 Jahre a1t"), "Müller, 40 Jahre alt");
    EXPECT_EQ(with_marks_of("Witnesses heard it", "Witnesses heard it"), "Witnesses heard it");
}

TEST(LetterMarks, ALetterTakesNoSpacesPlace) {
    EXPECT_EQ(with_marks_of("cozum icin gorusmelerin", "çözümřiçin görüşmelerin"), "çözüm için görüşmelerin");
}

TEST(LetterMarks, MarksAreSeenWhereALetterOrASentenceHasThem) {
    EXPECT_TRUE(has_marks("Genève"));
    EXPECT_TRUE(has_marks("¿Donde?"));
    EXPECT_FALSE(has_marks("Geneva, 40 km"));
    EXPECT_FALSE(has_marks("Женева"));
}

TEST(LetterMarks, EnglishIsKnownByItsOwnWords) {
    EXPECT_TRUE(is_english("Trade WITH neighbours rose"));
    EXPECT_TRUE(is_english("from Geneva"));
    EXPECT_FALSE(is_english("Die Themen des Tages"));
    EXPECT_FALSE(is_english("le thé andalou"));
    EXPECT_FALSE(is_english(""));
}

TEST(LetterMarks, AreNotTakenFromOtherWords) {
    EXPECT_EQ(with_marks_of("Witnesses heard it", "Über den Fluß hin"), "Witnesses heard it");
    EXPECT_EQ(with_marks_of("", "é"), "");
    EXPECT_EQ(with_marks_of("abc", ""), "abc");
}

TEST(LetterMarks, AnEszettInAGermanLineIsNoCapital) {
    EXPECT_EQ(with_marks_of("fur FuBganger", "für FuBgänger"), "für Fußgänger");
    EXPECT_EQ(with_marks_of("un eBay cafe ici", "un eBay café ici"), "un eBay café ici");
}

TEST(LetterMarks, TellTheLanguageWhereOneAlphabetHasThem) {
    EXPECT_EQ(language_of_letters("Zażółć gęślą jaźń", "eng"), "pol");
    EXPECT_EQ(language_of_letters("Київ, їжа", "rus"), "ukr");
    EXPECT_EQ(language_of_letters("Fußgänger", "eng"), "deu");
    EXPECT_EQ(language_of_letters("à l'été", "eng"), "und");
    EXPECT_EQ(language_of_letters("Officials declined", "eng"), "eng");
    EXPECT_EQ(language_of_letters("Президент прибыл", "rus"), "rus");
    EXPECT_EQ(language_of_letters("", "rus"), "rus");
}

}  // namespace
}  // namespace sourcereel::text
