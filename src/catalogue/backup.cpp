#include "catalogue/backup.h"

#include <system_error>

#include "catalogue/stills.h"

namespace sourcereel::catalogue {
namespace {

namespace fs = std::filesystem;

/// Copies are repeated this often when a still was replaced between copying the rows and the files.
constexpr int kAttempts = 5;

[[noreturn]] void throw_system(const std::error_code& code, const fs::path& file) {
    const bool full = code == std::errc::no_space_on_device || code == std::errc::file_too_large;
    throw Error(full ? ErrorKind::exhausted : ErrorKind::unsupported, file.string() + ": " + code.message());
}

/// What is not finished goes.
class Unfinished {
public:
    explicit Unfinished(const fs::path& target) : database_(target.string() + ".part") { remove_all(); }
    ~Unfinished() { remove_all(); }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    const fs::path& database() const noexcept { return database_; }
    fs::path stills() const { return stills_folder(database_); }
    void remove_all() const noexcept {
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm", "-journal"})
            fs::remove(database_.string() + suffix, ignored);
        fs::remove_all(stills(), ignored);
    }

private:
    fs::path database_;
};

/// False where one of the files is not there (any more).
bool copy_stills(const Connection& copy, const fs::path& from, const fs::path& to) {
    Statement files = copy.prepare("SELECT file FROM still ORDER BY file");
    while (files.step()) {
        const fs::path file = files.text(0);
        std::error_code code;
        fs::create_directories((to / file).parent_path(), code);
        if (!code) fs::copy_file(from / file, to / file, fs::copy_options::overwrite_existing, code);
        if (code == std::errc::no_such_file_or_directory) return false;
        if (code) throw_system(code, to / file);
    }
    return true;
}

void rename_to(const fs::path& from, const fs::path& to) {
    std::error_code code;
    fs::rename(from, to, code);
    if (code) throw_system(code, to);
}

}  // namespace

void run_backup(const Connection& connection, const fs::path& stills, const fs::path& target) {
    for (const fs::path& taken : {target, stills_folder(target)})
        if (fs::exists(fs::symlink_status(taken)))
            throw Error(ErrorKind::unsupported,
                        taken.string() + ": exists already; name a new file for the backup");
    std::error_code code;
    if (target.has_parent_path()) fs::create_directories(target.parent_path(), code);
    if (code) throw_system(code, target.parent_path());

    const Unfinished unfinished{target};
    bool complete = false;
    for (int attempt = 0; attempt < kAttempts && !complete; ++attempt) {
        unfinished.remove_all();
        const Connection copy{unfinished.database(), OpenMode::create};
        connection.copy_to(copy);
        // One file that needs no log beside it; opening it as a catalogue switches back.
        copy.execute("PRAGMA journal_mode = DELETE");
        complete = copy_stills(copy, stills, unfinished.stills());
    }
    if (!complete)
        throw Error(ErrorKind::corrupt, stills.string() +
                                            ": stills that the catalogue names are missing, so there is"
                                            " no whole backup; the check says which");
    if (fs::exists(unfinished.stills())) rename_to(unfinished.stills(), stills_folder(target));
    rename_to(unfinished.database(), target);
}

}  // namespace sourcereel::catalogue
