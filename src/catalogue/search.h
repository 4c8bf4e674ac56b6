// catalogue/search.h: a page of texts that answer a query. Private to catalogue.
#pragma once

#include <functional>

#include "catalogue/catalogue.h"
#include "catalogue/clip_table.h"

namespace sourcereel::catalogue {

/// As Catalogue::search. @pre inside a transaction; `table` is of this state of the file.
SearchResult run_search(const Connection& connection, const ClipTable& table, const Query& query,
                        const SearchOptions& options);

/// The same, hit by hit: `begin` gets the number of all hits first. Either ends it by giving false.
void run_search(const Connection& connection, const ClipTable& table, const Query& query,
                const SearchOptions& options, const std::function<bool(const SearchResult&)>& begin,
                const std::function<bool(Hit&&)>& take);

}  // namespace sourcereel::catalogue
