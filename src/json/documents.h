// json/documents.h: values as the JSON documents that scripts rely on. Key order is fixed, strings are valid
// UTF-8, seconds are rounded to the microsecond; the same values give the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/error.h"
#include "core/media_info.h"
#include "core/shot.h"
#include "core/text_track.h"

namespace sourcereel::json {

/// `{"schema": "sourcereel.shots/1", …}`; each function gives one document ending in a newline.
std::string shots_document(const MediaInfo& media, const std::vector<Shot>& shots,
                           const std::vector<std::string>& warnings);
/// Of the tracks those of the kinds in `kinds`, or all where it is empty; each keeps its id.
std::string text_document(const MediaInfo& media, const std::vector<TextTrack>& tracks,
                          const std::vector<std::string>& warnings, const std::vector<TextKind>& kinds = {});

/// One input of `analyze`.
struct AnalyzeEntry {
    std::string path;
    std::string sha256;  ///< Empty where the file could not be read.
    std::string status;  ///< "added", "unchanged", "replaced", "failed".
    std::size_t shots = 0;
    std::size_t tracks = 0;
    std::vector<std::string> handles;  ///< Each once, in the order first seen.
    double decoded_share = 0;
    std::optional<Error> error;  ///< Set exactly when failed.
};
std::string analyze_document(const std::vector<AnalyzeEntry>& entries,
                             const std::vector<std::string>& warnings);

/// One hit of `search`.
struct SearchEntry {
    std::string video;  ///< SHA-256.
    std::string path;
    std::optional<std::string> title;
    TextTrack track;
    std::string snippet;
    /// Half-open ranges of the snippet's bytes.
    std::vector<std::pair<std::size_t, std::size_t>> highlights{};
};
/// How many hits have one value of a facet.
struct FacetEntry {
    std::string value;
    std::int64_t texts = 0;
    std::int64_t clips = 0;
};
struct FacetList {
    std::string name;
    std::vector<FacetEntry> values;
    std::int64_t others = 0;  ///< Values that are not among these.
};
std::string search_document(const std::string& query, std::int64_t total,
                            const std::vector<SearchEntry>& hits, const std::vector<std::string>& warnings,
                            const std::vector<FacetList>& facets = {});

/// The same document in pieces, for lists that need not fit into memory: head, hits, tail.
class SearchPieces {
public:
    std::string head(const std::string& query, std::int64_t total) const;
    std::string hit(const SearchEntry& hit);
    std::string tail(const std::vector<std::string>& warnings,
                     const std::vector<FacetList>& facets = {}) const;

private:
    bool any_ = false;
};

/// One clip of `search --clips`.
struct ClipEntry {
    std::int64_t id = 0;
    std::string sha256, path;
    std::optional<std::string> title;
    std::string date;
    double seconds = 0;
    int width = 0;
    int height = 0;
    std::int64_t shots = 0, texts = 0, hits = 0;
    std::vector<std::string> handles, outlets, tags, verdicts;
    bool has_note = false;
};
/// {"schema": "sourcereel.clips/1", "query": …, "total": …, "clips": […], "facets": {…}, "warnings": […]}, in
/// pieces.
class ClipPieces {
public:
    std::string head(const std::string& query, std::int64_t total) const;
    std::string clip(const ClipEntry& clip);
    std::string tail(const std::vector<std::string>& warnings,
                     const std::vector<FacetList>& facets = {}) const;

private:
    bool any_ = false;
};

/// One catalogued video, whole: `{"schema": "sourcereel.video/1", "id": …, "media": …, "shots": …, "tracks":
/// …}`.
struct VideoEntry {
    std::int64_t id = 0;
    std::string analysed_at;
    std::vector<std::string> paths;
    MediaInfo media;
    std::vector<Shot> shots;
    std::vector<std::string> stills;  ///< One per shot; empty string: none (null in the JSON).
    std::vector<TextTrack> tracks;
    double decoded_share = 1.0;
    std::string tool, options, versions;
};
std::string video_document(const VideoEntry& video, const std::vector<std::string>& warnings);
/// `{"schema": "sourcereel.export/1", "videos": […]}`: several such documents, without their schema.
std::string export_document(const std::vector<VideoEntry>& videos, const std::vector<std::string>& warnings);

/// `{"error": {"kind": …, "path": …, "message": …}}`.
std::string error_document(const Error& error, const std::string& path);

/// A flat document of the program's own facts, for `doctor` and `db`: `{"schema": …, key: value, …}` in the
/// order given.
struct Fact {
    std::string key;
    std::string value;
    bool is_plain = false;  ///< `value` is a JSON number, true or false already.
};
std::string facts_document(const std::string& schema, const std::vector<Fact>& facts,
                           const std::vector<std::string>& warnings);

/// People's marks: `{"schema": schema, key: [{…}, …], "warnings": []}`, an object for each list of facts.
std::string list_document(const std::string& schema, const std::string& key,
                          const std::vector<std::vector<Fact>>& rows);

}  // namespace sourcereel::json
