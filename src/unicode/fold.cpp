#include "unicode/fold.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <numeric>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>
#include <unicode/uversion.h>

namespace sourcereel::unicode {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

void append(std::string& out, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(c));
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

/// Calls `visit` with each code point, U+FFFD for each ill-formed part. ICU counts bytes in 32 bits.
template <typename Visit>
void for_each_code_point(std::string_view text, Visit visit) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    constexpr std::size_t kMost = std::numeric_limits<std::int32_t>::max();
    const auto size = static_cast<std::int32_t>(std::min(text.size(), kMost));
    for (std::int32_t i = 0; i < size;) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, i, size, c);
        visit(static_cast<char32_t>(c));
    }
}

bool is_word_character(char32_t c) {
    return u_isalnum(static_cast<UChar32>(c)) != 0;
}

/// Hangul, Han and kana that words are made of: the long-vowel mark and 〇 too, brackets and full stops not.
bool is_cjk(char32_t code_point) {
    const auto c = static_cast<UChar32>(code_point);
    return u_isUAlphabetic(c) != 0 &&
           (uscript_hasScript(c, USCRIPT_HANGUL) != 0 || uscript_hasScript(c, USCRIPT_HAN) != 0 ||
            uscript_hasScript(c, USCRIPT_HIRAGANA) != 0 || uscript_hasScript(c, USCRIPT_KATAKANA) != 0);
}

/// Which side of the border between scripts without and with spaces a character stands on.
enum class Side { none, cjk, other };

Side side_of(char32_t c) {
    if (is_cjk(c)) return Side::cjk;
    return is_word_character(c) ? Side::other : Side::none;
}

int width_of(char32_t code_point) {
    const auto c = static_cast<UChar32>(code_point);
    switch (u_charType(c)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
        case U_CONTROL_CHAR:
            return 0;
        default:
            break;
    }
    const int syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
    if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::string nfkc_casefold(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* folder = icu::Normalizer2::getNFKCCasefoldInstance(status);
    icu::UnicodeString wide;
    for_each_code_point(text, [&](char32_t c) { wide.append(static_cast<UChar32>(c)); });
    icu::UnicodeString folded;
    if (U_SUCCESS(status)) folded = folder->normalize(wide, status);
    // Fails only without ICU's data or memory: then the text itself still compares equal to itself.
    if (U_FAILURE(status)) folded = wide;
    std::string out;
    folded.toUTF8String(out);
    return out;
}

std::u32string code_points(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for_each_code_point(text, [&](char32_t c) { out.push_back(c); });
    return out;
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char32_t c : text) append(out, c);
    return out;
}

std::string valid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for_each_code_point(text, [&](char32_t c) {
        if (c != 0) append(out, c);
    });
    return out;
}

std::string collapse_spaces(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool space = false;
    for_each_code_point(text, [&](char32_t c) {
        if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) {
            space = true;
            return;
        }
        if (space && !out.empty()) out.push_back(' ');
        space = false;
        append(out, c);
    });
    return out;
}

std::string dominant_script(std::string_view text) {
    std::vector<std::pair<UScriptCode, std::size_t>> letters;  // In the order first seen.
    for_each_code_point(text, [&](char32_t code_point) {
        const auto c = static_cast<UChar32>(code_point);
        if (u_isalpha(c) == 0) return;
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(c, &status);
        if (U_FAILURE(status) || script == USCRIPT_COMMON || script == USCRIPT_INHERITED) return;
        const auto known = std::find_if(letters.begin(), letters.end(),
                                        [&](const auto& entry) { return entry.first == script; });
        if (known == letters.end()) {
            letters.emplace_back(script, 1);
        } else {
            ++known->second;
        }
    });
    const auto most = std::max_element(letters.begin(), letters.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return uscript_getName(most == letters.end() ? USCRIPT_COMMON : most->first);
}

std::string cjk_bigrams(std::string_view text) {
    std::string out;
    const auto add = [&](std::u32string_view characters) {
        if (!out.empty()) out.push_back(' ');
        for (const char32_t c : characters) append(out, c);
    };
    const std::u32string folded = code_points(nfkc_casefold(text));
    const std::u32string_view all = folded;
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        while (end < all.size() && is_cjk(all[end])) ++end;
        if (end - begin == 1) add(all.substr(begin, 1));
        for (std::size_t i = begin; i + 1 < end; ++i) add(all.substr(i, 2));
        begin = std::max(end, begin + 1);
    }
    return out;
}

std::string separate_cjk(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    Side before = Side::none;
    for_each_code_point(text, [&](char32_t c) {
        // A mark belongs to the letter before it, whatever script it names.
        const bool mark = (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
        const Side side = mark ? before : side_of(c);
        if (before != Side::none && side != Side::none && side != before) out.push_back(' ');
        append(out, c);
        before = side;
    });
    return out;
}

bool has_word(std::string_view text) {
    bool found = false;
    for_each_code_point(text, [&](char32_t c) { found = found || is_word_character(c); });
    return found;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const std::u32string left = code_points(a);
    const std::u32string right = code_points(b);
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    for_each_code_point(text, [&](char32_t c) { columns += static_cast<std::size_t>(width_of(c)); });
    return columns;
}

std::string icu_version() {
    UVersionInfo version{};
    u_getVersion(version);
    std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
    u_versionToString(version, text.data());
    return std::string("ICU ") + text.data();
}

}  // namespace sourcereel::unicode
