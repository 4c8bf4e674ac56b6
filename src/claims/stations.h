// claims/stations.h: which names are those of a station or another outlet. Private to claims.
#pragma once

#include "claims/scan.h"

namespace sourcereel::claims {

/// Whether a source has programmes in which things are shown.
bool is_on_air(const Scan& scan, const Source& source);

/// Names that can only be an outlet's: "Antena 1", "BFM TV", "Radio Nord", "NOS", "the tabloid Blick".
bool looks_like_outlet(const Scan& scan, const Source& source);

/// "KTVU", "Al-Ahrar TV", "local station Nord": a station that the registry does not have.
bool names_station(const Scan& scan, const Source& named);

}  // namespace sourcereel::claims
