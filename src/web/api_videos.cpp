#include <optional>

#include "core/error.h"
#include "json/browse_documents.h"
#include "json/documents.h"
#include "web/answers.h"
#include "web/api.h"
#include "web/open_file.h"

namespace sourcereel::web {
namespace {

// A still's address names the analysis that it is from: what it shows never changes.
constexpr const char* kForever = "private, max-age=31536000, immutable";
constexpr const char* kAskAgain = "private, no-cache";

/// The first of the places where it was seen that still holds a regular file.
std::pair<std::filesystem::path, OpenFile> media_of(const catalogue::CataloguedVideo& video) {
    for (const std::string& path : video.paths) {
        if (auto file = open_regular(path)) return {path, std::move(*file)};
    }
    throw Error(ErrorKind::not_found,
                "the file is not where it was seen last; what was found in it is still in the catalogue");
}

std::string state_name(Previews::State::Kind kind) {
    using Kind = Previews::State::Kind;
    switch (kind) {
        case Kind::none:
            return "none";
        case Kind::waiting:
            return "waiting";
        case Kind::making:
            return "making";
        case Kind::ready:
            return "ready";
        case Kind::failed:
            return "failed";
    }
    return "none";
}

Response preview_answer(const Desk& desk, const std::string& sha256) {
    if (!desk.previews.can_make()) return document(json::preview_document("unavailable", 0, ""));
    const Previews::State state = desk.previews.state_of(sha256);
    return document(json::preview_document(state_name(state.kind), state.share, state.message));
}

Response still_answer(const catalogue::CataloguedVideo& found, std::size_t shot, const Request& request) {
    if (shot < found.stills.size() && !found.stills[shot].empty()) {
        if (const auto file = open_regular(found.stills[shot])) {
            const bool current = request.parameter("v") == found.analysed_at;
            return answer_with(*file, request, "image/jpeg", current ? kForever : kAskAgain);
        }
    }
    throw Error(ErrorKind::not_found, "this shot has no still");
}

}  // namespace

catalogue::CataloguedVideo video_of(const Request& request, const Desk& desk) {
    constexpr std::size_t kId = 3;
    auto found = desk.connections.borrow()->find(request.path.at(kId));
    // find() also takes paths and beginnings of digests; an address takes the number or the whole digest.
    const std::string& key = request.path.at(kId);
    if (!found || (std::to_string(found->id) != key && found->video.media.sha256 != key)) {
        throw Error(ErrorKind::not_found, "no video has the number " + key);
    }
    return std::move(*found);
}

Response video_whole(const Request& request, const Desk& desk) {
    const catalogue::CataloguedVideo found = video_of(request, desk);
    json::VideoEntry entry;
    entry.id = found.id;
    entry.analysed_at = found.analysed_at;
    entry.paths = found.paths;
    entry.media = found.video.media;
    entry.shots = found.video.shots;
    for (std::size_t i = 0; i < found.stills.size(); ++i) {
        entry.stills.push_back(found.stills[i].empty()
                                   ? std::string{}
                                   : "/api/v1/videos/" + std::to_string(found.id) + "/stills/" +
                                         std::to_string(i) + "?v=" + found.analysed_at);
    }
    entry.tracks = found.video.tracks;
    entry.decoded_share = found.video.decoded_share;
    entry.tool = found.video.settings.tool;
    entry.options = found.video.settings.options;
    entry.versions = found.video.settings.versions;
    return document(json::video_document(entry, found.video.warnings));
}

Response video_still(const Request& request, const Desk& desk) {
    constexpr std::size_t kShot = 5;
    const catalogue::CataloguedVideo found = video_of(request, desk);
    return still_answer(found, std::stoull(request.path.at(kShot)), request);
}

Response video_still_at(const Request& request, const Desk& desk) {
    const catalogue::CataloguedVideo found = video_of(request, desk);
    const std::int64_t milliseconds = number_parameter(request, "ms", 0, 0, std::int64_t{1} << 40U);
    const Timestamp time{milliseconds, {1, 1000}};
    // The shot at that time, or the nearest before it that has a picture, or else the first that has.
    std::size_t best = found.stills.size();
    for (std::size_t i = 0; i < found.stills.size(); ++i) {
        if (found.stills[i].empty()) continue;
        if (best == found.stills.size() || found.video.shots[i].range.begin <= time) best = i;
    }
    return still_answer(found, best, request);
}

Response video_times(const Request& request, const Desk& desk) {
    const catalogue::CataloguedVideo found = video_of(request, desk);
    const bool all = number_parameter(request, "all", 0, 0, 1) == 1;
    std::optional<PictureTimes> times;
    try {
        if (desk.options.picture_times) times = desk.options.picture_times(media_of(found).first, all);
    } catch (const Error&) {  // NOLINT(bugprone-empty-catch): the file does not tell.
    }
    // Some could not be decoded, or the file is another one by now.
    if (times && times->ticks.size() != static_cast<std::size_t>(found.video.media.frames))
        times->ticks.clear();
    return document(json::times_document(found.id, times));
}

Response video_media(const Request& request, const Desk& desk) {
    const catalogue::CataloguedVideo found = video_of(request, desk);
    const auto [path, file] = media_of(found);
    return answer_with(file, request, media_type(found.video.media.container, found.video.media.video_codec),
                       kAskAgain);
}

Response video_preview_state(const Request& request, const Desk& desk) {
    return preview_answer(desk, video_of(request, desk).video.media.sha256);
}

Response make_video_preview(const Request& request, const Desk& desk) {
    const catalogue::CataloguedVideo found = video_of(request, desk);
    if (!desk.previews.can_make()) {
        throw Error(ErrorKind::unsupported, "this server makes no previews");
    }
    desk.previews.ask(found.video.media.sha256, media_of(found).first);
    Response answer = preview_answer(desk, found.video.media.sha256);
    answer.status = 202;
    return answer;
}

Response video_preview_file(const Request& request, const Desk& desk) {
    const catalogue::CataloguedVideo found = video_of(request, desk);
    if (desk.previews.can_make()) {
        if (const auto file = open_regular(desk.previews.file_of(found.video.media.sha256))) {
            return answer_with(*file, request, "video/mp4", kAskAgain);
        }
    }
    throw Error(ErrorKind::not_found, "no preview of this video was made yet");
}

}  // namespace sourcereel::web
