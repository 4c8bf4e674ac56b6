// catalogue/search.h: a query as SQL. Private to catalogue.
#pragma once

#include <cstdint>

#include "catalogue/catalogue.h"
#include "catalogue/sqlite.h"

namespace sourcereel::catalogue {

/// As Catalogue::search. @pre inside a transaction, so that total and hits belong together.
SearchResult run_search(const Connection& connection, const Query& query, std::int64_t limit,
                        std::int64_t offset);

}  // namespace sourcereel::catalogue
