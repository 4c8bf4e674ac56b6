#include "text/spelling.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace sourcereel::text {
namespace {

/// Without their I.
constexpr std::array<std::string_view, 6> kCountries{"ran", "raq", "srael", "reland", "taly", "celand"};

bool is_one_of(char c, std::string_view letters) {
    return letters.find(c) != std::string_view::npos;
}

bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_letter(char c) {
    return is_small(c) || (c >= 'A' && c <= 'Z');
}

bool is_consonant(char c) {
    return is_small(c) && !is_one_of(c, "aeiouy");
}

/// Whether a syllable that begins with `n` or `m` cannot go on like this.
bool needs_a_vowel_before(char first, char second) {
    return (first == 'n' && is_one_of(second, "tfdcv")) || (first == 'm' && second == 'p');
}

/// The part of a name from `begin` to `end`, all letters.
void settle_first_letter(std::string& name, std::size_t begin, std::size_t end) {
    std::size_t strokes = 0;
    while (begin + strokes < end && is_one_of(name[begin + strokes], "lI")) ++strokes;
    const std::size_t next = begin + strokes;
    if (strokes == 0 || strokes > 3 || next + 1 >= end || !is_small(name[next])) return;
    const std::string_view part = std::string_view(name).substr(begin, end - begin);
    const bool country = std::any_of(kCountries.begin(), kCountries.end(),
                                     [&](std::string_view rest) { return part.substr(1).starts_with(rest); });
    if (strokes == 1 ? country : is_consonant(name[next]) || strokes == 3) {
        name[begin] = 'I';
        for (std::size_t i = begin + 1; i < next; ++i) name[i] = 'l';
    }
}

void settle_inner_letters(std::string& name, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i + 2 < end; ++i)
        if (name[i] == 'l' && needs_a_vowel_before(name[i + 1], name[i + 2])) name[i] = 'I';
}

}  // namespace

std::string with_likely_capitals(std::string name) {
    if (name.empty() || name.front() != '@') return name;
    for (std::size_t begin = 1; begin < name.size();) {
        std::size_t end = begin;
        while (end < name.size() && is_letter(name[end])) ++end;
        settle_first_letter(name, begin, end);
        settle_inner_letters(name, begin, end);
        begin = end + 1;
    }
    return name;
}

std::string with_copyright_sign(std::string text) {
    constexpr std::string_view kWord = "copyright";
    for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
        std::size_t next = at + 1;
        while (next < text.size() && text[next] == ' ') ++next;
        std::size_t digits = 0;
        while (next + digits < text.size() && is_one_of(text[next + digits], "0123456789")) ++digits;
        const std::size_t end = next + digits;
        const bool year = digits == 4 && is_one_of(text[next], "12") &&
                          (end == text.size() || !(is_letter(text[end]) || is_one_of(text[end], "_.")));
        std::size_t before = at;
        while (before > 0 && text[before - 1] == ' ') --before;
        const bool word = before >= kWord.size() &&
                          std::equal(kWord.begin(), kWord.end(),
                                     text.begin() + static_cast<std::ptrdiff_t>(before - kWord.size()),
                                     [](char a, char b) { return a == (b | 0x20); });
        if (year || word) text.replace(at, 1, "©");
    }
    return text;
}

std::string with_closed_quotes(std::string text) {
    constexpr std::string_view kOpening = "«";
    const std::size_t open = text.rfind(kOpening);
    if (open == std::string::npos || text.find("»", open) != std::string::npos) return text;
    const std::size_t at = text.find_last_of(">\"");
    if (at == std::string::npos || at < open + kOpening.size()) return text;
    const std::size_t begin = text[at - 1] == ' ' ? at - 1 : at;
    return text.replace(begin, at + 1 - begin, "»");
}

}  // namespace sourcereel::text
