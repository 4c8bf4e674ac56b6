// claims/givers.h: who gave pictures, behind "from". Private to claims.
#pragma once

#include <cstddef>
#include <optional>

#include "claims/scan.h"

namespace sourcereel::claims {

/// "Corley County Emergency Management", "Lom Mountain Rescue": a name that says what its bearers do.
bool names_organisation(const Scan& scan, const Source& named);

/// "an employee of the broadcaster", "the vessel's own cameras": who or whose camera gave pictures.
std::optional<Source> giver_at(const Scan& scan, std::size_t at);

/// "a user on Reddit", "a Reddit user", "an anonymous Telegram channel": the platform.
std::optional<Source> nameless_on_platform(const Scan& scan, std::size_t at);

}  // namespace sourcereel::claims
