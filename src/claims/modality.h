// claims/modality.h: doubt, negation and refusal. Private to claims.
#pragma once

#include <cstddef>

#include "claims/scan.h"

namespace sourcereel::claims {

/// Whether the source is in doubt at the verb: "was reportedly aired". A doubt about what is shown is none.
bool is_hedged(const Scan& scan, std::size_t verb);
/// Whether the article says that it was not so: "did not air", "no evidence that B ran it".
bool is_negated(const Scan& scan, std::size_t verb);

/// Where "refused to", "decided against", "has yet to" before the verb begins: then it was not done; `verb`
/// where nothing of the kind stands there.
std::size_t refusal_before(const Scan& scan, std::size_t verb);
/// Whether the subject stands behind its auxiliary, as in a sentence that denies: "Nor did B show it".
bool is_inverted(const Scan& scan, std::size_t verb);

}  // namespace sourcereel::claims
