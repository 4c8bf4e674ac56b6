#include "attribution/address.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "attribution/characters.h"

namespace sourcereel::attribution {
namespace {

using Words = std::span<const std::u32string_view>;

constexpr std::size_t kLongestHost = 24;  // "mobile.telegram.me" and shorter; code points.

// Pages of the platform itself that stand where a name would.
constexpr std::array kXPages = std::to_array<std::u32string_view>(
    {U"home", U"i", U"search", U"hashtag", U"explore", U"settings", U"messages", U"notifications", U"intent",
     U"share", U"login", U"signup", U"tos", U"privacy", U"about", U"compose", U"jobs", U"download",
     U"bookmarks"});
constexpr std::array kInstagramPages =
    std::to_array<std::u32string_view>({U"p", U"reel", U"reels", U"tv", U"explore", U"accounts", U"about",
                                        U"direct", U"legal", U"web", U"share", U"stories"});
constexpr std::array kTelegramPages = std::to_array<std::u32string_view>(
    {U"joinchat", U"addstickers", U"addemoji", U"addtheme", U"addlist", U"share", U"proxy", U"socks",
     U"setlanguage", U"login", U"boost", U"confirmphone", U"invoice", U"giftcode"});
constexpr std::array kVkPages = std::to_array<std::u32string_view>(
    {U"about",    U"album",   U"albums",  U"apps",  U"audio", U"audios", U"clips",    U"friends",
     U"groups",   U"login",   U"market",  U"music", U"photo", U"photos", U"restore",  U"search",
     U"settings", U"stories", U"support", U"topic", U"video", U"videos", U"video_ext"});
constexpr std::array kFacebookPages = std::to_array<std::u32string_view>(
    {U"business", U"dialog", U"events", U"gaming",  U"groups",  U"hashtag",  U"login",  U"marketplace",
     U"pages",    U"people", U"photo",  U"photos",  U"plugins", U"policies", U"public", U"reels",
     U"search",   U"share",  U"sharer", U"stories", U"video",   U"videos",   U"watch"});

// Folders that are followed by a name.
constexpr std::array kTelegramFolders = std::to_array<std::u32string_view>({U"s"});
constexpr std::array kInstagramFolders = std::to_array<std::u32string_view>({U"stories"});

struct Site {
    std::u32string_view host;
    const NameRule* rule;
    Words pages;
    Words folders;
    bool needs_at = false;  ///< Accounts are written "/@name", anything else is another page.
};

const std::array kSites = std::to_array<Site>({
    {U"x.com", &kX, kXPages, {}},
    {U"twitter.com", &kX, kXPages, {}},
    {U"t.me", &kTelegram, kTelegramPages, kTelegramFolders},
    {U"telegram.me", &kTelegram, kTelegramPages, kTelegramFolders},
    {U"instagram.com", &kInstagram, kInstagramPages, kInstagramFolders},
    {U"tiktok.com", &kTikTok, {}, {}, true},
    {U"youtube.com", &kYouTube, {}, {}, true},
    {U"vk.com", &kVk, kVkPages, {}},
    {U"vk.ru", &kVk, kVkPages, {}},
    {U"facebook.com", &kFacebook, kFacebookPages, {}},
    {U"fb.com", &kFacebook, kFacebookPages, {}},
});

bool is_host_character(char32_t c) noexcept {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == U'.' || c == U'-';
}

const Site* site_of(std::u32string_view host) {
    std::u32string name = ascii_lower(host);
    for (const std::u32string_view prefix : {U"www.", U"m.", U"mobile."})
        if (name.starts_with(prefix)) {
            name.erase(0, prefix.size());
            break;
        }
    const auto* const site =
        std::find_if(kSites.begin(), kSites.end(), [&](const Site& known) { return known.host == name; });
    return site == kSites.end() ? nullptr : site;
}

bool contains(Words words, std::u32string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// VK's "wall123_45", "video123_45": one post or picture of somebody.
bool is_vk_item(std::u32string_view name) {
    for (const std::u32string_view kind : {U"wall", U"video", U"photo", U"clip", U"album", U"albums",
                                           U"audios", U"topic", U"doc", U"market", U"story"})
        if (name.starts_with(kind) && name.size() > kind.size() && is_ascii_digit(name[kind.size()]))
            return true;
    return false;
}

bool is_page(const Site& site, std::u32string_view name) {
    const std::u32string lower = ascii_lower(name);
    return contains(site.pages, lower) || lower.ends_with(U".php") ||
           (site.rule == &kVk && is_vk_item(lower));
}

/// Behind the folder and its slash, where one of the site's folders stands at `pos`.
std::size_t skip_folder(std::u32string_view text, std::size_t pos, const Site& site) {
    for (const std::u32string_view folder : site.folders) {
        const std::size_t slash = pos + folder.size();
        if (slash < text.size() && text[slash] == U'/' &&
            ascii_lower(text.substr(pos, folder.size())) == folder)
            return slash + 1;
    }
    return pos;
}

}  // namespace

std::optional<Address> address_at(std::u32string_view text, std::size_t pos) {
    if (pos > 0 && (is_host_character(text[pos - 1]) || is_at_sign(text[pos - 1]))) return std::nullopt;
    if (!begins_word(text, pos)) return std::nullopt;
    std::size_t slash = pos;
    while (slash < text.size() && slash - pos <= kLongestHost && is_host_character(text[slash])) ++slash;
    if (slash >= text.size() || text[slash] != U'/') return std::nullopt;
    const Site* const site = site_of(text.substr(pos, slash - pos));
    if (site == nullptr) return std::nullopt;

    Address address{slash + 1, std::nullopt};
    std::size_t begin = skip_folder(text, slash + 1, *site);
    const bool at = begin < text.size() && is_at_sign(text[begin]);
    if (at) ++begin;
    address.end = begin;  // An "@" here never stands for an account without a platform.
    if (site->needs_at && !at) return address;
    const auto name = name_at(text, begin, *site->rule);
    if (!name || is_page(*site, text.substr(name->begin, name->end - name->begin))) return address;
    address.end = name->end;
    address.found = Found{{pos, name->end}, *name, site->rule->platform};
    return address;
}

}  // namespace sourcereel::attribution
