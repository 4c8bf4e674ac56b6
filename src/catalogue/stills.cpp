#include "catalogue/stills.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <system_error>

#include "core/error.h"

namespace sourcereel::catalogue {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throw_system(int code, const fs::path& file, const std::string& what) {
    const bool full = code == ENOSPC || code == EDQUOT || code == EMFILE || code == ENFILE || code == EFBIG;
    throw Error(full ? ErrorKind::exhausted : ErrorKind::unsupported,
                file.string() + ": " + what + ": " + std::generic_category().message(code));
}

class Descriptor {
public:
    Descriptor(const fs::path& file, int flags)
        : file_(file), fd_(::open(file.c_str(), flags | O_CLOEXEC, 0644)) {
        if (fd_ < 0) throw_system(errno, file, "cannot be opened");
    }
    ~Descriptor() { ::close(fd_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) throw_system(errno, file_, "cannot be written");
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    /// Returns when the bytes (of a folder: the names in it) will survive a power cut.
    void sync() const {
        if (::fsync(fd_) != 0) throw_system(errno, file_, "cannot be written");
    }

private:
    fs::path file_;
    int fd_;
};

void make_folder(const fs::path& folder) {
    std::error_code code;
    fs::create_directories(folder, code);
    if (code) throw_system(code.value(), folder, "cannot be made");
}

void write_whole(const fs::path& file, std::string_view bytes) {
    const fs::path unfinished = file.string() + ".part";
    {
        const Descriptor out{unfinished, O_WRONLY | O_CREAT | O_TRUNC};
        out.write(bytes);
        out.sync();
    }
    std::error_code code;
    fs::rename(unfinished, file, code);
    if (code) throw_system(code.value(), file, "cannot be named");
}

std::size_t number_of(const std::string& file) {
    const std::size_t slash = file.rfind('/') + 1;
    std::size_t number = 0;
    std::from_chars(file.data() + slash, file.data() + file.size(), number);
    return number;
}

/// The first of `count` numbers in a row that no file in use has.
std::size_t first_free(const std::set<std::string>& in_use, std::size_t count) {
    std::size_t lowest = count + 1;
    std::size_t highest = 0;
    for (const std::string& file : in_use) {
        lowest = std::min(lowest, number_of(file));
        highest = std::max(highest, number_of(file));
    }
    return lowest > count ? 1 : highest + 1;
}

std::string name_of(const std::string& sha256, std::size_t number) {
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "/%04zu.jpg", number);
    return sha256 + name.data();
}

}  // namespace

fs::path stills_folder(const fs::path& catalogue_file) {
    return catalogue_file.string() + ".stills";
}

NewStills::NewStills(const fs::path& folder, const std::string& sha256, const std::vector<ShotStill>& stills,
                     const std::set<std::string>& in_use)
    : folder_(folder) {
    if (stills.empty()) return;
    make_folder(folder / sha256);
    std::size_t number = first_free(in_use, stills.size());
    try {
        for (const ShotStill& still : stills) {
            files_.push_back(name_of(sha256, number++));
            write_whole(folder / files_.back(), still.jpeg);
        }
        Descriptor{folder / sha256, O_RDONLY | O_DIRECTORY}.sync();
        Descriptor{folder, O_RDONLY | O_DIRECTORY}.sync();
    } catch (...) {
        remove_all();  // The destructor does not run for what was never made whole.
        throw;
    }
}

NewStills::~NewStills() {
    if (!kept_) remove_all();
}

void NewStills::remove_all() noexcept {
    std::error_code ignored;
    for (const std::string& file : files_) {
        fs::remove(folder_ / file, ignored);
        fs::remove(folder_ / (file + ".part"), ignored);
    }
    if (!files_.empty()) fs::remove((folder_ / files_.front()).parent_path(), ignored);  // Only if empty.
}

void remove_unused_stills(const fs::path& folder, const std::string& sha256,
                          const std::set<std::string>& in_use) noexcept {
    std::error_code code;
    std::vector<fs::path> unused;
    for (fs::directory_iterator entry{folder / sha256, code}, end; !code && entry != end;
         entry.increment(code))
        if (!in_use.contains(sha256 + "/" + entry->path().filename().string()))
            unused.push_back(entry->path());
    for (const fs::path& file : unused) fs::remove(file, code);
    fs::remove(folder / sha256, code);  // Only if empty.
}

}  // namespace sourcereel::catalogue
