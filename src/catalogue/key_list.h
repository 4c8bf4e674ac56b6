// catalogue/key_list.h: the keys of many rows in one go. Private to catalogue.
#pragma once

#include <cstdint>
#include <vector>

#include "catalogue/sqlite.h"

namespace sourcereel::catalogue {

/// Makes the aggregate put_keys(key, list) known to SQL on this connection: a row costs half of what stepping
/// to it would.
void define_put_keys(const Connection& connection);

/// Runs a statement whose only column is put_keys(…, ?1): the keys, ascending. Its other values are bound.
std::vector<std::int64_t> keys_of(Statement& statement);

}  // namespace sourcereel::catalogue
