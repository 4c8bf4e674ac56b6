// catalogue/file_use.h: which database files this process has open. Private to catalogue.
//
// SQLite's locks belong to the process: closing any other descriptor of the file drops them all, and other
// programs may then take the log away from under our connections. So nothing but SQLite may open a file that
// some connection of ours has open.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

namespace sourcereel::catalogue {

/// As long as a copy of it lives, the file counts as open.
std::shared_ptr<const void> note_use(const std::filesystem::path& file);

/// Runs `look` unless the file is open here; while it runs, nobody can open it here.
void look_unless_in_use(const std::filesystem::path& file, const std::function<void()>& look);

}  // namespace sourcereel::catalogue
