// media/av/errors.h: libav's error codes in our words. Private to media.
#pragma once

#include <string>

#include "core/error.h"

namespace sourcereel::media {

/// What the caller can do about a negative code of libav. EAGAIN and EOF are answers to most calls: switch on
/// them first.
ErrorKind kind_of(int code) noexcept;

/// libav's sentence for the code.
std::string message_of(int code);

/// "STEP: MESSAGE" of the kind that fits the code.
Error av_error(int code, const std::string& step);

/// Sends what libav would print nowhere: return codes tell us what went wrong, and stderr is the user's.
/// For the whole process, once.
void silence_log() noexcept;

}  // namespace sourcereel::media
