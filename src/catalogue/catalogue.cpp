#include "catalogue/catalogue.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

#include "catalogue/audit.h"
#include "catalogue/backup.h"
#include "catalogue/check.h"
#include "catalogue/clip_table.h"
#include "catalogue/key_list.h"
#include "catalogue/listing.h"
#include "catalogue/now.h"
#include "catalogue/schema.h"
#include "catalogue/search.h"
#include "catalogue/sidecar_rows.h"
#include "catalogue/sqlite.h"
#include "catalogue/stills.h"
#include "catalogue/verdict_rows.h"
#include "catalogue/video_rows.h"

namespace sourcereel::catalogue {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShaDigits = 64;
constexpr std::size_t kFewestShaDigits = 8;

/// A path that means the same from every folder.
std::string absolute_path(const std::string& path) {
    return fs::absolute(path).lexically_normal().string();
}

bool is_sha256(const std::string& text) {
    return text.size() == kShaDigits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// The statement is finished on return: an unfinished one would keep SQLite from switching.
std::string first_text(const Connection& connection, std::string_view sql) {
    Statement statement = connection.prepare(sql);
    return statement.step() ? statement.text(0) : std::string{};
}

/// Readers and one writer at a time do not hold up each other. SQLite does not wait by itself when two
/// processes switch a new file at once.
void switch_to_wal(const Connection& connection) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    for (;;) {
        try {
            if (first_text(connection, "PRAGMA journal_mode") == "wal") return;
            if (first_text(connection, "PRAGMA journal_mode = WAL") == "wal") return;
            throw Error(ErrorKind::unsupported,
                        connection.name() +
                            ": its file system cannot share a database between programs;"
                            " put the catalogue on a local disk");
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::busy || std::chrono::steady_clock::now() > deadline) throw;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

Connection open_for_writing(const fs::path& file) {
    std::error_code code;
    const fs::path folder = fs::absolute(file).parent_path();
    fs::create_directories(folder, code);
    if (code)
        throw Error(ErrorKind::unsupported,
                    folder.string() + ": the folder cannot be made: " + code.message());
    refuse_foreign_file(file);
    Connection connection{file, OpenMode::create};
    // The schema is written before the switch to WAL, so that the file itself says what it is from then on.
    if (connection.number("PRAGMA application_id") != kApplicationId) create_schema(connection);
    upgrade_schema(connection, shipped_upgrades());
    switch_to_wal(connection);
    // FULL: a video that was reported as stored survives a power cut, and its old stills are removed only
    // when the rows that no longer name them are safe. One sync a video is nothing beside its analysis.
    connection.execute("PRAGMA synchronous = FULL");
    connection.execute("PRAGMA foreign_keys = ON");
    return connection;
}

void require_ours(const Connection& connection) {
    if (connection.number("PRAGMA application_id") != kApplicationId)
        throw Error(ErrorKind::corrupt, connection.name() + ": is no catalogue; it was left as it is");
}

Connection open_for_reading(const fs::path& file) {
    if (!fs::exists(file)) throw Error(ErrorKind::not_found, file.string() + ": there is no catalogue yet");
    refuse_foreign_file(file);
    Connection connection{file, OpenMode::read_only};
    require_ours(connection);
    if (connection.number("PRAGMA user_version") < kSchemaVersion)
        throw Error(ErrorKind::unsupported, file.string() +
                                                ": was made by an older program; \"sourcereel db migrate\""
                                                " takes it forward");
    upgrade_schema(connection, {});  // Refuses a newer one.
    return connection;
}

}  // namespace

class Catalogue::Impl {
public:
    Impl(fs::path catalogue_file, Connection opened)
        : file(std::move(catalogue_file)), stills(stills_folder(file)), connection(std::move(opened)) {
        define_put_keys(connection);
    }

    std::optional<std::int64_t> id_by_number(const std::string& key) const {
        // 18 digits always fit into an id.
        if (key.empty() || key.size() > 18 || key.find_first_not_of("0123456789") != std::string::npos)
            return std::nullopt;
        Statement statement = connection.prepare("SELECT video_id FROM video WHERE video_id = ?1");
        if (!statement.bind(std::stoll(key)).step()) return std::nullopt;
        return statement.integer(0);
    }

    std::optional<std::int64_t> id_by_sha256(std::string key) const {
        std::transform(key.begin(), key.end(), key.begin(),
                       [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
        if (key.size() < kFewestShaDigits || key.size() > kShaDigits ||
            key.find_first_not_of("0123456789abcdef") != std::string::npos)
            return std::nullopt;
        // 'g' sorts behind every digit.
        Statement statement = connection.prepare(
            "SELECT video_id FROM video WHERE sha256 >= ?1 AND sha256 < ?1 || 'g' ORDER BY sha256 LIMIT 2");
        if (!statement.bind(key).step()) return std::nullopt;
        const std::int64_t id = statement.integer(0);
        if (statement.step())
            throw Error(ErrorKind::unsupported,
                        key + ": several videos begin with these digits; give more of them");
        return id;
    }

    std::optional<std::int64_t> id_by_path(const std::string& key) const {
        Statement statement = connection.prepare(
            "SELECT video_id FROM video_path WHERE path = ?1 ORDER BY sighting_id DESC LIMIT 1");
        if (key.empty() || !statement.bind(absolute_path(key)).step()) return std::nullopt;
        return statement.integer(0);
    }

    CataloguedVideo read(std::int64_t id) const {
        CataloguedVideo found;
        found.id = id;
        found.video = read_video(connection, id);
        Statement when = connection.prepare("SELECT analysed_at FROM video WHERE video_id = ?1");
        when.bind(id).step();
        found.analysed_at = when.text(0);
        Statement paths =
            connection.prepare("SELECT path FROM video_path WHERE video_id = ?1 ORDER BY sighting_id DESC");
        paths.bind(id);
        while (paths.step()) found.paths.push_back(paths.text(0));
        if (!found.paths.empty()) found.video.media.path = found.paths.front();
        found.sidecars = read_sidecars(connection, id);
        found.stills.resize(found.video.shots.size());
        Statement pictures = connection.prepare("SELECT shot_index, file FROM still WHERE video_id = ?1");
        pictures.bind(id);
        while (pictures.step())
            found.stills.at(static_cast<std::size_t>(pictures.integer(0))) = stills / pictures.text(1);
        return found;
    }

    /// Stills of rows that were replaced. Whatever hinders this only leaves files that the next store
    /// removes.
    void remove_replaced_stills(const std::string& sha256, std::int64_t id) const noexcept {
        try {
            const Transaction locked{connection, Transaction::Kind::write};
            remove_unused_stills(stills, sha256, still_files(connection, id));
        } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
        }
    }

    /// What search asks about clips, as of this moment. @pre inside a transaction.
    const ClipTable& clips() const {
        // Changes whenever another connection has written; ours are counted apart.
        const std::pair now{connection.number("PRAGMA data_version"), connection.changes_so_far()};
        if (clips_ && clips_at_ == now) return *clips_;
        auto table = std::exchange(clips_, std::nullopt);  // Where this fails, half of it must not be kept.
        if (table)
            table->catch_up(connection);
        else
            table = ClipTable::read(connection);
        clips_ = std::move(table);
        clips_at_ = now;
        return *clips_;
    }

    fs::path file;
    fs::path stills;
    Connection connection;

private:
    mutable std::optional<ClipTable> clips_;
    mutable std::pair<std::int64_t, std::int64_t> clips_at_;
};

Catalogue::Catalogue(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Catalogue::~Catalogue() = default;
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;

const Connection& Catalogue::connection() const {
    return impl_->connection;
}

Catalogue Catalogue::open(const fs::path& file, Access access) {
    return Catalogue{std::make_unique<Impl>(
        file, access == Access::read_only ? open_for_reading(file) : open_for_writing(file))};
}

Migration Catalogue::migrate(const fs::path& file) {
    if (!fs::exists(file)) throw Error(ErrorKind::not_found, file.string() + ": there is no catalogue yet");
    refuse_foreign_file(file);
    Migration done;
    {
        const Connection before{file, OpenMode::read_only};
        require_ours(before);  // An empty file too: open() would make a catalogue of it.
        done.from = static_cast<int>(before.number("PRAGMA user_version"));
    }
    done.to = static_cast<int>(open_for_writing(file).number("PRAGMA user_version"));
    return done;
}

void Catalogue::require_creatable(const fs::path& file) {
    std::error_code ignored;
    if (fs::exists(file, ignored)) return;
    fs::path folder = fs::absolute(file).parent_path();
    while (!fs::exists(folder, ignored) && folder.has_relative_path()) folder = folder.parent_path();
    if (!fs::is_directory(folder, ignored))
        throw Error(ErrorKind::unsupported, folder.string() + ": is no folder, so the catalogue " +
                                                file.string() + " cannot be made");
    if (::access(folder.c_str(), W_OK | X_OK) != 0)
        throw Error(ErrorKind::unsupported,
                    folder.string() + ": the catalogue " + file.string() +
                        " cannot be made there: " + std::generic_category().message(errno));
}

Stored Catalogue::store(const AnalysedVideo& video, Replace replace) {
    const std::string& sha256 = video.media.sha256;
    if (!is_sha256(sha256) || video.media.path.empty())
        throw Error(ErrorKind::internal, "a video to be stored has no SHA-256 or no path");
    const std::string path = absolute_path(video.media.path);
    const std::string now = now_utc();
    const Connection& connection = impl_->connection;

    Transaction transaction{connection, Transaction::Kind::write};
    const auto known = find_video_id(connection, sha256);
    if (replace != Replace::always && known && has_settings(connection, *known, video.settings)) {
        write_path(connection, *known, path, now);
        transaction.commit();
        return Stored::unchanged;
    }
    const auto in_use = known ? still_files(connection, *known) : std::set<std::string>{};
    remove_unused_stills(impl_->stills, sha256, in_use);  // Of a run that was killed at this point.
    NewStills stills{impl_->stills, sha256, video.stills, in_use};
    const std::int64_t id = write_video(connection, video, stills.files(), now, known);
    write_path(connection, id, path, now);
    catalogue::append_audit(
        connection, now,
        {known ? "replaced" : "added", sha256,
         (video.md5.empty() ? "" : "md5 " + video.md5 + "; ") + video.settings.tool + "; " + path});
    transaction.commit();
    stills.keep();
    if (!in_use.empty()) impl_->remove_replaced_stills(sha256, id);
    return known ? Stored::replaced : Stored::added;
}

bool Catalogue::is_current(const std::string& sha256, const AnalysisSettings& settings) const {
    const Transaction snapshot{impl_->connection, Transaction::Kind::read};
    const auto id = find_video_id(impl_->connection, sha256);
    return id && has_settings(impl_->connection, *id, settings);
}

void Catalogue::note_path(const std::string& sha256, const std::string& path) {
    Transaction transaction{impl_->connection, Transaction::Kind::write};
    const auto id = find_video_id(impl_->connection, sha256);
    if (!id) throw Error(ErrorKind::not_found, path + ": no video with SHA-256 " + sha256 + " is catalogued");
    write_path(impl_->connection, *id, absolute_path(path), now_utc());
    transaction.commit();
}

std::size_t Catalogue::note_sidecars(const std::string& sha256, const std::vector<Sidecar>& sidecars) {
    if (sidecars.empty()) return 0;
    const Connection& connection = impl_->connection;
    Transaction transaction{connection, Transaction::Kind::write};
    const auto id = find_video_id(connection, sha256);
    if (!id) throw Error(ErrorKind::not_found, "no video with SHA-256 " + sha256 + " is catalogued");
    std::size_t changed = 0;
    for (Sidecar sidecar : sidecars) {
        sidecar.file = absolute_path(sidecar.file);
        if (!write_sidecar(connection, *id, sidecar)) continue;
        catalogue::append_audit(connection, now_utc(),
                                {"sidecar", sha256, "sha256 " + sidecar.sha256 + "; " + sidecar.file});
        ++changed;
    }
    if (changed > 0) remove_verdicts_of(connection, *id);
    transaction.commit();
    return changed;
}

void Catalogue::append_audit(const AuditEntry& entry) {
    Transaction transaction{impl_->connection, Transaction::Kind::write};
    catalogue::append_audit(impl_->connection, now_utc(), entry);
    transaction.commit();
}

std::vector<AuditRow> Catalogue::audit() const {
    const Transaction snapshot{impl_->connection, Transaction::Kind::read};
    return read_audit(impl_->connection);
}

std::vector<std::int64_t> Catalogue::video_ids() const {
    std::vector<std::int64_t> ids;
    Statement rows = impl_->connection.prepare("SELECT video_id FROM video ORDER BY video_id");
    while (rows.step()) ids.push_back(rows.integer(0));
    return ids;
}

std::optional<CataloguedVideo> Catalogue::find(const std::string& key) const {
    const Transaction snapshot{impl_->connection, Transaction::Kind::read};
    auto id = impl_->id_by_number(key);
    if (!id) id = impl_->id_by_sha256(key);
    if (!id) id = impl_->id_by_path(key);
    if (!id) return std::nullopt;
    return impl_->read(*id);
}

SearchResult Catalogue::search(const Query& query, const SearchOptions& options) const {
    const Transaction snapshot{impl_->connection, Transaction::Kind::read};
    return run_search(impl_->connection, impl_->clips(), query, options);
}

SearchResult Catalogue::search(const Query& query, std::int64_t limit, std::int64_t offset) const {
    return search(query, {limit, offset, Sort::relevance, false});
}

VideoList Catalogue::videos(const Query& query, const ListOptions& options) const {
    const Transaction snapshot{impl_->connection, Transaction::Kind::read};
    return list_videos(impl_->connection, impl_->clips(), impl_->stills, query, options);
}

void Catalogue::each_hit(const Query& query, const SearchOptions& options,
                         const std::function<bool(const SearchResult&)>& begin,
                         const std::function<bool(Hit&&)>& take) const {
    const Transaction snapshot{impl_->connection, Transaction::Kind::read};
    run_search(impl_->connection, impl_->clips(), query, options, begin, take);
}

void Catalogue::each_video(const Query& query, const ListOptions& options,
                           const std::function<bool(const VideoList&)>& begin,
                           const std::function<bool(VideoSummary&&)>& take) const {
    const Transaction snapshot{impl_->connection, Transaction::Kind::read};
    list_videos(impl_->connection, impl_->clips(), impl_->stills, query, options, begin, take);
}

std::int64_t Catalogue::data_version() const {
    return impl_->connection.number("PRAGMA data_version");
}

void Catalogue::each_still(const std::function<void(StillPlace&&)>& take) const {
    const Transaction snapshot{impl_->connection, Transaction::Kind::read};
    Statement rows = impl_->connection.prepare(
        "SELECT video_id, sha256, analysed_at, shot_index, begin_pts * 1.0 * time_base_num / time_base_den,"
        " end_pts * 1.0 * time_base_num / time_base_den, file"
        " FROM video JOIN shot USING (video_id) JOIN still USING (video_id, shot_index)"
        " ORDER BY video_id, shot_index");
    while (rows.step())
        take({rows.integer(0), rows.text(1), rows.text(2), rows.integer(3), rows.real(4), rows.real(5),
              impl_->stills / rows.text(6)});
}

std::string Catalogue::last_path(std::int64_t video_id) const {
    Statement row = impl_->connection.prepare(
        "SELECT path FROM video_path WHERE video_id = ?1 ORDER BY sighting_id DESC LIMIT 1");
    return row.bind(video_id).step() ? row.text(0) : std::string{};
}

Stats Catalogue::stats() const {
    const Connection& connection = impl_->connection;
    const Transaction snapshot{connection, Transaction::Kind::read};
    Stats stats;
    stats.videos = connection.number("SELECT count(*) FROM video");
    stats.shots = connection.number("SELECT count(*) FROM shot");
    stats.tracks = connection.number("SELECT count(*) FROM text_track");
    stats.handles = connection.number("SELECT count(DISTINCT handle_folded) FROM handle_mention");
    Statement seconds =
        connection.prepare("SELECT total(duration_pts * 1.0 * time_base_num / time_base_den) FROM video");
    if (seconds.step()) stats.seconds = seconds.real(0);
    stats.schema_version = static_cast<int>(connection.number("PRAGMA user_version"));
    std::error_code ignored;
    const auto bytes = fs::file_size(impl_->file, ignored);
    stats.file_bytes = ignored ? 0 : static_cast<std::int64_t>(bytes);
    return stats;
}

std::vector<std::string> Catalogue::check() const {
    return run_checks(impl_->connection, impl_->stills);
}

void Catalogue::backup(const fs::path& target) const {
    run_backup(impl_->connection, impl_->stills, target);
}

std::string sqlite_version() {
    return std::string("SQLite ") + sqlite3_libversion();
}

}  // namespace sourcereel::catalogue
