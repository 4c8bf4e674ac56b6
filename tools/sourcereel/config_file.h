// sourcereel/config_file.h: a TOML file as a layer of settings.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "sourcereel/settings.h"

namespace sourcereel::cli {

/// The values in `text`, the content of `file`. A relative "db" or "models" counts from the file's folder;
/// "~/" is home.
/// @throws UsageError naming file, line and, for a key that we do not know, those that we do.
Layer parse_config(std::string_view text, const std::filesystem::path& file, const Environment& environment);

/// The same of a file on disk.
/// @throws UsageError also when it cannot be read.
Layer read_config(const std::filesystem::path& file, const Environment& environment);

/// Only the "color" of a file, for saying what is wrong with the rest; empty where it cannot be had.
Layer color_in_config(const std::filesystem::path& file) noexcept;

}  // namespace sourcereel::cli
