// unit/verdict/samples.h: claims, marks and metadata made up for the tests. The outlets are rows of their
// own.
#pragma once

#include <string>
#include <string_view>

#include "attribution/handle.h"
#include "verdict/evidence.h"

namespace sourcereel::verdict {

inline const attribution::OutletRegistry& outlets() {
    static const attribution::OutletRegistry kRows = attribution::OutletRegistry::with_user_rows(
        "id\tname\tnative_name\tcountry\tonscreen_text_variants\thandles\tmedium\ttype\n"
        "quaytv\tQuay Television\t\tFJ\tQUAY TELEVISION|QUAY "
        "TONIGHT\tx:QuayTV[K]|telegram:quay_doubt[K?]\ttv\tstate\n"
        "moletv\tMole Broadcasting\t\tFJ\tMOLE BROADCASTING\tx:MoleTV[K]\ttv\tstate\n"
        "otherland\tOtherland News\t\tTO\tOTHERLAND NEWS\tx:OtherlandNews[K]\ttv\tprivate\n"
        "qz\tQZ\t\tFJ\tQZ\t\ttv\tprivate\n"
        "gate\tGate Channel\tВорота Канал\tFJ\tВОРОТА КАНАЛ\t\ttv\tprivate\n",
        "test rows");
    return kRows;
}

inline Claim claim_of(ClaimType type, EntityKind kind, const std::string& value,
                      std::optional<std::string> platform = std::nullopt) {
    Claim claim;
    claim.type = type;
    claim.entity = {kind, value, std::move(platform)};
    return claim;
}

inline Timestamp at(double seconds) {
    return {static_cast<std::int64_t>(seconds * 1000), {1, 1000}};
}

/// A mark that stands for `seconds`, seen in every picture of five a second.
inline TextTrack mark(const std::string& text, TextKind kind = TextKind::watermark, double seconds = 20,
                      double confidence = 0.95) {
    TextTrack track;
    track.range = {at(0), at(seconds)};
    track.box = {10, 20, 100, 30};
    track.text = text;
    track.kind = kind;
    track.confidence = confidence;
    track.frames_examined = track.frames_seen = static_cast<int>(seconds * 5);
    track.readings = {{"engine", text, confidence}};
    track.handles = attribution::find_handles(text);
    return track;
}

inline Coverage enough() {
    return {300, 60, 1.0, {"eng", "rus"}, 720};
}

inline VideoFacts video_with(std::vector<TextTrack> tracks, std::vector<Sidecar> sidecars = {}) {
    VideoFacts video;
    video.sha256 = std::string(64, 'a');
    video.tracks = std::move(tracks);
    video.sidecars = std::move(sidecars);
    video.coverage = enough();
    return video;
}

/// Metadata of a post that name their account and agree with themselves.
inline Sidecar post_by(const std::string& handle, const std::string& platform = "x") {
    Sidecar sidecar;
    sidecar.file = "clip.info.json";
    sidecar.sha256 = std::string(64, 'b');
    sidecar.tool = "yt-dlp";
    sidecar.platform = platform;
    sidecar.handle = SidecarValue{handle, "uploader_id"};
    sidecar.stable_id = SidecarValue{"id of " + handle, "channel_id"};
    sidecar.post_id = SidecarValue{"post of " + handle, "id"};
    return sidecar;
}

}  // namespace sourcereel::verdict
