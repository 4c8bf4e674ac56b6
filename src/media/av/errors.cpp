#include "media/av/errors.h"

extern "C" {
#include <libavutil/error.h>
#include <libavutil/log.h>
}

#include <array>
#include <cerrno>
#include <cstdarg>

namespace sourcereel::media::av {

ErrorKind kind_of(int code) noexcept {
    switch (code) {
        case AVERROR(ENOENT):
        case AVERROR(ENOTDIR):
        case AVERROR(ELOOP):
        case AVERROR(ENAMETOOLONG):
            return ErrorKind::not_found;
        case AVERROR_DECODER_NOT_FOUND:
        case AVERROR_DEMUXER_NOT_FOUND:
        case AVERROR_PROTOCOL_NOT_FOUND:
        case AVERROR_STREAM_NOT_FOUND:
        case AVERROR_OPTION_NOT_FOUND:
        case AVERROR_PATCHWELCOME:
        case AVERROR_EXPERIMENTAL:
        case AVERROR(ENOSYS):
        case AVERROR(EACCES):
        case AVERROR(EISDIR):
        case AVERROR(ENXIO):
            return ErrorKind::unsupported;
        case AVERROR(ENOMEM):
        case AVERROR(EMFILE):
        case AVERROR(ENFILE):
        case AVERROR(ENOSPC):
        case AVERROR(EFBIG):
        case AVERROR(EOVERFLOW):
            return ErrorKind::exhausted;
        case AVERROR(EBUSY):
        case AVERROR(EAGAIN):
        case AVERROR(ETXTBSY):
        case AVERROR(ESTALE):
            return ErrorKind::busy;
        case AVERROR_BUG:
        case AVERROR_BUG2:
            return ErrorKind::internal;
        default:
            // Invalid data, unexpected end, EINVAL, EIO and what later versions add: the file is at fault.
            // So is EPERM: it is the −1 by which some old decoders say that they do not understand.
            return ErrorKind::corrupt;
    }
}

std::string text_of(int code) {
    if (code == AVERROR(EPERM)) code = AVERROR_INVALIDDATA;
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return text.data();
}

Error failure(int code, const std::string& step) {
    return {kind_of(code), step + ": " + text_of(code)};
}

namespace {
void drop_message(void* /*object*/, int /*level*/, const char* /*format*/, std::va_list /*arguments*/) {}
}  // namespace

void silence_log() noexcept {
    static const bool done = [] {
        av_log_set_level(AV_LOG_QUIET);
        av_log_set_callback(drop_message);
        return true;
    }();
    static_cast<void>(done);
}

}  // namespace sourcereel::media::av
