// exports/webvtt.h: WebVTT (.vtt), which browsers read.
#pragma once

#include <string>

#include "exports/text_list.h"

namespace sourcereel::exports {

/// A cue for each text, named "caption-3" by kind and number; cues may overlap. Captions and titles go where
/// the player puts subtitles. All other kinds are laid over the place where they stand in the picture, by
/// `line`, `position` and `align`, which players may move to avoid an overlap; one that jumps has a cue a
/// stay.
std::string webvtt(const TextList& list);

}  // namespace sourcereel::exports
