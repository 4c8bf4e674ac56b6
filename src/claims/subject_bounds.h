// claims/subject_bounds.h: where the subject of a verb ends, and where a noun phrase begins. Private to
// claims.
#pragma once

#include <cstddef>
#include <optional>

#include "claims/scan.h"

namespace sourcereel::claims {

/// Where the subject ends: back over what stands between it and its verb.
std::size_t subject_end(const Scan& scan, std::size_t verb);

/// Where the noun phrase that ends at `end` begins.
std::size_t phrase_begin(const Scan& scan, std::size_t end);

}  // namespace sourcereel::claims
