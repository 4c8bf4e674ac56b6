// claims/credit_chain.h: the sources of a credit, one behind the other. Private to claims.
#pragma once

#include <cstddef>

#include "claims/scan.h"

namespace sourcereel::claims {

/// Adds the source at `at` with the type of its label, and what stands behind "/" or "and": "@a / B". The
/// quote begins at `begin`. False where no source stands there.
bool read_credits_at(Scan& scan, ClaimType type, std::size_t begin, std::size_t at);

}  // namespace sourcereel::claims
