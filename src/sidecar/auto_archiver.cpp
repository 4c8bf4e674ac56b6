#include <algorithm>
#include <optional>
#include <string>

#include "sidecar/account.h"
#include "sidecar/fields.h"
#include "sidecar/post_time.h"

namespace sourcereel::sidecar {
namespace {

std::string base_name(const std::string& path) {
    return path.substr(path.find_last_of("/\\") + 1);
}

/// The hash in "SHA-256:ab12…" in lower case; nothing for other kinds of hash.
std::optional<std::string> sha256_in(const std::string& stated) {
    constexpr std::string_view kKind = "SHA-256:";
    constexpr std::size_t kDigits = 64;
    if (!stated.starts_with(kKind) || stated.size() != kKind.size() + kDigits) return std::nullopt;
    std::string digits = stated.substr(kKind.size());
    for (char& c : digits)
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    if (digits.find_first_not_of("0123456789abcdef") != std::string::npos) return std::nullopt;
    return digits;
}

const nlohmann::json& media_of(const nlohmann::json& root) {
    static const nlohmann::json kNone = nlohmann::json::array();
    const auto found = root.find("media");
    return found != root.end() && found->is_array() ? *found : kNone;
}

void read_hash(const nlohmann::json& root, const std::string& video_name, Sidecar& sidecar) {
    const nlohmann::json& media = media_of(root);
    for (std::size_t i = 0; i < media.size(); ++i) {
        const std::string prefix = "media[" + std::to_string(i) + "].";
        const Fields entry(media[i], prefix, sidecar.warnings);
        const auto name = entry.text({"filename", "key"});
        if (!name || base_name(name->value) != video_name) continue;
        const Fields properties(entry.object("properties"), prefix + "properties.", sidecar.warnings);
        const auto stated = properties.text({"hash"});
        if (const auto hash = stated ? sha256_in(stated->value) : std::nullopt)
            sidecar.file_sha256 = SidecarValue{*hash, stated->field};
        return;
    }
}

}  // namespace

bool is_auto_archiver(const nlohmann::json& root) {
    return root.contains("metadata") && root.contains("media") && root["metadata"].is_object() &&
           root["media"].is_array();
}

std::vector<std::string> archived_names(const nlohmann::json& root) {
    std::vector<std::string> names;
    std::vector<std::string> ignored;
    for (const nlohmann::json& entry : media_of(root)) {
        const Fields fields(entry, "", ignored);
        for (const char* field : {"filename", "key"})
            if (const auto name = fields.text({field})) names.push_back(base_name(name->value));
    }
    return names;
}

void read_auto_archiver(const nlohmann::json& root, const std::string& video_name, Sidecar& sidecar) {
    sidecar.tool = "auto-archiver";
    const Fields outer(root, "", sidecar.warnings);
    const Fields fields(outer.object("metadata"), "metadata.", sidecar.warnings);
    sidecar.url = fields.text({"url"});
    if (sidecar.url) sidecar.platform = platform_of_address(sidecar.url->value);
    sidecar.title = fields.text({"title"});
    sidecar.description = fields.text({"content", "description"});
    sidecar.post_id = fields.text({"id"});
    if (!sidecar.post_id && sidecar.url && (sidecar.platform == "x" || sidecar.platform == "tiktok")) {
        // …/status/123, …/video/123: the number is the last part of the path that is all digits.
        const std::string path = sidecar.url->value.substr(0, sidecar.url->value.find_first_of("?#"));
        const std::string last = base_name(path);
        if (!last.empty() && last.find_first_not_of("0123456789") == std::string::npos)
            sidecar.post_id = SidecarValue{last, sidecar.url->field};
    }
    // It names nobody: only the address says whose post it is.
    if (sidecar.url)
        if (const auto account = account_in_address(sidecar.url->value, sidecar.platform))
            set_handle(sidecar, SidecarValue{*account, sidecar.url->field});
    if (const auto posted = fields.text({"timestamp"}))
        if (const auto seconds = unix_seconds(posted->value)) set_posted(sidecar, *seconds, posted->field);
    if (const auto fetched = fields.text({"_processed_at"}))
        if (const auto seconds = unix_seconds(fetched->value))
            if (const auto text = utc_text(*seconds))
                sidecar.fetched_at = SidecarValue{*text, fetched->field};
    read_hash(root, video_name, sidecar);
}

}  // namespace sourcereel::sidecar
