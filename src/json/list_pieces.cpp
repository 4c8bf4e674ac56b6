// Long lists as documents in pieces: what is written is what one document of all would be.
#include "json/documents.h"
#include "json/values.h"
#include "json/writer.h"

namespace sourcereel::json {
namespace {

using nlohmann::ordered_json;

/// The keys before the list and the list's own, which is left open.
std::string head_of(const char* schema, const std::string& query, std::int64_t total, const char* list) {
    ordered_json out = ordered_json::object();
    out["schema"] = schema;
    out["query"] = string_value(query);
    out["total"] = total;
    std::string text = "{";
    for (const auto& item : out.items())
        text += "\n \"" + item.key() + "\": " + write_within(item.value(), 1) + ",";
    return text + "\n \"" + list + "\": [";
}

std::string item_of(const ordered_json& value, bool& any) {
    std::string text = any ? ",\n  " : "\n  ";
    any = true;
    return text + write_within(value, 2);
}

std::string tail_of(const std::vector<std::string>& warnings, const std::vector<FacetList>& facets,
                    bool any) {
    return std::string(any ? "\n ]" : "]") + ",\n \"facets\": " + write_within(facets_value(facets), 1) +
           ",\n \"warnings\": " + write_within(string_list(warnings), 1) + "\n}\n";
}

ordered_json clip_value(const ClipEntry& clip) {
    ordered_json out = ordered_json::object();
    out["id"] = clip.id;
    out["sha256"] = string_value(clip.sha256);
    out["path"] = string_value(clip.path);
    out["title"] = clip.title ? string_value(*clip.title) : ordered_json(nullptr);
    out["date"] = string_value(clip.date);
    out["duration"] = ratio_value(clip.seconds);
    out["width"] = clip.width;
    out["height"] = clip.height;
    out["shots"] = clip.shots;
    out["texts"] = clip.texts;
    out["hits"] = clip.hits;
    out["handles"] = string_list(clip.handles);
    out["outlets"] = string_list(clip.outlets);
    out["tags"] = string_list(clip.tags);
    out["verdicts"] = string_list(clip.verdicts);
    out["has_note"] = clip.has_note;
    return out;
}

}  // namespace

std::string SearchPieces::head(const std::string& query, std::int64_t total) const {
    return head_of("sourcereel.search/1", query, total, "hits");
}

std::string SearchPieces::hit(const SearchEntry& hit) {
    return item_of(search_hit_value(hit), any_);
}

std::string SearchPieces::tail(const std::vector<std::string>& warnings,
                               const std::vector<FacetList>& facets) const {
    return tail_of(warnings, facets, any_);
}

std::string ClipPieces::head(const std::string& query, std::int64_t total) const {
    return head_of("sourcereel.clips/1", query, total, "clips");
}

std::string ClipPieces::clip(const ClipEntry& clip) {
    return item_of(clip_value(clip), any_);
}

std::string ClipPieces::tail(const std::vector<std::string>& warnings,
                             const std::vector<FacetList>& facets) const {
    return tail_of(warnings, facets, any_);
}

}  // namespace sourcereel::json
