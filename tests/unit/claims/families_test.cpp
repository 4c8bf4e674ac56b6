// Families of wordings: names behind descriptions, lists, shared verbs, particles, denials, echoes, accounts.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/claim_lines.h"

namespace sourcereel::claims {
namespace {

TEST(Families, ADescriptionIsGivenItsName) {
    check({
        {"A channel named Pine Signal, which has 20,000 readers, shared the clip.",
         {"posted_by literal:Pine Signal"}},
        {"The clip was posted on X by a woman going by \"Lake Nora\".", {"posted_by literal:Lake Nora@x"}},
        {"The video was filmed by a cyclist in Graz, Ruth Amsel.", {"filmed_by literal:Ruth Amsel"}},
        {"The video was filmed by a crew from NHK.", {"filmed_by outlet:nhk"}},
        {"In a tweet by the museum's director, @director_ines, the roof is seen sagging.",
         {"posted_by handle:director_ines@x"}},
        {"The video was shared by the janitor on TikTok (@mop.and.go).",
         {"posted_by handle:mop.and.go@tiktok"}},
        {"The account Weather Loft (@weatherloft) shared the clip.", {"posted_by handle:weatherloft"}},
        {"The video was posted by the embassy of Norway on X.", {"posted_by literal:embassy of Norway@x"}},
        {"An interview aired on Friday by France's Canal Neuf was cut.", {"aired_by literal:Canal Neuf"}},
    });
}

TEST(Families, NamesShareAVerb) {
    check({
        {"The channels Zvezda and Rossiya 1 both aired the clip.",
         {"aired_by outlet:zvezda", "aired_by outlet:russia1"}},
        {"Al Arabiya and the Emirates News Agency WAM both published his video.",
         {"released_by outlet:alarabiya", "released_by outlet:wam"}},
        {"CNN, Sky News and Al Arabiya aired the footage.",
         {"aired_by outlet:cnn", "aired_by outlet:skynews", "aired_by outlet:alarabiya"}},
        {"The clip was broadcast by NHK, Fox News and Radio Tarn.",
         {"aired_by outlet:nhk", "aired_by outlet:foxnews", "aired_by literal:Radio Tarn"}},
        {"The clip was picked up by several outlets, including ITV and Sky News.",
         {"aired_by outlet:itv", "aired_by outlet:skynews"}},
        {"The clip was pushed by angry pages on Facebook, among them Loud Harbour.",
         {"posted_by literal:Loud Harbour@facebook"}},
        {"The clip was aired by CNN, the BBC reported.", {"aired_by outlet:cnn"}},
        {"Mara Quill filmed the flood and put the video on TikTok.",
         {"filmed_by literal:Mara Quill", "posted_by literal:Mara Quill@tiktok"}},
    });
}

TEST(Families, ParticlesMakeTheVerb) {
    check({
        {"NHK led its noon news with it.", {"aired_by outlet:nhk"}},
        {"The report opens with a map.", {}},
        {"CNN picked it up an hour later.", {"aired_by outlet:cnn"}},
        {"Rosa Brill, a baker, caught it on her phone.", {"filmed_by literal:Rosa Brill"}},
        {"The man who took the video, bus driver Otto Lind, was not hurt.", {"filmed_by literal:Otto Lind"}},
        {"X took the video down.", {}},
        {"The harbour police made the video public on Monday.", {"released_by literal:harbour police"}},
        {"A film about the bridge is being made by pupils.", {}},
    });
}

TEST(Families, ClausesKeepTheirSubject) {
    check({
        {"The ferry office, which runs the pier, released the video.", {"released_by literal:ferry office"}},
        {"It was NHK that first showed the clip.", {"aired_by outlet:nhk"}},
        {"NHK was among those who aired the footage.", {"aired_by outlet:nhk"}},
        {"The clip that Ukraine's defence intelligence GUR made public is short.",
         {"released_by outlet:gur_ua"}},
        {"The mayor of Ulm, Hanna Reis, posted the video on Telegram.",
         {"posted_by literal:Hanna Reis@telegram"}},
        {"\"I filmed it from a tram,\" said Hanna Reis.", {"filmed_by literal:Hanna Reis referring"}},
        {"The clip was given to Reuters by a carpenter. He had filmed it at dawn.",
         {"obtained_by outlet:reuters", "filmed_by literal:carpenter referring"}},
        {"RT has spoken of a video. It shows a crowd.", {}},
        {"The programme will be broadcast by the BBC on Friday.", {}},
        {"She asked the BBC to show the video.", {}},
        {"This moment was captured in a segment aired by Korean Central Television.",
         {"aired_by outlet:kctv"}},
    });
}

TEST(Families, DenialsAndEchoesReachBack) {
    check({
        {"The post said that CNN had shown the clip. It did not.", {"aired_by outlet:cnn negated"}},
        {"It was claimed that the BBC broadcast the clip. That is false.", {"aired_by outlet:bbc negated"}},
        {"CNN showed the clip. It did not say who had filmed it.", {"aired_by outlet:cnn"}},
        {"No such footage had been aired by CNN.", {"aired_by outlet:cnn negated"}},
        {"NHK aired the clip. So did ITV.", {"aired_by outlet:nhk", "aired_by outlet:itv"}},
        {"NHK aired the clip; ITV did not.", {"aired_by outlet:nhk", "aired_by outlet:itv negated"}},
        {"NHK aired the clip on Friday, ITV on Sunday.", {"aired_by outlet:nhk", "aired_by outlet:itv"}},
    });
}

TEST(Families, AccountsOwnTheirPosts) {
    check({
        {"She tweeted it from @loft_nine.", {"posted_by handle:loft_nine@x"}},
        {"The oldest copy is from the Telegram channel North Pier (@north_pier).",
         {"posted_by handle:north_pier@telegram"}},
        {"The video was posted on the ministry's official Telegram channel.",
         {"posted_by literal:ministry@telegram"}},
        {"The clip turned up on Facebook, on the page Loud Harbour.",
         {"posted_by literal:Loud Harbour@facebook"}},
        {"A video on the YouTube channel of TRT World shows the pier.", {"posted_by outlet:trt@youtube"}},
        {"@loft_nine's video shows the pier.", {"posted_by handle:loft_nine"}},
    });
}

TEST(Families, LinesCredit) {
    check({
        {"Dashcam footage: Delta County Police", {"credit literal:Delta County Police"}},
        {"The pier at noon [Screengrab/Telegram @north_pier]", {"still_from handle:north_pier@telegram"}},
        {"Screenshot via Facebook/Loud Harbour", {"still_from literal:Loud Harbour@facebook"}},
        {"The pier (Courtesy Ida Falk)", {"credit literal:Ida Falk"}},
        {"VIDEO: Drone footage shows the pier.", {}},
        {"A caption that reads \"Storm day\" was added.", {"on_screen_text literal:Storm day"}},
        {"A logo costs nothing to copy.", {}},
    });
}

}  // namespace
}  // namespace sourcereel::claims
