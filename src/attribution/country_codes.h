// attribution/country_codes.h: the countries there are. Private to attribution.
#pragma once

#include <string_view>

namespace sourcereel::attribution {

/// Whether `code` is an assigned code of ISO 3166-1 alpha-2, or XK (Kosovo), in capitals.
bool is_country_code(std::string_view code) noexcept;

}  // namespace sourcereel::attribution
