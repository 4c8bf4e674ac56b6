// sourcereel/c2patool.h: asks the C2PA tool, where it is installed, about a file.
#pragma once

#include <filesystem>
#include <string>

namespace sourcereel::cli {

/// What "c2patool FILE" prints on stdout, at most 1 MiB of it; empty where it is not on the PATH, fails or
/// takes longer than 30 seconds. The file is passed as one argument, by no shell.
std::string ask_c2patool(const std::filesystem::path& file);

}  // namespace sourcereel::cli
