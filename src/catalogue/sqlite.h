// catalogue/sqlite.h: owners for SQLite's objects, private to catalogue. Every failure is an Error whose kind
// says what the caller can do.
#pragma once

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <sqlite3.h>

#include "core/error.h"

namespace sourcereel::catalogue {

/// What a result code of SQLite means for the caller.
ErrorKind kind_of(int sqlite_code) noexcept;

/// Throws the last error of `db`, naming its file and `what` was tried.
[[noreturn]] void throw_error(sqlite3* db, int sqlite_code, const std::string& what);

struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// Statements of one connection that nobody uses just now, for whoever asks for the same SQL again: preparing
/// one takes as long as reading a few rows with it. Those used last are kept.
class IdleStatements {
public:
    /// Null where there is none.
    StatementHandle take(std::string_view sql) noexcept;
    void give_back(StatementHandle statement) noexcept;

private:
    static constexpr std::size_t kMost = 48;
    std::vector<StatementHandle> statements_;  ///< Used last at the end.
};

/// One prepared statement. Values are bound, never written into the SQL.
class Statement {
public:
    /// Taken from `idle` where it is there, and given back to it at the end.
    Statement(sqlite3* db, std::string_view sql, std::shared_ptr<IdleStatements> idle);
    ~Statement();
    Statement(Statement&&) noexcept = default;
    Statement& operator=(Statement&&) = delete;

    /// Starts anew with these values for ?1, ?2, … Text is copied.
    template <typename... Values>
    Statement& bind(const Values&... values) {
        reset();
        [[maybe_unused]] int index = 0;
        (bind_one(++index, values), ...);
        return *this;
    }
    /// Sets one value, from 1; the others keep theirs.
    template <typename Value>
    void bind_one(int index, const Value& value) {
        if constexpr (std::integral<Value>) {
            bind_integer(index, static_cast<std::int64_t>(value));
        } else if constexpr (std::floating_point<Value>) {
            bind_real(index, static_cast<double>(value));
        } else if constexpr (std::is_same_v<Value, std::optional<std::string>>) {
            if (value) bind_text(index, *value);  // An unbound parameter is NULL.
        } else {
            bind_text(index, value);
        }
    }

    /// The same for something of ours that a function of ours is to find: it must ask for this very `type`.
    void bind_pointer(int index, void* value, const char* type);

    /// Goes to the next row; false at the end.
    bool step();
    /// Runs to the end and is ready for the next values.
    void run();
    /// The first column of the first row as a number; 0 without a row.
    std::int64_t number();

    std::int64_t integer(int column) const noexcept { return sqlite3_column_int64(handle_.get(), column); }
    double real(int column) const noexcept { return sqlite3_column_double(handle_.get(), column); }
    std::string text(int column) const;
    bool is_null(int column) const noexcept {
        return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
    }

private:
    void reset() noexcept;
    void bind_integer(int index, std::int64_t value);
    void bind_real(int index, double value);
    void bind_text(int index, std::string_view value);
    void expect_ok(int code) const;

    StatementHandle handle_;
    std::shared_ptr<IdleStatements> idle_;
};

enum class OpenMode { read_only, read_write, create };

/// One open database file. Not for two threads at a time.
class Connection {
public:
    Connection(const std::filesystem::path& file, OpenMode mode);
    /// A database of its own in a temporary file that goes when the connection does.
    static Connection temporary();

    Statement prepare(std::string_view sql) const { return {handle_.get(), sql, idle_}; }
    /// Runs statements that need no values.
    void execute(const std::string& sql) const;
    /// The answer of a statement that gives one number.
    std::int64_t number(std::string_view sql) const { return prepare(sql).number(); }
    std::int64_t last_row_id() const noexcept { return sqlite3_last_insert_rowid(handle_.get()); }
    /// Rows changed through this connection so far.
    std::int64_t changes_so_far() const noexcept { return sqlite3_total_changes64(handle_.get()); }
    /// Makes `function` known to SQL on this connection. Its answer depends on nothing but its arguments.
    void define(const char* name, int arguments,
                void (*function)(sqlite3_context*, int, sqlite3_value**)) const;
    /// The same for a function of all rows.
    void define_aggregate(const char* name, int arguments,
                          void (*step)(sqlite3_context*, int, sqlite3_value**),
                          void (*finish)(sqlite3_context*)) const;
    /// The file's name, for messages.
    std::string name() const;
    /// Makes `target` a copy, consistent even while others write here.
    void copy_to(const Connection& target) const;

private:
    Connection(const char* uri, int flags, const std::string& shown, std::shared_ptr<const void> in_use);
    struct Close {
        void operator()(sqlite3* db) const noexcept { sqlite3_close_v2(db); }
    };
    std::shared_ptr<const void> in_use_;  ///< Goes after the handle.
    std::unique_ptr<sqlite3, Close> handle_;
    std::shared_ptr<IdleStatements> idle_ = std::make_shared<IdleStatements>();
};

/// What was done since its begin is undone unless commit() is reached.
class Transaction {
public:
    enum class Kind {
        read,  ///< All statements see the same state of the file.
        write  ///< Nobody else writes until the end; waits for who does now.
    };
    Transaction(const Connection& connection, Kind kind);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    const Connection& connection_;
    bool open_ = true;
};

}  // namespace sourcereel::catalogue
