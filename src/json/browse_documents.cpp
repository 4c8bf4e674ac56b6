#include "json/browse_documents.h"

#include "json/values.h"
#include "json/writer.h"

namespace sourcereel::json {

using nlohmann::ordered_json;

namespace {

std::string name_in(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

ordered_json card_value(const CardEntry& card) {
    ordered_json out = ordered_json::object();
    out["id"] = card.id;
    out["sha256"] = string_value(card.sha256);
    out["name"] = string_value(name_in(card.path));
    out["path"] = string_value(card.path);
    out["date"] = string_value(card.date);
    out["analysed_at"] = string_value(card.analysed_at);
    out["duration"] = ratio_value(card.seconds);
    out["width"] = card.width;
    out["height"] = card.height;
    out["shots"] = card.shots;
    out["tracks"] = card.tracks;
    out["hits"] = card.hits;
    out["still"] = string_or_null(card.still);
    out["handles"] = string_list(card.handles);
    out["outlets"] = string_list(card.outlets);
    out["tags"] = string_list(card.tags);
    return out;
}

ordered_json hit_value(const HitEntry& hit) {
    ordered_json out = ordered_json::object();
    out["id"] = hit.id;
    out["sha256"] = string_value(hit.sha256);
    out["name"] = string_value(name_in(hit.path));
    out["path"] = string_value(hit.path);
    out["kind"] = string_value(name_of(hit.track.kind));
    out["begin"] = seconds_value(hit.track.range.begin);
    out["end"] = seconds_value(hit.track.range.end);
    out["language"] = string_value(hit.track.language);
    out["snippet"] = string_list(hit.snippet);
    out["still"] = string_or_null(hit.still);
    return out;
}

}  // namespace

std::string status_document(const StatusEntry& status) {
    ordered_json out = ordered_json::object();
    out["schema"] = "sourcereel.status/1";
    out["version"] = string_value(status.version);
    out["revision"] = status.revision;
    out["videos"] = status.videos;
    out["shots"] = status.shots;
    out["tracks"] = status.tracks;
    out["handles"] = status.handles;
    out["seconds"] = ratio_value(status.seconds);
    ordered_json running = ordered_json::array();
    for (const RunningEntry& one : status.running) {
        ordered_json value = ordered_json::object();
        value["process"] = one.process;
        value["started_at"] = string_value(one.started_at);
        value["inputs"] = one.inputs;
        value["done"] = one.done;
        value["share"] = ratio_value(one.share);
        value["seconds_left"] = ratio_value(one.seconds_left);
        value["file"] = string_value(one.file);
        running.push_back(std::move(value));
    }
    out["running"] = std::move(running);
    return write(out);
}

std::string videos_document(const std::string& query, std::int64_t total, std::int64_t hits,
                            const std::vector<CardEntry>& videos, const std::vector<FacetList>& facets) {
    ordered_json out = ordered_json::object();
    out["schema"] = "sourcereel.videos/1";
    out["query"] = string_value(query);
    out["total"] = total;
    out["hits"] = hits;
    ordered_json list = ordered_json::array();
    for (const CardEntry& card : videos) list.push_back(card_value(card));
    out["videos"] = std::move(list);
    out["facets"] = facets_value(facets);
    return write(out);
}

std::string hits_document(const std::string& query, std::int64_t total, const std::vector<HitEntry>& hits,
                          const std::vector<FacetList>& facets) {
    ordered_json out = ordered_json::object();
    out["schema"] = "sourcereel.hits/1";
    out["query"] = string_value(query);
    out["total"] = total;
    ordered_json list = ordered_json::array();
    for (const HitEntry& hit : hits) list.push_back(hit_value(hit));
    out["hits"] = std::move(list);
    out["facets"] = facets_value(facets);
    return write(out);
}

std::string preview_document(const std::string& state, double share, const std::string& message) {
    ordered_json out = ordered_json::object();
    out["schema"] = "sourcereel.preview/1";
    out["state"] = string_value(state);
    out["share"] = ratio_value(share);
    out["message"] = string_or_null(message);
    return write(out);
}

}  // namespace sourcereel::json
