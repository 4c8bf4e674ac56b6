#include "catalogue/sqlite.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <new>
#include <string>
#include <utility>

#include "catalogue/file_use.h"

namespace sourcereel::catalogue {
namespace {

constexpr int kBusyTimeoutMilliseconds = 30'000;

/// A path as a "file:" address, so that no character in it means anything to SQLite.
std::string uri_of(const std::filesystem::path& file, const char* parameters) {
    constexpr std::string_view kPlain = "/-._~";
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || kPlain.find(c) != std::string_view::npos) {
            uri += c;
        } else {
            uri += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
        }
    }
    return uri + parameters;
}

std::string name_of_file(sqlite3* db) {
    const char* file = db == nullptr ? nullptr : sqlite3_db_filename(db, "main");
    return file == nullptr || *file == '\0' ? "temporary database" : file;
}

}  // namespace

ErrorKind kind_of(int sqlite_code) noexcept {
    switch (sqlite_code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return ErrorKind::busy;
        case SQLITE_FULL:
        case SQLITE_NOMEM:
        case SQLITE_TOOBIG:
            return ErrorKind::exhausted;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_IOERR:
            return ErrorKind::corrupt;
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_READONLY:
        case SQLITE_AUTH:
            return ErrorKind::unsupported;
        default:
            return ErrorKind::internal;
    }
}

void throw_error(sqlite3* db, int sqlite_code, const std::string& what) {
    const std::string where = name_of_file(db);
    // The connection's message belongs to its last failure only where it has the same code.
    const bool same = db != nullptr && (sqlite3_errcode(db) & 0xFF) == (sqlite_code & 0xFF);
    std::string reason = same ? sqlite3_errmsg(db) : sqlite3_errstr(sqlite_code);
    const ErrorKind kind = kind_of(sqlite_code);
    if (kind == ErrorKind::busy)
        reason += "; another program has held the file for over 30 s, try again later";
    throw Error(kind, where + ": " + what + ": " + reason);
}

StatementHandle IdleStatements::take(std::string_view sql) noexcept {
    const auto same = std::find_if(statements_.rbegin(), statements_.rend(),
                                   [&](const StatementHandle& one) { return sql == sqlite3_sql(one.get()); });
    if (same == statements_.rend()) return nullptr;
    StatementHandle taken = std::move(*same);
    statements_.erase(std::next(same).base());
    return taken;
}

void IdleStatements::give_back(StatementHandle statement) noexcept {
    // What a PRAGMA answers may be settled when it is prepared.
    if (sqlite3_strnicmp(sqlite3_sql(statement.get()), "PRAGMA", 6) == 0) return;
    sqlite3_reset(statement.get());
    sqlite3_clear_bindings(statement.get());
    try {
        if (statements_.size() == kMost) statements_.erase(statements_.begin());
        statements_.push_back(std::move(statement));
    } catch (const std::bad_alloc&) {  // NOLINT(bugprone-empty-catch): it is prepared anew next time.
    }
}

Statement::Statement(sqlite3* db, std::string_view sql, std::shared_ptr<IdleStatements> idle)
    : handle_(idle->take(sql)), idle_(std::move(idle)) {
    if (handle_) return;
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    handle_.reset(made);
    if (code != SQLITE_OK) throw_error(db, code, "preparing a statement");
}

Statement::~Statement() {
    if (handle_) idle_->give_back(std::move(handle_));
}

void Statement::reset() noexcept {
    sqlite3_reset(handle_.get());
    sqlite3_clear_bindings(handle_.get());
}

void Statement::expect_ok(int code) const {
    if (code != SQLITE_OK) throw_error(sqlite3_db_handle(handle_.get()), code, "binding a value");
}

void Statement::bind_integer(int index, std::int64_t value) {
    expect_ok(sqlite3_bind_int64(handle_.get(), index, value));
}

void Statement::bind_real(int index, double value) {
    expect_ok(sqlite3_bind_double(handle_.get(), index, value));
}

