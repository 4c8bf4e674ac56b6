// claims/countries.h: words that tell a country: its name, its people, its capital. Private to claims.
#pragma once

#include <string_view>

namespace sourcereel::claims {

/// The country of a city that reports are written in and whose name says little within one: "CUSCO",
/// "BRISBANE"; empty for none. `folded` is its first word.
std::string_view country_of_dateline(std::string_view folded);

/// The ISO code of the country that a word names ("russian", "moscow", "norway" → "RU", "RU", "NO"), empty
/// for other words. `before` is the word before it, for names of two: "north" "korean" → "KP". Folded words.
std::string_view country_named(std::string_view word, std::string_view before);

}  // namespace sourcereel::claims
