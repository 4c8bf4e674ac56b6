// The neural models as tools/dev/models.sh has installed them, for tests that run them.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>

#include "text/model_files.h"

namespace sourcereel::text {

inline std::filesystem::path models_folder() {
    if (const char* folder = std::getenv("SOURCEREEL_MODELS")) return folder;
    const char* data = std::getenv("XDG_DATA_HOME");
    const char* home = std::getenv("HOME");
    const std::filesystem::path base =
        data != nullptr && *data != '\0'
            ? std::filesystem::path(data)
            : std::filesystem::path(home != nullptr ? home : "/") / ".local/share";
    return base / "sourcereel" / "models";
}

/// Whether SOURCEREEL_NO_MODELS=1 or SOURCEREEL_MODELS=none asks to do without; only then may such tests be
/// skipped.
inline bool models_declined() {
    const char* without = std::getenv("SOURCEREEL_NO_MODELS");
    return (without != nullptr && std::string_view(without) != "0") || models_folder() == "none";
}

/// Nothing where they are not installed.
inline std::optional<ModelFiles> installed_models() {
    return find_models(models_folder());
}

}  // namespace sourcereel::text
