#include <optional>
#include <string>

#include "sidecar/account.h"
#include "sidecar/fields.h"
#include "sidecar/post_time.h"

namespace sourcereel::sidecar {
namespace {

struct Person {
    std::optional<SidecarValue> handle, display_name, stable_id;
};

/// An account as an object ("author": {"name": …, "nick": …, "id": …}) or as a plain name.
Person person_in(const nlohmann::json& root, const char* name, const std::string& platform,
                 std::vector<std::string>& warnings) {
    Person person;
    const Fields outer(root, "", warnings);
    const auto found = root.find(name);
    if (found == root.end()) return person;
    if (!found->is_object()) {
        person.handle = outer.text({name});
        return person;
    }
    const Fields fields(*found, std::string(name) + ".", warnings);
    if (platform == "x") {
        person.handle = fields.text({"name", "screen_name"});
        person.display_name = fields.text({"nick"});
    } else if (platform == "tiktok") {
        person.handle = fields.text({"uniqueId"});
        person.display_name = fields.text({"nickname"});
    } else if (platform == "weibo") {
        person.handle = fields.text({"screen_name"});
        person.display_name = person.handle;
    } else {
        person.handle = fields.text({"username", "screen_name", "uniqueId"});
        person.display_name = fields.text({"full_name", "fullname", "nick", "nickname", "name"});
    }
    person.stable_id = fields.text({"id", "idstr"});
    return person;
}

bool is_repost(const Fields& fields) {
    const auto id = fields.has("retweet_id") ? fields.text({"retweet_id"}) : std::nullopt;
    return id && id->value != "0";
}

}  // namespace

bool is_gallery_dl(const nlohmann::json& root) {
    return root.contains("category") && (root.contains("subcategory") || root.contains("filename"));
}

void read_gallery_dl(const nlohmann::json& root, Sidecar& sidecar) {
    const Fields fields(root, "", sidecar.warnings);
    sidecar.tool = "gallery-dl";
    if (const auto site = fields.text({"category"})) sidecar.platform = platform_of(site->value);
    sidecar.url = fields.text({"post_url", "url"});
    sidecar.post_id = fields.text({"tweet_id", "post_id", "id", "post_shortcode", "shortcode"});
    sidecar.title = fields.text({"title"});
    sidecar.description = fields.text({"content", "description", "desc", "text"});

    // A repost: its author made the post, its user passed it on, and that is where this copy comes from.
    const bool repost = is_repost(fields);
    Person carrier = person_in(root, repost ? "user" : "author", sidecar.platform, sidecar.warnings);
    for (const char* other : {"user", "owner"})
        if (!carrier.handle) carrier = person_in(root, other, sidecar.platform, sidecar.warnings);
    if (!carrier.handle) {
        carrier.handle = fields.text({"username"});
        carrier.display_name = fields.text({"fullname"});
        carrier.stable_id = fields.text({"owner_id"});
    }
    set_handle(sidecar, carrier.handle);
    sidecar.display_name = carrier.display_name;
    sidecar.stable_id = carrier.stable_id;
    if (repost) sidecar.source_handle = person_in(root, "author", sidecar.platform, sidecar.warnings).handle;

    if (const auto date = fields.text({"date", "post_date", "timestamp", "createTime"})) {
        auto seconds = unix_seconds(date->value);
        if (!seconds) seconds = fields.number(date->field.c_str());
        if (seconds) set_posted(sidecar, *seconds, date->field);
    }
}

}  // namespace sourcereel::sidecar