void Statement::bind_text(int index, std::string_view value) {
    // A null pointer would be NULL, not the empty text.
    const char* data = value.data() == nullptr ? "" : value.data();
    expect_ok(sqlite3_bind_text64(handle_.get(), index, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind_pointer(int index, void* value, const char* type) {
    expect_ok(sqlite3_bind_pointer(handle_.get(), index, value, type, nullptr));
}

bool Statement::step() {
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    sqlite3* db = sqlite3_db_handle(handle_.get());
    const std::string sql = sqlite3_sql(handle_.get());
    throw_error(db, sqlite3_extended_errcode(db), sql.substr(0, sql.find_first_of("(\n")));
}

void Statement::run() {
    while (step()) {
    }
    sqlite3_reset(handle_.get());
}

std::int64_t Statement::number() {
    const std::int64_t value = step() ? integer(0) : 0;
    sqlite3_reset(handle_.get());
    return value;
}

std::string Statement::text(int column) const {
    const auto* bytes = sqlite3_column_text(handle_.get(), column);
    if (bytes == nullptr) return {};
    return {reinterpret_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

Connection::Connection(const char* uri, int flags, const std::string& shown,
                       std::shared_ptr<const void> in_use)
    : in_use_(std::move(in_use)) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(uri, &opened, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(opened);
    if (code != SQLITE_OK) throw Error(kind_of(code), shown + ": cannot be opened: " + sqlite3_errstr(code));
    sqlite3_extended_result_codes(opened, 1);
    sqlite3_busy_timeout(opened, kBusyTimeoutMilliseconds);
}

Connection::Connection(const std::filesystem::path& file, OpenMode mode)
    : Connection(uri_of(file, "").c_str(),
                 mode == OpenMode::read_only    ? SQLITE_OPEN_READONLY
                 : mode == OpenMode::read_write ? SQLITE_OPEN_READWRITE
                                                : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                 file.string(), note_use(file)) {
    if (mode != OpenMode::read_only) return;
    // In a folder that cannot be written to, SQLite cannot make the small files that readers of a WAL
    // database share. With no log waiting, the file alone is the whole truth and nobody here can change it.
    sqlite3_stmt* probe = nullptr;
    const int code = sqlite3_prepare_v2(handle_.get(), "SELECT 1 FROM sqlite_schema", -1, &probe, nullptr);
    sqlite3_finalize(probe);
    std::error_code ignored;
    const bool refused = (code & 0xFF) == SQLITE_CANTOPEN || (code & 0xFF) == SQLITE_READONLY;
    if (refused && !std::filesystem::exists(file.string() + "-wal", ignored))
        *this = Connection(uri_of(file, "?immutable=1").c_str(), SQLITE_OPEN_READONLY, file.string(),
                           note_use(file));
}

Connection Connection::temporary() {
    return {"", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "temporary database", nullptr};
}

void Connection::execute(const std::string& sql) const {
    const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        throw_error(handle_.get(), sqlite3_extended_errcode(handle_.get()), sql.substr(0, sql.find('\n')));
}

void Connection::define(const char* name, int arguments,
                        void (*function)(sqlite3_context*, int, sqlite3_value**)) const {
    const int code =
        sqlite3_create_function_v2(handle_.get(), name, arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                   nullptr, function, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw_error(handle_.get(), code, std::string("defining ") + name);
}

void Connection::define_aggregate(const char* name, int arguments,
                                  void (*step)(sqlite3_context*, int, sqlite3_value**),
                                  void (*finish)(sqlite3_context*)) const {
    const int code = sqlite3_create_function_v2(handle_.get(), name, arguments, SQLITE_UTF8, nullptr, nullptr,
                                                step, finish, nullptr);
    if (code != SQLITE_OK) throw_error(handle_.get(), code, std::string("defining ") + name);
}

std::string Connection::name() const {
    return name_of_file(handle_.get());
}

void Connection::copy_to(const Connection& target) const {
    struct Finish {
        void operator()(sqlite3_backup* backup) const noexcept { sqlite3_backup_finish(backup); }
    };
    const std::unique_ptr<sqlite3_backup, Finish> backup{
        sqlite3_backup_init(target.handle_.get(), "main", handle_.get(), "main")};
    if (!backup) throw_error(target.handle_.get(), sqlite3_errcode(target.handle_.get()), "copying");
    const int code = sqlite3_backup_step(backup.get(), -1);
    if (code != SQLITE_DONE) throw_error(handle_.get(), code, "copying the database");
}

Transaction::Transaction(const Connection& connection, Kind kind) : connection_(connection) {
    connection_.execute(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        connection_.execute("ROLLBACK");
    } catch (const Error&) {  // NOLINT(bugprone-empty-catch): SQLite has rolled back by itself already.
    }
}

void Transaction::commit() {
    connection_.execute("COMMIT");
    open_ = false;
}

}  // namespace sourcereel::catalogue
