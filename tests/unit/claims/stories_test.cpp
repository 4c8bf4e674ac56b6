// Whole articles, all made up: what each says about where its pictures come from, and nothing else.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/claim_lines.h"

namespace sourcereel::claims {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Story, AFerryAndItsTwoVideos) {
    EXPECT_THAT(
        claims_in("Passengers on the Skarvoy ferry waited four hours for a tug on Sunday.\n\n"
                  "The first video of the grounding was posted on TikTok by @skarvoy.deck, who was on board. "
                  "A second, longer one was released by the coastguard in the evening; it was carried by NRK "
                  "and by "
                  "TV 2, the Norwegian broadcaster.\n\n"
                  "The operator told Reuters that the ship was sound.\n"),
        ElementsAre("posted_by handle:skarvoy.deck@tiktok", "released_by literal:coastguard",
                    "aired_by literal:NRK", "aired_by outlet:tv2_no"));
}

TEST(Story, ABridgeInTheWrongCountry) {
    EXPECT_THAT(
        claims_in(
            "A bridge does collapse in the clip, but not this week.\n\n"
            "The footage was first aired by NHK in 2016. It was reposted on X by @tallspan with the words "
            "\"happening now\". Kyodo relayed the pictures at the time, and a copy credited to Kyodo via the "
            "Associated Press is still online.\n\n"
            "NHK did not reply to a request.\n"),
        ElementsAre("aired_by outlet:nhk", "posted_by handle:tallspan@x", "via outlet:kyodo",
                    "credit outlet:kyodo", "via outlet:ap"));
}

TEST(Story, AParadeSeenByThreeChannels) {
    EXPECT_THAT(
        claims_in(
            "North Korean state television broadcast the parade on Thursday, nine hours after it ended.\n\n"
            "KCNA released photographs. South Korea's Joint Chiefs of Staff put out a video of its own. "
            "A strap at the foot of the picture reads 열병식.\n\n"
            "Analysts in Seoul counted the trucks twice.\n"),
        ElementsAre("aired_by outlet_class:state-tv:KP", "released_by outlet:kcna",
                    "released_by outlet:mnd_kr", "on_screen_text literal:열병식"));
}

TEST(Story, AFakeBulletin) {
    EXPECT_THAT(claims_in("The bulletin looks real. It bears the logo of Deutsche Welle and a red banner "
                          "saying EXKLUSIV.\n\n"
                          "Deutsche Welle said it had never aired the report. There is no evidence that ZDF "
                          "or any other German "
                          "broadcaster ran it.\n\n"
                          "The clip allegedly came from a Telegram channel, @nachtfunk_1.\n"),
                ElementsAre("on_screen_text outlet:dw", "on_screen_text literal:EXKLUSIV",
                            "aired_by outlet:dw negated referring", "aired_by outlet:zdf negated",
                            "original handle:nachtfunk_1@telegram hedged"));
}

TEST(Story, AStationFireWithItsCredits) {
    EXPECT_THAT(claims_in("Screenshot from a video shared on Instagram by @low.viaduct\n\n"
                          "Trains stopped at noon. The video was filmed by Greta Holm, a signal engineer, "
                          "and obtained by AFP.\n\n"
                          "(Video: Greta Holm/AFP)\n\nPhoto: Getty\n"),
                ElementsAre("still_from handle:low.viaduct@instagram", "filmed_by literal:Greta Holm",
                            "obtained_by outlet:afp", "credit literal:Greta Holm", "via outlet:afp"));
}

TEST(Story, AHoneyFairWithoutAnyClaim) {
    EXPECT_THAT(
        claims_in(
            "The fair opens on Saturday. Visitors shared cakes and the mayor released two doves.\n\n"
            "A band will record its new album there, and the BBC has written about the bees. Follow us on "
            "Instagram at @honeyfair, or write to desk@honeyfair.example.\n\n"
            "The app is built with @honey/core.\n"),
        IsEmpty());
}

TEST(Story, ALandslideOnTwoNetworksOfOneName) {
    EXPECT_THAT(
        claims_in("The clip was aired by NTV, the Turkish channel, on Monday. Japan's Nippon TV showed it a "
                  "day later.\n\n"
                  "Russia's NTV did not broadcast the clip.\n"),
        ElementsAre("aired_by outlet:ntv_tr", "aired_by outlet:nippontv", "aired_by outlet:ntvru negated"));
}

TEST(Story, AStormWithAViewFromTheLighthouse) {
    EXPECT_THAT(claims_in("Lighthouse keeper Ole Brand filmed the wave from the gallery. The video was "
                          "uploaded to YouTube by "
                          "@branden-fyr and, a day later, to Facebook by the page \"Fyrliv\".\n\n"
                          "A watermark reading @wave_hunter is a later addition.\n"),
                ElementsAre("filmed_by literal:Ole Brand", "posted_by handle:branden-fyr@youtube",
                            "posted_by literal:Fyrliv@facebook", "on_screen_text handle:wave_hunter"));
}

TEST(Story, ACeremonyThatTheMinistryFilmed) {
    EXPECT_THAT(claims_in("The pictures come from Moscow.\n\nRussia's Ministry of Defence published the "
                          "video on its Telegram "
                          "channel, and Rossiya 24 aired it within the hour. The ministry gave no "
                          "date.\n\nВидео: Минобороны России\n"),
                ElementsAre("released_by outlet:mil_ru@telegram", "aired_by outlet:russia24",
                            "credit outlet:mil_ru"));
}

TEST(Story, AStreetCameraIsNoBroadcaster) {
    EXPECT_THAT(
        claims_in(
            "CCTV footage shows the van. Police released the CCTV images on Friday and shared a map.\n\n"
            "The video was recorded by a shop's own camera.\n"),
        ElementsAre("released_by literal:Police"));
}

}  // namespace
}  // namespace sourcereel::claims
