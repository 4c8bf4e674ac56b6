#include "verdict/credit_line.h"

#include <array>

#include "unicode/fold.h"

namespace sourcereel::verdict {
namespace {

/// Beginnings of credit lines, folded; those with a colon first, since others begin like them.
constexpr std::array<std::string_view, 24> kBeginnings{
    "courtesy of", "courtesy:", "courtesy", "video by", "video:",    "footage by", "footage:", "source:",
    "photo by",    "photo:",    "credits:", "credit:",  "credit to", "via",        "images:",  "image:",
    "pictures:",   "источник:", "источник", "видео:",   "фото:",     "출처:",      "来源:",    "المصدر:"};

}  // namespace

std::optional<std::string> credited_in(std::string_view line) {
    const std::string text = unicode::collapse_spaces(line);
    // Folding keeps these beginnings as long as they are; a full-width colon counts as a plain one.
    std::string plain = text;
    for (std::size_t at; (at = plain.find("：")) != std::string::npos;) plain.replace(at, 3, ":");
    for (std::size_t at; (at = plain.find(" :")) != std::string::npos;) plain.replace(at, 2, ":");
    for (const std::string_view beginning : kBeginnings) {
        if (plain.size() <= beginning.size()) continue;
        if (unicode::nfkc_casefold(plain.substr(0, beginning.size())) != beginning) continue;
        const char next = plain[beginning.size()];
        if (beginning.back() != ':' && next != ' ' && next != ':') continue;
        std::string name = plain.substr(beginning.size());
        const std::size_t begin = name.find_first_not_of(" :");
        if (begin == std::string::npos) continue;
        return name.substr(begin);
    }
    return std::nullopt;
}

}  // namespace sourcereel::verdict
