// text/word_captions.h: captions that are shown word by word.
#pragma once

#include <vector>

#include "core/text_track.h"

namespace sourcereel::text {

/// Single words of at most 1.1 s that follow each other in one place become one caption, up to the end of the
/// sentence, a pause or some 80 letters; each word keeps its times. What is too short to be kept for itself,
/// and belongs to no such caption, is left out.
std::vector<TextTrack> join_words(std::vector<TextTrack> tracks);

}  // namespace sourcereel::text
