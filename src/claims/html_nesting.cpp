#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "claims/formats.h"
#include "core/error.h"

namespace sourcereel::claims {
namespace {

// The parser's tree is destroyed by recursion, and formatting left open is opened again in every paragraph:
// both are bounded here, before it sees the page. Real pages stay far below.
constexpr std::size_t kDeepest = 2000;
constexpr std::size_t kMostReopened = 2'000'000;

/// Elements that end by themselves when the next one begins, or have no content at all.
constexpr std::array<std::string_view, 32> kUncounted{
    "p",     "li",    "td",    "th",    "tr",   "dt",    "dd",   "option",   "optgroup", "tbody", "thead",
    "tfoot", "col",   "br",    "img",   "hr",   "input", "meta", "link",     "source",   "area",  "base",
    "wbr",   "embed", "param", "track", "html", "body",  "head", "colgroup", "caption",  "keygen"};
constexpr std::array<std::string_view, 14> kFormatting{"a",    "b", "big",   "code",   "em",     "font", "i",
                                                       "nobr", "s", "small", "strike", "strong", "tt",   "u"};
constexpr std::array<std::string_view, 5> kRaw{"script", "style", "textarea", "title", "xmp"};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string tag_name(std::string_view html, std::size_t at) {
    std::string name;
    while (at < html.size() && name.size() < 12 && std::isalnum(static_cast<unsigned char>(html[at])))
        name.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(html[at++]))));
    return name;
}

}  // namespace

void check_nesting(std::string_view html) {
    std::size_t depth = 0;
    std::size_t formatting = 0;
    std::size_t deepest = 0;
    std::size_t most_formatting = 0;
    std::size_t tags = 0;
    std::string raw;  // Inside of it tags are text, until it ends.
    for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
        const bool closing = at + 1 < html.size() && html[at + 1] == '/';
        const std::string name = tag_name(html, at + (closing ? 2 : 1));
        if (name.empty()) continue;
        if (!raw.empty()) {
            if (closing && name == raw) raw.clear();
            continue;
        }
        if (!closing && is_one_of(name, kRaw)) raw = name;
        ++tags;
        if (is_one_of(name, kUncounted) || is_one_of(name, kRaw)) continue;
        std::size_t& open = is_one_of(name, kFormatting) ? formatting : depth;
        if (!closing)
            ++open;
        else if (open > 0)
            --open;
        deepest = std::max(deepest, depth + formatting);
        most_formatting = std::max(most_formatting, formatting);
    }
    if (deepest > kDeepest || most_formatting * tags > std::max(kMostReopened, 64 * tags))
        throw Error(ErrorKind::exhausted,
                    "its tags nest " + std::to_string(deepest) + " deep; save the article alone, or as text");
}

}  // namespace sourcereel::claims
