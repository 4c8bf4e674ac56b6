#include "media/regular_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "core/error.h"
#include "media/av/errors.h"

namespace sourcereel::media {
namespace {

void require_regular(const struct stat& status, const std::string& name) {
    if (S_ISREG(status.st_mode)) return;
    const char* what = S_ISDIR(status.st_mode)    ? "a folder"
                       : S_ISFIFO(status.st_mode) ? "a named pipe"
                       : S_ISSOCK(status.st_mode) ? "a socket"
                                                  : "a device";
    throw Error{ErrorKind::unsupported, name + ": opening: is " + what + "; give a file"};
}

Error failure(int error_number, const std::string& name) {
    // libav's codes for system errors are negated errnos, so that one mapping serves both.
    return av::failure(-error_number, "opening").within(name);
}

}  // namespace

FilePtr open_regular_file(const std::filesystem::path& path) {
    const std::string name = path.string();
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) throw failure(errno, name);
    require_regular(status, name);
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) throw failure(errno, name);
    FilePtr file{::fdopen(descriptor, "rb")};
    if (!file) {
        const int error_number = errno;
        ::close(descriptor);
        throw failure(error_number, name);
    }
    if (::fstat(descriptor, &status) != 0) throw failure(errno, name);
    require_regular(status, name);
    return file;
}

FileState state_of(std::FILE* file) noexcept {
    struct stat status {};
    if (::fstat(::fileno(file), &status) != 0) return {};
    return {status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

std::int64_t read_some(std::FILE* file, void* into, std::size_t size) noexcept {
    for (;;) {
        const ssize_t got = ::read(::fileno(file), into, size);
        if (got >= 0) return got;
        if (errno != EINTR) return -errno;
    }
}

}  // namespace sourcereel::media
