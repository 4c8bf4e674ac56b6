// catalogue/check.h: everything that can be wrong with a catalogue. Private to catalogue.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalogue/sqlite.h"

namespace sourcereel::catalogue {

/// As Catalogue::check. Works on a temporary copy, needs as much room on disk, and holds up nobody.
std::vector<std::string> run_checks(const Connection& connection, const std::filesystem::path& stills);

}  // namespace sourcereel::catalogue
