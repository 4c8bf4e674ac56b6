#include "text/languages.h"

#include <tesseract/baseapi.h>

#include <algorithm>

#include "core/error.h"

namespace sourcereel::text {
namespace {

struct Installed {
    std::filesystem::path folder;
    std::vector<std::string> codes;
};

Installed find_installed() {
    tesseract::TessBaseAPI api;
    Installed installed;
    // Any data will do to learn where the data lies; without any there is nothing to list.
    for (const char* code : {"eng", "osd", "rus", "kor", "chi_sim", "ara"}) {
        if (api.Init(nullptr, code, tesseract::OEM_DEFAULT) != 0) continue;
        api.GetAvailableLanguagesAsVector(&installed.codes);
        installed.folder = api.GetDatapath();
        break;
    }
    return installed;
}

const Installed& installed() {
    static const Installed found = find_installed();  // does not change while we run
    return found;
}

bool is_installed(const std::string& code) {
    const auto& codes = installed().codes;
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

std::vector<Language> known_languages() {
    std::vector<Language> languages{
        {"eng", "English", "Latin", "tesseract-ocr-eng", false},
        {"rus", "Russian", "Cyrillic", "tesseract-ocr-rus", false},
        {"kor", "Korean", "Hangul", "tesseract-ocr-kor", false},
        {"chi_sim", "Chinese (simplified)", "Han", "tesseract-ocr-chi-sim", false},
        {"ara", "Arabic", "Arabic", "tesseract-ocr-ara", false},
        {kLatinScript, "Latin letters with marks", "Latin", "tesseract-ocr-script-latn", false},
        {kCyrillicScript, "other Cyrillic letters", "Cyrillic", "tesseract-ocr-script-cyrl", false},
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

bool is_script(const std::string& code) {
    return code == kLatinScript || code == kCyrillicScript;
}

std::filesystem::path language_file(const std::string& code) {
    require_language(code);
    return installed().folder / (code + ".traineddata");
}

std::string tesseract_version() {
    return std::string("tesseract ") + tesseract::TessBaseAPI::Version();
}

}  // namespace sourcereel::text
