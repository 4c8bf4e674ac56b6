#include "media/av/errors.h"

extern "C" {
#include <libavutil/error.h>
#include <libavutil/log.h>
}

#include <array>
#include <cerrno>
#include <cstdarg>

namespace sourcereel::media {

ErrorKind kind_of(int code) noexcept {
    switch (code) {
        case AVERROR(ENOENT):
            return ErrorKind::not_found;
        case AVERROR(ENOMEM):
        case AVERROR(EMFILE):
        case AVERROR(ENFILE):
        case AVERROR_EXIT:  // Our own reading limit, see av/input.h.
        case AVERROR_BUFFER_TOO_SMALL:
            return ErrorKind::exhausted;
        case AVERROR(EAGAIN):
        case AVERROR(EBUSY):
            return ErrorKind::busy;
        case AVERROR(EACCES):
        case AVERROR(EPERM):
        case AVERROR(ENOSYS):
        case AVERROR_BSF_NOT_FOUND:
        case AVERROR_DECODER_NOT_FOUND:
        case AVERROR_DEMUXER_NOT_FOUND:
        case AVERROR_PROTOCOL_NOT_FOUND:
        case AVERROR_STREAM_NOT_FOUND:
        case AVERROR_EXPERIMENTAL:
        case AVERROR_PATCHWELCOME:
            return ErrorKind::unsupported;
        case AVERROR_BUG:
        case AVERROR_BUG2:
            return ErrorKind::internal;
        default:
            return ErrorKind::corrupt;  // The file's bytes decide about everything else.
    }
}

std::string message_of(int code) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return text.data();
}

Error av_error(int code, const std::string& step) {
    if (code == AVERROR_EXIT) {
        return {ErrorKind::exhausted, step + ": the file makes us read the same parts over and over"};
    }
    return {kind_of(code), step + ": " + message_of(code)};
}

void silence_log() noexcept {
    static const bool once = [] {
        av_log_set_level(AV_LOG_QUIET);
        av_log_set_callback([](void*, int, const char*, std::va_list) {});
        return true;
    }();
    (void)once;
}

}  // namespace sourcereel::media
