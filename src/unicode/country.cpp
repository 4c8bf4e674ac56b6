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

}  // namespace sourcereel::unicode
