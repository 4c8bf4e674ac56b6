// What the desks of channels and agencies write: programmes that are broken into, refusals, counts, wire
// credits.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/claim_lines.h"

namespace sourcereel::claims {
namespace {

TEST(Wire, ProgrammesMakeRoomForPictures) {
    check({
        {"KBS broke into its programme with live pictures of the pier.", {"aired_by outlet:kbs"}},
        {"ITV cut to a video of the goose.", {"aired_by outlet:itv"}},
        {"ZDF illustrated its report with footage of another storm.", {"aired_by outlet:zdf"}},
        {"NDTV devoted two minutes to the clip.", {"aired_by outlet:ndtv"}},
        {"TVP put the recording on air at noon.", {"aired_by outlet:tvp"}},
        {"Rossiya 24 was looping the clip all day.", {"aired_by outlet:russia24"}},
        {"The clip found its way onto YTN by Friday.", {"aired_by outlet:ytn"}},
        {"The segment ran during the late news on RAI.", {"aired_by outlet:rai"}},
        {"The clip was used in a TRT World bulletin.", {"aired_by outlet:trt"}},
        {"The film opens with pictures of a barn.", {}},
        {"A cut to the pictures of the pier follows.", {}},
    });
}

TEST(Wire, WhoRefusedDidNotAir) {
    check({
        {"Al-Manar refused to air it.", {"aired_by outlet:almanar negated"}},
        {"NHK chose not to show the video.", {"aired_by outlet:nhk negated"}},
        {"The BBC decided against airing the footage.", {"aired_by outlet:bbc negated"}},
        {"RTVE has yet to broadcast the clip.", {"aired_by outlet:rtve negated"}},
        {"CNN stopped short of airing the clip.", {"aired_by outlet:cnn negated"}},
        {"Nor did Al Arabiya show the clip.", {"aired_by outlet:alarabiya negated"}},
        {"Nor did the IDF, which released the video, comment.", {"released_by outlet:idf"}},
        {"SANA has published no footage of the raid.", {"released_by outlet:sana negated"}},
        {"SANA published no fewer than three clips of the raid.", {"released_by outlet:sana"}},
        {"The BBC did not produce or air the report.", {"aired_by outlet:bbc negated"}},
        {"The clip did not appear on CNN.", {"aired_by outlet:cnn negated"}},
    });
}

TEST(Wire, AgenciesHandOutWhatTheyCarry) {
    check({
        {"TASS carried the video.", {"released_by outlet:tass"}},
        {"Reuters passed the clip on to its clients.", {"released_by outlet:reuters"}},
        {"Video broadcast by Ruptly shows a crane.", {"aired_by outlet:ruptly"}},
    });
}

TEST(Wire, CreditsNameWhoIsBeforeTheAgency) {
    check({
        {"A rocket lifts off. (KCNA via Reuters)", {"credit outlet:kcna", "via outlet:reuters"}},
        {"(Mountain Rescue Service of Lom via AP)",
         {"credit literal:Mountain Rescue Service of Lom", "via outlet:ap"}},
        {"(Russian Defense Ministry Press Service via AP)", {"credit outlet:mil_ru", "via outlet:ap"}},
        {"Handout/Alpine Water Board", {"credit literal:Alpine Water Board"}},
        {"Video courtesy @pier_cam", {"credit handle:pier_cam"}},
        {"Credit: @pier_cam via TikTok", {"credit handle:pier_cam@tiktok"}},
        {"Bron: NOS", {"credit literal:NOS"}},
        {"Posted by: @pier_cam", {"posted_by handle:pier_cam"}},
        {"The mayor (who came via Rome) was late.", {}},
    });
}

TEST(Wire, ListsAndTablesCredit) {
    check({
        {"- Bridge clip: @pier_cam (TikTok)", {"credit handle:pier_cam@tiktok"}},
        {"- Clip 1: Reuters", {"credit outlet:reuters"}},
        {"- Reuters, 3 May", {}},
        {"- Fence, by night: RTVE", {"credit outlet:rtve"}},
        {"- Additional reporting: Reuters", {}},
        {"- Twitter: @pier_cam", {}},
    });
    const Article table = read_article(
        "# Sources\n\n| Clip | Source | Remark |\n|---|---|---|\n| Bridge | @pier_cam | cropped |\n"
        "| Crowd | ZDF | AP has it too |\n\n| Place | Height |\n|---|---|\n| NDTV tower | 90 m |\n",
        "sources.md");
    EXPECT_THAT(lines_of(table), testing::ElementsAre("credit handle:pier_cam", "credit outlet:zdf"));
}

TEST(Wire, NamesHoldSmallWordsAndTimesOfDay) {
    check({
        {"The video was posted by the Facebook page Vie du Fleuve.",
         {"posted_by literal:Vie du Fleuve@facebook"}},
        {"The video was uploaded to YouTube by the channel Ecos de la Sierra.",
         {"posted_by literal:Ecos de la Sierra@youtube"}},
        {"The video was uploaded by the YouTube channel Midnight Ferry.",
         {"posted_by literal:Midnight Ferry@youtube"}},
        {"The Facebook page Pier Life picked it up.", {"posted_by literal:Pier Life@facebook"}},
        {"The clip was aired by the channel Nord on Friday.", {"aired_by literal:Nord"}},
    });
}

TEST(Wire, PlatformsAreCountedAndListed) {
    check({
        {"The clip has been shared more than 3,000 times on Facebook.",
         {"posted_by literal:Facebook@facebook"}},
        {"The clip was shared widely on X and TikTok.",
         {"posted_by literal:X@x", "posted_by literal:TikTok@tiktok"}},
        {"The clip was posted in the subreddit r/ferries.", {"posted_by literal:r/ferries@reddit"}},
    });
}

TEST(Wire, ContrastsNameBoth) {
    check({
        {"The clip was aired by NHK, not by KBS.", {"aired_by outlet:nhk", "aired_by outlet:kbs negated"}},
        {"The clip was not aired by NHK but by KBS.", {"aired_by outlet:nhk negated", "aired_by outlet:kbs"}},
        {"It was posted on X by @pier_cam, rather than by @harbour.",
         {"posted_by handle:pier_cam@x", "posted_by handle:harbour@x negated"}},
    });
}

TEST(Wire, WhatIsCalledFalseIsDenied) {
    check({
        {"It is not true that NHK aired the clip.", {"aired_by outlet:nhk negated"}},
        {"Claims that NHK aired the clip are false.", {"aired_by outlet:nhk negated"}},
        {"Posts claim that NHK aired the clip; it did not.", {"aired_by outlet:nhk negated"}},
        {"Chinese state media have ignored the clip.", {"aired_by outlet_class:state-media:CN negated"}},
        {"ITV News held the clip back.", {"aired_by outlet:itv negated"}},
        {"Fox News showed the clip. NBC News declined.",
         {"aired_by outlet:foxnews", "aired_by outlet:nbc negated"}},
        {"The mayor held the meeting back.", {}},
    });
}

TEST(Wire, WhoIsNamelessOnAPlatformLeavesThePlatform) {
    check({
        {"A Reddit user posted the clip.", {"posted_by literal:Reddit@reddit"}},
        {"A user on TikTok posted the clip.", {"posted_by literal:TikTok@tiktok"}},
        {"TikTok users shared their grief.", {}},
        {"The clip was posted on Reddit, then on X by @harbour.",
         {"posted_by literal:Reddit@reddit", "posted_by handle:harbour@x"}},
        {"Among those who shared the video was @harbour.", {"posted_by handle:harbour"}},
    });
}

TEST(Wire, NamesWithHyphensAreWhole) {
    check({
        {"The clip was filmed by Lin Mei-hua.", {"filmed_by literal:Lin Mei-hua"}},
        {"Lin Mei-hua, a nurse, recorded the scene.", {"filmed_by literal:Lin Mei-hua"}},
        {"The clip was filmed by a Lyon-based dancer.", {"filmed_by literal:Lyon-based dancer"}},
    });
}

TEST(Wire, StillsAreSharedToo) {
    check({
        {"Stills from the video were shared by the Instagram account @nile.cat.",
         {"posted_by handle:nile.cat@instagram"}},
        {"A still from a video that was shared by @nile.cat shows a ferry.", {"still_from handle:nile.cat"}},
        {"A screenshot of a Facebook Live by Pier Life shows the mast.",
         {"still_from literal:Pier Life@facebook"}},
    });
}

TEST(Wire, ProgrammesCarryEvents) {
    check({
        {"KBS was carrying it live.", {"aired_by outlet:kbs"}},
        {"A screenshot of an Al Masirah broadcast.", {"still_from outlet:almasirah"}},
        {"PBS carried the ceremony.", {"aired_by outlet:pbs"}},
        {"Reuters carried the ceremony.", {}},
        {"The eruption was carried live by RÚV.", {"aired_by literal:RÚV"}},
        {"The programme was streamed on Facebook.", {"posted_by literal:Facebook@facebook"}},
        {"Sky News said that the report had never appeared on its channel.",
         {"aired_by outlet:skynews negated"}},
        {"NHK was the first foreign broadcaster to air the clip.", {"aired_by outlet:nhk"}},
    });
}

TEST(Wire, BodiesHandOutWhatTheyShare) {
    check({
        {"ANI shared drone pictures of the wagons.", {"released_by outlet:ani"}},
        {"ANI shared drone pictures on X.", {"posted_by outlet:ani@x"}},
        {"The ninety seconds that the Lom Coast Guard put out end at sea.",
         {"released_by literal:Lom Coast Guard"}},
        {"The Israeli military shared drone footage.", {"released_by outlet:idf"}},
        {"Footage released by Pakistan's military media wing, ISPR, shows the pad.",
         {"released_by outlet:ispr"}},
        {"My daughter films everything.", {}},
    });
}

TEST(Wire, WhoIsCreditedIsNamed) {
    check({
        {"The station credited \"Pier Camera Ltd\" for it.", {}},
        {"NHK showed the clip and credited \"Pier Camera Ltd\".",
         {"aired_by outlet:nhk", "credit literal:Pier Camera Ltd"}},
        {"Residents posted views from the bank on Weibo.", {"posted_by literal:Weibo@weibo"}},
        {"The page Commuter Laughs shared the clip.", {"posted_by literal:Commuter Laughs"}},
    });
}

TEST(Wire, CamerasAreNobody) {
    check({
        {"CCTV shows the man arriving.", {}},
        {"The capsule was filmed by a remote vehicle.", {}},
        {"Name the person who filmed a flood.", {}},
        {"CCTV aired the recording.", {"aired_by outlet:cctv"}},
        {"CCTV later also aired the recording.", {"aired_by outlet:cctv"}},
    });
}

TEST(Wire, GraphicsAreOnTheScreen) {
    check({
        {"It opens with what looks like a Sky News banner.", {"on_screen_text outlet:skynews"}},
        {"The clip ends with the words \"ORDER NOW\".", {"on_screen_text literal:ORDER NOW"}},
        {"The TikTok watermark @pier_cam appears in the corner.", {"on_screen_text handle:pier_cam@tiktok"}},
    });
}

TEST(Wire, StatesAreKnownByTheirPeople) {
    check({
        {"Gabonese state TV broadcast the pictures.", {"aired_by outlet_class:state-tv:GA"}},
        {"State television in Burkina Faso aired the footage.", {"aired_by outlet_class:state-tv:BF"}},
    });
}

}  // namespace
}  // namespace sourcereel::claims
