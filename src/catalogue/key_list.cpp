#include "catalogue/key_list.h"

#include <algorithm>
#include <new>

namespace sourcereel::catalogue {
namespace {

using Keys = std::vector<std::int64_t>;

/// What SQLite must hear to hand out the pointer again, so that no other value is taken for it.
constexpr const char* kList = "sourcereel.keys";

void put_key(sqlite3_context* context, int, sqlite3_value** values) {
    auto** const keys = static_cast<Keys**>(sqlite3_aggregate_context(context, sizeof(Keys*)));
    if (keys == nullptr) return sqlite3_result_error_nomem(context);
    if (*keys == nullptr) *keys = static_cast<Keys*>(sqlite3_value_pointer(values[1], kList));
    if (*keys == nullptr) return sqlite3_result_error(context, "put_keys: there is no list", -1);
    try {
        (*keys)->push_back(sqlite3_value_int64(values[0]));
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    }
}

int put_row(const Fts5ExtensionApi* api, Fts5Context* row, void* keys) {
    try {
        static_cast<Keys*>(keys)->push_back(api->xRowid(row));
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    }
    return SQLITE_OK;
}

/// Of the row that SQLite has, nothing is asked but what it is an answer to.
void put_word_keys(const Fts5ExtensionApi* api, Fts5Context* cursor, sqlite3_context* context, int count,
                   sqlite3_value** values) {
    auto* const keys = count == 1 ? static_cast<Keys*>(sqlite3_value_pointer(values[0], kList)) : nullptr;
    if (keys == nullptr) return sqlite3_result_error(context, "put_word_keys: there is no list", -1);
    const int code = api->xQueryPhrase(cursor, 0, keys, put_row);
    if (code != SQLITE_OK) sqlite3_result_error_code(context, code);
}

void finish(sqlite3_context*) {}  // The answer is the list; the statement's own is NULL.

}  // namespace

void define_put_keys(const Connection& connection) {
    connection.define_aggregate("put_keys", 2, put_key, finish);
    fts5_api* api = nullptr;
    Statement ask = connection.prepare("SELECT fts5(?1)");
    ask.bind_pointer(1, static_cast<void*>(&api), "fts5_api_ptr");
    ask.run();
    if (api != nullptr) api->xCreateFunction(api, "put_word_keys", nullptr, put_word_keys, nullptr);
}

std::vector<std::int64_t> keys_of(Statement& statement) {
    Keys keys;
    statement.bind_pointer(1, &keys, kList);
    statement.run();
    // As a rule they come in order; what SQLite promises is none.
    if (!std::is_sorted(keys.begin(), keys.end())) std::sort(keys.begin(), keys.end());
    return keys;
}

}  // namespace sourcereel::catalogue
