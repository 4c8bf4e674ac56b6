// Texts whose truth is known by construction.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "exports/text_list.h"

namespace sourcereel::exports {

/// A text from `begin_ms` to `end_ms`, in a picture of 1000×500.
inline TextTrack text_of(std::string words, std::int64_t begin_ms, std::int64_t end_ms,
                         TextKind kind = TextKind::caption, Rect box = {300, 400, 400, 40}) {
    constexpr TimeBase kBase{1, 1000};
    TextTrack track;
    track.text = std::move(words);
    track.range = {{begin_ms, kBase}, {end_ms, kBase}};
    track.begin_frame = begin_ms / 40;
    track.end_frame = end_ms / 40;
    track.kind = kind;
    track.box = box;
    track.confidence = 0.875;
    track.script = "Latin";
    track.language = "eng";
    track.frames_seen = 9;
    track.frames_examined = 10;
    return track;
}

inline TextList list_of_texts(const std::vector<TextTrack>& tracks,
                              const TextKinds& kinds = all_text_kinds()) {
    MediaInfo media;
    media.path = "folder/a clip.mp4";
    media.width = 1000;
    media.height = 500;
    return make_text_list(media, tracks, kinds);
}

}  // namespace sourcereel::exports
