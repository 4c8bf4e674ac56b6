// imaging/picture_hash.h: a picture as a hash that scaling and encoding hardly change.
#pragma once

#include <optional>
#include <string_view>

#include "core/picture_hash.h"

namespace sourcereel::imaging {

/// Signs of the lowest 16×16 frequencies of the brightness, black bars left out. Pure. About half a
/// millisecond for a still.
/// Nothing for a picture of one brightness, which has no looks.
/// @throws Error unsupported (no JPEG), exhausted (above 4096 pixels a side), corrupt (cannot be decoded).
std::optional<PictureHash> picture_hash_of(std::string_view jpeg);

}  // namespace sourcereel::imaging
