// claims/plain_sources.h: whom the words of a phrase without a mention name. Private to claims.
#pragma once

#include <cstddef>
#include <optional>

#include "claims/phrases.h"
#include "claims/scan.h"

namespace sourcereel::claims {

/// The source made of the words of the phrase [begin, end), which holds no mention; nothing where they name
/// none.
std::optional<Source> plain_source(const Scan& scan, std::size_t begin, std::size_t end, SourceChoice choice);

}  // namespace sourcereel::claims
