#include "catalogue/schema.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <string>

#include "catalogue/file_use.h"
#include "catalogue/text_index.h"

namespace sourcereel::catalogue {
namespace {

/// SQLite's file header: where it keeps what we look at, as big-endian 32-bit numbers.
constexpr std::size_t kHeaderSize = 100;
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;
constexpr std::string_view kMagic{"SQLite format 3\0", 16};

std::int64_t number_at(const std::array<char, kHeaderSize>& header, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(header.at(at + i));
    return static_cast<std::int32_t>(value);
}

[[noreturn]] void throw_newer(const std::string& where, std::int64_t version, int known) {
    throw Error(ErrorKind::unsupported, where + ": has catalogue version " + std::to_string(version) +
                                            ", this program knows up to " + std::to_string(known) +
                                            "; use the newer program that made it");
}

void refuse_foreign_header(const std::filesystem::path& file, int known_version) {
    std::ifstream in{file, std::ios::binary};
    std::array<char, kHeaderSize> header{};
    in.read(header.data(), header.size());
    if (in.gcount() == 0) return;  // Empty or not there: SQLite makes it.
    if (in.gcount() < static_cast<std::streamsize>(kHeaderSize) ||
        std::string_view(header.data(), kMagic.size()) != kMagic)
        throw Error(ErrorKind::corrupt,
                    file.string() + ": is no SQLite file, so no catalogue; it was left as it is");
    if (number_at(header, kApplicationIdAt) != kApplicationId)
        throw Error(
            ErrorKind::corrupt,
            file.string() + ": is a SQLite file of another program, not a catalogue; it was left as it is");
    const std::int64_t version = number_at(header, kUserVersionAt);
    if (version > known_version) throw_newer(file.string(), version, known_version);
}

void upgrade_once(const Connection& connection, const Upgrade& upgrade) {
    Transaction transaction{connection, Transaction::Kind::write};
    // Another process may have been quicker while we waited for the lock.
    if (connection.number("PRAGMA user_version") >= upgrade.to) return;
    connection.execute(std::string(upgrade.sql));
    if (connection.prepare("PRAGMA foreign_key_check").step())
        throw Error(ErrorKind::internal, connection.name() + ": the upgrade to catalogue version " +
                                             std::to_string(upgrade.to) +
                                             " leaves rows that refer to nothing; nothing was changed");
    connection.execute("PRAGMA user_version = " + std::to_string(upgrade.to));
    transaction.commit();
}

}  // namespace

void refuse_foreign_file(const std::filesystem::path& file, int known_version) {
    // A journal beside it: somebody is creating the file, or was stopped while doing so. SQLite knows how to
    // go on.
    std::error_code ignored;
    if (std::filesystem::exists(file.string() + "-journal", ignored)) return;
    if (std::filesystem::is_directory(file, ignored))
        throw Error(ErrorKind::corrupt, file.string() + ": is a folder; name the catalogue's file");
    // What a connection of ours has open was looked at then.
    look_unless_in_use(file, [&] { refuse_foreign_header(file, known_version); });
}

void create_schema(const Connection& connection) {
    Transaction transaction{connection, Transaction::Kind::write};
    if (connection.number("PRAGMA application_id") == kApplicationId) return;
    if (connection.number("SELECT count(*) FROM sqlite_schema") != 0)
        throw Error(ErrorKind::corrupt,
                    connection.name() + ": holds tables of another program; it was left as it is");
    connection.execute(std::string(kSchemaSql));
    transaction.commit();
}

void upgrade_schema(const Connection& connection, const std::vector<Upgrade>& upgrades, int target_version) {
    const std::int64_t version = connection.number("PRAGMA user_version");
    if (version > target_version) throw_newer(connection.name(), version, target_version);
    if (version == target_version) return;
    // Rebuilding a table must not cascade into those that refer to it. Cannot be set inside a transaction;
    // each upgrade checks all references before it ends.
    connection.execute("PRAGMA foreign_keys = OFF");
    define_index_functions(connection);
    std::int64_t next = version + 1;  // One that is missing is not jumped over.
    for (const Upgrade& upgrade : upgrades)
        if (upgrade.to == next && next <= target_version) {
            upgrade_once(connection, upgrade);
            ++next;
        }
    connection.execute("PRAGMA foreign_keys = ON");
    const std::int64_t reached = connection.number("PRAGMA user_version");
    if (reached != target_version)
        throw Error(ErrorKind::unsupported,
                    connection.name() + ": has catalogue version " + std::to_string(reached) +
                        " and there is no way to take it to version " + std::to_string(target_version));
}

}  // namespace sourcereel::catalogue
