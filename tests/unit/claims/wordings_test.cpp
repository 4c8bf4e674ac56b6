// More families of wordings: credits in sentences and lines, nameless doers, programmes, what is no claim.
#include <gtest/gtest.h>

#include "unit/claims/claim_lines.h"

namespace sourcereel::claims {
namespace {

TEST(Wordings, CreditsStandInSentences) {
    check({
        {"The blog wrongly attributes the footage to ITV.", {"credit outlet:itv negated"}},
        {"ITV used the clip, giving the police of Tarn as the source.",
         {"aired_by outlet:itv", "credit literal:police of Tarn"}},
        {"The station showed the clip, citing @pier.cam as its source.", {"credit handle:pier.cam"}},
        {"The frame was credited to TikTok user @pier.cam.", {"credit handle:pier.cam@tiktok"}},
        {"He named the ministry as the source of the rumour.", {}},
    });
}

TEST(Wordings, LinesUnderPicturesCredit) {
    check({
        {"The pier at dawn (Facebook/Loud Harbour)", {"credit literal:Loud Harbour@facebook"}},
        {"Image credit: @loft.nine/Instagram", {"credit handle:loft.nine@instagram"}},
        {"Photo at top: @loft.nine on Instagram", {"credit handle:loft.nine@instagram"}},
        {"Screengrab via @loft_nine on Telegram", {"still_from handle:loft_nine@telegram"}},
        {"Handout: Ida Falk", {"credit literal:Ida Falk"}},
        {"Via @loft_nine on X", {"via handle:loft_nine@x"}},
        {"Still from the coastguard's drone footage.", {"still_from literal:coastguard"}},
        {"Install it with npm i @loft/nine and run it.", {}},
        {"Photo: Reuters", {}},
    });
}

TEST(Wordings, WhoIsNamelessLeavesThePlatform) {
    check({
        {"The clip was shared by several users on Facebook.", {"posted_by literal:Facebook@facebook"}},
        {"One user shared the video on Facebook.", {"posted_by literal:Facebook@facebook"}},
        {"Chinese users had first uploaded it to Douyin.", {"original literal:Douyin@douyin"}},
        {"The clip was on Weibo within minutes.", {"posted_by literal:Weibo@weibo"}},
        {"The video was published as an Instagram story.", {"posted_by literal:Instagram@instagram"}},
        {"Her office posts updates on X and on Telegram.", {}},
    });
}

TEST(Wordings, ThePlatformStandsWhereItWill) {
    check({
        {"The caption is that of a TikTok video posted by user @pier.cam.",
         {"posted_by handle:pier.cam@tiktok"}},
        {"The clip was uploaded by YouTuber Ida Falk.", {"posted_by literal:Ida Falk@youtube"}},
        {"A copy was posted on X. Another appeared on the Threads account @pier.cam.",
         {"posted_by literal:X@x", "posted_by handle:pier.cam@threads"}},
        {"The video was shared with her followers on X by @loft_nine.", {"posted_by handle:loft_nine@x"}},
        {"Telegram channel North Pier (@north_pier) was among the first to post the clip.",
         {"posted_by handle:north_pier@telegram"}},
        {"The misleading post, by @loft_nine on X, had many views.", {"posted_by handle:loft_nine@x"}},
    });
}

TEST(Wordings, ProgrammesAreTheirOutlets) {
    check({
        {"JTBC's evening show used the clip on Monday.", {"aired_by outlet:jtbc"}},
        {"The clip was aired on the pro-government channel TRT.", {"aired_by outlet:trt"}},
        {"The footage was featured on the Turkish news website Haber 5.", {"aired_by literal:Haber 5"}},
        {"The clip was on CNN by noon.", {"aired_by outlet:cnn"}},
        {"Rodong Sinmun ran two of the pictures.", {"released_by outlet:rodong"}},
        {"The daily Global Times put the video on its front page.", {"released_by outlet:globaltimes"}},
        {"CNN is said to have used the clip.", {"aired_by outlet:cnn hedged"}},
        {"CNN used a different one.", {"aired_by outlet:cnn"}},
        {"CNN had no crew there. It had not broadcast the video.", {"aired_by outlet:cnn negated referring"}},
    });
}

TEST(Wordings, EchoesNameOutletsOfNoRegistry) {
    check({
        {"NDTV used the clip, as did the channel Nord TV.",
         {"aired_by outlet:ndtv", "aired_by literal:Nord TV"}},
        {"NDTV used the clip, as did NHK and ITV.",
         {"aired_by outlet:ndtv", "aired_by outlet:nhk", "aired_by outlet:itv"}},
        {"NDTV used the clip. Pakistan's state broadcaster, PTV, did not.",
         {"aired_by outlet:ndtv", "aired_by outlet:ptv negated"}},
        {"IRIB had not aired the video. Neither had its English service, Press TV.",
         {"aired_by outlet:irib negated", "aired_by outlet:presstv negated"}},
    });
}

TEST(Wordings, SomebodyFilms) {
    check({
        {"Of two clips, the first, recorded by a passenger, is older.", {"filmed_by literal:passenger"}},
        {"The clip was made by a Danish advertising agency.",
         {"filmed_by literal:Danish advertising agency"}},
        {"The video was not recorded by the Danish air force.",
         {"filmed_by literal:Danish air force negated"}},
        {"A hobby pilot says he shot the video.", {"filmed_by literal:hobby pilot referring"}},
        {"A fire filmed from a window is the refinery, posts say.", {}},
    });
}

TEST(Wordings, StillsAndPartsAreOfWhatWasOnTheAir) {
    check({
        {"The frames were taken from broadcasts by NHK and ITV.",
         {"still_from outlet:nhk", "still_from outlet:itv"}},
        {"The clip was taken from a live transmission by NHK.", {"aired_by outlet:nhk"}},
        {"The host played the clip on CNN.", {"aired_by outlet:cnn"}},
        {"NHK was running the clip on a loop.", {"aired_by outlet:nhk"}},
        {"NHK played a few seconds of it.", {"aired_by outlet:nhk"}},
        {"The video was taken from a balcony by a nurse.", {"filmed_by literal:nurse"}},
    });
}

TEST(Wordings, WhatWasMeantIsNotTakenForMore) {
    check({
        {"The spokesman repeated the claim to Sky News.", {}},
        {"The clip was posted on X by @pier_cam, and ITV never aired it.",
         {"posted_by handle:pier_cam@x", "aired_by outlet:itv negated"}},
        {"The clip was released by the Danish Red Cross.", {"released_by literal:Danish Red Cross"}},
        {"The clip is from a CCTV documentary on geese in China.", {"footage_from outlet:cctv"}},
        {"The clip is from an interview on the BBC.", {"aired_by outlet:bbc"}},
        {"ITV's Good Morning Britain had aired the geese.", {"aired_by outlet:itv"}},
        {"It was filmed by Ida Falk, and the video was first published on her Instagram account.",
         {"filmed_by literal:Ida Falk", "posted_by literal:Ida Falk@instagram referring"}},
        {"@pier.cam / TikTok", {"credit handle:pier.cam@tiktok"}},
        {"Скриншот: @pier_cam", {"still_from handle:pier_cam"}},
        {"Credits: Video: AFP, Reuters", {"credit outlet:afp", "credit outlet:reuters"}},
        {"State TV host Ida Falk played the clip on her programme 60 Minutes.", {}},
        {"The clip shows a watermark with the username @pier_cam.", {"on_screen_text handle:pier_cam"}},
        {"Still from a video posted online and obtained by Reuters.", {"obtained_by outlet:reuters"}},
    });
}

TEST(Wordings, WhatIsNotKnownIsInDoubt) {
    check({
        {"It is not known whether NHK aired the clip.", {"aired_by outlet:nhk hedged"}},
        {"None of the videos was released by NASA.", {"released_by outlet:nasa negated"}},
        {"The clip was not, as claimed, aired by NHK.", {"aired_by outlet:nhk negated"}},
        {"It was not NHK that aired the clip.", {"aired_by outlet:nhk negated"}},
        {"There is nothing to suggest NHK aired the clip.", {"aired_by outlet:nhk negated"}},
        {"NBC affiliate WBXY posted the clip on Facebook.", {"posted_by literal:WBXY@facebook"}},
        {"The clip was shared by Danish Foreign Minister Ida Falk on X.", {"posted_by literal:Ida Falk@x"}},
        {"The video, shared only with CNN, shows a cell.", {"obtained_by outlet:cnn"}},
    });
}

TEST(Wordings, BodiesAndPeopleKeepTheirNames) {
    check({
        {"Video by Ida Falk via Storyful", {"credit literal:Ida Falk", "via outlet:storyful"}},
        {"Courtesy: National Search and Rescue Agency", {"credit literal:National Search and Rescue Agency"}},
        {"The clip was uploaded to Rumble by the show's host, Ben Orr.",
         {"posted_by literal:Ben Orr@rumble"}},
        {"He put the clip on Snapchat, where he is @pier.cam.", {"posted_by handle:pier.cam@snapchat"}},
        {"A Telegram group, North Pier, shared the clip.", {"posted_by literal:North Pier@telegram"}},
        {"The mayor posted a Facebook Live video.", {"posted_by literal:mayor@facebook"}},
        {"The clip was circulated by Telegram channels, including North Pier.",
         {"posted_by literal:North Pier@telegram"}},
        {"The Washington Post published the video.", {"released_by literal:Washington Post"}},
        {"The clip was published on a Facebook page called Kenya Pier News.",
         {"posted_by literal:Kenya Pier News@facebook"}},
        {"The clip was filmed by Fahd al-Otaibi.", {"filmed_by literal:Fahd al-Otaibi"}},
        {"It began with a TikTok post by @pier.cam.", {"posted_by handle:pier.cam@tiktok"}},
    });
}

TEST(Wordings, NamesOfTwoMeaningsNeedTheirOwn) {
    check({
        {"Supporters of PTI shared the clip on X.", {"posted_by literal:X@x"}},
        {"PTI published the photos.", {"released_by outlet:pti"}},
        {"Channel 5 in Britain aired the clip.", {"aired_by literal:Channel 5"}},
        {"Fighters posted photos, and al-Manar aired the clip.", {"aired_by outlet:almanar"}},
        {"The clip was filmed in Fars province by a shepherd.", {"filmed_by literal:shepherd"}},
        {"Xinhua, China's state news agency, released a photo.", {"released_by outlet:xinhua"}},
        {"Official Iranian media and the ministry disagree. Official Iranian media shared a video.",
         {"posted_by outlet_class:state-media:IR"}},
        {"Government-run Syrian television aired the clip.", {"aired_by outlet_class:state-tv:SY"}},
        {"The semi-official Iranian agency published the clip.", {}},
    });
}

TEST(Wordings, OthersWordsAreNoneOfThePicture) {
    check({
        {"\"It is falling,\" reads the caption of a TikTok video.", {}},
        {"A video of people in the centre of Tarn does not show a storm.", {}},
        {"The BBC's News at Ten programme uses a different typeface.", {}},
    });
}

TEST(Wordings, MarkdownHasFieldsAndCaptions) {
    const auto lines = [](const std::string& text) { return lines_of(read_article(text, "a.md")); };
    EXPECT_THAT(
        lines("---\ntitle: Pier\ntwitter: \"@desk\"\n---\n\n# Pier\n\nThe clip was posted on X by @pier.\n"),
        testing::ElementsAre("posted_by handle:pier@x"));
    EXPECT_THAT(lines("# Pier\n\n![The pier](p.jpg)\n*Video: @pier/TikTok*\n\n> *Screengrab via X/@gull*\n"),
                testing::ElementsAre("credit handle:pier@tiktok", "still_from handle:gull@x"));
}

}  // namespace
}  // namespace sourcereel::claims
