#include "catalogue/snippet.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "unicode/fold.h"

namespace sourcereel::catalogue {
namespace {

constexpr std::size_t kLongest = 80;
constexpr std::size_t kBefore = 24;  ///< Characters kept before the match, for its context.

struct Match {
    std::size_t needles = 0;  ///< How many of them stand in the line.
    std::size_t at = 0;       ///< Where the first begins, in characters. Folding may shift this by a few.
};

Match find_needles(const std::string& line, const std::vector<std::string>& needles) {
    const std::string folded = unicode::nfkc_casefold(line);
    Match match;
    std::size_t first = std::string::npos;
    for (const std::string& needle : needles) {
        const std::size_t at = folded.find(needle);
        if (at == std::string::npos) continue;
        ++match.needles;
        first = std::min(first, at);
    }
    if (match.needles > 0) match.at = unicode::code_points(std::string_view(folded).substr(0, first)).size();
    return match;
}

std::string shortened(const std::string& line, std::size_t around) {
    const std::u32string letters = unicode::code_points(line);
    if (letters.size() <= kLongest) return line;
    // One place at each end is kept for the mark of the cut.
    constexpr std::size_t kRoom = kLongest - 2;
    const std::size_t begin = std::min(around > kBefore ? around - kBefore : 0, letters.size() - kRoom);
    std::u32string out = letters.substr(begin, kRoom);
    if (begin > 0) out.insert(0, 1, U'…');
    if (begin + kRoom < letters.size()) out += U'…';
    return unicode::to_utf8(out);
}

}  // namespace

std::string snippet_of(const std::string& text, const std::vector<std::string>& needles) {
    std::string best;
    Match best_match;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string line = unicode::collapse_spaces(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty()) continue;
        const Match match = find_needles(line, needles);
        if (best.empty() || match.needles > best_match.needles) {
            best = line;
            best_match = match;
        }
    }
    return shortened(best, best_match.at);
}

}  // namespace sourcereel::catalogue
