#include "text/ocr.h"

#include <omp.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <fstream>

#include "core/error.h"
#include "text/language_data.h"
#include "text/languages.h"
#include "unicode/fold.h"

namespace sourcereel::text {
namespace {

struct Word {
    std::string text;
    double confidence = 0;  ///< 0..1
    bool letters = false;   ///< Holds at least one letter or digit of some script.
    cv::Rect box;
};

bool has_letters(const std::string& text) {
    const std::u32string points = unicode::code_points(text);
    return std::any_of(points.begin(), points.end(), [](char32_t c) {
        return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c > 0xBF;
    });
}

/// Signs of writing direction, which the engine puts beside Arabic, are nothing that stands in the picture.
std::string without_direction_signs(const std::string& text) {
    std::u32string points = unicode::code_points(text);
    std::erase_if(points, [](char32_t c) {
        return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    });
    return unicode::to_utf8(points);
}

std::vector<Word> words_of(tesseract::TessBaseAPI& engine) {
    std::vector<Word> words;
    const std::unique_ptr<tesseract::ResultIterator> it(engine.GetIterator());
    if (!it) return words;
    do {
        const std::unique_ptr<char[]> raw(it->GetUTF8Text(tesseract::RIL_WORD));
        if (!raw) continue;
        std::string text = unicode::collapse_spaces(without_direction_signs(unicode::valid_utf8(raw.get())));
        if (text.empty()) continue;
        const bool letters = has_letters(text);
        int left = 0, top = 0, right = 0, bottom = 0;
        it->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom);
        words.push_back({std::move(text), std::clamp(it->Confidence(tesseract::RIL_WORD) / 100.0, 0.0, 1.0),
                         letters, cv::Rect{left, top, right - left, bottom - top}});
    } while (it->Next(tesseract::RIL_WORD));
    return words;
}

constexpr int kDark = 128;

/// From the first to the last row that holds more than a speck of ink.
int ink_height(const cv::Mat& line) {
    cv::Mat ink, rows;
    cv::compare(line, kDark, ink, cv::CMP_LT);
    cv::reduce(ink, rows, 1, cv::REDUCE_AVG, CV_32F);
    constexpr float kSpeck = 3;  // of 255: a hundredth of the columns
    int top = 0;
    int bottom = rows.rows;
    while (top < bottom && rows.at<float>(top) < kSpeck) ++top;
    while (bottom > top && rows.at<float>(bottom - 1) < kSpeck) --bottom;
    return bottom - top;
}

/// The widest gap between dark columns of `line` in columns [from, to).
int widest_gap(const cv::Mat& line, int from, int to) {
    from = std::clamp(from, 0, line.cols);
    to = std::clamp(to, from, line.cols);
    int widest = 0;
    int gap = 0;
    for (int x = from; x < to; ++x) {
        double darkest = 0;
        cv::minMaxLoc(line.col(x), &darkest);
        gap = darkest < kDark ? 0 : gap + 1;
        widest = std::max(widest, gap);
    }
    return widest;
}

/// How wide the gaps between the letters of a word are: of each word the widest, of these the median.
int usual_gap_inside(const cv::Mat& line, const std::vector<Word>& words) {
    std::vector<int> gaps;
    for (const Word& word : words)
        if (word.box.width > line.rows) gaps.push_back(widest_gap(line, word.box.x, word.box.br().x));
    if (gaps.empty()) return line.rows;
    const auto median = gaps.begin() + std::ssize(gaps) / 2;
    std::nth_element(gaps.begin(), median, gaps.end());
    return *median;
}

/// Whether the second is a Hangul syllable that the first, one too or a digit, may belong to.
bool may_be_one_word(const Word& before, const Word& after) {
    const auto is_hangul = [](char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; };
    const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    const char32_t last = unicode::code_points(before.text).back();
    return (is_hangul(last) || is_digit(last)) && is_hangul(unicode::code_points(after.text).front());
}

/// Before which words a space stands. Between Hangul syllables the engine sees spaces that are none. Faces
/// whose syllables have one width leave up to .3 of the height between two of them, and .42 between words;
/// others less of both, but those between words are alike.
std::vector<bool> spaces_before(const cv::Mat& line, const std::vector<Word>& words) {
    constexpr double kSpace = 0.36;
    constexpr double kLeast = 0.2;
    constexpr double kWider = 1.4;
    constexpr double kLike = 0.75;
    std::vector<bool> spaces(words.size(), true);
    std::vector<int> gaps(words.size(), 0);
    bool hangul = false;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (!may_be_one_word(words[i - 1], words[i])) continue;
        const auto middle = [](const Word& word) { return word.box.x + word.box.width / 2; };
        gaps[i] = widest_gap(line, middle(words[i - 1]), middle(words[i]));
        hangul = true;
    }
    if (!hangul) return spaces;
    const int usual = usual_gap_inside(line, words);
    const int widest = *std::max_element(gaps.begin(), gaps.end());
    const int height = ink_height(line);
    for (std::size_t i = 1; i < words.size(); ++i)
        if (may_be_one_word(words[i - 1], words[i]))
            spaces[i] = gaps[i] > kSpace * height ||
                        (gaps[i] > kLeast * height && gaps[i] > kWider * usual && gaps[i] >= kLike * widest);
    return spaces;
}

