#include "json/browse_documents.h"

#include <cmath>

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
    out["verdicts"] = string_list(card.verdicts);
    out["has_note"] = card.has_note;
    return out;
}

/// Nothing is null: "the whole clip".
void put_range(ordered_json& out, const MarkRange& range) {
    const auto seconds = [](double value) { return std::round(value * 1e6) / 1e6; };
    out["begin"] = range ? ordered_json(seconds(range->first)) : ordered_json(nullptr);
    out["end"] = range ? ordered_json(seconds(range->second)) : ordered_json(nullptr);
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

ordered_json picture_value(const PictureEntry& picture) {
    ordered_json out = ordered_json::object();
    out["id"] = picture.id;
    out["name"] = string_value(name_in(picture.path));
    out["path"] = string_value(picture.path);
    out["shot"] = picture.shot;
    out["begin"] = ratio_value(picture.begin);
    out["end"] = ratio_value(picture.end);
    out["still"] = string_or_null(picture.still);
    out["distance"] = picture.distance;
    out["same"] = picture.same;
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

std::string marks_document(const MarksEntry& marks) {
    ordered_json out = ordered_json::object();
    out["schema"] = "sourcereel.marks/1";
    out["id"] = marks.id;
    ordered_json tags = ordered_json::array();
    for (const TagEntry& one : marks.tags) {
        ordered_json tag = ordered_json::object();
        tag["tag"] = string_value(one.tag);
        put_range(tag, one.range);
        tags.push_back(std::move(tag));
    }
    out["tags"] = std::move(tags);
    ordered_json notes = ordered_json::array();
    for (const NoteEntry& one : marks.notes) {
        ordered_json note = ordered_json::object();
        note["id"] = one.id;
        put_range(note, one.range);
        note["text"] = string_value(one.text);
        note["made_at"] = string_value(one.made_at);
        notes.push_back(std::move(note));
    }
    out["notes"] = std::move(notes);
    out["not_copies"] = marks.not_copies;
    ordered_json verdicts = ordered_json::array();
    for (const VerdictEntry& one : marks.verdicts) {
        ordered_json verdict = ordered_json::object();
        verdict["article_sha256"] = string_value(one.article_sha256);
        verdict["article"] = string_value(one.article);
        verdict["claim"] = one.claim;
        verdict["type"] = string_value(one.type);
        verdict["entity"] = string_value(one.entity);
        verdict["quote"] = string_value(one.quote);
        verdict["verdict"] = string_value(one.verdict);
        verdict["judged_at"] = string_value(one.judged_at);
        verdicts.push_back(std::move(verdict));
    }
    out["verdicts"] = std::move(verdicts);
    return write(out);
}

std::string pictures_document(const std::string& picture, double share,
                              const std::vector<PictureEntry>& pictures) {
    ordered_json out = ordered_json::object();
    out["schema"] = "sourcereel.pictures/1";
    out["picture"] = string_value(picture);
    out["share"] = ratio_value(share);
    ordered_json list = ordered_json::array();
    for (const PictureEntry& one : pictures) list.push_back(picture_value(one));
    out["pictures"] = std::move(list);
    return write(out);
}

std::string alike_document(std::int64_t id, double share, const std::vector<AlikeEntry>& clips) {
    ordered_json out = ordered_json::object();
    out["schema"] = "sourcereel.alike/1";
    out["id"] = id;
    out["share"] = ratio_value(share);
    ordered_json list = ordered_json::array();
    for (const AlikeEntry& one : clips) {
        ordered_json clip = ordered_json::object();
        clip["id"] = one.id;
        clip["name"] = string_value(name_in(one.path));
        clip["path"] = string_value(one.path);
        clip["not_a_copy"] = one.not_a_copy;
        ordered_json pairs = ordered_json::array();
        for (const PicturePair& pair : one.pairs)
            pairs.push_back({{"own", picture_value(pair.own)}, {"other", picture_value(pair.other)}});
        clip["pairs"] = std::move(pairs);
        list.push_back(std::move(clip));
    }
    out["clips"] = std::move(list);
    return write(out);
}

std::string not_copies_document(const std::vector<NotACopyEntry>& pairs) {
    ordered_json out = ordered_json::object();
    out["schema"] = "sourcereel.not-copies/1";
    ordered_json list = ordered_json::array();
    for (const NotACopyEntry& one : pairs) {
        ordered_json pair = ordered_json::object();
        pair["id"] = one.id;
        pair["name"] = string_value(name_in(one.path));
        pair["other_id"] = one.other_id;
        pair["other_name"] = string_value(name_in(one.other_path));
        pair["made_at"] = string_value(one.made_at);
        list.push_back(std::move(pair));
    }
    out["pairs"] = std::move(list);
    return write(out);
}

std::string times_document(std::int64_t id, const std::optional<PictureTimes>& times) {
    ordered_json out = ordered_json::object();
    out["schema"] = "sourcereel.times/1";
    out["id"] = id;
    out["start"] = times ? ordered_json(times->start) : ordered_json(nullptr);
    out["time_base"] = times ? ordered_json({times->base.num, times->base.den}) : ordered_json(nullptr);
    out["pictures"] = times && !times->ticks.empty() ? ordered_json(times->ticks) : ordered_json(nullptr);
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
