// claims/origin_verbs.h: what the verbs of a sentence say of where pictures come from. Private to claims.
#pragma once

#include <cstddef>

#include "claims/scan.h"

namespace sourcereel::claims {

/// "the clip is not from B but from C", "the footage belongs to B", "the clip comes from B": adds what the
/// word at `at` says; no mention holds it.
void read_origin_verb(Scan& scan, std::size_t at);

}  // namespace sourcereel::claims
