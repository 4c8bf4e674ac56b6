#include "claims/lexicon.h"

#include <string>
#include <unordered_map>

namespace sourcereel::claims {
namespace {

struct Entry {
    std::uint64_t classes;
    std::string_view words;  ///< Separated by one space.
};

constexpr Entry kEntries[] = {
    {kMedia,
     "images pictures imagery video videos clip clips footage recording recordings segment segments excerpt "
     "excerpts film films take "
     "takes "
     "moment version versions copy copies material sequence sequences scene scenes shot shots upload uploads "
     "livestream stream livestreams vlog reel reels tape tapes cut edit montage compilation broadcast "
     "broadcasts "
     "bulletin documentary interview animation visuals passage snippet snippets fragment fragments vídeo "
     "timelapse "
     "trailer teaser angle angles frame frames extract extracts rushes feed gif loop compilation newsreel "
     "drama soundbite audio confession sketch original originals aerials bodycam mashup memes meme selfie "
     "episode signal coverage gallery galleries "
     "cctv lapse vertical transmission transmissions comparison comparisons post posts items views view "
     "snapshot "
     "photographs iteration iterations "
     "serial series "
     "telenovela "
     "movie movies"},
    {kMedia | kPhoto, "photo photos photograph image picture"},
    {kMedia | kOutletWord, "report programme program show"},
    {kStill,
     "кадр screenshot captura bildschirmfoto standbild скриншот скріншот 截图 视频截图 캡처 화면캡처 "
     "screenshots "
     "still stills screengrab screengrabs screencap screencaps screenshotted grab "
     "freeze-frame"},
    {kOtherThing,
     "statement statements message messages letter letters tweet comment comments article articles document "
     "documents "
     "update updates figures data list survey warning warnings claim claims announcement remarks rules plan "
     "rumour rumor story stories words text quote transcript results album song album book poll study map "
     "apology "
     "song songs music soundtrack voice drawing drawings painting paintings cartoon petition lyrics "
     "camera cameras drone dashcam phone phones microphone satellite denial condolences appeal tribute note "
     "notice forecast budget timetable"},
    {kPost | kPassive | kActive,
     "posted reposted re-posted shared re-shared reshared uploaded reuploaded re-uploaded tweeted retweeted "
     "clipped "
     "livestreamed streamed hosted placed pushed amplified promoted mirrored forwarded republished "
     "re-published "
     "crossposted re-upped disseminated"},
    {kPost | kActive, "posts shares uploads reposts tweets forwards streams mirrors"},
    {kAir | kActive, "interrupts included introduced introduces"},
    {kPost | kBase, "post share upload repost tweet"},
    {kPost | kGerund, "posting sharing uploading reposting tweeting"},
    {kAir | kGerund,
     "airing broadcasting showing running carrying televising looping replaying playing screening using"},
    {kRelease | kGerund, "releasing publishing issuing distributing"},
    {kFilm | kGerund, "filming shooting"},
    {kObtain | kGerund, "obtaining acquiring"},
    {kTitle,
     "president prime minister premier chancellor king queen prince princess dr mr mrs ms prof professor "
     "general "
     "gen colonel col major captain sgt sergeant senator sen congressman rep governor mayor sheriff chief "
     "pope "
     "sir lord lady actor actress singer journalist reporter correspondent blogger photographer producer "
     "presenter "
     "eyewitness witness resident bystander passenger student activist influencer comedian driver pilot "
     "farmer "
     "bridesmaid holidaymaker shopper diver skier surfer commuter pensioner nurse doctor lawyer campaigner "
     "councillor lawmaker deputy officer soldier firefighter lifeguard waiter cyclist jogger fisherman "
     "ranger "
     "volunteer villager survivor engineer researcher trucker instructor pupil "
     "tourist hiker neighbour neighbor teacher spokesman spokeswoman spokesperson tiktoker youtuber "
     "filmmaker "
     "videographer influencer "
     "anchor cameraman camerawoman editor host columnist"},
    {kAir | kPassive | kActive,
     "aired broadcast televised screened featured transmitted broadcasted beamed re-aired rebroadcast "
     "telecast played "
     "replayed reran repeated simulcast premiered looped embedded"},
    {kAir | kPassive, "shown run carried used presented"},
    {kAir | kActive,
     "showed shows airs broadcasts carried carries ran runs used screens televises features plays replays "
     "repeats presented"},
    {kAir | kBase, "air show broadcast carry run screen televise use mention play replay repeat"},
    {kAir | kActive | kPassive, "mentioned"},
    {kRelease | kPassive | kActive,
     "released issued published distributed offered leaked circulated disseminated unveiled printed "
     "re-released "
     "declassified"},
    {kRelease | kActive, "releases issues publishes distributes"},
    {kRelease | kBase, "release issue publish distribute"},
    {kFilm | kPassive | kActive, "filmed recorded captured videoed shot videotaped photographed snapped"},
    {kFilm | kPassive, "taken made created produced"},
    {kFilm | kActive, "films records captures"},
    {kFilm | kBase, "film record capture shoot produce"},
    {kObtain | kPassive | kActive,
     "obtained accessed procured acquired received bought licensed purchased secured"},
    {kObtain | kActive, "obtains acquires got"},
    {kObtain | kBase, "obtain acquire receive"},
    {kRelay | kPassive | kActive, "relayed retransmitted redistributed syndicated"},
    {kRelay | kBase, "relay retransmit redistribute"},
    {kPost | kPassive, "copied spread"},
    {kRelay | kActive, "relays"},
    {kGive, "passed gave given handed sent sold supplied forwarded provided leaked submitted"},
    {kAuxiliary,
     "has have had was were is are be been being did does do can could may might must will would should "
     "having"},
    {kAdverb,
     "later also first then again both once soon live originally now since already too only still just ever "
     "since "
     "earlier widely exclusively separately repeatedly initially thus yet together all indeed instead twice "
     "quickly here"},
    {kHedge,
     "reportedly allegedly purportedly apparently supposedly purported alleged supposed seemingly ostensibly "
     "probably likely possibly presumably believed thought rumoured rumored unverified unconfirmed"},
    {kNegation,
     "not never no cannot denied denies nor neither nobody without didn don hasn haven wasn weren isn"},
    {kAccount,
     "account accounts user users page pages profile profiles groups feed handle blogger tiktoker youtuber "
     "streamer influencer "
     "poster uploader group community blog vlogger server"},
    {kAccount | kOutletWord, "channel channels"},
    {kOutletWord,
     "broadcaster broadcasters station stations network networks agency agencies television tv broadcasting "
     "newspaper newswire namesake paper media press outlet outlets programme bulletin newscast magazine "
     "website"},
    {kBody,
     "ministry police army navy force forces service services office company council government department "
     "coastguard coastguards command commission committee embassy operator authority authorities brigade "
     "brigades "
     "regiment museum zoo university hospital union airline airport club team party palace kremlin pentagon "
     "parliament administration bureau institute observatory fire guard patrol militia militants rebels "
     "group "
     "military troops firm association foundation organisation organization federation society court "
     "prosecutors prosecutor sheriff firefighters rescuers makers organisers organizers studio desk "
     "directorate "
     "unit arm division corps staff centre center secretariat spokesperson spokesman spokeswoman mayor "
     "governor "
     "presidency wing railway port utility school college charity ngo faction movement squad battalion "
     "battalions "
     "board trust corporation archive archives library lawyers lawyer family hotel restaurant shop "
     "supermarket aquarium "
     "resort producers producer inspectorate attorney attorneys regulator watchdog tribunal academy "
     "monastery church parish "
     "municipality "
     "assembly senate congress cabinet treasury consulate mission delegation squadron fleet garrison customs "
     "coroner "
     "ombudsman laboratory clinic bakery factory shipyard railways insurer developer manufacturer promoter "
     "orchestra choir "
     "theatre circus cinema gallery collective cooperative syndicate league confederation alliance coalition "
     "campaigners "
     "monitors investigators inspectors paramedics lifeguards wardens rangers gendarmes gendarmerie "
     "carabinieri "
     "constabulary marines insurgents separatists junta prefecture county municipality brewery retailer "
     "carrier "
     "rescuers highways watch "
     "filmmakers "
     "crew filmmaker editors distributor"},
    {kPreposition,
     "on in at from to during with after before as for over under into about against between through across "
     "near "
     "by via within without since until among amid despite above below behind around outside inside upon "
     "onto "
     "following according because while although though if but and or than showing where per"},
    {kLinker, "who which that when whose whom"},
    {kTime,
     "am pm monday tuesday wednesday thursday friday saturday sunday january february march april may june "
     "july "
     "august "
     "september october november december today yesterday tonight morning evening afternoon night noon "
     "midday "
     "midnight week weekend month year years days day hours hour minutes minute ago last next gmt early late "
     "overnight dawn dusk this"},
    {kDeterminer, "the a an its his her their our my your this these those same own some another"},
    {kPronoun,
     "it they he she them we him i you itself themselves himself herself someone anyone somebody anybody"},
    {kVerb,
     "said says say told tells shows showed show appears appear appeared appearing wrote added adds claimed "
     "claims "
     "described describes bore called calls seems seem wants want went goes go came comes spread circulating "
     "going "
     "gained drew racked sparked prompted earned depicts depicting depicted captures saying read reads "
     "became "
     "named led operated owned linked belonging using whose reached reported reports asked ended began "
     "begins opens "
     "opened lasted lasts "
     "confirmed "
     "declined refused did does included includes garnered attracted amassed left fell hit made taken turned "
     "gives gave lets makes offers suggests suggested proves proved looks looked takes begins starts started "
     "stands stood sits lies falls keeps kept leaves moves moved points pointed remains remained follows "
     "raises raised contradicts contradicted differs matches matched pans zooms closes received rose "
     "warned announced put puts identified verified geolocated viewed watched seen found"},
    {kScreenNoun,
     "caption captions banner banners watermark watermarks logo logos strap straps chyron chyrons ticker bug "
     "label "
     "letters lettering strapline subtitle subtitles overlay graphic headline inscription emblem mark stamp "
     "wording "
     "slogan line text letters insignia branding credit card graphics ident"},
    {kRead, "read reads reading say says saying said stating states bearing announcing declaring displaying"},
    {kBear,
     "bears bore bear bearing carries carry carried carrying has had shows showed showing displays displayed "
     "displaying with stamped marked features featuring featured"},
    {kIndefinite,
     "several many some others other users people thousands millions hundreds dozens numerous various "
     "multiple "
     "anyone someone everyone nobody five six seven eight nine ten twelve twenty fifty others viewers "
     "supporters fans critics residents two three "
     "four most "
     "both few countless activists bloggers celebrities commentators relatives eyewitnesses witnesses "
     "bystanders fighters villagers soldiers protesters demonstrators locals tourists students passengers "
     "drivers neighbours neighbors parents readers visitors palestinians netizens"},
    {kHinting,
     "came comes come originated originates stems stemmed sourced traced reached lifted belongs belonged "
     "credit credited "
     "credits crediting attributed attributes attributing ascribed thanks camera cameras words word deleted "
     "removed pulled "
     "withdrew whose"},
    {kTurning,
     "put puts took sent made handed given picked pick air had has responded answered replied countered "
     "retorted reacted "
     "supplied provided contributed passed offered fed moved pushed beamed capture captures caught catches "
     "shoots taken "
     "run got paid pays reported reports instance instances appearance iteration message statement address "
     "appeal letter "
     "tribute update diary vision led leads opened opens closed closes began begins ended ends started "
     "starts topped tops "
     "illustrated illustrates interrupted interrupts followed broke breaks broken cut cuts switched switches "
     "crossed "
     "devoted devotes dedicated video film ignored ignore withheld skipped shunned held holds kept keeps "
     "left leaves"},
    {kStateRun,
     "state state-run state-owned state-controlled government-run state-backed state-funded national "
     "government-controlled"},
};

constexpr struct {
    std::string_view word;
    PlatformName platform;
} kPlatforms[] = {
    {"x", {"x", "X"}},
    {"twitter", {"x", "Twitter"}},
    {"instagram", {"instagram", "Instagram"}},
    {"insta", {"instagram", "Instagram"}},
    {"facebook", {"facebook", "Facebook"}},
    {"tiktok", {"tiktok", "TikTok"}},
    {"telegram", {"telegram", "Telegram"}},
    {"youtube", {"youtube", "YouTube"}},
    {"vk", {"vk", "VK"}},
    {"vkontakte", {"vk", "VKontakte"}},
    {"weibo", {"weibo", "Weibo"}},
    {"douyin", {"douyin", "Douyin"}},
    {"kuaishou", {"kuaishou", "Kuaishou"}},
    {"reddit", {"reddit", "Reddit"}},
    {"bluesky", {"bluesky", "Bluesky"}},
    {"threads", {"threads", "Threads"}},
    {"snapchat", {"snapchat", "Snapchat"}},
    {"whatsapp", {"whatsapp", "WhatsApp"}},
    {"linkedin", {"linkedin", "LinkedIn"}},
    {"mastodon", {"mastodon", "Mastodon"}},
    {"rumble", {"rumble", "Rumble"}},
    {"twitch", {"twitch", "Twitch"}},
    {"vimeo", {"vimeo", "Vimeo"}},
    {"wechat", {"wechat", "WeChat"}},
    {"bilibili", {"bilibili", "Bilibili"}},
    {"odnoklassniki", {"ok", "Odnoklassniki"}},
    {"rutube", {"rutube", "Rutube"}},
    {"dailymotion", {"dailymotion", "Dailymotion"}},
    {"discord", {"discord", "Discord"}},
    {"gab", {"gab", "Gab"}},
    {"bitchute", {"bitchute", "BitChute"}},
    {"odysee", {"odysee", "Odysee"}},
    {"parler", {"parler", "Parler"}},
    {"viber", {"viber", "Viber"}},
    {"kakaotalk", {"kakaotalk", "KakaoTalk"}},
    {"xiaohongshu", {"xiaohongshu", "Xiaohongshu"}},
    {"rednote", {"xiaohongshu", "RedNote"}},
    {"likee", {"likee", "Likee"}},
    {"tumblr", {"tumblr", "Tumblr"}},
    {"pinterest", {"pinterest", "Pinterest"}},
    {"aparat", {"aparat", "Aparat"}},
    {"niconico", {"niconico", "Niconico"}},
    {"zalo", {"zalo", "Zalo"}},
    {"nextdoor", {"nextdoor", "Nextdoor"}},
    {"weverse", {"weverse", "Weverse"}},
    {"koo", {"koo", "Koo"}},
    {"sharechat", {"sharechat", "ShareChat"}},
    {"naver", {"naver", "Naver"}},
    {"bereal", {"bereal", "BeReal"}},
    {"substack", {"substack", "Substack"}},
    {"strava", {"strava", "Strava"}},
    {"微博", {"weibo", "微博"}},
    {"抖音", {"douyin", "抖音"}},
};

std::unordered_map<std::string_view, std::uint64_t> build() {
    std::unordered_map<std::string_view, std::uint64_t> words;
    for (const Entry& entry : kEntries)
        for (std::size_t begin = 0; begin < entry.words.size();) {
            std::size_t end = entry.words.find(' ', begin);
            if (end == std::string_view::npos) end = entry.words.size();
            words[entry.words.substr(begin, end - begin)] |= entry.classes;
            begin = end + 1;
        }
    for (const auto& [word, platform] : kPlatforms) words[word] |= kPlatform;
    return words;
}

}  // namespace

std::uint64_t classes_of(std::string_view folded) {
    static const auto words = build();
    const auto found = words.find(folded);
    if (found != words.end()) return found->second;
    constexpr std::size_t kShortestAdverb = 5;
    if (folded.size() >= kShortestAdverb && folded.ends_with("ly")) return kAdverb;
    return 0;
}

std::optional<PlatformName> platform_named(std::string_view folded) {
    static const auto names = [] {
        std::unordered_map<std::string_view, PlatformName> all;
        for (const auto& [word, platform] : kPlatforms) all.emplace(word, platform);
        return all;
    }();
    const auto found = names.find(folded);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace sourcereel::claims
