// sidecar/sidecar_file.h: reads what downloaders write beside a video: yt-dlp's .info.json, gallery-dl's
// .json, auto-archiver's metadata.json.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/sidecar.h"

namespace sourcereel::sidecar {

/// Bounds on what an untrusted file may ask of us.
inline constexpr std::size_t kMostBytes = std::size_t{64} << 20;
inline constexpr std::size_t kDeepest = 64;  ///< Levels of lists and objects.
inline constexpr std::size_t kLongestValue =
    65'536;  ///< Bytes of one statement; what is longer is cut, with a warning.

/// Understands the metadata of one post. `video_name` (may be empty) is the file name that a list of several
/// media is searched for. Values of a wrong type, and times and addresses that contradict each other, become
/// warnings. Keeps only the fields that it knows, however many there are. Pure; file, sha256 and paired_by
/// are left empty.
/// @throws Error corrupt (no JSON, too deep), exhausted (beyond kMostBytes), unsupported (a playlist, or of
/// no
///         downloader that we know), naming `name`.
Sidecar parse_sidecar(std::string_view bytes, const std::string& name, const std::string& video_name = {});

/// The same of a file, with `file` set; `paired_by` is "option".
/// @throws Error as above, not_found, unsupported where it is no regular file.
Sidecar read_sidecar(const std::filesystem::path& file, const std::string& video_name = {});

struct SidecarsFound {
    std::vector<Sidecar> sidecars;      ///< By the best rule that finds any.
    std::vector<std::string> warnings;  ///< Files that should have been sidecars and cannot be read.
};

/// The sidecars that lie beside a video: by its name ("clip.info.json", "clip.mp4.json", "clip.json"), else
/// by
/// "[id]" at the end of its name, else by what they say inside: the video's id or file name. Looks at no more
/// than 4096 names and, for the last rule, into no more than 64 files. Never throws for what lies there.
SidecarsFound sidecars_beside(const std::filesystem::path& video);

}  // namespace sourcereel::sidecar