/// Marks without a letter at either end that the engine doubts are the rim of the strap or the picture
/// behind.
void trim_rims(std::vector<Word>& words) {
    constexpr double kSure = 0.75;
    const auto is_rim = [](const Word& word) { return !word.letters && word.confidence < kSure; };
    while (!words.empty() && is_rim(words.back())) words.pop_back();
    while (!words.empty() && is_rim(words.front())) words.erase(words.begin());
}

/// The account name that the word is or ends with; empty where there is none.
std::string name_in(const std::string& word) {
    constexpr std::size_t kTelling = 4;
    const std::size_t at = word.find('@');
    if (at == std::string::npos) return {};
    const auto is_of_name = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.';
    };
    std::size_t end = at + 1;
    while (end < word.size() && is_of_name(word[end])) ++end;
    return end - at > kTelling ? word.substr(at, end - at) : std::string{};
}

}  // namespace

class Ocr::Engine {
public:
    explicit Engine(const std::string& language) : latin_(language == "eng" || language == kLatinScript) {
        if (!load(language))
            throw Error(ErrorKind::corrupt, "the Tesseract language data for '" + language +
                                                "' cannot be loaded; install its package again");
        api_.SetVariable("debug_file", "/dev/null");
    }
    OcrResult read(const cv::Mat& line) {
        std::vector<Word> words = words_in(line);
        trim_rims(words);
        OcrResult result;
        double weights = 0;
        const std::vector<bool> spaces = spaces_before(line, words);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Word& word = words[i];
            if (i > 0 && spaces[i]) result.text += ' ';
            result.text += word.text == "|" && latin_ ? "I" : word.text;
            result.box |= word.box;
            const auto weight = static_cast<double>(unicode::code_points(word.text).size());
            result.confidence += weight * word.confidence;
            weights += weight;
        }
        if (weights > 0) result.confidence /= weights;
        return result;
    }
    OcrResult read_name(const cv::Mat& line) {
        OcrResult best;
        for (const Word& word : words_in(line)) {
            const std::string name = name_in(word.text);
            if (!name.empty() && word.confidence > best.confidence) best = {name, word.confidence, word.box};
        }
        return best;
    }

private:
    bool load(const std::string& language) {
        require_language(language);
        if (!is_script(language)) return api_.Init(nullptr, language.c_str(), tesseract::OEM_LSTM_ONLY) == 0;
        std::ifstream file(language_file(language), std::ios::binary);
        const std::string data = without_word_lists(file);
        return api_.Init(data.data(), static_cast<int>(data.size()), language.c_str(),
                         tesseract::OEM_LSTM_ONLY, nullptr, 0, nullptr, nullptr, false, nullptr) == 0;
    }
    std::vector<Word> words_in(const cv::Mat& line) {
        // Tesseract's own threads cost more than they give on one line; files run in parallel instead. It
        // asks for a number of threads in so many words, which omp_set_num_threads() would not overrule.
        omp_set_max_active_levels(0);
        api_.SetImage(line.data, line.cols, line.rows, 1, static_cast<int>(line.step));
        api_.SetSourceResolution(300);
        std::vector<Word> words = recognize(tesseract::PSM_SINGLE_LINE);
        // Its search for the line's rows loses some lines whole; without the search it reads them.
        if (words.empty()) words = recognize(tesseract::PSM_RAW_LINE);
        api_.Clear();
        return words;
    }
    std::vector<Word> recognize(tesseract::PageSegMode mode) {
        api_.SetPageSegMode(mode);
        return api_.Recognize(nullptr) == 0 ? words_of(api_) : std::vector<Word>{};
    }

    bool latin_;  ///< A bar that stands alone is the word I.
    tesseract::TessBaseAPI api_;
};

Ocr::Ocr() = default;
Ocr::~Ocr() = default;
Ocr::Ocr(Ocr&&) noexcept = default;
Ocr& Ocr::operator=(Ocr&&) noexcept = default;

Ocr::Engine& Ocr::engine_for(const std::string& language) {
    auto& engine = engines_[language];
    if (!engine) {
        try {
            engine = std::make_unique<Engine>(language);
        } catch (...) {
            engines_.erase(language);
            throw;
        }
    }
    return *engine;
}

OcrResult Ocr::read(const cv::Mat& line, const std::string& language) {
    return engine_for(language).read(line);
}

OcrResult Ocr::read_name(const cv::Mat& line) {
    return engine_for("eng").read_name(line);
}

}  // namespace sourcereel::text
