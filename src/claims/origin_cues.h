// claims/origin_cues.h: what the rules of origin ask before they speak. Private to claims.
#pragma once

#include <cstddef>

#include "claims/scan.h"

namespace sourcereel::claims {

/// Whether the source is an outlet or a class of outlets.
bool is_outlet(const Source& source);

/// Whether a source verb stands within [begin, end): then the verb's rule speaks.
bool has_source_verb(const Scan& scan, std::size_t begin, std::size_t end);

/// Whether it is known what was taken from the source: "screenshots taken from B", "taken from a broadcast by
/// B".
bool has_still_from(const Scan& scan, const Entity& entity);

}  // namespace sourcereel::claims
