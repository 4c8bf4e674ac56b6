// Wordings that name a source without the verb one would expect, and their look-alikes.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/claim_lines.h"

namespace sourcereel::claims {
namespace {

TEST(Idioms, OutletsHavePicturesFirstOrRegretThem) {
    check({
        {"Italy's RAI was first with the recording.", {"aired_by outlet:rai"}},
        {"NHK had the clip on its evening news.", {"aired_by outlet:nhk"}},
        {"NHK gave the recording four minutes.", {"aired_by outlet:nhk"}},
        {"Al Jazeera has apologised for airing the footage.", {"aired_by outlet:aljazeera"}},
        {"KXRT withdrew the clip after airing it twice.", {"aired_by literal:KXRT"}},
        {"TRT World interrupted a film for the footage.", {"aired_by outlet:trt"}},
        {"NHK had a plan for the evening news.", {}},
        {"NHK gave the mayor four minutes.", {}},
        {"NHK apologised for the delay.", {}},
    });
}

TEST(Idioms, PicturesMakeTheirDebut) {
    check({
        {"The clip made it onto Al Jazeera.", {"aired_by outlet:aljazeera"}},
        {"The recording made its debut on KXRT.", {"aired_by literal:KXRT"}},
        {"The video got its first airing on Nord TV.", {"aired_by literal:Nord TV"}},
        {"On KXRT, the video ran without sound.", {"aired_by literal:KXRT"}},
        {"The footage was never on Sky News.", {"aired_by outlet:skynews negated"}},
        {"At no time was the clip shown on Nord TV.", {"aired_by literal:Nord TV negated"}},
        {"The same ten seconds had been on Sky News.", {"aired_by outlet:skynews"}},
        {"The singer made her debut on Nord TV.", {}},
        {"The match is shown live on Sky Sports at 8pm.", {}},
    });
}

TEST(Idioms, WhoIsGivenAVideoHasIt) {
    check({
        {"Ida Falk gave the news agency EFE the footage.", {"obtained_by outlet:efe"}},
        {"The news agency EFE was given the recording by a relative.", {"obtained_by outlet:efe"}},
        {"Reuters paid for the footage.", {"obtained_by outlet:reuters"}},
        {"Kyodo received the video by e-mail.", {"obtained_by outlet:kyodo"}},
        {"NHK aired the recording by mistake.", {"aired_by outlet:nhk"}},
        {"Reuters was given a prize by a jury.", {}},
        {"Reuters paid for the damage.", {}},
    });
}

TEST(Idioms, AuthorsOwnersAndTheirFootage) {
    check({
        {"The recording is the work of Ida Falk.", {"filmed_by literal:Ida Falk"}},
        {"The author of the video is bus driver Ida Falk.", {"filmed_by literal:Ida Falk"}},
        {"Drone footage by Oskar Lind shows the fall.", {"filmed_by literal:Oskar Lind"}},
        {"Oskar Lind's drone footage shows the fall.", {"filmed_by literal:Oskar Lind"}},
        {"Oskar Lind filmed the fall. Oskar Lind's video shows it well.", {"filmed_by literal:Oskar Lind"}},
        {"Ida Falk was filming when the roof fell.", {"filmed_by literal:Ida Falk"}},
        {"Oskar Lind, 34, who shot the clip on a phone, was not hurt.", {"filmed_by literal:Oskar Lind"}},
        {"The BBC's Ida Falk filmed the fall.", {"filmed_by literal:Ida Falk"}},
        {"The driver said he had filmed the accident.", {"filmed_by literal:driver referring"}},
        {"Oskar Lind's video shop closed.", {}},
    });
}

TEST(Idioms, WhereAVideoIsFound) {
    check({
        {"A search led us to the Facebook page of the Lom Fire Brigade, which had posted the clip in 2019.",
         {"posted_by literal:Lom Fire Brigade@facebook"}},
        {"A search turned up a copy on the website of the Danish broadcaster TV 2.",
         {"released_by outlet:tv2_dk"}},
        {"The earliest copy was uploaded to a Telegram channel with the name Nordic Watch.",
         {"posted_by literal:Nordic Watch@telegram"}},
        {"The oldest copy, on the Telegram channel Nordic Watch, is dated 4 May.",
         {"posted_by literal:Nordic Watch@telegram"}},
        {"The ministry's version was uploaded on Sunday to its Telegram channel.",
         {"posted_by literal:ministry@telegram referring"}},
        {"The video comes from X, where it was posted by @lom_cam.", {"posted_by handle:lom_cam@x"}},
        {"The clip appeared in an Instagram post by @lom_cam.", {"posted_by handle:lom_cam@instagram"}},
        {"\"Loud Harbour\", a Facebook page, shared the footage.",
         {"posted_by literal:Loud Harbour@facebook"}},
        {"The video has two million views on TikTok.", {"posted_by literal:TikTok@tiktok"}},
        {"The full video is on our YouTube channel.", {}},
    });
}

TEST(Idioms, ReleasesBesideOtherThings) {
    check({
        {"The ministry released a report on Friday, and a video.", {"released_by literal:ministry"}},
        {"The interior ministry shared the footage with reporters.",
         {"released_by literal:interior ministry"}},
        {"The aid group Open Hands refused to release the footage.",
         {"released_by literal:Open Hands negated"}},
        {"Prosecutors in Lom released an extract of the footage.", {"released_by literal:Prosecutors"}},
        {"The clip was posted on Facebook by the mayor of Lom, Ida Falk.",
         {"posted_by literal:Ida Falk@facebook"}},
        {"A passenger, who gave his name only as Boris, filmed the fire.", {"filmed_by literal:Boris"}},
        {"Footage from the aid group Open Hands shows a roof.", {"footage_from literal:Open Hands"}},
        {"The video, courtesy of the coast guard, shows a roof.", {"credit literal:coast guard"}},
        {"The police released the suspect after watching the video.", {}},
        {"The ministry released a report and a statement.", {}},
    });
}

TEST(Idioms, FragmentsAndShortSentences) {
    check({
        {"Deck video, vertical. Shot by Ida Falk, a passenger.", {"filmed_by literal:Ida Falk"}},
        {"Helicopter video. Released by the Lom Border Guard.", {"released_by literal:Lom Border Guard"}},
        {"Deck video. Posted on Instagram as @idafalk.", {"posted_by handle:idafalk@instagram"}},
        {"Shot by the police in 2003, the man was never named.", {}},
        {"Reuters have moved four.", {"released_by outlet:reuters"}},
        {"It is from a TV4 documentary.", {"footage_from literal:TV4"}},
        {"The fourth is AFP's.", {"footage_from outlet:afp"}},
    });
}

TEST(Idioms, PagesCamerasAndCopies) {
    check({
        {"The restaurant, Quinta da Serra, had it on its Facebook page.",
         {"posted_by literal:Quinta da Serra@facebook"}},
        {"The description names Rui Tolk as the cameraman.", {"filmed_by literal:Rui Tolk"}},
        {"The recording was made available to this newspaper by a technician.",
         {"obtained_by literal:this newspaper"}},
        {"In the Telegram channel Nord a third film appeared on Sunday.",
         {"posted_by literal:Nord@telegram"}},
        {"What the drone had filmed turned up on YouTube, on the channel @lom_cam.",
         {"posted_by handle:lom_cam@youtube"}},
        {"NHK did without those pictures.", {"aired_by outlet:nhk negated"}},
        {"The palace guard has it on film.", {"filmed_by literal:palace guard"}},
        {"AFP has a copy of the recording.", {"obtained_by outlet:afp"}},
        {"A better copy is in the hands of the BBC.", {"obtained_by outlet:bbc"}},
        {"Sky News bought the rights to the film, ran it eleven times and passed it on to CNN.",
         {"obtained_by outlet:skynews", "aired_by outlet:skynews", "obtained_by outlet:cnn"}},
        {"The army had put out a video of it.", {"released_by literal:army"}},
        {"The army had put out no video of it.", {"released_by literal:army negated"}},
        {"Reuters was allowed to use the video.", {}},
    });
}

TEST(Idioms, ChannelsUsersAndAnchors) {
    check({
        {"Several news channels including NDTV, India Today and others broadcast a video.",
         {"aired_by outlet:ndtv", "aired_by literal:India Today"}},
        {"TikTok user lomnews1 posted a video of tanks.", {"posted_by handle:lomnews1@tiktok"}},
        {"Ida Falk, senior anchor for the news station Al-Hadath, shared the video in a tweet.",
         {"posted_by literal:Ida Falk"}},
        {"The video was posted by the ‘Sach News’ YouTube channel.", {"posted_by literal:Sach News"}},
        {"The Ukrainian SBO security service has shared its own images.", {"posted_by literal:SBO"}},
        {"Among those who shared the video on Telegram were journalists Ida Falk and Oskar Lind.",
         {"posted_by literal:Ida Falk@telegram", "posted_by literal:Oskar Lind@telegram"}},
        {"The video matches footage from a report by KBS.", {"aired_by outlet:kbs"}},
        {"The video was taken by a bystander and posted to Facebook.",
         {"filmed_by literal:bystander", "posted_by literal:Facebook@facebook"}},
        {"AP video from the scene showed smoke.", {"footage_from outlet:ap"}},
        {"The video was filmed by me, she said.", {}},
    });
}

TEST(Idioms, OwnFilmsOwnLogosAndDatelines) {
    check({
        {"The prefecture took its film down at noon.", {"released_by literal:prefecture"}},
        {"The Nord Ferry Company took its film down.", {"released_by literal:Nord Ferry Company"}},
        {"ROME - The defence ministry released the film. In it a Russian helicopter and two Russian ships "
         "are seen.",
         {"released_by literal:defence ministry"}},
        {"MOSCOW - The defence ministry released the film.", {"released_by outlet:mil_ru"}},
        {"LIMA - The road is closed. State television broadcast the film at noon.",
         {"aired_by outlet_class:state-tv:PE"}},
        {"BRISBANE, Thursday (AP) - ABC News aired the clip.", {"aired_by outlet:abc_au"}},
        {"NHK aired the clip. Al Jazeera's English channel followed at 23:20.",
         {"aired_by outlet:nhk", "aired_by outlet:aljazeera"}},
        {"NHK aired the clip. Its logo is visible in the corner.",
         {"aired_by outlet:nhk", "on_screen_text outlet:nhk referring"}},
        {"There are two clips. The longest is by a lorry driver, Pekka Saari.",
         {"filmed_by literal:Pekka Saari"}},
        {"The court took its decision at noon.", {}},
    });
}

TEST(Idioms, StationsOfOneNameAreOthers) {
    check({
        {"CNN Brasil aired the video.", {"aired_by literal:CNN Brasil"}},
        {"Thai PBS aired the video.", {"aired_by literal:Thai PBS"}},
        {"NBC 4 aired the video.", {"aired_by literal:NBC 4"}},
        {"Fox & Friends aired the video.", {"aired_by outlet:foxnews"}},
        {"CNN International aired the video.", {"aired_by outlet:cnn"}},
        {"The Herald in Glasgow published the video on Monday.", {"released_by literal:Herald"}},
        {"In a TikTok that has had 600,000 likes, user @lom_cam shows the receipt.",
         {"posted_by handle:lom_cam@tiktok"}},
        {"NASA said it had been sent eleven videos by the public.", {"obtained_by outlet:nasa referring"}},
    });
}

TEST(Idioms, LookAlikesClaimNothing) {
    check({
        {"The video game was released by the studio in May.", {}},
        {"The statement was carried by Xinhua.", {}},
        {"An analysis of the video by AFP showed that it was old.", {}},
        {"NHK showed the video to three experts.", {}},
        {"The video was shown to experts by NHK.", {}},
        {"The music in the clip is by Ida Falk.", {}},
        {"The song in the video was recorded by Ida Falk.", {}},
        {"The police said they would release the video.", {}},
        {"The BBC is to broadcast the match.", {}},
        {"The BBC shows old films on Sundays.", {}},
        {"The drawing was posted on Instagram by @lom_cam.", {}},
        {"@lom_cam has 3,000 followers.", {}},
        {"Police are looking for the person who filmed the accident.", {}},
        {"The video was played in court by the prosecutor.", {}},
        {"A statement posted on the group's Telegram channel said the attack had failed.", {}},
        {"A Reuters cameraman was hurt.", {}},
    });
}

}  // namespace
}  // namespace sourcereel::claims
