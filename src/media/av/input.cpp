#include "media/av/input.h"

#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <new>
#include <utility>

namespace sourcereel::media {
namespace {

constexpr int kBufferBytes = 64 << 10;
constexpr std::int64_t kFreeBytes = 64LL << 20;  // So that small files may be read several times.

}  // namespace

struct Input::Source {
    RegularFile file;
    std::int64_t left = 0;  // Of the ration.
};

void Input::SourceFree::operator()(Source* source) const noexcept {
    delete source;
}

Input::Input(const std::filesystem::path& file) : source_(new Source{open_regular_file(file), 0}) {
    auto* buffer = static_cast<unsigned char*>(av_malloc(kBufferBytes));
    if (buffer == nullptr) throw std::bad_alloc{};
    io_.reset(avio_alloc_context(buffer, kBufferBytes, 0, source_.get(), read, nullptr, seek));
    if (!io_) {
        av_free(buffer);
        throw std::bad_alloc{};
    }
    allow(1);
}

std::int64_t Input::bytes() const noexcept {
    return source_->file.state.bytes;
}

void Input::allow(int files) noexcept {
    source_->left = bytes() * files + kFreeBytes;
}

bool Input::exhausted() const noexcept {
    return source_->left <= 0;
}

bool Input::changed() const {
    return state_of(*source_->file.handle) != source_->file.state;
}

int Input::read(void* opaque, std::uint8_t* into, int size) noexcept {
    auto& source = *static_cast<Source*>(opaque);
    if (source.left <= 0) return AVERROR_EXIT;
    while (true) {
        const auto got = ::read(::fileno(source.file.handle.get()), into, static_cast<std::size_t>(size));
        if (got > 0) {
            source.left -= got;
            return static_cast<int>(got);
        }
        if (got == 0) {
            source.left -= 1024;  // Asking at the end for ever is a circle, too.
            return AVERROR_EOF;
        }
        if (errno != EINTR) return AVERROR(errno);
    }
}

std::int64_t Input::seek(void* opaque, std::int64_t offset, int whence) noexcept {
    const auto& source = *static_cast<const Source*>(opaque);
    if ((whence & AVSEEK_SIZE) != 0) return source.file.state.bytes;
    const auto at = ::lseek(::fileno(source.file.handle.get()), offset, whence & ~AVSEEK_FORCE);
    return at < 0 ? AVERROR(errno) : at;
}

}  // namespace sourcereel::media
