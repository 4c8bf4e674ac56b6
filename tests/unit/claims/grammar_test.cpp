#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/claim_lines.h"

namespace sourcereel::claims {
namespace {

TEST(Grammar, PostsHaveAnAccountAndAPlatform) {
    check({
        {"The clip was posted on X by @lanternwatch late on Sunday.", {"posted_by handle:lanternwatch@x"}},
        {"Footage uploaded to TikTok by @marsh.hen shows the gate giving way.",
         {"posted_by handle:marsh.hen@tiktok"}},
        {"In a video shared on Instagram by the user @quietpier, a crane swings over the quay.",
         {"posted_by handle:quietpier@instagram"}},
        {"The Telegram channel @north_ledger shared the footage at noon.",
         {"posted_by handle:north_ledger@telegram"}},
        {"The recording, which @gullrock published on YouTube, lasts nine minutes.",
         {"posted_by handle:gullrock@youtube"}},
        {"The same pictures were reposted by @tidemark_9 on X, formerly Twitter, an hour later.",
         {"posted_by handle:tidemark_9@x"}},
        {"The video was first put online by a page called \"Harbour Lights\" on Facebook.",
         {"posted_by literal:Harbour Lights@facebook"}},
        {"A Facebook page named Lowmoor Weather posted the video on Friday.",
         {"posted_by literal:Lowmoor Weather@facebook"}},
        {"X user @saltmarsh posted the clip with the words \"look at this\".",
         {"posted_by handle:saltmarsh@x"}},
        {"The video was posted by the X account Dockside Daily.", {"posted_by literal:Dockside Daily@x"}},
        {"A video posted to the Instagram account of the band @the.slipway shows the rehearsal.",
         {"posted_by handle:the.slipway@instagram"}},
        {"A video that appeared on the Telegram channel Nordkai on Tuesday shows two lorries.",
         {"posted_by literal:Nordkai@telegram"}},
        {"The clip was seen first on the TikTok account @brineandfog.",
         {"posted_by handle:brineandfog@tiktok"}},
        {"In a TikTok video by @fenlight, the bird lands on a bonnet.", {"posted_by handle:fenlight@tiktok"}},
        {"@fenlight tweeted a video of the bird.", {"posted_by handle:fenlight@x"}},
        {"The footage was shared by Mayor Ilse Brandt on her Facebook page.",
         {"posted_by literal:Ilse Brandt@facebook"}},
        {"Mayor Ilse Brandt shared a video of the flood on Facebook.",
         {"posted_by literal:Ilse Brandt@facebook"}},
        {"A video of the crash was posted by a passer-by.", {}},
        {"Several accounts shared the clip.", {}},
        {"The statement was posted on X by @harbourdesk.", {}},
        {"The ministry put out the video on its X account, @harbourmin.",
         {"released_by literal:ministry@x", "posted_by handle:harbourmin@x"}},
        {"The clip was posted on Threads by @a.gull and on X by @a_gull.",
         {"posted_by handle:a.gull@threads", "posted_by handle:a_gull@x"}},
        {"The clip was pushed by a network of accounts led by @gullwing on Telegram.",
         {"posted_by handle:gullwing@telegram"}},
        {"The regional governor, Oleg Kuvshin, published the video on Telegram.",
         {"posted_by literal:Oleg Kuvshin@telegram"}},
        {"The clip was posted by Mash, a Telegram channel, and by @baza_news.",
         {"posted_by literal:Mash@telegram", "posted_by handle:baza_news"}},
        {"The YouTube channel \"Rail and Sail\" uploaded the full recording.",
         {"posted_by literal:Rail and Sail@youtube"}},
        {"The earliest version was posted to X by Sky News producer Tom Hale.",
         {"posted_by literal:Tom Hale@x"}},
        {"The account @kite_hill on X shared it with the caption \"unbelievable\".",
         {"posted_by handle:kite_hill@x"}},
        {"You can follow us on Instagram at @harbourdesk.", {}},
    });
}

TEST(Grammar, BroadcastsHaveAnOutletOrAClassOfThem) {
    check({
        {"The pictures were aired by Russian state television.", {"aired_by outlet_class:state-tv:RU"}},
        {"The footage was broadcast live by CGTN.", {"aired_by outlet:cgtn"}},
        {"Footage shown on Channel One, Russia's main broadcaster, cuts to the square.",
         {"aired_by outlet:channel1ru"}},
        {"The segment was carried by the state broadcaster CCTV on Monday.", {"aired_by outlet:cctv"}},
        {"Chinese state broadcaster CCTV aired the footage.", {"aired_by outlet:cctv"}},
        {"Iran's state TV aired video of the launch.", {"aired_by outlet_class:state-tv:IR"}},
        {"State television in Myanmar showed the parade.", {"aired_by outlet_class:state-tv:MM"}},
        {"North Korea's state-run television broadcast the footage on Thursday.",
         {"aired_by outlet_class:state-tv:KP"}},
        {"The clip ran on France 24 that evening.", {"aired_by outlet:france24"}},
        {"The clip first aired on NHK in 2018.", {"aired_by outlet:nhk"}},
        {"The video was shown during the evening news on Rossiya 24.", {"aired_by outlet:russia24"}},
        {"CNN and Al Jazeera both broadcast the clip.", {"aired_by outlet:cnn", "aired_by outlet:aljazeera"}},
        {"The clip was aired by Sky News and by ITV News.",
         {"aired_by outlet:skynews", "aired_by outlet:itv"}},
        {"It was televised by Press TV.", {"aired_by outlet:presstv"}},
        {"The Indian network NDTV, citing ANI, ran the clip.", {"aired_by outlet:ndtv"}},
        {"It was Al Jazeera that first aired the pictures.", {"aired_by outlet:aljazeera"}},
        {"Iran's Press TV and Russia's RT both aired the claim.",
         {"aired_by outlet:presstv", "aired_by outlet:rt"}},
        {"On Tuesday, Venezuelan state television VTV carried the speech live.", {"aired_by outlet:vtv_ve"}},
        {"The match is shown live on Sky Sports at 8pm.", {}},
        {"The BBC, ITV and Channel 4 News will show the debate.", {}},
        {"Viewers of RT saw the pictures first.", {}},
        {"The minister told CNN that the road was open.", {}},
    });
}

TEST(Grammar, ReleasesNameTheBodyThatMadeThemPublic) {
    check({
        {"The Israel Defense Forces released a video of the tunnel.", {"released_by outlet:idf"}},
        {"Video released by the Russian Defence Ministry shows the column.", {"released_by outlet:mil_ru"}},
        {"The coastguard issued footage of the rescue.", {"released_by literal:coastguard"}},
        {"Footage made public by Denmark's navy shows the wreck.", {"released_by literal:Denmark's navy"}},
        {"Police on Friday released bodycam footage.", {"released_by literal:Police"}},
        {"The images were distributed by KCNA.", {"released_by outlet:kcna"}},
        {"NASA has released a video of the landing.", {"released_by outlet:nasa"}},
        {"The video was published by the Tasnim news agency.", {"released_by outlet:tasnim"}},
        {"The ministry released a statement.", {}},
        {"The fire is out in Russia. The video was released by the emergency ministry.",
         {"released_by outlet:mchs_ru"}},
        {"The fire is out in Chile. The video was released by the emergency ministry.",
         {"released_by literal:emergency ministry"}},
        {"Police released two men.", {}},
        {"The report was published by the committee in May.", {}},
    });
}

TEST(Grammar, CameraAndBuyerAreNamed) {
    check({
        {"The video was filmed by Oskar Lind, a bus driver.", {"filmed_by literal:Oskar Lind"}},
        {"Mara Quill, who filmed the video from her roof, said the noise was worse.",
         {"filmed_by literal:Mara Quill"}},
        {"The footage was recorded by a passenger.", {"filmed_by literal:passenger"}},
        {"The clip, shot by fisherman Jon Vik, shows the ferry listing.", {"filmed_by literal:Jon Vik"}},
        {"A witness filmed the scene on his phone.", {"filmed_by literal:witness"}},
        {"The recording was obtained by Reuters.", {"obtained_by outlet:reuters"}},
        {"AFP has obtained the video.", {"obtained_by outlet:afp"}},
        {"The owner sold the footage to the Associated Press.", {"obtained_by outlet:ap"}},
        {"The recording was made by a neighbour, Ida Falk.", {"filmed_by literal:Ida Falk"}},
        {"The footage was provided to the BBC by a nurse.", {"obtained_by outlet:bbc"}},
        {"The museum obtained a copy of the map in 1956.", {}},
        {"The man was shot by police.", {}},
        {"A record was broken by the fisherman.", {}},
    });
}

TEST(Grammar, CreditLinesAreReadInTheirLanguages) {
    check({
        {"Video: @peatbog via Storyful", {"credit handle:peatbog", "via outlet:storyful"}},
        {"Credit: Instagram/@peatbog", {"credit handle:peatbog@instagram"}},
        {"Footage courtesy of the Tromsø Fire Brigade", {"credit literal:Tromsø Fire Brigade"}},
        {"(Video: Reuters)", {"credit outlet:reuters"}},
        {"The bridge at dusk. Video: Mats Ek/Facebook", {"credit literal:Mats Ek@facebook"}},
        {"Источник: РИА Новости", {"credit outlet:rian"}},
        {"Fuente: teleSUR", {"credit outlet:telesur"}},
        {"영상: 연합뉴스", {"credit outlet:yonhap"}},
        {"The footage is credited to the agency Ruptly.", {"credit outlet:ruptly"}},
        {"Courtesy: BBC", {"credit outlet:bbc"}},
        {"Video provided by the Finnish Border Guard.", {"credit literal:Finnish Border Guard"}},
        {"Photo: Reuters", {}},
        {"Image: supplied", {}},
        {"Video: supplied", {}},
    });
}

TEST(Grammar, StillsNameWhatTheyWereTakenFrom) {
    check({
        {"Screengrab from a video posted on X by @cinderpath", {"still_from handle:cinderpath@x"}},
        {"A still from footage aired by KCTV", {"still_from outlet:kctv"}},
        {"Screenshot of a clip on the Telegram channel @cinderpath",
         {"still_from handle:cinderpath@telegram"}},
        {"This frame grab from video released by the Ukrainian navy shows the boat.",
         {"still_from literal:Ukrainian navy"}},
        {"In this image taken from video provided by NASA, the capsule drifts.", {"still_from outlet:nasa"}},
        {"Screenshot: X/@cinderpath", {"still_from handle:cinderpath@x"}},
        {"A still image from a BBC broadcast", {"still_from outlet:bbc"}},
    });
}

TEST(Grammar, OriginsAndChains) {
    check({
        {"Footage from Al Jazeera shows the crossing.", {"footage_from outlet:aljazeera"}},
        {"Reuters footage shows the crossing.", {"footage_from outlet:reuters"}},
        {"AFP's video shows the crossing.", {"footage_from outlet:afp"}},
        {"The clip is not from Globo but from Televisa.",
         {"footage_from outlet:globo negated", "footage_from outlet:televisa"}},
        {"The video, purportedly from Al-Manar, is a game.", {"footage_from outlet:almanar hedged"}},
        {"AFPTV/HO via Storyful", {"credit outlet:afp", "via outlet:storyful"}},
        {"The source of the video is the Instagram account @olive.terrace.",
         {"original handle:olive.terrace@instagram"}},
        {"Reuters verified the location of the video.", {}},
        {"This article was first published by The Conversation.", {}},
        {"Footage from Gaza shows the crossing.", {}},
        {"CCTV footage shows the thief.", {}},
        {"The pictures come from KCNA via Reuters.", {"footage_from outlet:kcna", "via outlet:reuters"}},
        {"Kyodo relayed the pictures.", {"via outlet:kyodo"}},
        {"The clip first appeared on Reddit in March.", {"original literal:Reddit@reddit"}},
        {"The video has been circulating on Facebook since Monday.", {"posted_by literal:Facebook@facebook"}},
        {"He answered by e-mail via a spokesman.", {}},
    });
}

TEST(Grammar, WhatStandsOnTheScreen) {
    check({
        {"A watermark reading @owlgate is visible.", {"on_screen_text handle:owlgate"}},
        {"The clip bears the logo of Fox News.", {"on_screen_text outlet:foxnews"}},
        {"An RT logo can be seen in the corner.", {"on_screen_text outlet:rt"}},
        {"A caption on the screen says \"Exercise\".", {"on_screen_text literal:Exercise"}},
        {"The words \"FOR TRAINING ONLY\" appear across the bottom of the picture.",
         {"on_screen_text literal:FOR TRAINING ONLY"}},
        {"The handle @owlgate is visible in the lower corner.", {"on_screen_text handle:owlgate"}},
        {"A banner reads BREAKING NEWS.", {"on_screen_text literal:BREAKING NEWS"}},
        {"\"Fuente: la familia\", said the line on screen.", {"on_screen_text literal:Fuente: la familia"}},
        {"The clip is watermarked @owlgate.", {"on_screen_text handle:owlgate"}},
        {"The shop sign says OPEN.", {}},
    });
}

TEST(Grammar, DoubtAndDenialBelongToTheSource) {
    check({
        {"The clip was reportedly aired by NHK.", {"aired_by outlet:nhk hedged"}},
        {"The clip, said to have been filmed by a guard, is short.", {"filmed_by literal:guard hedged"}},
        {"The clip, aired by NHK, purportedly shows a flood.", {"aired_by outlet:nhk"}},
        {"Video purportedly showing a flood was aired by NHK.", {"aired_by outlet:nhk"}},
        {"CNN did not air the clip.", {"aired_by outlet:cnn negated"}},
        {"CNN never aired the clip.", {"aired_by outlet:cnn negated"}},
        {"CNN denied airing the clip.", {"aired_by outlet:cnn negated"}},
        {"The clip was not filmed by Mara Quill.", {"filmed_by literal:Mara Quill negated"}},
        {"There is no evidence that the clip was aired by CNN.", {"aired_by outlet:cnn negated"}},
        {"The BBC said it had not broadcast the clip.", {"aired_by outlet:bbc negated referring"}},
        {"Neither CNN nor the BBC aired the clip.",
         {"aired_by outlet:cnn negated", "aired_by outlet:bbc negated"}},
        {"The clip may have been posted by @owlgate.", {"posted_by handle:owlgate hedged"}},
    });
}

TEST(Grammar, DescriptionsReferToWhatWasNamedBefore) {
    check({
        {"KCTV opened with the visit. The channel also aired footage of the harbour.",
         {"aired_by outlet:kctv referring"}},
        {"Serbia's RTS had the story first. The Swiss broadcaster said it had never aired the clip.",
         {"aired_by outlet:rts_ch negated referring"}},
        {"Tasnim named no source. The video was published by the agency at noon.",
         {"released_by outlet:tasnim referring"}},
        {"The channel aired the clip.", {}},
        {"Mara Quill was on the roof. The video, which she filmed herself, is short.",
         {"filmed_by literal:Mara Quill referring"}},
        {"The film's producers confirmed that they shot the clip in 2018.",
         {"filmed_by literal:film's producers referring"}},
        {"Televisa bought the rights; the Mexican network broadcast it on Thursday.",
         {"aired_by outlet:televisa referring"}},
    });
}

}  // namespace
}  // namespace sourcereel::claims
