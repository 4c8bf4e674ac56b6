// core/sidecar.h: what a downloader wrote down about a post, beside the video that it fetched.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sourcereel {

/// A value of the metadata and the field that it was taken from: "uploader_id", "media[0].properties.hash".
struct SidecarValue {
    std::string value;  ///< UTF-8, never empty.
    std::string field;
    friend bool operator==(const SidecarValue&, const SidecarValue&) = default;
};

/// The account that posted one copy of a video, as the downloader's metadata has it. Untrusted: anybody can
/// write such a file.
struct Sidecar {
    std::string file;       ///< Its path; UTF-8 as far as the file system's names are.
    std::string sha256;     ///< Of its bytes.
    std::string tool;       ///< "yt-dlp", "gallery-dl", "auto-archiver".
    std::string platform;   ///< "x", "telegram", …; empty where unknown.
    std::string paired_by;  ///< Why it belongs to the video: "name", "id in the name", "id inside", "option".
    std::optional<SidecarValue> handle;         ///< The carrier's account, without "@".
    std::optional<SidecarValue> display_name;   ///< What the carrier calls itself; no handle.
    std::optional<SidecarValue> stable_id;      ///< Of the account; does not change with its name.
    std::optional<SidecarValue> source_handle;  ///< The account that was reposted.
    std::optional<SidecarValue> post_id;
    std::optional<SidecarValue> url;         ///< Of the post.
    std::optional<SidecarValue> posted_at;   ///< UTC: "2026-11-24T08:15:00Z", or a day: "2026-11-24".
    std::optional<SidecarValue> fetched_at;  ///< The same.
    std::optional<SidecarValue> title;
    std::optional<SidecarValue> description;
    std::optional<SidecarValue> file_sha256;  ///< Of the video, where the downloader noted it.
    bool doubtful = false;                    ///< Two of its statements disagree; a warning says which.
    std::vector<std::string> warnings;
    friend bool operator==(const Sidecar&, const Sidecar&) = default;
};

/// Every statement by its stable name, in the order in which they are printed.
inline constexpr std::array<std::pair<std::string_view, std::optional<SidecarValue> Sidecar::*>, 11>
    kSidecarValues{{
        {"handle", &Sidecar::handle},
        {"display_name", &Sidecar::display_name},
        {"stable_id", &Sidecar::stable_id},
        {"source_handle", &Sidecar::source_handle},
        {"post_id", &Sidecar::post_id},
        {"url", &Sidecar::url},
        {"posted_at", &Sidecar::posted_at},
        {"fetched_at", &Sidecar::fetched_at},
        {"title", &Sidecar::title},
        {"description", &Sidecar::description},
        {"file_sha256", &Sidecar::file_sha256},
    }};

}  // namespace sourcereel
