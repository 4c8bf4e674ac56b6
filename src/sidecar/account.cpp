#include "sidecar/account.h"

#include <array>
#include <cstdint>
#include <utility>

#include "attribution/handle.h"
#include "attribution/handle_match.h"
#include "sidecar/post_time.h"
#include "unicode/confusable.h"
#include "unicode/fold.h"

namespace sourcereel::sidecar {
namespace {

using attribution::HandleMatch;
using attribution::NameOrigin;

constexpr std::int64_t kSecondsADay = 86'400;

/// Beginnings of what the downloaders call a site.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kSites{{
    {"twitter", "x"},
    {"youtube", "youtube"},
    {"tiktok", "tiktok"},
    {"instagram", "instagram"},
    {"telegram", "telegram"},
    {"vkontakte", "vk"},
    {"vk", "vk"},
    {"weibo", "weibo"},
    {"facebook", "facebook"},
    {"douyin", "douyin"},
    {"kuaishou", "kuaishou"},
    {"x", "x"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kHosts{{
    {"twitter.com", "x"},
    {"x.com", "x"},
    {"youtube.com", "youtube"},
    {"youtu.be", "youtube"},
    {"tiktok.com", "tiktok"},
    {"instagram.com", "instagram"},
    {"t.me", "telegram"},
    {"telegram.me", "telegram"},
    {"vk.com", "vk"},
    {"vkvideo.ru", "vk"},
    {"weibo.com", "weibo"},
    {"weibo.cn", "weibo"},
    {"facebook.com", "facebook"},
    {"fb.watch", "facebook"},
    {"douyin.com", "douyin"},
    {"kuaishou.com", "kuaishou"},
}};

/// ASCII letters in lower case: sites and hosts have no others.
std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string host_of(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    return lower(url.substr(0, url.find_first_of("/?#:")));
}

void doubt(Sidecar& sidecar, const std::string& why) {
    sidecar.doubtful = true;
    sidecar.warnings.push_back(why);
}

void compare_account_with_address(Sidecar& sidecar) {
    if (!sidecar.handle || !sidecar.url || sidecar.source_handle)
        return;  // The address may be of what was reposted.
    const auto shown = account_in_address(sidecar.url->value, sidecar.platform);
    if (!shown || *shown == "i") return;  // x.com/i/status/… names nobody.
    if (attribution::compare_handles(*shown, sidecar.handle->value, NameOrigin::metadata) ==
        HandleMatch::exact)
        return;
    doubt(sidecar, sidecar.handle->field + " says " + sidecar.handle->value + ", the address in " +
                       sidecar.url->field + " says " + *shown);
}

void compare_time_with_number(Sidecar& sidecar) {
    if (!sidecar.posted_at || !sidecar.post_id) return;
    const auto hidden = time_in_id(sidecar.platform, sidecar.post_id->value);
    const auto stated = unix_seconds(sidecar.posted_at->value);
    if (!hidden || !stated) return;
    // A day without a time stands for all of its seconds.
    const std::int64_t last = *stated + (is_day(sidecar.posted_at->value) ? kSecondsADay : 0);
    if (*hidden >= *stated - kSecondsADay && *hidden <= last + kSecondsADay) return;
    doubt(sidecar, sidecar.posted_at->field + " says " + sidecar.posted_at->value +
                       ", the number of the post says " + utc_text(*hidden).value_or("another time"));
}

}  // namespace

std::string platform_of(std::string_view site) {
    const std::string name = lower(site.substr(0, site.find(':')));
    for (const auto& [beginning, platform] : kSites)
        if (name == beginning) return std::string(platform);
    constexpr std::size_t kTellsEnough = 5;  // "YoutubeTab", but not every site that begins with "vk".
    for (const auto& [beginning, platform] : kSites)
        if (beginning.size() >= kTellsEnough && name.starts_with(beginning)) return std::string(platform);
    return {};
}

std::string platform_of_address(std::string_view url) {
    const std::string host = host_of(url);
    for (const auto& [name, platform] : kHosts) {
        const bool below =
            host.size() > name.size() && host.ends_with(name) && host[host.size() - name.size() - 1] == '.';
        if (host == name || below) return std::string(platform);
    }
    return {};
}

std::optional<std::string> account_in_address(std::string_view url, std::string_view platform) {
    constexpr std::size_t kLongestAddress = 2048;
    for (const HandleMention& mention : attribution::find_handles(url.substr(0, kLongestAddress)))
        if (mention.platform && (platform.empty() || *mention.platform == platform)) return mention.handle;
    return std::nullopt;
}

void set_handle(Sidecar& sidecar, std::optional<SidecarValue> value) {
    if (!value || sidecar.handle) return;
    value->value = attribution::bare_name(value->value);
    if (value->value.empty()) return;
    if (!attribution::is_possible_name(value->value, sidecar.platform)) {
        // A forged letter is no name that the platform allows: kept, since that is what has to be seen.
        const std::string skeleton = unicode::confusable_skeleton(value->value);
        if (!attribution::is_possible_name(skeleton, sidecar.platform)) {
            sidecar.warnings.push_back(value->field + " is no account name" +
                                       (sidecar.platform.empty() ? "" : " of " + sidecar.platform) + ": " +
                                       unicode::collapse_spaces(value->value.substr(0, 80)));
            return;
        }
    }
    sidecar.handle = std::move(value);
}

void set_posted(Sidecar& sidecar, std::int64_t unix_seconds, const std::string& field) {
    if (sidecar.posted_at) return;
    if (const auto text = utc_text(unix_seconds)) {
        sidecar.posted_at = SidecarValue{*text, field};
    } else {
        sidecar.warnings.push_back(field +
                                   " is no time at which anybody posted: " + std::to_string(unix_seconds));
    }
}

void cross_check(Sidecar& sidecar) {
    compare_account_with_address(sidecar);
    compare_time_with_number(sidecar);
}

}  // namespace sourcereel::sidecar
