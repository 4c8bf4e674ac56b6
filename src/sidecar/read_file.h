// sidecar/read_file.h: a whole small file. Private to sidecar.
#pragma once

#include <filesystem>
#include <string>

namespace sourcereel::sidecar {

/// @throws Error not_found, unsupported (no regular file, not readable), exhausted (beyond kMostBytes).
std::string read_small_file(const std::filesystem::path& file);

}  // namespace sourcereel::sidecar
