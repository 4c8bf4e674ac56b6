#include "unicode/country.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace sourcereel::unicode {

std::string country_name(std::string_view code) {
    const icu::Locale country("", std::string(code).c_str());
    icu::UnicodeString name;
    country.getDisplayCountry(icu::Locale::getEnglish(), name);
    std::string text;
    name.toUTF8String(text);
    return text.empty() ? std::string(code) : text;
}

std::string outlet_class_name(std::string_view value) {
    const std::size_t colon = value.find(':');
    if (colon == std::string_view::npos) return std::string(value);
    const std::string_view kind = value.substr(0, colon);
    const std::string what = kind == "state-tv"       ? "state television"
                             : kind == "state-agency" ? "the state news agency"
                                                      : "state media";
    return what + " of " + country_name(value.substr(colon + 1));
}

}  // namespace sourcereel::unicode
