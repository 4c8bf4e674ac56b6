// support/temp_dir.h: a folder that is gone when the test is over.
#pragma once

#include <filesystem>
#include <memory>

namespace sourcereel::testing {

struct RemoveFolder {
    void operator()(const std::filesystem::path* folder) const noexcept;
};

/// A fresh empty folder below the system's temporary one; removed with all that is in it by its owner.
using TempDir = std::unique_ptr<const std::filesystem::path, RemoveFolder>;
TempDir make_temp_dir();

}  // namespace sourcereel::testing
