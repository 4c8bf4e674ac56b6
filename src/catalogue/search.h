// catalogue/search.h: a page of texts that answer a query. Private to catalogue.
#pragma once

#include "catalogue/catalogue.h"
#include "catalogue/clip_table.h"

namespace sourcereel::catalogue {

/// As Catalogue::search. @pre inside a transaction; `table` is of this state of the file.
SearchResult run_search(const Connection& connection, const ClipTable& table, const Query& query,
                        const SearchOptions& options);

}  // namespace sourcereel::catalogue
