#include "json/documents.h"

#include <algorithm>
#include <utility>

#include "json/values.h"
#include "json/writer.h"

namespace sourcereel::json {
namespace {

using nlohmann::ordered_json;

ordered_json begun(std::string_view schema) {
    ordered_json out = ordered_json::object();
    out["schema"] = string_value(schema);
    return out;
}

std::string finished(ordered_json document, const std::vector<std::string>& warnings) {
    document["warnings"] = string_list(warnings);
    return write(document);
}

ordered_json analyze_value(const AnalyzeEntry& entry) {
    ordered_json out = ordered_json::object();
    out["path"] = string_value(entry.path);
    out["sha256"] = string_or_null(entry.sha256);
    out["status"] = string_value(entry.status);
    out["shots"] = entry.shots;
    out["tracks"] = entry.tracks;
    out["handles"] = string_list(entry.handles);
    out["decoded_share"] = ratio_value(entry.decoded_share);
    out["error"] = entry.error ? error_value(*entry.error, entry.path) : ordered_json(nullptr);
    return out;
}

/// All that a catalogue knows of one video, put into `out`.
void put_video(ordered_json& out, const VideoEntry& video) {
    out["id"] = video.id;
    out["analysed_at"] = string_value(video.analysed_at);
    out["paths"] = string_list(video.paths);
    out["media"] = media_value(video.media);
    ordered_json shots = ordered_json::array();
    for (std::size_t i = 0; i < video.shots.size(); ++i) {
        ordered_json shot = shot_value(video.shots[i], i);
        shot["still"] = i < video.stills.size() ? string_or_null(video.stills[i]) : ordered_json(nullptr);
        shots.push_back(std::move(shot));
    }
    out["shots"] = std::move(shots);
    out["tracks"] = tracks_value(video.tracks);
    out["decoded_share"] = ratio_value(video.decoded_share);
    out["tool"] = string_value(video.tool);
    out["options"] = string_value(video.options);
    out["versions"] = string_value(video.versions);
}

/// A value that claims to be a number or truth value and is none stays readable as a string.
ordered_json fact_value(const Fact& fact) {
    if (fact.is_plain) {
        ordered_json plain = ordered_json::parse(fact.value, nullptr, /*allow_exceptions=*/false);
        if (plain.is_number() || plain.is_boolean()) return plain;
    }
    return string_value(fact.value);
}

}  // namespace

std::string shots_document(const MediaInfo& media, const std::vector<Shot>& shots,
                           const std::vector<std::string>& warnings) {
    ordered_json out = begun("sourcereel.shots/1");
    out["media"] = media_value(media);
    out["shots"] = shots_value(shots);
    return finished(std::move(out), warnings);
}

std::string text_document(const MediaInfo& media, const std::vector<TextTrack>& tracks,
                          const std::vector<std::string>& warnings, const std::vector<TextKind>& kinds) {
    ordered_json out = begun("sourcereel.text/1");
    out["media"] = media_value(media);
    ordered_json list = ordered_json::array();
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (kinds.empty() || std::find(kinds.begin(), kinds.end(), tracks[i].kind) != kinds.end())
            list.push_back(track_value(tracks[i], i));
    }
    out["tracks"] = std::move(list);
    return finished(std::move(out), warnings);
}

std::string analyze_document(const std::vector<AnalyzeEntry>& entries,
                             const std::vector<std::string>& warnings) {
    ordered_json out = begun("sourcereel.analyze/1");
    ordered_json videos = ordered_json::array();
    for (const AnalyzeEntry& entry : entries) videos.push_back(analyze_value(entry));
    out["videos"] = std::move(videos);
    return finished(std::move(out), warnings);
}

std::string search_document(const std::string& query, std::int64_t total,
                            const std::vector<SearchEntry>& hits, const std::vector<std::string>& warnings,
                            const std::vector<FacetList>& facets) {
    ordered_json out = begun("sourcereel.search/1");
    out["query"] = string_value(query);
    out["total"] = total;
    ordered_json list = ordered_json::array();
    for (const SearchEntry& hit : hits) list.push_back(search_hit_value(hit));
    out["hits"] = std::move(list);
    // Promised, so that scripts need not ask whether it is there.
    out["facets"] = facets_value(facets);
    return finished(std::move(out), warnings);
}

std::string video_document(const VideoEntry& video, const std::vector<std::string>& warnings) {
    ordered_json out = begun("sourcereel.video/1");
    put_video(out, video);
    return finished(std::move(out), warnings);
}

std::string export_document(const std::vector<VideoEntry>& videos, const std::vector<std::string>& warnings) {
    ordered_json out = begun("sourcereel.export/1");
    ordered_json list = ordered_json::array();
    for (const VideoEntry& video : videos) {
        ordered_json entry = ordered_json::object();
        put_video(entry, video);
        list.push_back(std::move(entry));
    }
    out["videos"] = std::move(list);
    return finished(std::move(out), warnings);
}

std::string list_document(const std::string& schema, const std::string& key,
                          const std::vector<std::vector<Fact>>& rows) {
    ordered_json out = begun(schema);
    ordered_json list = ordered_json::array();
    for (const std::vector<Fact>& row : rows) {
        ordered_json item = ordered_json::object();
        for (const Fact& fact : row) item[string_value(fact.key).get<std::string>()] = fact_value(fact);
        list.push_back(std::move(item));
    }
    out[key] = std::move(list);
    return finished(std::move(out), {});
}

std::string error_document(const Error& error, const std::string& path) {
    ordered_json out = ordered_json::object();
    out["error"] = error_value(error, path);
    return write(out);
}

std::string facts_document(const std::string& schema, const std::vector<Fact>& facts,
                           const std::vector<std::string>& warnings) {
    ordered_json out = begun(schema);
    for (const Fact& fact : facts) out[string_value(fact.key).get<std::string>()] = fact_value(fact);
    return finished(std::move(out), warnings);
}

}  // namespace sourcereel::json
