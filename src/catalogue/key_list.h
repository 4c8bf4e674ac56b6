// catalogue/key_list.h: the keys of many rows in one go. Private to catalogue.
#pragma once

#include <cstdint>
#include <vector>

#include "catalogue/sqlite.h"

namespace sourcereel::catalogue {

/// Makes known to SQL on this connection: the aggregate put_keys(key, list), with which a row costs half of
/// what stepping to it would; and for a full-text index put_word_keys(index, list), which gives all rows that
/// hold the one word asked for on the first of them.
void define_put_keys(const Connection& connection);

/// Runs a statement whose only column is put_keys(…, ?1) or put_word_keys(…, ?1): the keys, ascending. Its
/// other values are bound.
std::vector<std::int64_t> keys_of(Statement& statement);

}  // namespace sourcereel::catalogue
