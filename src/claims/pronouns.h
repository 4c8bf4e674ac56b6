// claims/pronouns.h: whom "it", "she", "I" stand for. Private to claims.
#pragma once

#include <cstddef>
#include <optional>

#include "claims/scan.h"

namespace sourcereel::claims {

/// What the pronoun at `at` stands for: a source of this sentence or the one before, for "I" and "we" the one
/// whose words are quoted. Nothing where the text does not tell.
std::optional<Entity> pronoun_referent(const Scan& scan, std::size_t at);

}  // namespace sourcereel::claims
