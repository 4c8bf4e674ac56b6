#include <gmock/gmock.h>

#include <algorithm>

#include "exports/subrip.h"
#include "exports/text_csv.h"
#include "exports/webvtt.h"
#include "unit/exports/texts.h"

namespace sourcereel::exports {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kHeader =
    "video,text_id,kind,text,begin_s,end_s,duration_s,begin_frame,end_frame,x,y,width,height,confidence,"
    "script,"
    "language,handles,frames_seen,frames_examined\r\n";

TEST(TextList, KeepsTheNumbersOfWhatIsLeft) {
    const TextList list =
        list_of_texts({text_of("@mark", 0, 9000, TextKind::watermark), text_of("words", 0, 1000),
                       text_of("CARD", 2000, 3000, TextKind::title)},
                      subtitle_kinds());
    ASSERT_EQ(list.texts.size(), 2U);
    EXPECT_EQ(list.texts[0].number, 1U);
    EXPECT_EQ(list.texts[1].number, 2U);
    EXPECT_EQ(list.left_out, 1U);
}

TEST(TextList, KnowsEveryKindThatHasAName) {
    for (const char* name :
         {"watermark", "bug", "caption", "lower_third", "ticker", "credit", "title", "scene"})
        EXPECT_EQ(std::count(all_text_kinds().begin(), all_text_kinds().end(), *text_kind_from(name)), 1)
            << name;
}

TEST(SubRip, NumbersItsCuesAndHasOneBlankLineBetweenThem) {
    EXPECT_EQ(
        subrip(list_of_texts({text_of("One\nline more", 0, 1500), text_of("Two", 3'723'004, 3'725'000)})),
        "1\n00:00:00,000 --> 00:00:01,500\nOne\nline more\n\n2\n01:02:03,004 --> 01:02:05,000\nTwo\n");
}

TEST(SubRip, OfNothingIsEmpty) {
    EXPECT_EQ(subrip(list_of_texts({})), "");
    EXPECT_EQ(subrip(list_of_texts({text_of(" \n ", 0, 1000)})), "");
}

TEST(SubRip, CountsHoursBeyondNinetyNine) {
    EXPECT_THAT(subrip(list_of_texts({text_of("a", 360'000'000, 360'001'000)})),
                HasSubstr("100:00:00,000 --> 100:00:01,000\n"));
}

TEST(SubRip, LetsNoTextBeACommandOrTheTimesOfACue) {
    const std::string text = subrip(list_of_texts({text_of(
        "00:00:05,000 --> 00:00:06,000\n\n9\n<b>bold</b> {\\an8}top {y:i}\na < b, 5 <6 and ---> <\n{ x }", 0,
        1000)}));
    EXPECT_EQ(text,
              "1\n00:00:00,000 --> 00:00:01,000\n00:00:05,000 -- > 00:00:06,000\n9\n"
              "< b>bold< /b> { \\an8}top { y:i}\na < b, 5 <6 and --- > <\n{ x }\n");
}

TEST(SubRip, KeepsTheLogicalOrderOfRightToLeft) {
    const std::string arabic = "انفجار كبير 24 يهز";
    EXPECT_THAT(subrip(list_of_texts({text_of(arabic, 0, 1000)})), HasSubstr("\n" + arabic + "\n"));
    EXPECT_THAT(webvtt(list_of_texts({text_of(arabic, 0, 1000)})), HasSubstr("\n" + arabic + "\n"));
}

TEST(SubRip, KeepsAVeryLongTextWhole) {
    std::string longest;
    for (int i = 0; i < 4000; ++i) longest += "слово" + std::to_string(i) + " ";
    longest += "end";
    EXPECT_THAT(subrip(list_of_texts({text_of(longest, 0, 1000, TextKind::ticker)})),
                HasSubstr("\n" + longest + "\n"));
}

TEST(WebVtt, NamesEachCueByKindAndNumber) {
    EXPECT_EQ(
        webvtt(list_of_texts({text_of("One\ntwo", 0, 1500), text_of("CARD", 2000, 2500, TextKind::title)})),
        "WEBVTT\n\ncaption-0\n00:00:00.000 --> 00:00:01.500\nOne\ntwo\n\n"
        "title-1\n00:00:02.000 --> 00:00:02.500\nCARD\n");
    EXPECT_EQ(webvtt(list_of_texts({})), "WEBVTT\n");
}

TEST(WebVtt, EscapesWhatWouldBeATag) {
    EXPECT_THAT(webvtt(list_of_texts({text_of("<v Bob>a & b</v> --> &amp;", 0, 1000)})),
                HasSubstr("\n&lt;v Bob&gt;a &amp; b&lt;/v&gt; --&gt; &amp;amp;\n"));
}

TEST(WebVtt, PutsMarksWhereTheyStandAndLetsThemOverlap) {
    const std::string text = webvtt(list_of_texts(
        {text_of("@mark", 0, 9000, TextKind::watermark, {20, 50, 100, 30}),
         text_of("BUG", 0, 9000, TextKind::bug, {880, 25, 100, 30}), text_of("words", 1000, 2000),
         text_of("crawl", 0, 9000, TextKind::ticker, {0, 470, 1000, 30})}));
    EXPECT_THAT(text,
                HasSubstr("00:00:00.000 --> 00:00:09.000 line:10.0% position:2.0% align:left\n@mark\n"));
    EXPECT_THAT(text, HasSubstr("00:00:00.000 --> 00:00:09.000 line:5.0% position:98.0% align:right\nBUG\n"));
    EXPECT_THAT(text,
                HasSubstr("00:00:00.000 --> 00:00:09.000 line:94.0% position:50.0% align:center\ncrawl\n"));
    EXPECT_THAT(text, HasSubstr("00:00:01.000 --> 00:00:02.000\nwords\n"));
}

TEST(WebVtt, PlacesStayInThePictureAndNeedOne) {
    const TextTrack outside = text_of("x", 0, 1000, TextKind::bug, {-50, 900, 60, 30});
    EXPECT_THAT(webvtt(list_of_texts({outside})), HasSubstr(" line:100.0% position:0.0% align:left\n"));
    TextList unknown = list_of_texts({outside});
    unknown.media.width = 0;
    EXPECT_THAT(webvtt(unknown), HasSubstr("00:00:01.000\nx\n"));
}

TEST(WebVtt, GivesAMarkThatJumpsACueAStayWithNamesOfTheirOwn) {
    TextTrack mark = text_of("@name", 0, 4000, TextKind::watermark, {10, 50, 100, 30});
    mark.path = {{{0, {1, 1000}}, 10, 50}, {{2000, {1, 1000}}, 880, 400}};
    EXPECT_EQ(
        webvtt(list_of_texts({mark})),
        "WEBVTT\n\nwatermark-0\n00:00:00.000 --> 00:00:02.000 line:10.0% position:1.0% align:left\n@name\n\n"
        "watermark-0-1\n00:00:02.000 --> 00:00:04.000 line:80.0% position:98.0% align:right\n@name\n");
}

TEST(TextCsv, HasAHeaderAndARowAText) {
    TextTrack track = text_of("Follow name, now", 1000, 2520);
    track.handles = {{"@name", "name", "x", "exact"}, {"t.me/n", "n", std::nullopt, "exact"}};
    EXPECT_EQ(text_csv(list_of_texts({text_of("left out", 0, 1, TextKind::bug), track}, subtitle_kinds())),
              std::string(kHeader) +
                  "folder/a clip.mp4,1,caption,\"Follow name, "
                  "now\",1.000000,2.520000,1.520000,25,63,300,400,400,40,"
                  "0.8750,Latin,eng,\"name (x), n\",9,10\r\n");
    EXPECT_EQ(text_csv(list_of_texts({})), kHeader);
}

TEST(TextCsv, LetsNoSpreadsheetTakeATextForAFormula) {
    for (const char* text : {"=HYPERLINK(1)", "+1", "-1", "@name", "\t=1"})
        EXPECT_THAT(text_csv(list_of_texts({text_of(text, 0, 1)})),
                    HasSubstr(std::string(",caption,'") + text + ","));
    EXPECT_THAT(text_csv(list_of_texts({text_of("a=b", 0, 1)})), HasSubstr(",caption,a=b,"));
    EXPECT_THAT(text_csv(list_of_texts({text_of("=\"a\",\nb", 0, 1)})),
                HasSubstr(",caption,\"'=\"\"a\"\",\nb\","));
}

TEST(TextCsv, IsValidUtf8) {
    EXPECT_THAT(text_csv(list_of_texts({text_of("\xff", 0, 1)})), Not(HasSubstr("\xff")));
}

}  // namespace
}  // namespace sourcereel::exports
