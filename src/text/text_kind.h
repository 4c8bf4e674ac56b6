// text/text_kind.h: what a text is, from where and how long it stands and from what it says.
#pragma once

#include "core/geometry.h"
#include "core/text_track.h"

namespace sourcereel::text {

/// The kind of a track whose text, box, times and handles are known. `picture` is the upright picture's size
/// (x, y 0); `video_seconds` its whole length. Tickers and scene text are told by motion while tracking: such
/// a kind is kept.
TextKind classify(const TextTrack& track, const Rect& picture, double video_seconds);

}  // namespace sourcereel::text
