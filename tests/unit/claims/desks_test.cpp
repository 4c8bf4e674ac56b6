// What pages of desks hold beside running text, tables and lists of sources, and the short sentences in which
// one outlet follows another.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/claim_lines.h"

namespace sourcereel::claims {
namespace {

std::vector<std::string> claims_of_page(const std::string& body) {
    return lines_of(read_article("<html><body><h1>Head</h1>" + body + "</body></html>", "page.html"));
}

TEST(Desks, AColumnOfSourcesCredits) {
    EXPECT_THAT(
        claims_of_page("<table><thead><tr><th>Clip</th><th>Time</th><th>Source</th></tr></thead><tbody>"
                       "<tr><td>Roof</td><td>14:02</td><td>@pier_cam on X</td></tr>"
                       "<tr><td>Quay</td><td>14:40</td><td>Anna Sol</td></tr>"
                       "<tr><td>Crowd at AP</td><td>15:00</td><td>ZDF</td></tr></tbody></table>"),
        testing::ElementsAre("credit handle:pier_cam@x", "credit literal:Anna Sol", "credit outlet:zdf"));
    // The heads may be plain cells.
    EXPECT_THAT(claims_of_page("<table><tr><td>Credit</td><td>Clip</td></tr>"
                               "<tr><td>NHK</td><td>Tower of Lom</td></tr></table>"),
                testing::ElementsAre("credit outlet:nhk"));
}

TEST(Desks, OtherTablesCreditNothing) {
    EXPECT_THAT(claims_of_page("<table><tr><th>Place</th><th>Height</th></tr>"
                               "<tr><td>NDTV tower</td><td>90 m</td></tr></table>"),
                testing::IsEmpty());
    // Cells that span columns do not stand below their heads.
    EXPECT_THAT(claims_of_page("<table><tr><th colspan=2>Clip</th><th>Source</th></tr>"
                               "<tr><td>Roof</td><td>Lom</td><td>Anna Sol</td></tr></table>"),
                testing::IsEmpty());
    // A page that is laid out with a table, and a table within a cell of sources.
    EXPECT_THAT(
        claims_of_page("<table><tr><td>Source of the Nile</td></tr><tr><td>Anna Sol</td></tr></table>"),
        testing::IsEmpty());
    EXPECT_THAT(
        claims_of_page("<table><tr><th>Clip</th><th>Source</th></tr><tr><td>Roof</td><td>"
                       "<table><tr><td>Place</td><td>Height</td></tr><tr><td>Lom</td><td>9 m</td></tr>"
                       "</table></td></tr></table>"),
        testing::IsEmpty());
}

TEST(Desks, AListBelowCreditsCredits) {
    EXPECT_THAT(
        claims_of_page("<h2>Video credits</h2><ul><li>Crossing: Lom Ahora</li><li>@pier_cam / TikTok</li>"
                       "<li>AFP via Getty Images</li></ul><h2>Weather</h2><ul><li>Monday: Rain</li></ul>"),
        testing::ElementsAre("credit literal:Lom Ahora", "credit handle:pier_cam@tiktok", "credit outlet:afp",
                             "via outlet:getty"));
    const Article list = read_article(
        "# Storm\n\n## Where the clips came from\n\n- Roof – Anna Sol\n- Text: Bo Lind\n- We have asked for "
        "more\n\n"
        "## Photo credits\n\n- Cover: Bo Lind\n\n## Sources\n\n- Weather Office\n",
        "list.md");
    EXPECT_THAT(lines_of(list), testing::ElementsAre("credit literal:Anna Sol"));
}

TEST(Desks, ATitleHeadsNoList) {
    const Article article = read_article("# Where the clips came from\n\nAnna Sol\n", "title.md");
    EXPECT_THAT(lines_of(article), testing::IsEmpty());
}

TEST(Desks, OneOutletFollowsAnother) {
    check({
        {"ZDF aired the clip. NHK followed on Monday.", {"aired_by outlet:zdf", "aired_by outlet:nhk"}},
        {"ZDF aired the clip. NHK followed in the evening.", {"aired_by outlet:zdf", "aired_by outlet:nhk"}},
        {"ZDF aired the clip. NHK followed the story.", {"aired_by outlet:zdf"}},
        {"ZDF aired the clip and NHK decided against it.",
         {"aired_by outlet:zdf", "aired_by outlet:nhk negated"}},
        {"Her clip was posted on VK. NHK did the same.", {"posted_by literal:VK@vk", "aired_by outlet:nhk"}},
    });
}

TEST(Desks, ChannelsHaveAndPut) {
    check({
        {"NHK had pictures of it by noon.", {"aired_by outlet:nhk"}},
        {"The mayor had pictures of it on her desk.", {}},
        {"ZDF put it in its morning show.", {"aired_by outlet:zdf"}},
        {"RT embedded the clip in its live blog.", {"aired_by outlet:rt"}},
        {"The BBC's Match of the Day showed his video.", {"aired_by outlet:bbc"}},
        {"ONT in Minsk broadcast the clip.", {"aired_by outlet:ontby"}},
        {"Reuters's photographers published a gallery.", {"released_by outlet:reuters"}},
        {"NHK has obtained that one.", {"obtained_by outlet:nhk"}},
        {"Anna Sol streamed the chase live on Twitch.", {"posted_by literal:Anna Sol@twitch"}},
        {"NHK showed the clip under the words \"PALACE UNDER WATCH\".",
         {"aired_by outlet:nhk", "on_screen_text literal:PALACE UNDER WATCH"}},
        {"The picture had been lifted from a pilot's Facebook page.", {"posted_by literal:pilot@facebook"}},
    });
}

TEST(Desks, AccountsFollowAccounts) {
    check({
        {"The X account @pier_cam posted the clip. @lom.daily followed on Threads.",
         {"posted_by handle:pier_cam@x", "posted_by handle:lom.daily@threads"}},
        {"A TikTok user, @pier_cam, posted the clip. On Instagram, the page \"Lom Life\" did the same.",
         {"posted_by handle:pier_cam@tiktok", "posted_by literal:Lom Life@instagram"}},
        {"ZDF aired the clip. @pier_cam did the same.", {"aired_by outlet:zdf"}},
        {"The X account @pier_cam posted the clip. Thousands of users did the same.",
         {"posted_by handle:pier_cam@x"}},
        {"Creator: @pier_cam on TikTok", {"posted_by handle:pier_cam@tiktok"}},
        {"Creator: Anna Sol", {}},
        {"First seen on the Facebook page Pier Laughs in 2012.", {"posted_by literal:Pier Laughs@facebook"}},
        {"The clip has been viewed two million times on TikTok.", {"posted_by literal:TikTok@tiktok"}},
    });
}

TEST(Desks, ProgrammesAreReached) {
    check({
        {"The clip reached RAI's evening news.", {"aired_by outlet:rai"}},
        {"The clip reached RAI's lawyers.", {}},
        {"On TRT World the tourists' clips were shown.", {"aired_by outlet:trt"}},
        {"On TRT World the mayor said the clips were shown to her.", {}},
        {"ZDF reported on the collapse using the same footage.", {"aired_by outlet:zdf"}},
        {"Police reported on the collapse using the same footage.", {}},
        {"NHK aired the clip, attributing it to \"open sources\".",
         {"aired_by outlet:nhk", "credit literal:open sources"}},
        {"Hezbollah's military media arm released the video.", {"released_by outlet:harbi"}},
        {"The video from the president's press pool, Pul Pervogo, shows a shoe.",
         {"footage_from outlet:pul1"}},
        {"CCTV, the national broadcaster, aired the clip.", {"aired_by outlet:cctv"}},
    });
}

TEST(Desks, WhatOthersSayIsDoubted) {
    check({
        {"Posts say that NHK showed the clip.", {"aired_by outlet:nhk hedged"}},
        {"Posts say that NHK showed the clip; the station denies it.", {"aired_by outlet:nhk negated"}},
        {"The mayor says that NHK showed the clip.", {"aired_by outlet:nhk"}},
        {"The BBC said it had never broadcast anything of the kind.",
         {"aired_by outlet:bbc negated referring"}},
        {"Both videos were shown on ITV. Channel 4 said it had shown neither.",
         {"aired_by outlet:itv", "aired_by outlet:channel4 negated referring"}},
        {"A label that appears to read \"MADE FOR AGES 8\" can be seen.",
         {"on_screen_text literal:MADE FOR AGES 8 hedged"}},
        {"A caption gives the vessel's name as 영웅김군옥함.", {"on_screen_text literal:영웅김군옥함"}},
    });
}

TEST(Desks, ProgrammesAreAnnounced) {
    check({
        {"Channel 4 shows the final at eight.", {}},
        {"Channel 4 shows the ceremony on Sunday.", {}},
        {"Channel 4 showed the final on Sunday.", {"aired_by outlet:channel4"}},
    });
}

TEST(Desks, WhoRecordedWhat) {
    check({
        {"The lifeboat crew recorded the rescue from below.", {"filmed_by literal:lifeboat crew"}},
        {"The company recorded a loss.", {}},
        {"The police recorded the accident in their log.", {}},
        {"CNN's reporter showed her the way.", {}},
        {"Groundsman Pete Hallow filmed the collapse.", {"filmed_by literal:Pete Hallow"}},
        {"Outside Iran the video was seen via the Associated Press.", {"via outlet:ap"}},
        {"Visitors reached the island via Reuters Square.", {}},
        {"The drone in Lom. Al Masirah handout via Reuters",
         {"credit outlet:almasirah", "via outlet:reuters"}},
        {"The bulletin, first published on TikTok by @world_now, is false.",
         {"posted_by handle:world_now@tiktok"}},
        {"@NordicAlert, which has 300,000 followers on X, reposted the clip.",
         {"posted_by handle:NordicAlert@x"}},
    });
}

TEST(Desks, WhatIsAllowedIsNoClaim) {
    check({
        {"The meetings may be filmed by the public.", {}},
        {"The video can be broadcast by NHK.", {}},
        {"The video may have been filmed by the police.", {"filmed_by literal:police hedged"}},
        {"ITV, which was said to have shown the clip, did not.", {"aired_by outlet:itv hedged negated"}},
    });
}

TEST(Desks, ObjectsAreLeftOut) {
    check({
        {"The police filmed it. NDTV used only the police's.",
         {"filmed_by literal:police", "aired_by outlet:ndtv"}},
        {"ZDF ran older ones.", {"aired_by outlet:zdf"}},
        {"CGTN put it on a loop.", {"aired_by outlet:cgtn"}},
        {"Lom TV took it over.", {"aired_by literal:Lom TV"}},
        {"Anna Sol took it over.", {}},
        {"The clip was shown on NHK, as well as on ZDF.", {"aired_by outlet:nhk", "aired_by outlet:zdf"}},
        {"The zoo's account, Panda Life, posted the clip.", {"posted_by literal:Panda Life"}},
        {"Her clip appeared on YouTube in 2016, on a channel called Royal Bloopers.",
         {"posted_by literal:Royal Bloopers@youtube"}},
        {"Passer-by @pier_cam had uploaded the leap to TikTok.", {"posted_by handle:pier_cam@tiktok"}},
        {"@pier_cam posted a comment on TikTok.", {}},
        {"@pier_cam wrote on X when sharing the clip.", {"posted_by handle:pier_cam@x"}},
    });
}

TEST(Desks, ArmiesAnswerWithVideos) {
    check({
        {"The army responded with a video of its own.", {"released_by literal:army"}},
        {"The army answered with a clip issued by Reuters.", {"released_by outlet:reuters"}},
        {"The army responded with fire.", {}},
    });
}

TEST(Desks, CopiesTravelAndAreCounted) {
    check({
        {"The video reached most stations via Eurovision.", {"via outlet:eurovision"}},
        {"On TikTok it has been viewed three million times.", {"posted_by literal:TikTok@tiktok"}},
        {"On X, the clip was shared by @pier_cam.", {"posted_by handle:pier_cam@x"}},
        {"On TikTok the mayor has been viewed as a joke.", {}},
        {"In Spain the clip was shown on RTVE, in Italy on RAI.",
         {"aired_by outlet:rtve", "aired_by outlet:rai"}},
        {"The roof, which @pier_cam posted on Instagram, held.", {"posted_by handle:pier_cam@instagram"}},
        {"\"Video: Band of Lom/dpa\", says the line under the film.",
         {"credit literal:Band of Lom", "via outlet:dpa"}},
        {"\"Video: Band of Lom\", says the line on screen.", {"on_screen_text literal:Video: Band of Lom"}},
    });
}

TEST(Desks, ChannelsAreFirstOrEarlier) {
    check({
        {"The clip is short. RAI had it first.", {"aired_by outlet:rai"}},
        {"CNN is showing the clip. Fox News has it too.", {"aired_by outlet:cnn", "aired_by outlet:foxnews"}},
        {"The mayor had it first.", {}},
        {"ARD showed the clip at eight and ZDF an hour earlier.",
         {"aired_by outlet:ard", "aired_by outlet:zdf"}},
        {"ARD showed the clip, and ZDF on Monday an interview.", {"aired_by outlet:ard"}},
        {"Video from @pier_cam on X shows a chair.", {"posted_by handle:pier_cam@x"}},
        {"Video from @pier_cam shows a chair.", {"footage_from handle:pier_cam"}},
    });
}

TEST(Desks, WhoIsSentAClipPostsIt) {
    check({
        {"She sent the video to the Lom Herald, which posted it on Facebook.",
         {"obtained_by literal:Lom Herald", "posted_by literal:Lom Herald@facebook"}},
        {"A few videos are blurred. Others were shared on TikTok.", {"posted_by literal:TikTok@tiktok"}},
        {"Others were told on TikTok to leave.", {}},
        {"The broadcaster JTBC put the two side by side.", {"aired_by outlet:jtbc"}},
        {"It is told in a video on YouTube by the channel \"Frame by Frame\".",
         {"posted_by literal:Frame by Frame@youtube"}},
    });
}

TEST(Desks, MinistriesAreThoseOfTheirCapitals) {
    check({
        {"The defence ministry in Seoul released the video.", {"released_by outlet:mnd_kr"}},
        {"The defence ministry in Moscow released the video.", {"released_by outlet:mil_ru"}},
        {"Ukraine and Kyiv object. The defence ministry in Moscow released the video.",
         {"released_by outlet:mil_ru"}},
        {"The defence ministry in Lisbon released the video.", {"released_by literal:defence ministry"}},
        {"Russia and Ukraine object. The defence ministry released the video.",
         {"released_by literal:defence ministry"}},
    });
}

TEST(Desks, NamesGoOnBehindOf) {
    check({
        {"The Facebook page Guardian of Truth posted the clip.",
         {"posted_by literal:Guardian of Truth@facebook"}},
        {"The Guardian of London published the clip.", {"released_by outlet:guardian"}},
        {"The film was found. The national archive acquired it in March.",
         {"obtained_by literal:national archive"}},
        {"Footage from the archive shows a barn.", {}},
        {"The film went round the world via AP.", {"via outlet:ap"}},
    });
}

TEST(Desks, StreetCamerasAreNoBroadcaster) {
    check({
        {"Officials in China saw it. CCTV from the road agency appeared to show a car.",
         {"footage_from literal:road agency"}},
        {"The tape from China is lost. The bakery's CCTV shows nothing.", {}},
        {"China's CCTV aired the clip.", {"aired_by outlet:cctv"}},
    });
}

}  // namespace
}  // namespace sourcereel::claims
