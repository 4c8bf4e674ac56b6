// catalogue/backup.h: a copy of database and stills that belong together. Private to catalogue.
#pragma once

#include <filesystem>

#include "catalogue/sqlite.h"

namespace sourcereel::catalogue {

/// As Catalogue::backup. The copy gets its name last: what is there under `target` is whole.
void run_backup(const Connection& connection, const std::filesystem::path& stills,
                const std::filesystem::path& target);

}  // namespace sourcereel::catalogue
