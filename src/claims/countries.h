// claims/countries.h: words that tell a country: its name, its people, its capital. Private to claims.
#pragma once

#include <string_view>

namespace sourcereel::claims {

/// The ISO code of the country that a word names ("russian", "moscow", "norway" → "RU", "RU", "NO"), empty
/// for other words. `before` is the word before it, for names of two: "north" "korean" → "KP". Folded words.
std::string_view country_named(std::string_view word, std::string_view before);

}  // namespace sourcereel::claims
