#include "attribution/handle_match.h"

#include <algorithm>
#include <array>

#include "attribution/characters.h"
#include "attribution/name_rule.h"
#include "unicode/confusable.h"
#include "unicode/fold.h"

namespace sourcereel::attribution {
namespace {

constexpr char32_t kCopyright = U'©';

/// One letter for each group that engines confuse. A small "i" counts as its capital, which is an upright
/// bar: accounts do not distinguish case, so which of the two stood on screen is not known.
char32_t shape_of(char32_t c) {
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    switch (c) {
        case U'i':
        case U'1':
        case U'|':
        case U'!':
            return U'l';
        case U'0':
            return U'o';
        case U'5':
            return U's';
        case U'8':
            return U'b';
        case U'-':
            return U'_';
        default:
            return c;
    }
}

bool is_bar(char32_t c) {
    return c == U'l' || c == U'I' || c == U'1' || c == U'|';
}

/// Two letters that an engine takes for one; 0 where it takes them for nothing else.
char32_t joined(char32_t first, char32_t second) {
    if (first == U'r' && second == U'n') return U'm';
    if (first == U'v' && second == U'v') return U'w';
    if (first == U'c' && is_bar(second)) return U'd';
    return 0;
}

/// Names that an engine may read as one another have equal shapes.
std::u32string reading_shape(std::string_view name) {
    const std::u32string letters = unicode::code_points(name);
    std::u32string shape;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char32_t both = i + 1 < letters.size() ? joined(letters[i], letters[i + 1]) : 0;
        shape += both != 0 ? both : shape_of(letters[i]);
        if (both != 0) ++i;
    }
    return shape;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

/// Full case folding takes the Kelvin sign for "k": no platform does.
bool same_account(const std::string& a, const std::string& b) {
    return is_ascii(a) == is_ascii(b) && unicode::nfc_casefold(a) == unicode::nfc_casefold(b);
}

bool look_alike(const std::string& a, const std::string& b) {
    const auto skeleton = [](const std::string& text) { return unicode::confusable_skeleton(text); };
    const std::string first = skeleton(a);
    const std::string second = skeleton(b);
    if (first == second) return true;
    const auto folded = [](const std::string& text) { return unicode::nfkc_casefold(text); };
    return folded(first) == folded(second) || skeleton(folded(a)) == skeleton(folded(b));
}

/// Two edits make any short name of any other.
bool is_near(const std::string& a, const std::string& b) {
    constexpr std::size_t kShortestForOne = 3;
    constexpr std::size_t kShortestForTwo = 6;
    constexpr std::size_t kLongestName = 64;  // Beyond any platform's; bounds the work on hostile metadata.
    const std::size_t shorter = std::min(unicode::code_points(a).size(), unicode::code_points(b).size());
    if (std::max(a.size(), b.size()) > 4 * kLongestName) return false;
    const std::size_t distance = unicode::edit_distance(unicode::nfkc_casefold(a), unicode::nfkc_casefold(b));
    return (distance <= 1 && shorter >= kShortestForOne) || (distance == 2 && shorter >= kShortestForTwo);
}

const NameRule& rule_for(std::string_view platform) {
    static constexpr std::array<const NameRule*, 10> kRules{
        &kX, &kInstagram, &kTikTok, &kTelegram, &kYouTube, &kVk, &kFacebook, &kWeibo, &kDouyin, &kKuaishou};
    const auto* const known = std::find_if(kRules.begin(), kRules.end(),
                                           [&](const NameRule* rule) { return rule->platform == platform; });
    return known == kRules.end() ? kAnyPlatform : **known;
}

}  // namespace

std::string_view name_of(HandleMatch match) noexcept {
    switch (match) {
        case HandleMatch::exact:
            return "exact";
        case HandleMatch::ambiguous_ocr:
            return "ambiguous_ocr";
        case HandleMatch::lookalike:
            return "lookalike";
        case HandleMatch::near:
            return "near";
        case HandleMatch::none:
            break;
    }
    return "none";
}

std::string bare_name(std::string_view name) {
    const std::u32string letters = unicode::code_points(unicode::collapse_spaces(name));
    std::u32string_view rest = letters;
    while (!rest.empty() &&
           (is_at_sign(rest.front()) || rest.front() == kCopyright || is_space(rest.front())))
        rest.remove_prefix(1);
    return unicode::to_utf8(rest);
}

HandleMatch compare_handles(std::string_view seen, std::string_view claimed, NameOrigin origin,
                            double confidence) {
    const std::string a = bare_name(seen);
    const std::string b = bare_name(claimed);
    if (a.empty() || b.empty()) return HandleMatch::none;
    if (same_account(a, b)) return HandleMatch::exact;
    const bool alike = look_alike(a, b);
    if (origin == NameOrigin::metadata) {
        if (alike) return HandleMatch::lookalike;
    } else {
        // An engine that picks letters of another script, or full-width ones, has seen the same shapes.
        if (alike && is_ascii(a) != is_ascii(b)) return HandleMatch::ambiguous_ocr;
        if (confidence < kSureReading && (alike || reading_shape(a) == reading_shape(b)))
            return HandleMatch::ambiguous_ocr;
        if (alike || reading_shape(a) == reading_shape(b)) return HandleMatch::near;
    }
    return is_near(a, b) ? HandleMatch::near : HandleMatch::none;
}

bool is_possible_name(std::string_view name, std::string_view platform) {
    const std::u32string letters = unicode::code_points(name);
    const auto span = name_at(letters, 0, rule_for(platform));
    return span && span->end == letters.size();
}

}  // namespace sourcereel::attribution
