// catalogue/facets.h: how many hits there are, in all and by what they can be narrowed by. Private to
// catalogue.
#pragma once

#include <cstdint>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/clip_table.h"
#include "catalogue/selection.h"

namespace sourcereel::catalogue {

/// Texts of a selection, counted once for everything that needs it. A text costs a few nanoseconds, so counts
/// are exact however many there are.
struct Tally {
    std::int64_t texts = 0;
    std::vector<std::int64_t> of_clip;  ///< By place in the clip table.
    std::vector<ClassCount> runs;       ///< By clip: texts of one class in it; a class may come twice.
};

Tally count_texts(const ClipTable& table, const Selection& selection);

/// Handle, outlet, kind, language, script, date, folder, tag, verdict: in this order, empty ones too.
std::vector<Facet> facets_of(const ClipTable& table, const Selection& selection, const Tally& tally);

}  // namespace sourcereel::catalogue
