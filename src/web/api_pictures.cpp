#include <algorithm>
#include <map>

#include "core/error.h"
#include "json/browse_documents.h"
#include "web/answers.h"
#include "web/api.h"

namespace sourcereel::web {
namespace {

constexpr std::size_t kMostBytes = 2 * 1024 * 1024;
constexpr std::size_t kMostClips = 40;

void require_looking(const Desk& desk) {
    if (!desk.pictures.can_look())
        throw Error(ErrorKind::unsupported, "this build of sourcereel cannot compare pictures");
}

json::PictureEntry entry_of(const PictureIndex::Shot& shot, int distance, const std::string& path) {
    return {shot.video_id,
            path,
            shot.number,
            shot.begin,
            shot.end,
            "/api/v1/videos/" + std::to_string(shot.video_id) + "/stills/" + std::to_string(shot.number) +
                "?v=" + shot.analysed_at,
            distance,
            distance <= kSamePicture};
}

}  // namespace

Response read_picture(const Request& request, const Desk& desk) {
    require_looking(desk);
    if (request.body.size() > kMostBytes)
        return failure(413, ErrorKind::exhausted, "the picture is larger than 2 MiB");
    const auto hash = desk.pictures.hash_of(request.body);
    if (!hash)
        throw Error(ErrorKind::unsupported, "the picture is of one brightness: there is nothing to look for");
    return document(json::facts_document("sourcereel.picture/1", {{"picture", digits_of(*hash)}}, {}));
}

Response pictures_like(const Request& request, const Desk& desk) {
    require_looking(desk);
    const std::string digits = request.parameter("picture").value_or("");
    const auto hash = picture_hash_from(digits);
    if (!hash)
        throw Error(ErrorKind::unsupported,
                    "picture: 64 digits as POST /api/v1/pictures gives them may stand there");
    const auto limit = static_cast<std::size_t>(number_parameter(request, "limit", 40, 1, 200));
    const auto answer = desk.pictures.like(*hash, limit);
    const auto catalogue = desk.connections.borrow();
    std::vector<json::PictureEntry> pictures;
    for (const PictureIndex::Match& one : answer.found)
        pictures.push_back(entry_of(one.shot, one.distance, catalogue->last_path(one.shot.video_id)));
    return document(json::pictures_document(digits, answer.share, pictures));
}

Response videos_alike(const Request& request, const Desk& desk) {
    require_looking(desk);
    const std::int64_t id = video_of(request, desk).id;
    const auto answer = desk.pictures.pairs_of(id);
    const auto catalogue = desk.connections.borrow();
    const std::vector<std::int64_t> none = catalogue->not_copies_of(id);
    const std::string own_path = catalogue->last_path(id);
    std::vector<json::AlikeEntry> clips;
    for (const PictureIndex::Pair& pair : answer.found) {  // By the other clip.
        const std::int64_t other = pair.other.video_id;
        if (clips.empty() || clips.back().id != other)
            clips.push_back({other,
                             catalogue->last_path(other),
                             std::find(none.begin(), none.end(), other) != none.end(),
                             {}});
        clips.back().pairs.push_back({entry_of(pair.shot, pair.distance, own_path),
                                      entry_of(pair.other, pair.distance, clips.back().path)});
    }
    std::stable_sort(clips.begin(), clips.end(), [](const json::AlikeEntry& a, const json::AlikeEntry& b) {
        return a.not_a_copy != b.not_a_copy ? b.not_a_copy : a.pairs.size() > b.pairs.size();
    });
    if (clips.size() > kMostClips) clips.resize(kMostClips);
    return document(json::alike_document(id, answer.share, clips));
}

Response not_copies(const Request& /*request*/, const Desk& desk) {
    std::vector<json::NotACopyEntry> pairs;
    for (const catalogue::NotACopy& one : desk.connections.borrow()->not_copies())
        pairs.push_back({one.id, one.other_id, one.path, one.other_path, one.made_at});
    return document(json::not_copies_document(pairs));
}

}  // namespace sourcereel::web
