// sourcereel/input_list.h: the paths that a user names, directly or by lists.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "sourcereel/options.h"

namespace sourcereel::cli {

/// The paths in a list: a line each (a "\r" before the line end goes too), or between NUL bytes. Empty ones
/// are passed over. Bytes stay as they are.
std::vector<std::filesystem::path> split_paths(std::string_view list, bool nul_separated);

/// All that `analyze` was given, in the order given: PATH…, "-" (stdin) in its place, then --from-file.
/// Folders are not opened yet.
/// @throws UsageError when nothing was named or a list cannot be read.
std::vector<std::filesystem::path> named_inputs(const CommandLine& line);

}  // namespace sourcereel::cli
