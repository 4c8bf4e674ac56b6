// media/av/errors.h, private to media: libav's codes in our words.
#pragma once

#include <string>

#include "core/error.h"

namespace sourcereel::media::av {

/// What a caller can do about the negative `code` of a libav function (an AVERROR or a negated errno).
ErrorKind kind_of(int code) noexcept;

/// libav's own sentence for `code`.
std::string text_of(int code);

/// "step: sentence", of the right kind.
Error failure(int code, const std::string& step);

/// Keeps libav from writing to stderr; what matters comes back as codes and is counted. Once per process.
void silence_log() noexcept;

}  // namespace sourcereel::media::av
