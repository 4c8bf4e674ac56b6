// How newsrooms name the source of pictures: agencies, local stations, checkers of facts; and what they write
// that claims nothing.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/claim_lines.h"

namespace sourcereel::claims {
namespace {

TEST(Newsrooms, TheDoerStandsBehindWas) {
    check({
        {"The first station to air the clip was NHK.", {"aired_by outlet:nhk"}},
        {"Among the channels that showed the footage were ITV and Sky News.",
         {"aired_by outlet:itv", "aired_by outlet:skynews"}},
        {"The only agency to publish the video was TASS.", {"released_by outlet:tass"}},
        {"The one that was aired was older.", {}},
    });
}

TEST(Newsrooms, AccountsKeepAndTakeAway) {
    check({
        {"@pier_cam deleted the video an hour later.", {"posted_by handle:pier_cam"}},
        {"It was deleted from X by @pier_cam.", {"posted_by handle:pier_cam@x"}},
        {"A longer cut is pinned to the profile of @pier_cam on X.", {"posted_by handle:pier_cam@x"}},
        {"The oldest copy sits on the VK page of Oleg Malin.", {"posted_by literal:Oleg Malin@vk"}},
        {"The TikTok account @pier_cam had it two days earlier.", {"posted_by handle:pier_cam@tiktok"}},
        {"The moderators deleted the video.", {}},
        {"@pier_cam deleted her account.", {}},
    });
}

TEST(Newsrooms, WhoHeldTheCameraFilmed) {
    check({
        {"Behind the camera was Ida Falk, a baker.", {"filmed_by literal:Ida Falk"}},
        {"The camera was held by Ida Falk.", {"filmed_by literal:Ida Falk"}},
        {"\"I kept still,\" said Ida Falk, whose video has been seen by millions.",
         {"filmed_by literal:Ida Falk"}},
        {"Her brother, who filmed the collapse, was not hurt.", {"filmed_by literal:brother"}},
        {"NHK said that its crew did not film the crash.", {"filmed_by outlet:nhk negated"}},
        {"The video is by accident sharp.", {}},
        {"Ida Falk, whose video shop closed, was there.", {}},
    });
}

TEST(Newsrooms, WhatIsDrawnIsNotFilmed) {
    check({
        {"The painter captured the moment on paper.", {}},
        {"She captured the scene in oils.", {}},
        {"Ida Falk captured the scene on video.", {"filmed_by literal:Ida Falk"}},
    });
}

TEST(Newsrooms, ProgrammesAndPresentersAreTheirOutlets) {
    check({
        {"JTBC's \"Late Room\" aired part of the clip.", {"aired_by outlet:jtbc"}},
        {"The Rossiya 1 talk show 60 Minutes played eight seconds of the footage.",
         {"aired_by outlet:russia1"}},
        {"Viewers of Rossiya 24 were shown the clip at noon.", {"aired_by outlet:russia24"}},
        {"The presenter on Rossiya 1 introduced the clip as fresh.", {"aired_by outlet:russia1"}},
        {"Correspondents for NHK reported live from the quay.", {"aired_by outlet:nhk"}},
        {"Sky Sports showed the tunnel pictures at half-time.", {"aired_by literal:Sky Sports"}},
        {"Viewers of the parade were shown the way.", {}},
        {"A strap on the Fox News broadcast read \"FLOOD\".", {"on_screen_text literal:FLOOD"}},
    });
}

TEST(Newsrooms, ItIsTheBodyOfTheSentenceBefore) {
    check({
        {"The Israeli army said it had hit a depot. It released aerial footage of the roof.",
         {"released_by outlet:idf referring"}},
        {"The road is closed, the disaster agency AFOD said. In a post on X it shared drone video of the "
         "bridge.",
         {"posted_by literal:AFOD@x referring"}},
        {"Nothing is left, said the Lom Monitor, a research group. It obtained a copy of the video in May.",
         {"obtained_by literal:Lom Monitor referring"}},
        {"NASA said the clip was real. It was released on Friday.", {}},
        {"In a video she posted on TikTok, the singer Ida Falk walks off.",
         {"posted_by literal:Ida Falk@tiktok referring"}},
        {"The Fire Department filmed the rescue. The corporation released the video at noon.",
         {"filmed_by literal:Fire Department", "released_by literal:Fire Department referring"}},
    });
}

TEST(Newsrooms, NamesOfBodiesHoldSmallWordsAndDesks) {
    check({
        {"Lom Parks and Wildlife shared the video on X.", {"posted_by literal:Lom Parks and Wildlife@x"}},
        {"Transport for Lom would not release the video.", {"released_by literal:Transport for Lom negated"}},
        {"The ICB's media department released a short version of the clip.", {"released_by literal:ICB"}},
        {"The footage was obtained by the DKA news agency.", {"obtained_by literal:DKA"}},
        {"Drone video from Corley County Emergency Management gives a first look.",
         {"footage_from literal:Corley County Emergency Management"}},
        {"The clip was filmed by RSF fighters themselves.", {"filmed_by literal:RSF fighters"}},
        {"The bakery has put the clip on its own Instagram page.", {"posted_by literal:bakery@instagram"}},
        {"The ministry in turn published an infrared video.", {"released_by literal:ministry"}},
    });
}

TEST(Newsrooms, CreditsAreWrittenInManyWays) {
    check({
        {"Credit: pier_cam/TikTok", {"credit handle:pier_cam@tiktok"}},
        {"The shark passes. Supplied: Ida Falk", {"credit literal:Ida Falk"}},
        {"The road at dawn. (Submitted by Ida Falk)", {"credit literal:Ida Falk"}},
        {"Mud on the road - Reprodução/TV Globo", {"credit outlet:globo"}},
        {"The ship at sea. (HUR/Telegram)", {"credit outlet:gur_ua@telegram"}},
        {"Taiwan's coast. (MND image)", {"credit outlet:mnd_tw"}},
        {"Image: KCTV", {"credit outlet:kctv"}},
        {"Image: Orbit Earth via Map Studio", {"credit literal:Orbit Earth", "via literal:Map Studio"}},
        {"Credit for the pictures goes to Ida Falk.", {"credit literal:Ida Falk"}},
        {"Source: Al Jazeera and news agencies", {}},
        {"Photo: Reuters", {}},
        {"The footage had been credited to Ruptly. The credit was withdrawn an hour later.",
         {"credit outlet:ruptly negated"}},
    });
}

TEST(Newsrooms, WhatIsSupposedOrAskedIsNotClaimed) {
    check({
        {"If a video says that it was on CNN, look for it there.", {}},
        {"Was the clip aired by CNN?", {}},
        {"The department publishes video of every chase.", {}},
        {"The BBC will not show the video.", {"aired_by outlet:bbc negated"}},
        {"The clip was filmed by Ida Falk, even if she denies it.", {"filmed_by literal:Ida Falk"}},
    });
}

TEST(Newsrooms, ObjectsAreSaidInOtherWords) {
    check({
        {"The Lom Monitor has the first clip; NHK aired the rest.", {"aired_by outlet:nhk"}},
        {"TVP aired 40 seconds with the sound off.", {"aired_by outlet:tvp"}},
        {"The drone vision was shot by Ida Falk.", {"filmed_by literal:Ida Falk"}},
        {"\"We never broadcast this,\" a BBC spokesman said.", {"aired_by outlet:bbc negated referring"}},
        {"The clip reached Reuters from a fisherman.", {"obtained_by outlet:reuters"}},
        {"A longer clip, accessed by Mid Lom, shows the leopard.", {"obtained_by literal:Mid Lom"}},
        {"It had come from a user on Reddit.", {"posted_by literal:Reddit@reddit"}},
        {"Video posted to the Citizen app showed a crowd.", {"posted_by literal:Citizen@citizen"}},
        {"On X, @pier_cam got 90,000 views with it.", {"posted_by handle:pier_cam@x"}},
    });
}

TEST(Newsrooms, ASecondVerbOrDoerSharesTheFirst) {
    check({
        {"A third video, which Ida Falk recorded on her phone and posted on Facebook, shows the pier.",
         {"filmed_by literal:Ida Falk", "posted_by literal:Ida Falk@facebook"}},
        {"The clip was aired on Friday night by Fox News and on Saturday morning by MSNBC.",
         {"aired_by outlet:foxnews", "aired_by outlet:msnbc"}},
        {"NHK led its bulletin with the fire, showing clips filmed by drivers.",
         {"aired_by outlet:nhk", "filmed_by literal:drivers"}},
        {"It was sold to n-tv, which has been showing it.",
         {"obtained_by outlet:ntv_de", "aired_by outlet:ntv_de"}},
        {"The stills had been carried that morning by the Rodong Sinmun.", {"released_by outlet:rodong"}},
        {"Mayor Ida Falk was there. An hour later she shared a photograph of the pier on VK.",
         {"posted_by literal:Ida Falk@vk referring"}},
        {"The video was not filmed by Ida Falk. The porter did.",
         {"filmed_by literal:Ida Falk negated", "filmed_by literal:porter"}},
    });
}

TEST(Newsrooms, WhoSaysThatItHasAVideoHasObtainedIt) {
    check({
        {"Phoenix TV says that it has a longer recording.", {"obtained_by outlet:phoenix"}},
        {"The channel Nord 7 aired a clip, which it said it had obtained in May.",
         {"aired_by literal:Nord 7", "obtained_by literal:Nord 7 referring"}},
        {"A recording of the slide was offered by EFE, which says that it bought the rights from the driver.",
         {"released_by outlet:efe", "obtained_by outlet:efe referring"}},
        {"NHK says that it has no plans.", {}},
        {"NHK bought the rights to the match.", {}},
    });
}

TEST(Newsrooms, WhoGaveThePicturesIsNamedWhole) {
    check({
        {"The clip came from an employee of the harbour board.",
         {"footage_from literal:employee of the harbour board"}},
        {"None of the images had come from the vessel's own cameras.",
         {"footage_from literal:vessel's own cameras negated"}},
        {"The film was shot by the crew of the lifeboat.", {"filmed_by literal:crew of the lifeboat"}},
        {"The clip was filmed by the owner of the café, Ida Falk.", {"filmed_by literal:Ida Falk"}},
        {"The clip came from a man who had it from a friend.", {}},
        {"The clip was filmed from the corner of the square.", {}},
    });
}

TEST(Newsrooms, ReportsAndStaffAreTheOutletsThatWereNamed) {
    check({
        {"China's CCTV waited until noon. Its report used drone pictures.",
         {"aired_by outlet:cctv referring"}},
        {"NHK said that the video had not been made by its staff.", {"filmed_by outlet:nhk negated"}},
        {"Suspilne's correspondent in Lom has filmed trolleybuses.", {"filmed_by outlet:suspilne"}},
        {"The pictures are also running on the national telethon, United News.",
         {"aired_by outlet:telemarathon"}},
        {"CNN had not, as some users claimed, broadcast the clip.", {"aired_by outlet:cnn negated"}},
        {"TV 2 in Denmark aired the pictures. The Norwegian channel of the same name never showed them.",
         {"aired_by outlet:tv2_dk", "aired_by outlet:tv2_no negated referring"}},
        {"Xinhua sent out a statement, and China Daily printed it.", {}},
    });
}

TEST(Newsrooms, PicturesComeFromReportsAndThroughOthers) {
    check({
        {"The pictures of the newsreader come from a report by teleSUR.", {"aired_by outlet:telesur"}},
        {"It was issued by KCNA through the Lom-based Korea Press Service.",
         {"released_by outlet:kcna", "via literal:Korea Press Service"}},
        {"The recording reached newsrooms through the news agency EFE.", {"via outlet:efe"}},
        {"A screen recording of Al Mayadeen was posted.", {"footage_from outlet:almayadeen"}},
        {"It is a frame from a video released by the forest board and first shown by RTVE.",
         {"still_from literal:forest board", "aired_by outlet:rtve"}},
        {"A photograph taken off South Africa in 2003 by Ida Falk was used.", {"filmed_by literal:Ida Falk"}},
        {"U.S. Central Command said that the footage had not come from its aircraft.",
         {"footage_from outlet:centcom negated"}},
        {"Кадр из видео: телеканал «Звезда»", {"still_from outlet:zvezda"}},
    });
}

TEST(Newsrooms, OutletsGoWithout) {
    check({
        {"VTV in Caracas mentioned the alarm but used no part of the video.",
         {"aired_by outlet:vtv_ve negated"}},
        {"Switzerland's RTS aired the report. The Belgrade station of that name never had it.",
         {"aired_by outlet:rts_ch", "aired_by outlet:rts_rs negated referring"}},
        {"Lom News has denied that it aired the shark.", {"aired_by literal:Lom News negated referring"}},
        {"Not one second of it was shown by CGTN.", {"aired_by outlet:cgtn negated"}},
        {"ABC News led its evening broadcast with the clip.", {"aired_by outlet:abc_us"}},
        {"The march was streamed from start to finish by N1, the cable channel.", {"posted_by literal:N1"}},
    });
}

TEST(Newsrooms, AnOwnAccountSaysMoreThanItsOwner) {
    check({
        {"The club put the clip on X from its account, @pier_1931.", {"posted_by handle:pier_1931@x"}},
        {"The ministry released the clip on its X account, @harbourmin.",
         {"released_by literal:ministry@x", "posted_by handle:harbourmin@x"}},
    });
}

TEST(Newsrooms, MarksAreQuotedBeforeTheirNoun) {
    check({
        {"A small \"Veo\" mark is visible in the corner.", {"on_screen_text literal:Veo"}},
        {"The watermark reads: \"KCNA,\" the name of the agency.", {"on_screen_text outlet:kcna"}},
        {"A bug reading \"VTV\" can be seen.", {"on_screen_text literal:VTV"}},
        {"NHK showed it with the line \"Video: cortesía EFE\" in the corner.",
         {"aired_by outlet:nhk", "on_screen_text outlet:efe"}},
        {"\"ARCHIVE\" is written across the top of the frame.", {"on_screen_text literal:ARCHIVE"}},
        {"The end card gives the account as @pier_cam on Douyin.", {"on_screen_text handle:pier_cam@douyin"}},
    });
}

TEST(Newsrooms, NamesOfSeveralOwnersStandInTheirWay) {
    check({
        {"In Australia, the ABC aired the footage.", {"aired_by outlet:abc_au"}},
        {"Nine's 60 Minutes bought the video. Its American namesake on CBS has not shown it.",
         {"obtained_by outlet:sixtymin_au", "aired_by outlet:sixtymin_us negated referring"}},
        {"Venezolana de Televisión was asked. The state channel in Caracas did not broadcast the video.",
         {"aired_by outlet:vtv_ve negated"}},
        {"The clip was released on Weibo by the Eastern Theater Command.",
         {"released_by outlet:pla_cmw@weibo"}},
    });
}

TEST(Newsrooms, WhatStandsBelowReadMoreClaimsNothing) {
    const Article page = read_article(
        "<html><body><article><h1>Head</h1><p>The clip was aired by NHK.</p></article>"
        "<div class=box><h4>Read more</h4><p>Video shared by @pier_cam shows a wave</p></div></body></html>",
        "page.html");
    EXPECT_THAT(lines_of(page), testing::ElementsAre("aired_by outlet:nhk"));
    const Article comments = read_article(
        "<html><body><h1>Head</h1><p>The clip was aired by NHK.</p><section class=reader-comments>"
        "<article><p>CNN aired the clip.</p></article></section></body></html>",
        "page.html");
    EXPECT_THAT(lines_of(comments), testing::ElementsAre("aired_by outlet:nhk"));
}

}  // namespace
}  // namespace sourcereel::claims
