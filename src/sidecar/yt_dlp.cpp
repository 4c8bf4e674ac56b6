#include <algorithm>
#include <optional>
#include <string>

#include "sidecar/account.h"
#include "sidecar/fields.h"
#include "sidecar/post_time.h"

namespace sourcereel::sidecar {
namespace {

/// The first address that shows an account.
std::optional<SidecarValue> from_address(const Fields& fields, std::initializer_list<const char*> names,
                                         const std::string& platform) {
    for (const char* name : names) {
        const auto url = fields.text({name});
        if (!url) continue;
        if (const auto account = account_in_address(url->value, platform))
            return SidecarValue{*account, name};
    }
    return std::nullopt;
}

/// Which fields mean what differs from site to site: none means "handle" everywhere.
void read_account(const Fields& fields, Sidecar& sidecar) {
    const std::string& site = sidecar.platform;
    if (site == "x") {
        set_handle(sidecar, fields.text({"uploader_id"}));
        sidecar.display_name = fields.text({"uploader"});
        sidecar.stable_id = fields.text({"channel_id"});
    } else if (site == "youtube") {
        const auto id = fields.text({"uploader_id"});
        const bool is_channel =
            id && id->value.starts_with("UC") && id->value.size() == 24;  // As older versions wrote.
        if (id && !is_channel) set_handle(sidecar, id);
        sidecar.display_name = fields.text({"channel", "uploader"});
        sidecar.stable_id = fields.text({"channel_id"});
    } else if (site == "tiktok") {
        set_handle(sidecar, fields.text({"uploader"}));
        sidecar.display_name = fields.text({"channel"});
        sidecar.stable_id = fields.text({"uploader_id", "channel_id"});
    } else if (site == "instagram") {
        set_handle(sidecar, fields.text({"channel"}));
        sidecar.display_name = fields.text({"uploader"});
        sidecar.stable_id = fields.text({"uploader_id"});
    } else if (site == "telegram") {
        set_handle(sidecar, fields.text({"channel_id"}));
        sidecar.display_name = fields.text({"channel"});
    } else if (site == "vk") {
        sidecar.display_name = fields.text({"uploader"});
        sidecar.stable_id = fields.text({"uploader_id"});
    } else if (site == "weibo") {
        set_handle(sidecar, fields.text({"uploader"}));
        sidecar.display_name = fields.text({"uploader"});
    } else {
        sidecar.display_name = fields.text({"uploader"});
    }
    if (!sidecar.handle)
        set_handle(sidecar, from_address(fields, {"uploader_url", "channel_url", "webpage_url"}, site));
}

void read_times(const Fields& fields, Sidecar& sidecar) {
    for (const char* name : {"timestamp", "release_timestamp"})
        if (const auto seconds = fields.number(name)) set_posted(sidecar, *seconds, name);
    const auto day = fields.text({"upload_date"});
    if (!sidecar.posted_at && day) {
        if (const auto seconds = is_day(day->value) ? unix_seconds(day->value) : std::nullopt)
            sidecar.posted_at =
                SidecarValue{utc_text(*seconds).value_or(day->value).substr(0, 10), day->field};
        else
            sidecar.warnings.push_back("upload_date is no day: " + day->value.substr(0, 40));
    }
    if (const auto fetched = fields.number("epoch"))
        if (const auto text = utc_text(*fetched)) sidecar.fetched_at = SidecarValue{*text, "epoch"};
}

}  // namespace

bool is_yt_dlp(const nlohmann::json& root) {
    return root.contains("extractor") || root.contains("extractor_key");
}

void read_yt_dlp(const nlohmann::json& root, Sidecar& sidecar) {
    const Fields fields(root, "", sidecar.warnings);
    sidecar.tool = "yt-dlp";
    sidecar.url = fields.text({"webpage_url", "original_url"});
    if (const auto site = fields.text({"extractor", "extractor_key"}))
        sidecar.platform = platform_of(site->value);
    if (sidecar.platform.empty() && sidecar.url) sidecar.platform = platform_of_address(sidecar.url->value);
    sidecar.post_id = fields.text({"id", "display_id"});
    // For a post of X with several videos "id" is the video's number, the post's stands beside it.
    if (sidecar.platform == "x")
        if (const auto shown = fields.text({"display_id"})) sidecar.post_id = shown;
    sidecar.title = fields.text({"title"});
    sidecar.description = fields.text({"description"});
    read_account(fields, sidecar);
    read_times(fields, sidecar);
}

}  // namespace sourcereel::sidecar
