// catalogue/hit_order.h: which texts of a selection stand on a page. Private to catalogue.
#pragma once

#include <cstdint>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/facets.h"

namespace sourcereel::catalogue {

/// Keys of the page, in the order of `sort`. Costs a pass over the selection, whatever the page.
std::vector<std::int64_t> page_of(const Connection& connection, const ClipTable& table,
                                  const Selection& selection, const Tally& tally, Sort sort,
                                  std::int64_t limit, std::int64_t offset);

/// Places of the clips that have hits, or are wanted where no text was asked for, in the order of `sort`.
std::vector<std::uint32_t> clips_in_order(const ClipTable& table, const Selection& selection,
                                          const Tally& tally, ClipSort sort);

}  // namespace sourcereel::catalogue
