#include "json/values.h"

#include <cmath>

#include "unicode/fold.h"

namespace sourcereel::json {
namespace {

using nlohmann::ordered_json;

ordered_json box_value(const Rect& box) {
    return ordered_json::array({box.x, box.y, box.width, box.height});
}

ordered_json path_value(const std::vector<PathPoint>& path) {
    if (path.empty()) return nullptr;
    ordered_json out = ordered_json::array();
    for (const PathPoint& point : path)
        out.push_back(ordered_json::array({seconds_value(point.time), point.x, point.y}));
    return out;
}

ordered_json reading_value(const Reading& reading) {
    ordered_json out = ordered_json::object();
    out["engine"] = string_value(reading.engine);
    out["text"] = string_value(reading.text);
    out["confidence"] = ratio_value(reading.confidence);
    return out;
}

ordered_json handle_value(const HandleMention& handle) {
    ordered_json out = ordered_json::object();
    out["raw"] = string_value(handle.raw);
    out["handle"] = string_value(handle.handle);
    out["platform"] = handle.platform ? string_value(*handle.platform) : ordered_json(nullptr);
    out["match"] = string_value(handle.match);
    return out;
}

ordered_json transition_value(const Transition& transition) {
    ordered_json out = ordered_json::object();
    out["kind"] = string_value(name_of(transition.kind));
    out["begin_frame"] = transition.begin_frame;
    out["end_frame"] = transition.end_frame;
    out["score"] = ratio_value(transition.score);
    return out;
}

ordered_json facet_value(const FacetList& facet) {
    ordered_json values = ordered_json::array();
    for (const FacetEntry& entry : facet.values) {
        ordered_json value = ordered_json::object();
        value["value"] = string_value(entry.value);
        value["texts"] = entry.texts;
        value["clips"] = entry.clips;
        values.push_back(std::move(value));
    }
    ordered_json out = ordered_json::object();
    out["values"] = std::move(values);
    out["others"] = facet.others;
    return out;
}

}  // namespace

ordered_json string_value(std::string_view text) {
    return unicode::valid_utf8(text);
}

ordered_json string_or_null(std::string_view text) {
    if (text.empty()) return nullptr;
    return string_value(text);
}

ordered_json string_list(const std::vector<std::string>& texts) {
    ordered_json out = ordered_json::array();
    for (const std::string& text : texts) out.push_back(string_value(text));
    return out;
}

ordered_json seconds_value(const Timestamp& time) {
    return std::round(time.seconds() * 1e6) / 1e6;
}

ordered_json ratio_value(double ratio) {
    return std::round(ratio * 1e4) / 1e4;
}

ordered_json media_value(const MediaInfo& media) {
    ordered_json out = ordered_json::object();
    out["path"] = string_value(media.path);
    out["sha256"] = string_or_null(media.sha256);
    out["width"] = media.width;
    out["height"] = media.height;
    out["duration"] = seconds_value(media.duration);
    out["frames"] = media.frames;
    out["frame_rate"] = ratio_value(media.frame_rate);
    out["variable_frame_rate"] = media.variable_frame_rate;
    out["video_codec"] = string_value(media.video_codec);
    out["container"] = string_value(media.container);
    return out;
}

ordered_json shot_value(const Shot& shot, std::size_t index) {
    ordered_json out = ordered_json::object();
    out["index"] = index;
    out["begin"] = seconds_value(shot.range.begin);
    out["end"] = seconds_value(shot.range.end);
    out["begin_frame"] = shot.begin_frame;
    out["end_frame"] = shot.end_frame;
    out["transition"] = transition_value(shot.transition);
    return out;
}

ordered_json shots_value(const std::vector<Shot>& shots) {
    ordered_json out = ordered_json::array();
    for (std::size_t i = 0; i < shots.size(); ++i) out.push_back(shot_value(shots[i], i));
    return out;
}

/// Of captions shown word by word only.
ordered_json words_value(const std::vector<TimedWord>& words) {
    ordered_json out = ordered_json::array();
    for (const TimedWord& word : words)
        out.push_back({{"text", string_value(word.text)},
                       {"begin", seconds_value(word.range.begin)},
                       {"end", seconds_value(word.range.end)}});
    return out;
}

ordered_json track_value(const TextTrack& track, std::optional<std::size_t> id) {
    ordered_json out = ordered_json::object();
    out["id"] = id ? ordered_json(*id) : ordered_json(nullptr);
    out["kind"] = string_value(name_of(track.kind));
    out["text"] = string_value(track.text);
    out["begin"] = seconds_value(track.range.begin);
    out["end"] = seconds_value(track.range.end);
    out["begin_frame"] = track.begin_frame;
    out["end_frame"] = track.end_frame;
    out["box"] = box_value(track.box);
    out["path"] = path_value(track.path);
    out["confidence"] = ratio_value(track.confidence);
    out["script"] = string_value(track.script);
    out["language"] = string_value(track.language);
    out["frames_seen"] = track.frames_seen;
    out["frames_examined"] = track.frames_examined;
    ordered_json readings = ordered_json::array();
    for (const Reading& reading : track.readings) readings.push_back(reading_value(reading));
    out["readings"] = std::move(readings);
    ordered_json handles = ordered_json::array();
    for (const HandleMention& handle : track.handles) handles.push_back(handle_value(handle));
    out["handles"] = std::move(handles);
    if (!track.words.empty()) out["words"] = words_value(track.words);
    return out;
}

ordered_json tracks_value(const std::vector<TextTrack>& tracks) {
    ordered_json out = ordered_json::array();
    for (std::size_t i = 0; i < tracks.size(); ++i) out.push_back(track_value(tracks[i], i));
    return out;
}

ordered_json search_hit_value(const SearchEntry& hit) {
    ordered_json out = ordered_json::object();
    out["video"] = string_value(hit.video);
    out["path"] = string_value(hit.path);
    out["title"] = hit.title ? string_value(*hit.title) : ordered_json(nullptr);
    out["track"] = track_value(hit.track, std::nullopt);
    out["snippet"] = string_value(hit.snippet);
    ordered_json highlights = ordered_json::array();
    for (const auto& [begin, end] : hit.highlights) highlights.push_back({begin, end});
    out["highlights"] = std::move(highlights);
    return out;
}

ordered_json error_value(const Error& error, std::string_view path) {
    ordered_json out = ordered_json::object();
    out["kind"] = string_value(name_of(error.kind()));
    out["path"] = string_value(path);
    out["message"] = string_value(error.what());
    return out;
}

ordered_json facets_value(const std::vector<FacetList>& facets) {
    ordered_json out = ordered_json::object();
    for (const FacetList& facet : facets)
        out[string_value(facet.name).get<std::string>()] = facet_value(facet);
    return out;
}

}  // namespace sourcereel::json
