#include "text/plausibility.h"

#include <algorithm>
#include <string_view>

#include "text/languages.h"
#include "unicode/fold.h"

namespace sourcereel::text {
namespace {

std::string_view script_of_language(const std::string& language) {
    static const auto languages = known_languages();
    for (const auto& known : languages)
        if (known.code == language) return known.script;
    return {};
}

struct Counts {
    int latin = 0;
    int cyrillic = 0;
    int other_letters = 0;
    int digits = 0;
    int marks = 0;  ///< Neither letter, digit nor space.
    int letters() const { return latin + cyrillic + other_letters; }
};

Counts count(std::u32string_view text) {
    Counts counts;
    for (const char32_t c : text) {
        if (c == U' ' || c == U'\n') continue;
        if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x24F))
            ++counts.latin;
        else if (c >= 0x400 && c <= 0x52F)
            ++counts.cyrillic;
        else if (c >= U'0' && c <= U'9')
            ++counts.digits;
        else if (c >= 0x590 && !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && c < 0xFE00)
            ++counts.other_letters;
        else
            ++counts.marks;
    }
    return counts;
}

bool has_mixed_word(std::u32string_view text) {
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = text.find(U' ', begin);
        if (end == std::u32string_view::npos) end = text.size();
        const Counts word = count(text.substr(begin, end - begin));
        if ((word.latin > 0) + (word.cyrillic > 0) + (word.other_letters > 0) > 1) return true;
        begin = end + 1;
    }
    return false;
}

/// "@" and one word: no dictionary knows account names, so engines doubt them; and nothing else looks like
/// one.
bool is_account_name(const std::string& text) {
    return text.size() >= 5 && text[0] == '@' && text.find(' ') == std::string::npos &&
           text.find('@', 1) == std::string::npos;
}

/// Account names are Latin (or, on some sites, Chinese): what is read as "@" before a Cyrillic letter is one
/// of them, as a "ё".
bool has_false_at_sign(std::u32string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (text[i] == U'@' && text[i + 1] >= 0x400 && text[i + 1] <= 0x52F) return true;
    return false;
}

}  // namespace

double plausible_confidence(const std::string& text, double confidence, const std::string& language) {
    const std::u32string points = unicode::code_points(text);
    const Counts counts = count(points);
    const std::string_view own = script_of_language(language);
    double factor = 1.0;
    // English data reads Latin letters better than a guest does, and guests see letters in anything.
    if (!own.empty() && own != "Latin" &&
        counts.latin + counts.digits > counts.cyrillic + counts.other_letters)
        factor *= 0.75;
    if (has_mixed_word(points)) factor *= 0.8;
    if (has_false_at_sign(points)) factor *= 0.6;
    if (counts.marks > counts.letters() + counts.digits) factor *= 0.7;
    return confidence * factor;
}

namespace {

/// Letters and digits; a Han or Hangul character says as much as two letters.
int weight_of(const Counts& counts) {
    return counts.letters() + counts.digits + counts.other_letters;
}

}  // namespace

bool is_telling(const std::string& text) {
    return weight_of(count(unicode::code_points(text))) >= 3;
}

bool has_look_alikes(const std::string& text) {
    if (!is_account_name(text)) return false;
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool mixed =
        std::any_of(text.begin(), text.end(), is_upper);  // in one case, it is the usual letter
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char before = text[i - 1];
        const char after = i + 1 < text.size() ? text[i + 1] : '_';
        const bool beside_letter = is_lower(before) || is_upper(before) || is_lower(after) || is_upper(after);
        switch (text[i]) {
            case 'l':
                if (is_digit(after) || (!is_lower(before) && (mixed || after == 'l' || after == 'I')))
                    return true;
                break;
            case 'I':
                if (!(is_upper(before) && (is_upper(after) || after == '_'))) return true;
                break;
            case '1':
            case '0':
                if (beside_letter) return true;
                break;
            default:
                break;
        }
    }
    return false;
}

bool is_plausible_word(const std::string& text, double confidence) {
    constexpr double kSure = 0.8;
    const Counts counts = count(unicode::code_points(text));
    return weight_of(counts) >= 1 && counts.marks == 0 && confidence >= kSure;
}

bool is_plausible(const std::string& text, double confidence) {
    const Counts counts = count(unicode::code_points(text));
    const int weight = weight_of(counts);
    if (weight < 3 || counts.marks > counts.letters() + counts.digits) return false;
    if (is_account_name(text)) return confidence >= 0.40;
    if (weight <= 3) return confidence >= 0.85;
    if (weight <= 5) return confidence >= 0.75;
    return confidence >= 0.60;
}

}  // namespace sourcereel::text
