// media/new_file.h: a file that appears under its name when it is whole, or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace sourcereel::media {

enum class IfExists { refuse, replace };

/// Throws what NewFile's constructor would throw about `target` as it is now, and makes nothing: for asking
/// before long work.
void require_writable(const std::filesystem::path& target, IfExists if_exists);

/// Written beside its target under a hidden name and renamed by keep(); gone again where nobody called that.
/// Not thread-safe.
class NewFile {
public:
    /// @throws Error unsupported (the target exists already, is a folder or a device), not_found (its folder
    ///         does not exist), exhausted (disk full); each names the target.
    NewFile(std::filesystem::path target, IfExists if_exists);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    const std::filesystem::path& target() const noexcept { return target_; }

    /// At the current place, whole. @throws Error exhausted where the disk is full.
    void write(std::string_view bytes);
    /// The same for callers that want no exception: 0, or an errno.
    int try_write(const void* bytes, std::size_t size) noexcept;
    /// As lseek(): the new place, or a negated errno.
    std::int64_t seek(std::int64_t offset, int whence) noexcept;
    std::int64_t size() const noexcept;

    /// Everything is on the disk and has its name. With IfExists::refuse, a file that came there meanwhile
    /// is left alone. @throws Error as above.
    void keep();

private:
    [[noreturn]] void fail(int error_number) const;

    std::filesystem::path target_;
    std::filesystem::path draft_;
    IfExists if_exists_;
    int descriptor_ = -1;
};

/// A whole file at once.
void write_file(const std::filesystem::path& target, IfExists if_exists, std::string_view bytes);

}  // namespace sourcereel::media
