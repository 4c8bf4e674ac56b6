#include "media/regular_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "core/error.h"

namespace sourcereel::media {
namespace {

ErrorKind kind_of_errno(int code) {
    switch (code) {
        case ENOENT:
        case ENOTDIR:
        case ELOOP:
        case ENAMETOOLONG:
            return ErrorKind::not_found;
        case EMFILE:
        case ENFILE:
        case ENOMEM:
            return ErrorKind::exhausted;
        case EBUSY:
        case ETXTBSY:
        case EINTR:
            return ErrorKind::busy;
        case EIO:
            return ErrorKind::corrupt;
        default:
            return ErrorKind::unsupported;  // No permission, a socket, no such device.
    }
}

/// What it is, if it is no regular file.
const char* name_of_type(mode_t mode) {
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a pipe";
    if (S_ISSOCK(mode)) return "a socket";
    if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
    return "no regular file";
}

[[noreturn]] void fail(const std::filesystem::path& file, int code) {
    // What we cannot open because of its type has a better name than "no such device".
    struct stat found {};
    if (::stat(file.c_str(), &found) == 0 && !S_ISREG(found.st_mode)) {
        throw Error(ErrorKind::unsupported,
                    file.string() + ": is " + name_of_type(found.st_mode) + "; name a media file");
    }
    throw Error(kind_of_errno(code), file.string() + ": opening: " + std::generic_category().message(code));
}

}  // namespace

RegularFile open_regular_file(const std::filesystem::path& file) {
    // Without O_NONBLOCK a pipe that nobody writes to would hold us here for ever.
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) fail(file, errno);
    FilePtr handle{::fdopen(descriptor, "rb")};
    if (!handle) {
        const int code = errno;
        ::close(descriptor);
        fail(file, code);
    }
    struct stat found {};
    if (::fstat(descriptor, &found) != 0) fail(file, errno);
    if (!S_ISREG(found.st_mode)) fail(file, ENODEV);
    const FileState state = state_of(*handle);
    return {std::move(handle), state};
}

FileState state_of(std::FILE& file) {
    struct stat found {};
    if (::fstat(::fileno(&file), &found) != 0) return {};
    return {found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec};
}

}  // namespace sourcereel::media
