#include "media/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <string>
#include <system_error>
#include <utility>

#include "core/error.h"

namespace sourcereel::media {
namespace {

namespace fs = std::filesystem;

Error failure(const fs::path& target, int error_number) {
    const std::string text = target.string() + ": writing: " + std::generic_category().message(error_number);
    switch (error_number) {
        case ENOENT:
        case ENOTDIR:
            return {ErrorKind::not_found, text + "; make its folder first"};
        case ENOSPC:
        case EDQUOT:
            return {ErrorKind::exhausted, text + "; free some space, or write elsewhere"};
        case EFBIG:
        case EMFILE:
        case ENFILE:
        case ENOMEM:
            return {ErrorKind::exhausted, text};
        default:
            return {ErrorKind::unsupported, text};
    }
}

Error exists_already(const fs::path& target) {
    return {ErrorKind::unsupported, target.string() + ": exists already; name a new file, or use --force"};
}

/// A name of our own, hidden, and short wherever the target's is as long as a name may be.
fs::path draft_name(const fs::path& target, int attempt) {
    return target.parent_path() /
           (".sourcereel-" + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".part");
}

int create_draft(const fs::path& target, fs::path& draft) {
    for (int attempt = 0;; ++attempt) {
        draft = draft_name(target, attempt);
        const int descriptor = ::open(draft.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0 || errno != EEXIST || attempt > 10'000) return descriptor;
    }
}

}  // namespace

void require_writable(const fs::path& target, IfExists if_exists) {
    if (target.filename().empty() || target.filename() == "." || target.filename() == "..")
        throw Error{ErrorKind::unsupported, "\"" + target.string() + "\" names no file; name a new file"};
    std::error_code code;
    const fs::file_status status = fs::status(target, code);
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw Error{ErrorKind::unsupported, target.string() + ": is " +
                                                (fs::is_directory(status) ? "a folder" : "no regular file") +
                                                "; name a new file"};
    // A link that leads nowhere is something, too.
    if (if_exists == IfExists::refuse && fs::exists(fs::symlink_status(target, code)))
        throw exists_already(target);
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path{"."};
    if (!fs::is_directory(folder, code)) throw failure(target, ENOENT);
}

NewFile::NewFile(fs::path target, IfExists if_exists) : target_{std::move(target)}, if_exists_{if_exists} {
    require_writable(target_, if_exists_);
    descriptor_ = create_draft(target_, draft_);
    if (descriptor_ < 0) fail(errno);
}

NewFile::~NewFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(draft_.c_str());
}

void NewFile::fail(int error_number) const {
    throw failure(target_, error_number);
}

int NewFile::try_write(const void* bytes, std::size_t size) noexcept {
    const auto* at = static_cast<const char*>(bytes);
    while (size > 0) {
        const ssize_t written = ::write(descriptor_, at, size);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        at += written;
        size -= static_cast<std::size_t>(written);
    }
    return 0;
}

void NewFile::write(std::string_view bytes) {
    if (const int error_number = try_write(bytes.data(), bytes.size()); error_number != 0) fail(error_number);
}

std::int64_t NewFile::seek(std::int64_t offset, int whence) noexcept {
    const off_t at = ::lseek(descriptor_, offset, whence);
    return at < 0 ? -errno : at;
}

std::int64_t NewFile::size() const noexcept {
    struct stat status {};
    return ::fstat(descriptor_, &status) == 0 ? status.st_size : -errno;
}

void NewFile::keep() {
    if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) fail(errno);
    if (if_exists_ == IfExists::replace) {
        if (::rename(draft_.c_str(), target_.c_str()) != 0) fail(errno);
    } else if (::link(draft_.c_str(), target_.c_str()) == 0) {  // Unlike rename(), it never replaces.
        ::unlink(draft_.c_str());
    } else {
        if (errno == EEXIST) throw exists_already(target_);
        // A file system without links: look, then rename.
        require_writable(target_, if_exists_);
        if (::rename(draft_.c_str(), target_.c_str()) != 0) fail(errno);
    }
    const int descriptor = std::exchange(descriptor_, -1);
    if (::close(descriptor) != 0) fail(errno);
}

void write_file(const fs::path& target, IfExists if_exists, std::string_view bytes) {
    NewFile file{target, if_exists};
    file.write(bytes);
    file.keep();
}

}  // namespace sourcereel::media
