#include "text/model_manifest.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "core/error.h"

namespace sourcereel::text {
namespace {

constexpr std::string_view kFormat = "2";
constexpr std::size_t kSha256Digits = 64;

[[noreturn]] void refuse(const std::string& place, const std::string& what) {
    throw Error(ErrorKind::corrupt, place + ": " + what);
}

/// Cuts the first word off `rest`.
std::string_view take_word(std::string_view& rest) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
}

template <typename Number>
Number to_number(std::string_view digits, const std::string& place) {
    Number number = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, failed] = std::from_chars(digits.data(), end, number);
    if (failed != std::errc() || stop != end || number == 0)
        refuse(place, "\"" + std::string(digits) + "\" is not a positive whole number");
    return number;
}

bool is_sha256(std::string_view digits) {
    return digits.size() == kSha256Digits && std::all_of(digits.begin(), digits.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

ModelManifest::File to_file(std::string_view value, const std::string& place) {
    ModelManifest::File file;
    file.bytes = to_number<std::uintmax_t>(take_word(value), place);
    file.sha256 = take_word(value);
    file.name = value;
    if (!is_sha256(file.sha256)) refuse(place, "no SHA-256 of 64 hexadecimal digits");
    // A name that leads out of the folder would let a manifest point at any file.
    if (file.name.empty() || file.name.find('/') != std::string::npos || file.name.starts_with('.'))
        refuse(place, "\"" + file.name + "\" is not the name of a file in this folder");
    return file;
}

}  // namespace

ModelManifest parse_manifest(std::string_view text) {
    ModelManifest manifest;
    std::set<std::string_view> seen;
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view value = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (value.empty() || value.starts_with('#')) continue;
        const std::string place = "line " + std::to_string(number);
        const std::string_view key = take_word(value);
        if (!seen.insert(key).second && key != "file") refuse(place, std::string(key) + " is said twice");
        if (seen.size() == 1 && key != "format") refuse(place, "the first key must be format");
        if (value.empty()) refuse(place, std::string(key) + " has no value");
        if (key == "format") {
            if (value != kFormat)
                throw Error(ErrorKind::unsupported, place + ": format " + std::string(value) +
                                                        " is not the format " + std::string(kFormat) +
                                                        " that this program reads");
        } else if (key == "name") {
            manifest.name = value;
        } else if (key == "package") {
            manifest.package = value;
        } else if (key == "converter") {
            manifest.converter = value;
        } else if (key == "classes") {
            manifest.classes = to_number<std::size_t>(value, place);
        } else if (key == "file") {
            manifest.files.push_back(to_file(value, place));
        } else {
            refuse(place, "unknown key \"" + std::string(key) + "\"");
        }
    }
    for (const std::string_view key : {"format", "name", "package", "converter", "classes", "file"}) {
        if (!seen.contains(key)) refuse("at its end", "no line \"" + std::string(key) + "\" was there");
    }
    return manifest;
}

}  // namespace sourcereel::text
