// unicode/country.h: what a country is called.
#pragma once

#include <string>
#include <string_view>

namespace sourcereel::unicode {

/// The English name of the country with an ISO 3166-1 code of two letters: "KP" → "North Korea"; the code
/// itself where ICU knows no name.
std::string country_name(std::string_view code);

/// What a class of outlets is called: "state-tv:RU" → "state television of Russia"; any other text as it is.
std::string outlet_class_name(std::string_view value);

}  // namespace sourcereel::unicode
