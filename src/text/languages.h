// text/languages.h: which language data the reading engine has here.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace sourcereel::text {

struct Language {
    std::string code;     ///< Tesseract's: "chi_sim".
    std::string name;     ///< For people: "Chinese (simplified)".
    std::string script;   ///< ICU's long name of its script: "Han".
    std::string package;  ///< The Debian package that brings it: "tesseract-ocr-chi-sim".
    bool installed = false;
};

/// Data of a whole script, which reads beside the languages: all letters with marks, and those of other
/// languages.
inline constexpr const char* kLatinScript = "Latin";
inline constexpr const char* kCyrillicScript = "Cyrillic";

/// The languages and scripts that we read by default, in the order in which they are tried, with whether they
/// are installed.
std::vector<Language> known_languages();

/// Whether `code` is one of a script rather than of a language.
bool is_script(const std::string& code);

/// Where the data of `code` lies. @throws Error not_found as require_language().
std::filesystem::path language_file(const std::string& code);

/// @throws Error not_found where the data of `code` is not installed, naming the package that brings it.
void require_language(const std::string& code);

/// "tesseract 5.3.0", of the library loaded.
std::string tesseract_version();

}  // namespace sourcereel::text
