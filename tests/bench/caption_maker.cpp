#include "bench/caption_maker.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "unicode/fold.h"

namespace sourcereel::bench {
namespace {

std::size_t below(std::mt19937_64& random, std::size_t bound) {
    return static_cast<std::size_t>(random() % bound);
}

std::string_view one_of(const std::vector<std::string_view>& parts, std::mt19937_64& random) {
    return parts[below(random, parts.size())];
}

std::string letter(char32_t c) {
    return unicode::to_utf8({&c, 1});
}

std::string spelt(const std::vector<std::string_view>& heads, const std::vector<std::string_view>& tails,
                  std::size_t syllables, std::mt19937_64& random) {
    std::string word;
    for (std::size_t i = 0; i < syllables; ++i) {
        word += one_of(heads, random);
        word += one_of(tails, random);
    }
    return word;
}

/// Common words are short, as everywhere.
std::string make_word(Language language, std::size_t rank, std::mt19937_64& random) {
    const std::size_t syllables = 1 +
                                  below(random, rank < 40     ? 1
                                                : rank < 2000 ? 3
                                                              : 4) +
                                  (rank < 40 ? 0U : 1U);
    switch (language) {
        case Language::english:
            return spelt({"b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "st", "tr", "w"},
                         {"a", "e", "i", "o", "u", "an", "er", "in", "on", "al"}, syllables, random);
        case Language::russian:
            return spelt({"б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "х", "ч"},
                         {"а", "е", "и", "о", "у", "ой", "ан", "ер", "ов", "ы"}, syllables, random);
        case Language::arabic:
            return (below(random, 3) == 0 ? "ال" : "") +
                   spelt({"ب", "ت", "ج", "ح", "د", "ر", "س", "ش", "ع", "ف", "ق", "ك", "ل", "م", "ن"},
                         {"", "ا", "و", "ي", "", "ر"}, syllables + 1, random);
        case Language::korean: {
            std::string word;
            for (std::size_t i = 0; i < std::min<std::size_t>(syllables + 1, 4); ++i)
                word +=
                    letter(static_cast<char32_t>(0xAC00 + 28 * below(random, 399) + below(random, 4) * 4));
            return word;
        }
        case Language::chinese:
            break;
    }
    return letter(static_cast<char32_t>(0x4E00 + below(random, 3000))) +
           letter(static_cast<char32_t>(0x4E00 + below(random, 3000)));
}

}  // namespace

Zipf::Zipf(std::size_t size) {
    double sum = 0;
    for (std::size_t i = 0; i < size; ++i) sums_.push_back(sum += 1.0 / static_cast<double>(i + 1));
}

std::size_t Zipf::draw(std::mt19937_64& random) const {
    const double at = static_cast<double>(random() >> 11U) * 0x1p-53 * sums_.back();
    const auto found = std::upper_bound(sums_.begin(), sums_.end(), at);
    return std::min(static_cast<std::size_t>(found - sums_.begin()), sums_.size() - 1);
}

CaptionMaker::CaptionMaker(std::uint64_t seed, std::size_t words) : random_(seed), zipf_(words) {
    for (const Language language : kLanguages) {
        std::set<std::string> known;
        std::vector<std::string> list;
        while (list.size() < words) {
            std::string word = make_word(language, list.size(), random_);
            if (known.insert(word).second) list.push_back(std::move(word));
            // The few short forms are used up soon: then the next is a rarer, longer one.
            else if (list.size() < 40)
                list.push_back(word + make_word(language, 5000, random_));
        }
        words_.push_back(std::move(list));
    }
}

const std::vector<std::string>& CaptionMaker::words(Language language) const {
    return words_[static_cast<std::size_t>(language)];
}

/// Now and then an accent or points that a searching person does not type.
std::string CaptionMaker::shown(Language language, const std::string& word) {
    if (below(random_, 12) != 0) return word;
    const auto replaced = [&](std::string_view from, std::string_view to) {
        std::string out = word;
        if (const std::size_t at = out.find(from); at != std::string::npos) out.replace(at, from.size(), to);
        return out;
    };
    if (language == Language::english) return replaced("e", "é");
    if (language == Language::russian) return replaced("е", "ё");
    if (language == Language::arabic) return replaced("ا", "أ");
    return word;
}

Caption CaptionMaker::next() {
    constexpr std::array<std::size_t, 5> kUpTo{40, 60, 75, 90, 100};  // Per cent of each language, summed.
    const std::size_t at = below(random_, 100);
    Caption caption;
    caption.language = kLanguages[static_cast<std::size_t>(std::upper_bound(kUpTo.begin(), kUpTo.end(), at) -
                                                           kUpTo.begin())];
    const bool spaced = caption.language != Language::chinese;
    const std::size_t words = 3 + below(random_, 7);
    const bool capitals = below(random_, 5) == 0 && caption.language == Language::english;
    caption.plain = " ";
    for (std::size_t i = 0; i < words; ++i) {
        const std::string& word = this->words(caption.language)[zipf_.draw(random_)];
        if (spaced && i > 0) caption.text += i == words / 2 ? ", " : " ";
        std::string visible = shown(caption.language, word);
        if (capitals)
            for (char& c : visible)
                if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        caption.text += visible;
        caption.plain += word + (spaced ? " " : "");
    }
    if (!spaced) caption.plain += " ";
    return caption;
}

const char* code_of(Language language) {
    constexpr std::array<const char*, 5> kCodes{"eng", "rus", "kor", "chi_sim", "ara"};
    return kCodes[static_cast<std::size_t>(language)];
}

const char* script_of(Language language) {
    constexpr std::array<const char*, 5> kScripts{"Latin", "Cyrillic", "Hangul", "Han", "Arabic"};
    return kScripts[static_cast<std::size_t>(language)];
}

}  // namespace sourcereel::bench
