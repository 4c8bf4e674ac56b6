#include "text/letter_marks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "unicode/fold.h"
#include "unicode/search_fold.h"

namespace sourcereel::text {
namespace {

/// The letter that an engine sees which does not know the mark, in lower case.
char32_t base_of(char32_t c) {
    switch (c) {
        case U'ł':
        case U'Ł':
            return U'l';
        case U'ı':
            return U'i';
        case U'đ':
        case U'Đ':
            return U'd';
        case U'ø':
        case U'Ø':
            return U'o';
        case U'ß':
            return U'b';
        default:
            break;
    }
    const std::u32string folded = unicode::code_points(unicode::search_fold(unicode::to_utf8({&c, 1})));
    return folded.size() == 1 ? folded.front() : c;
}

bool is_marked(char32_t c) {
    return c > 0x7F && c < 0x250 && base_of(c) != c;
}

bool opens_sentence(char32_t c) {
    return c == U'¿' || c == U'¡';
}

bool is_lower(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'ß' && c <= U'ÿ');
}

/// German: "ß" inside a word looks like "B", and no capital stands there.
void restore_sharp_s(std::u32string& text) {
    constexpr std::u32string_view kGerman = U"äöüÄÖÜß";
    if (text.find_first_of(kGerman) == std::u32string::npos) return;
    for (std::size_t i = 1; i + 1 < text.size(); ++i)
        if (text[i] == U'B' && is_lower(text[i - 1]) && is_lower(text[i + 1])) text[i] = U'ß';
}

struct Alphabet {
    std::string_view language;
    std::u32string_view letters;
};

constexpr std::array<Alphabet, 14> kAlphabets{{{"deu", U"ß"},
                                               {"spa", U"ñÑ¿¡"},
                                               {"tur", U"ışğİŞĞ"},
                                               {"pol", U"łąężźśćńŁĄĘŻŹŚĆŃ"},
                                               {"ces", U"řěůŘĚŮ"},
                                               {"por", U"ãõÃÕ"},
                                               {"hun", U"őűŐŰ"},
                                               {"ron", U"țȚșȘ"},
                                               {"isl", U"ðþÐÞ"},
                                               {"ukr", U"їєґЇЄҐ"},
                                               {"bel", U"ўЎ"},
                                               {"mkd", U"ѓќѓЃЌ"},
                                               {"srp", U"ђћљњџЂЋЉЊЏ"},
                                               {"kaz", U"әғқңөұүһӘҒҚҢӨҰҮҺ"}}};

}  // namespace

bool has_marks(const std::string& text) {
    const std::u32string points = unicode::code_points(text);
    return std::any_of(points.begin(), points.end(),
                       [](char32_t c) { return is_marked(c) || opens_sentence(c); });
}

std::string with_marks_of(const std::string& plain, const std::string& marked) {
    std::u32string a = unicode::code_points(plain);
    const std::u32string b = unicode::code_points(marked);
    if (!has_marks(marked)) return plain;
    std::u32string base_a, base_b;
    for (const char32_t c : a) base_a += base_of(c);
    for (const char32_t c : b) base_b += base_of(c);

    // Levenshtein's table, kept whole to walk back along the best alignment.
    const std::size_t width = b.size() + 1;
    std::vector<std::size_t> cost((a.size() + 1) * width);
    const auto at = [&](std::size_t i, std::size_t k) -> std::size_t& { return cost[i * width + k]; };
    for (std::size_t i = 0; i <= a.size(); ++i) at(i, 0) = i;
    for (std::size_t k = 0; k <= b.size(); ++k) at(0, k) = k;
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t k = 1; k <= b.size(); ++k)
            at(i, k) = std::min({at(i - 1, k) + 1, at(i, k - 1) + 1,
                                 at(i - 1, k - 1) + (base_a[i - 1] == base_b[k - 1] ? 0 : 1)});
    if (at(a.size(), b.size()) * 7 > std::max(a.size(), b.size())) return plain;

    for (std::size_t i = a.size(), k = b.size(); i > 0 && k > 0;) {
        const bool same = base_a[i - 1] == base_b[k - 1];
        if (at(i, k) == at(i - 1, k - 1) + (same ? 0 : 1)) {
            --i;
            --k;
            if ((is_marked(b[k]) && a[i] != U' ') || (!same && opens_sentence(b[k]))) a[i] = b[k];
        } else if (at(i, k) == at(i - 1, k) + 1) {
            --i;
        } else {
            --k;
        }
    }
    restore_sharp_s(a);
    return unicode::to_utf8(a);
}

bool is_english(const std::string& text) {
    constexpr std::array<std::string_view, 24> kWords{"the",  "and",   "with",  "from",  "that",    "this",
                                                      "they", "their", "were",  "after", "against", "which",
                                                      "said", "says",  "would", "when",  "into",    "through",
                                                      "new",  "more",  "about", "our",   "your",    "it's"};
    std::string word;
    for (const char c : text + ' ') {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool is_letter = (lower >= 'a' && lower <= 'z') || c == '\'' || (c & 0x80) != 0;
        if (is_letter) {
            word += lower;
        } else {
            if (std::find(kWords.begin(), kWords.end(), word) != kWords.end()) return true;
            word.clear();
        }
    }
    return false;
}

std::string language_of_letters(const std::string& text, const std::string& otherwise) {
    const std::u32string points = unicode::code_points(text);
    std::size_t most = 0;
    std::string_view language;
    for (const Alphabet& alphabet : kAlphabets) {
        const auto count =
            static_cast<std::size_t>(std::count_if(points.begin(), points.end(), [&](char32_t c) {
                return alphabet.letters.find(c) != std::u32string_view::npos;
            }));
        if (count > most) {
            most = count;
            language = alphabet.language;
        }
    }
    if (most > 0) return std::string(language);
    const bool marked = std::any_of(points.begin(), points.end(),
                                    [](char32_t c) { return is_marked(c) || c == U'і' || c == U'І'; });
    return marked ? "und" : otherwise;
}

}  // namespace sourcereel::text
