// json/values.h: the values of core as JSON objects with their keys in the promised order. Private to json.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/media_info.h"
#include "core/shot.h"
#include "core/text_track.h"
#include "core/time.h"
#include "json/documents.h"

namespace sourcereel::json {

/// Valid UTF-8: what is ill-formed becomes U+FFFD.
nlohmann::ordered_json string_value(std::string_view text);
/// Null where the text is empty: "there is none".
nlohmann::ordered_json string_or_null(std::string_view text);
nlohmann::ordered_json string_list(const std::vector<std::string>& texts);

/// Rounded to the microsecond.
nlohmann::ordered_json seconds_value(const Timestamp& time);
/// Rounded to 4 decimals: confidences, scores, shares, frame rates.
nlohmann::ordered_json ratio_value(double ratio);

nlohmann::ordered_json media_value(const MediaInfo& media);
nlohmann::ordered_json shot_value(const Shot& shot, std::size_t index);
nlohmann::ordered_json shots_value(const std::vector<Shot>& shots);
/// `id` is the track's place among those of its video; null where only the track is known.
nlohmann::ordered_json track_value(const TextTrack& track, std::optional<std::size_t> id);
nlohmann::ordered_json tracks_value(const std::vector<TextTrack>& tracks);
/// By the names of the facets, in their order.
nlohmann::ordered_json facets_value(const std::vector<FacetList>& facets);
nlohmann::ordered_json search_hit_value(const SearchEntry& hit);
nlohmann::ordered_json error_value(const Error& error, std::string_view path);

}  // namespace sourcereel::json
