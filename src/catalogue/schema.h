// catalogue/schema.h: makes a catalogue file, takes an older one forward, refuses what is not ours. Private
// to catalogue.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "catalogue/sqlite.h"

namespace sourcereel::catalogue {

/// The file schema.sql, and the version that it gives: compiled in.
extern const std::string_view kSchemaSql;
inline constexpr int kApplicationId = 1397908802;
inline constexpr int kSchemaVersion = 4;

/// Takes a file from schema version `to` - 1 to `to`.
struct Upgrade {
    int to = 0;
    std::string_view sql;
};

/// The files upgrades/NNNN_*.sql, in the order of their numbers: compiled in.
std::vector<Upgrade> shipped_upgrades();

/// Looks at the file's first bytes without SQLite, which may write even when it only reads.
/// @throws Error corrupt where it is no catalogue, unsupported where a newer program made it.
void refuse_foreign_file(const std::filesystem::path& file, int known_version = kSchemaVersion);

/// Fills an empty database with the schema.
/// @throws Error corrupt where tables of another program lie in it.
void create_schema(const Connection& connection);

/// Runs the upgrades that `connection` has not had, each in a transaction of its own that ends with its
/// version number: whatever happens, the file has a version and is what that version says.
/// @throws Error unsupported where the file is newer than the last upgrade leads to, or one is missing.
void upgrade_schema(const Connection& connection, const std::vector<Upgrade>& upgrades,
                    int target_version = kSchemaVersion);

}  // namespace sourcereel::catalogue
