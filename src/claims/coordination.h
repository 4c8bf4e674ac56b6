// claims/coordination.h: names that share a verb. Private to claims.
#pragma once

#include <cstddef>
#include <vector>

#include "claims/scan.h"

namespace sourcereel::claims {

/// The names joined to the one that ends at `end`: "CNN, Fox News and BFM TV" behind "CNN".
std::vector<Source> joined_behind(const Scan& scan, std::size_t end);

/// The names joined to the one that begins at `begin`: "CNN and Sky News" before "Al Arabiya".
std::vector<Source> joined_before(const Scan& scan, std::size_t begin);

}  // namespace sourcereel::claims
