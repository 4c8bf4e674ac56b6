#include "attribution/handle.h"

#include <chrono>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/attribution/mentions.h"

namespace sourcereel::attribution {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Handle, KeepsTheTextAsItStandsAndTheNameWithoutTheSign) {
    EXPECT_THAT(find_handles("Image posted on X by @BRICSinfo, today"),
                ElementsAre(HandleMention{"@BRICSinfo", "BRICSinfo", std::nullopt, "exact"}));
}

TEST(Handle, EndsBeforePunctuationQuotesBracketsAndNewlines) {
    for (const char* text : {"@na.me_1", "@na.me_1.", "@na.me_1, x", "@na.me_1... x", "(@na.me_1)",
                             "\"@na.me_1\"", "“@na.me_1”", "[@na.me_1]", "@na.me_1\nnext", "Video:@na.me_1",
                             "@na.me_1's", "@na.me_1:", "—@na.me_1—", "|@na.me_1|", "@na.me_1-", "@na.me_1😀"})
        EXPECT_THAT(found_in(text), ElementsAre("-:na.me_1")) << text;
}

TEST(Handle, IsNoneWhereItsLineCutsTheNameOff) {
    for (const char* text : {"@na.me_1...", "@na.me_1…", "Q @na.me_1...\nnext", "@na.me_1.. "})
        EXPECT_THAT(found_in(text), IsEmpty()) << text;
}

TEST(Handle, IsFoundBehindTheFullWidthSign) {
    EXPECT_THAT(find_handles("＠name"), ElementsAre(HandleMention{"＠name", "name", std::nullopt, "exact"}));
}

TEST(Handle, MayBeWrittenInAnyScript) {
    EXPECT_THAT(found_in("来源：@央视新闻"), ElementsAre("-:央视新闻"));
    EXPECT_THAT(found_in("转自@央视新闻 的视频"), ElementsAre("-:央视新闻"));
    EXPECT_THAT(found_in("@Новости24."), ElementsAre("-:Новости24"));
    EXPECT_THAT(found_in("@सीधीबात"), ElementsAre("-:सीधीबात"));
    EXPECT_THAT(found_in("@서울시청"), ElementsAre("-:서울시청"));
}

TEST(Handle, EndsWhereHanOrHangulFollowALatinNameInASentence) {
    EXPECT_THAT(found_in("这是@BRICSinfo的视频"), ElementsAre("-:BRICSinfo"));
    EXPECT_THAT(found_in("영상 @BRICSinfo가 올린"), ElementsAre("-:BRICSinfo"));
    EXPECT_THAT(found_in("@CCTV新闻"), ElementsAre("-:CCTV新闻"));  // Alone in its line: a mark.
}

TEST(Handle, MayStandOneSpaceBehindItsSignWhereTheLineHasNothingElse) {
    EXPECT_THAT(find_handles("top line\n @ BRICSinfo\nbottom"),
                ElementsAre(HandleMention{"@ BRICSinfo", "BRICSinfo", std::nullopt, "exact"}));
    for (const char* text :
         {"@ 5 pm", "@ 5pm", "meet @ noon", "@ noon sharp", "@", "@ ", "@  name", "@ a", "@\nname"})
        EXPECT_THAT(found_in(text), IsEmpty()) << text;
}

TEST(Handle, IsNoMailAddress) {
    for (const char* text : {"mail@example.org", "john.doe+tag@example.org", "\"john doe\"@example.org",
                             "почта@пример.рф", "first_last_@example.org", "@user@server.org"})
        EXPECT_THAT(found_in(text), IsEmpty()) << text;
}

TEST(Handle, IsNoPackageScope) {
    EXPECT_THAT(found_in("npm i @types/node @babel/core"), IsEmpty());
    EXPECT_THAT(found_in("Video: @name/Reuters"), ElementsAre("-:name"));
    EXPECT_THAT(found_in("@one/@two"), ElementsAre("-:one", "-:two"));
}

