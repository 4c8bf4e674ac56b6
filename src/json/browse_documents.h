// json/browse_documents.h: what the page of `serve` asks for beyond the documents of the commands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/picture_times.h"
#include "core/text_track.h"
#include "json/documents.h"

namespace sourcereel::json {

/// One analysis that runs somewhere on this machine.
struct RunningEntry {
    int process = 0;
    std::string started_at;
    std::size_t inputs = 0;
    std::size_t done = 0;
    double share = 0;
    double seconds_left = 0;
    std::string file;
};

/// How the catalogue is now. `revision` grows whenever somebody changed it while the server runs.
struct StatusEntry {
    std::string version;
    std::int64_t revision = 0;
    std::int64_t videos = 0, shots = 0, tracks = 0, handles = 0;
    double seconds = 0;
    std::vector<RunningEntry> running;
};

/// {"schema": "sourcereel.status/1", …}
std::string status_document(const StatusEntry& status);

/// One clip of a list.
struct CardEntry {
    std::int64_t id = 0;
    std::string sha256, path, date, analysed_at;
    double seconds = 0;
    int width = 0;
    int height = 0;
    std::int64_t shots = 0, tracks = 0, hits = 0;
    std::string still;  ///< Address; empty: none.
    std::vector<std::string> handles, outlets, tags, verdicts;
    bool has_note = false;
};

/// One text of a list.
struct HitEntry {
    std::int64_t id = 0;  ///< Of its video.
    std::string sha256, path;
    TextTrack track;
    std::vector<std::string> snippet;  ///< In turns: what stands between, what answers the query.
    std::string still;                 ///< Address.
};

/// {"schema": "sourcereel.videos/1", "query": …, "total": …, "hits": …, "videos": […], "facets": {…}}
std::string videos_document(const std::string& query, std::int64_t total, std::int64_t hits,
                            const std::vector<CardEntry>& videos, const std::vector<FacetList>& facets);
/// {"schema": "sourcereel.hits/1", "query": …, "total": …, "hits": […], "facets": {…}}
std::string hits_document(const std::string& query, std::int64_t total, const std::vector<HitEntry>& hits,
                          const std::vector<FacetList>& facets);

/// Part of a clip's time in seconds; nothing: all of it.
using MarkRange = std::optional<std::pair<double, double>>;
struct TagEntry {
    std::string tag;
    MarkRange range;
};
struct NoteEntry {
    std::int64_t id = 0;
    MarkRange range;
    std::string text, made_at;
};
struct VerdictEntry {
    std::string article_sha256, article;
    int claim = 0;
    std::string type, entity, quote, verdict, judged_at;
};
/// What people and articles say of one clip.
struct MarksEntry {
    std::int64_t id = 0;
    std::vector<TagEntry> tags;
    std::vector<NoteEntry> notes;
    std::vector<std::int64_t> not_copies;
    std::vector<VerdictEntry> verdicts;
};
/// {"schema": "sourcereel.marks/1", "id": …, "tags": […], "notes": […], "not_copies": […], "verdicts": […]}
std::string marks_document(const MarksEntry& marks);

/// {"schema": "sourcereel.preview/1", "state": …}: "none", "waiting", "making", "ready", "failed" or
/// "unavailable".
/// A shot found by its picture.
struct PictureEntry {
    std::int64_t id = 0;  ///< Of its video.
    std::string path;
    std::int64_t shot = 0;
    double begin = 0, end = 0;
    std::string still;  ///< Address.
    int distance = 0;
    bool same = false;  ///< Likely the same picture.
};
/// {"schema": "sourcereel.pictures/1", …}: `share` of the stills were looked at so far.
std::string pictures_document(const std::string& picture, double share,
                              const std::vector<PictureEntry>& pictures);

/// A shot of a clip, and one of another clip that shows the same.
struct PicturePair {
    PictureEntry own, other;
};
struct AlikeEntry {
    std::int64_t id = 0;  ///< The other clip.
    std::string path;
    bool not_a_copy = false;
    std::vector<PicturePair> pairs;
};
/// {"schema": "sourcereel.alike/1", …}
std::string alike_document(std::int64_t id, double share, const std::vector<AlikeEntry>& clips);

struct NotACopyEntry {
    std::int64_t id = 0, other_id = 0;
    std::string path, other_path, made_at;
};
/// {"schema": "sourcereel.not-copies/1", …}
std::string not_copies_document(const std::vector<NotACopyEntry>& pairs);

/// Null where the file does not tell.
std::string times_document(std::int64_t id, const std::optional<PictureTimes>& times);

std::string preview_document(const std::string& state, double share, const std::string& message);

}  // namespace sourcereel::json
