#include "core/picture_hash.h"

#include <charconv>

namespace sourcereel {
namespace {

constexpr std::size_t kDigitsOfAWord = 16;

}  // namespace

std::string digits_of(const PictureHash& hash) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string digits;
    for (const std::uint64_t word : hash.words)
        for (int shift = 60; shift >= 0; shift -= 4)
            digits += kDigits[word >> static_cast<unsigned>(shift) & 15U];
    return digits;
}

std::optional<PictureHash> picture_hash_from(std::string_view digits) noexcept {
    PictureHash hash;
    if (digits.size() != kDigitsOfAWord * hash.words.size()) return std::nullopt;
    if (digits.find_first_not_of("0123456789abcdef") != std::string_view::npos) return std::nullopt;
    for (std::size_t i = 0; i < hash.words.size(); ++i) {
        const char* begin = digits.data() + i * kDigitsOfAWord;
        std::from_chars(begin, begin + kDigitsOfAWord, hash.words[i], 16);
    }
    return hash;
}

}  // namespace sourcereel