TEST(Handle, IsNoPriceTimeOrRate) {
    for (const char* text : {"3 kg @ 5.99", "3 @5.99", "@5", "@ $5", "@$5", "@5pm", "@60fps", "4K@60fps",
                             "@___", "@-name", "@.name"})
        EXPECT_THAT(found_in(text), IsEmpty()) << text;
    EXPECT_THAT(found_in("@7news @1tv"), ElementsAre("-:7news", "-:1tv"));
}

TEST(Handle, NeedsItsSign) {
    EXPECT_THAT(found_in("©BRICSinfo ® BRICSinfo BRICSinfo"), IsEmpty());
}

TEST(Handle, IsAsLongAsSomePlatformAllows) {
    EXPECT_THAT(found_in("@" + std::string(32, 'a')), SizeIs(1));
    EXPECT_THAT(found_in("@" + std::string(33, 'a')), IsEmpty());
    EXPECT_THAT(found_in("@a"), SizeIs(1));
    EXPECT_THAT(found_in("@名"), IsEmpty());
    EXPECT_THAT(found_in("@名字"), SizeIs(1));
}

TEST(Handle, IsListedOnceWhateverItsCase) {
    EXPECT_THAT(found_in("@Name @name @NAME x.com/Name twitter.com/name t.me/Name @other"),
                ElementsAre("-:Name", "x:Name", "telegram:Name", "-:other"));
}

TEST(Handle, FollowsTheLabelOfItsPlatform) {
    EXPECT_THAT(find_handles("IG: na.me"),
                ElementsAre(HandleMention{"IG: na.me", "na.me", "instagram", "exact"}));
    EXPECT_THAT(found_in("抖音号: abc_123"), ElementsAre("douyin:abc_123"));
    EXPECT_THAT(found_in("抖音号：123456"), ElementsAre("douyin:123456"));
    EXPECT_THAT(found_in("关注快手号 abc-123"), ElementsAre("kuaishou:abc-123"));
    EXPECT_THAT(found_in("新浪微博@央视新闻"), ElementsAre("weibo:央视新闻"));
    EXPECT_THAT(found_in("ig: one | TG: twotwo"), ElementsAre("instagram:one", "telegram:twotwo"));
    EXPECT_THAT(found_in("X: @name"), ElementsAre("x:name"));
    EXPECT_THAT(found_in("on Instagram @name"), ElementsAre("instagram:name"));
    EXPECT_THAT(found_in("Telegram: t.me/channel"), ElementsAre("telegram:channel"));
}

TEST(Handle, IsNoWordOfASentenceBehindALabel) {
    for (const char* text : {"Instagram: photo shows a fire", "Telegram says", "big: name", "X: name",
                             "IG:\nname", "Telegram: yes, they did", "Telegram: https://example.org/a"})
        EXPECT_THAT(found_in(text), IsEmpty()) << text;
}

TEST(Handle, SurvivesIllFormedBytes) {
    EXPECT_THAT(find_handles("\xff@name\xc3"),
                ElementsAre(HandleMention{"@name", "name", std::nullopt, "exact"}));
    EXPECT_THAT(found_in(std::string("@\0name", 6)), IsEmpty());
}

/// Seconds for a megabyte of `unit` repeated.
double seconds_for(std::string_view unit) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    const auto begin = std::chrono::steady_clock::now();
    find_handles(text);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return seconds;
}

TEST(Handle, IsSearchedInLinearTime) {
    // Runs that a careless search looks through again from each place; quadratic, each would take minutes.
    for (const char* unit : {"@", "a", "@a", "@ ", " ", "ig:", "ig: ", "t.me/", "x.com/a.", ".", "-", "@a-",
                             "央", "@央", "@a ,", "抖音号 "})
        EXPECT_LT(seconds_for(unit), 20.0) << unit;  // Far above what a slow machine with sanitizers needs.
}

}  // namespace
}  // namespace sourcereel::attribution
