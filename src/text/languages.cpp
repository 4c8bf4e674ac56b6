#include "text/languages.h"

#include <tesseract/baseapi.h>

#include <algorithm>

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

}  // namespace

std::vector<Language> known_languages() {
    std::vector<Language> languages{
        {"eng", "English", "Latin", "tesseract-ocr-eng", false},
        {"rus", "Russian", "Cyrillic", "tesseract-ocr-rus", false},
        {"kor", "Korean", "Hangul", "tesseract-ocr-kor", false},
        {"chi_sim", "Chinese (simplified)", "Han", "tesseract-ocr-chi-sim", false},
        {"ara", "Arabic", "Arabic", "tesseract-ocr-ara", false},
    };
    static const std::vector<std::string> codes = installed_codes();  // does not change while we run
    for (auto& language : languages)
        language.installed = std::find(codes.begin(), codes.end(), language.code) != codes.end();
    return languages;
}

std::string tesseract_version() {
    return std::string("tesseract ") + tesseract::TessBaseAPI::Version();
}

}  // namespace sourcereel::text
