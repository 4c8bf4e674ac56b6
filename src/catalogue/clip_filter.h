// catalogue/clip_filter.h: the conditions of a query that are asked of a clip. Private to catalogue.
#pragma once

#include <cstdint>
#include <vector>

#include "catalogue/clip_table.h"
#include "catalogue/query.h"

namespace sourcereel::catalogue {

/// By place in the table: whether the clip fulfils all of them.
std::vector<char> clips_wanted(const ClipTable& table, const Query& query);

/// Whether the query names a handle, a platform or an outlet.
bool names_somebody(const Query& query);

/// The texts that hold one of the names themselves: keys, ascending, each once.
std::vector<std::int64_t> texts_that_name(const ClipTable& table, const Query& query);

}  // namespace sourcereel::catalogue
