// media/av/source_facts.h, private to media: what a clip keeps of the file that it is cut from.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/time.h"
#include "media/av/input.h"
#include "media/av/output.h"

namespace sourcereel::media::av {

/// The display matrix as stored: that of the stream, else that of its first picture.
using MatrixBytes = std::array<std::uint8_t, kMatrixBytes>;
std::optional<MatrixBytes> matrix_of(const AVStream& stream, const AVFrame* picture);

/// Nothing is turned by the unit matrix, so a container that keeps none loses nothing.
bool turns(const MatrixBytes& matrix);

/// Puts the matrix on the stream. @throws Error unsupported where the container would drop it.
void keep_turn(Output& output, AVStream& stream, const std::optional<MatrixBytes>& matrix);

/// The stamp of the first shown picture, which is t = 0; decodes up to it. 0 where it has none.
std::int64_t first_stamp(const std::filesystem::path& source, const ReadOptions& options);

inline TimeBase time_base_of(const AVStream& stream) noexcept {
    return {stream.time_base.num, stream.time_base.den};
}
inline AVRational rational(const TimeBase& base) noexcept {
    return {base.num, base.den};
}

}  // namespace sourcereel::media::av
