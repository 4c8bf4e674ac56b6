// catalogue/now.h: the moment as the catalogue writes it. Private to catalogue.
#pragma once

#include <string>

namespace sourcereel::catalogue {

/// UTC, "2026-11-24T08:15:00Z".
std::string now_utc();

}  // namespace sourcereel::catalogue
