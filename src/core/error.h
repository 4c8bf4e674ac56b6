// core/error.h: why the work on one file cannot go on, in words that the caller can act on.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace sourcereel {

/// What the caller can do about it: name the right file, skip the file, free something, retry, or report a
/// bug.
enum class ErrorKind {
    not_found,    ///< No such file, language, video or shot.
    unsupported,  ///< A file that we do not read: no video stream, no decoder, encrypted, a folder.
    corrupt,      ///< A file that should be readable and is not.
    exhausted,    ///< A limit was reached: memory, disk, picture size, time.
    busy,         ///< Somebody else holds it; try again later.
    internal      ///< Our own mistake.
};

/// The stable name of a kind, as in the JSON: "not_found", "corrupt", …
std::string_view name_of(ErrorKind kind) noexcept;

class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
    ErrorKind kind() const noexcept { return kind_; }
    /// The same error seen from one step further out: "a.mp4: video stream: no decoder for vp6f".
    Error within(const std::string& step) const { return {kind_, step + ": " + what()}; }

private:
    ErrorKind kind_;
};

}  // namespace sourcereel
