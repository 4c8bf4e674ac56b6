// exports/text_list.h: the texts of one video that an export shall hold.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/media_info.h"
#include "core/text_track.h"

namespace sourcereel::exports {

/// Kinds in the order of their declaration, each once.
using TextKinds = std::vector<TextKind>;

/// What is read like subtitles: captions, and cards that fill the picture with words. Nothing that belongs to
/// the channel or to the owner of the video.
const TextKinds& subtitle_kinds();
const TextKinds& all_text_kinds();

/// A text with its number among all of the video's, whatever was left out: the "id" of the JSON.
struct ListedText {
    std::size_t number = 0;
    TextTrack track;
};

struct TextList {
    MediaInfo media;
    std::vector<ListedText> texts;  ///< In the order of the tracks, that of their begin.
    std::size_t left_out = 0;       ///< Of other kinds.
};

TextList make_text_list(const MediaInfo& media, const std::vector<TextTrack>& tracks, const TextKinds& kinds);

}  // namespace sourcereel::exports
