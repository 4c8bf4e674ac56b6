// bench/caption_maker.h: captions in five languages, drawn so that words are as common as in real text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace sourcereel::bench {

/// Numbers 0, 1, … of which each is drawn about 1/(number + 1) as often as the first (Zipf's law).
class Zipf {
public:
    explicit Zipf(std::size_t size);
    std::size_t draw(std::mt19937_64& random) const;

private:
    std::vector<double> sums_;
};

enum class Language { english, russian, korean, chinese, arabic };
inline constexpr std::array<Language, 5> kLanguages{Language::english, Language::russian, Language::korean,
                                                    Language::chinese, Language::arabic};

struct Caption {
    Language language = Language::english;
    std::string text;   ///< As it stands in the picture: capitals, accents, points, punctuation.
    std::string plain;  ///< " its words in lower case without any of that ", to be scanned for the truth.
};

/// A made-up vocabulary a language, most common word first. The same seed gives the same captions.
class CaptionMaker {
public:
    CaptionMaker(std::uint64_t seed, std::size_t words);
    Caption next();
    const std::vector<std::string>& words(Language language) const;

private:
    std::string shown(Language language, const std::string& word);

    std::mt19937_64 random_;
    Zipf zipf_;
    std::vector<std::vector<std::string>> words_;
};

/// Tesseract's code and ICU's script.
const char* code_of(Language language);
const char* script_of(Language language);

}  // namespace sourcereel::bench
