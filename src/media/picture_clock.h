// media/picture_clock.h: when the pictures of a file are shown, read from its packets without decoding any.
#pragma once

#include <filesystem>

#include "core/picture_times.h"
#include "media/frame_reader.h"

namespace sourcereel::media {

enum class Pictures {
    first,  ///< Only where players have our t = 0: a look at the beginning of the file.
    all     ///< Every picture: all of the file is read, up to 500,000 pictures.
};

/// No times where some picture has no stamp or shares one, since FrameReader would repair it; none where
/// there are more. Pictures that cannot be decoded are counted too: compare with the number that were.
/// @throws Error as FrameReader's constructor, without the file's name.
PictureTimes picture_times_of(const std::filesystem::path& file, Pictures wanted, const Limits& limits = {});

}  // namespace sourcereel::media
