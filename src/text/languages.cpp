#include "text/languages.h"

#include <tesseract/baseapi.h>

#include <algorithm>

#include "core/error.h"

namespace sourcereel::text {
namespace {

std::vector<std::string> installed_codes() {
    tesseract::TessBaseAPI api;
    std::vector<std::string> codes;
    // Any data will do to learn where the data lies; without any there is nothing to list.
    for (const char* code : {"eng", "osd", "rus", "kor", "chi_sim", "ara"}) {
        if (api.Init(nullptr, code, tesseract::OEM_DEFAULT) != 0) continue;
        api.GetAvailableLanguagesAsVector(&codes);
        break;
    }
    return codes;
}

const std::vector<std::string>& cached_codes() {
    static const std::vector<std::string> codes = installed_codes();  // does not change while we run
    return codes;
}

bool is_installed(const std::string& code) {
    return std::find(cached_codes().begin(), cached_codes().end(), code) != cached_codes().end();
}

}  // namespace

std::vector<Language> known_languages() {
    std::vector<Language> languages{
        {"eng", "English", "Latin", "tesseract-ocr-eng", false},
        {"rus", "Russian", "Cyrillic", "tesseract-ocr-rus", false},
        {"kor", "Korean", "Hangul", "tesseract-ocr-kor", false},
        {"chi_sim", "Chinese (simplified)", "Han", "tesseract-ocr-chi-sim", false},
        {"ara", "Arabic", "Arabic", "tesseract-ocr-ara", false},
    };
    for (auto& language : languages) language.installed = is_installed(language.code);
    return languages;
}

void require_language(const std::string& code) {
    if (is_installed(code)) return;
    std::string advice = "; see 'tesseract --list-langs'";
    for (const auto& known : known_languages())
        if (known.code == code) advice = "; install the package " + known.package;
    throw Error(ErrorKind::not_found, "no Tesseract language data for '" + code + "'" + advice);
}

std::string tesseract_version() {
    return std::string("tesseract ") + tesseract::TessBaseAPI::Version();
}

}  // namespace sourcereel::text
