#include "unicode/search_fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "unicode/fold.h"

namespace sourcereel::unicode {
namespace {

bool is_mark(char32_t c) {
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

/// The categories that the full-text index makes words of.
bool is_part_of_word(char32_t c) {
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) &
            (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK | U_GC_CO_MASK)) != 0;
}

bool has_optional_marks(char32_t letter) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(letter), &status);
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK;
}

/// Vowel points, tatweel, and the small signs above and below of Arabic.
bool is_arabic_point(char32_t c) {
    return c == 0x0640 || (c >= 0x064B && c <= 0x065F) || c == 0x0670;
}

char32_t arabic_form(char32_t c) {
    switch (c) {
        case 0x0622:
        case 0x0623:
        case 0x0625:
        case 0x0671:
            return 0x0627;
        case 0x0649:
            return 0x064A;
        case 0x0629:
            return 0x0647;
        default:
            return c;
    }
}

/// The letter under the marks of a composed Latin or Greek one; others as they are.
char32_t bare(char32_t c, const icu::Normalizer2& decomposer) {
    if (c < 0x80) return c;
    if (c == 0x0451) return 0x0435;  // ё
    icu::UnicodeString parts;
    if (!decomposer.getDecomposition(static_cast<UChar32>(c), parts)) return arabic_form(c);
    const auto first = static_cast<char32_t>(parts.char32At(0));
    return has_optional_marks(first) ? first : arabic_form(c);
}

}  // namespace

std::string search_fold(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* decomposer = icu::Normalizer2::getNFDInstance(status);
    std::string folded = nfkc_casefold(text);
    if (U_FAILURE(status)) return folded;  // Without ICU's data the plain folding still compares.
    std::u32string out;
    bool optional_marks = false;
    for (const char32_t c : code_points(folded)) {
        if (is_arabic_point(c) || (optional_marks && is_mark(c))) continue;
        out.push_back(is_part_of_word(c) ? bare(c, *decomposer) : U' ');
        optional_marks = has_optional_marks(out.back());
    }
    return to_utf8(out);
}

}  // namespace sourcereel::unicode
