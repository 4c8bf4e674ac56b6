// sourcereel/catalogued.h: catalogued videos as `show` and `export` ask for them.
#pragma once

#include <optional>
#include <string>

#include "catalogue/catalogue.h"
#include "json/documents.h"
#include "sourcereel/settings.h"

namespace sourcereel::cli {

/// By number, path or SHA-256; nothing where there is none.
/// @throws UsageError where the key fits several; CatalogueError
std::optional<catalogue::CataloguedVideo> find_catalogued(const catalogue::Catalogue& catalogue,
                                                          const std::string& key);

/// "no video KEY in the catalogue FILE".
Error not_catalogued(const std::string& key, const Settings& settings);

json::VideoEntry entry_of(const catalogue::CataloguedVideo& found);

}  // namespace sourcereel::cli
