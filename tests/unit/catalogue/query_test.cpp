#include "catalogue/query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"

namespace sourcereel::catalogue {
namespace {

using testing::HasSubstr;

std::string message_of(std::string_view text) {
    try {
        parse_query(text);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::unsupported);
        return error.what();
    }
    return "no error";
}

TEST(ParseQuery, UnderstandsEveryForm) {
    const Query query = parse_query(
        R"(words "a phrase" -not -"nor this" handle:BRICSinfo handle:@x platform:telegram kind:watermark kind:bug lang:rus)");
    EXPECT_EQ(query, (Query{{{"words", false, false},
                             {"a phrase", true, false},
                             {"not", false, true},
                             {"nor this", true, true}},
                            {"BRICSinfo", "@x"},
                            {"telegram"},
                            {TextKind::watermark, TextKind::bug},
                            {"rus"}}));
}

TEST(ParseQuery, TakesNoConditionFromInsideQuotes) {
    EXPECT_EQ(parse_query(R"("kind:bug -x")"), (Query{{{"kind:bug -x", true, false}}, {}, {}, {}, {}}));
}

TEST(ParseQuery, SearchesForTimesAddressesAndCredits) {
    for (const char* word :
         {"12:30", "https://t.me/name", "HTTP://x.com", "Video:", "t.me/a:b", "Источник:ТАСС", "a-b"})
        EXPECT_EQ(parse_query(word), (Query{{{word, false, false}}, {}, {}, {}, {}})) << word;
}

TEST(ParseQuery, ReadsFieldNamesInAnyCaseAndQuotedValues) {
    EXPECT_EQ(parse_query(R"(Kind:Lower_Third HANDLE:"two words")"),
              (Query{{}, {"two words"}, {}, {TextKind::lower_third}, {}}));
}

TEST(ParseQuery, TakesTypographicQuotesForQuotes) {
    EXPECT_EQ(parse_query("“a phrase”"), (Query{{{"a phrase", true, false}}, {}, {}, {}, {}}));
}

TEST(ParseQuery, PassesOverWordsWithNothingToSearchFor) {
    EXPECT_EQ(parse_query("Moscow — Kremlin & - *").terms.size(), 2U);
    EXPECT_EQ(parse_query(""), Query{});
    EXPECT_EQ(parse_query(" \t\n\u3000"), Query{});
    EXPECT_THAT(message_of(" & —"), HasSubstr("column 2: there is no letter or digit"));
}

TEST(ParseQuery, SaysWhatIsWrongAndWhere) {
    EXPECT_THAT(message_of(R"(сло "open)"), HasSubstr("column 5: the quote"));  // counted in characters
    EXPECT_THAT(message_of("a kind:"), HasSubstr(R"(column 8: "kind:" needs a value)"));
    EXPECT_THAT(message_of("handle:@ x"), HasSubstr(R"(column 8: "handle:" needs a value)"));
    EXPECT_THAT(message_of("kind:logo"),
                HasSubstr(R"(column 6: there is no kind "logo", only watermark, bug)"));
    EXPECT_THAT(message_of("hanlde:x"),
                HasSubstr(R"(column 1: there is no condition "hanlde:", did you mean "handle:")"));
    EXPECT_THAT(message_of("language:rus"), HasSubstr(R"(did you mean "lang:"?)"));
    EXPECT_THAT(message_of("author:me"), HasSubstr("quotes"));
    EXPECT_THAT(message_of("a -kind:bug"),
                HasSubstr("column 3: only words, phrases, tag: and has: can be excluded"));
    EXPECT_THAT(message_of(R"(a "—")"),
                HasSubstr("column 3: there is no letter or digit between the quotes"));
}

TEST(ParseQuery, ReadsDatesAsFirstAndLastDays) {
    EXPECT_EQ(parse_query("since:2024").since, "2024-01-01");
    EXPECT_EQ(parse_query("until:2024-02").until, "2024-02-29");
    EXPECT_EQ(parse_query("until:2023-02").until, "2023-02-28");
    EXPECT_EQ(parse_query("since:2024 since:2024-05").since, "2024-05-01");
    EXPECT_EQ(parse_query("until:2024-06-30 until:2025").until, "2024-06-30");
    EXPECT_THAT(message_of("x since:2024-13"), HasSubstr("column 9: \"2024-13\" is no date"));
    EXPECT_THAT(message_of("since:2023-02-29"), HasSubstr("is no date"));
}

TEST(ParseQuery, SaysWhatIsWrongWithChoicesAndBeginnings) {
    EXPECT_THAT(message_of("| a"), HasSubstr("column 1: no word stands before"));
    EXPECT_THAT(message_of("a |"), HasSubstr("column 3: nothing to choose stands behind"));
    EXPECT_THAT(message_of("a | -b"), HasSubstr("column 5: a word that is to be absent"));
    EXPECT_THAT(message_of("a | kind:bug"), HasSubstr("column 5: \"|\" stands between words"));
    EXPECT_THAT(message_of("q a*"), HasSubstr("column 3: a beginning needs two letters"));
    EXPECT_THAT(message_of("has:all"), HasSubstr("column 5: \"has:\" knows only handle"));
    EXPECT_EQ(parse_query("ab* 서*").terms.size(), 2U);
}

TEST(ParseQuery, EndsWellOnAnyBytes) {
    std::string text;
    for (unsigned seed = 1; seed < 3000; ++seed) {
        unsigned state = seed * 2654435761U;
        text.clear();
        constexpr std::string_view kAlphabet = "\"- :*ak\xE2\x80\x9C\xFF@/kind:handle:\n";
        for (int i = 0; i < 12; ++i) {
            state = state * 1664525U + 1013904223U;
            text += kAlphabet[(state >> 16U) % kAlphabet.size()];
        }
        try {
            parse_query(text);
        } catch (const Error& error) {
            ASSERT_EQ(error.kind(), ErrorKind::unsupported) << text;
        }
    }
}

}  // namespace
}  // namespace sourcereel::catalogue
