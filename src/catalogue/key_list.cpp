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

void finish(sqlite3_context*) {}  // The answer is the list; the statement's own is NULL.

}  // namespace

void define_put_keys(const Connection& connection) {
    connection.define_aggregate("put_keys", 2, put_key, finish);
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
