#include "text/ocr.h"

#include <omp.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
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

/// The widest gap between dark columns of `line` from the middle of one word to the middle of the next.
int widest_gap_between(const cv::Mat& line, const Word& before, const Word& after) {
    const int from = std::clamp(before.box.x + before.box.width / 2, 0, line.cols);
    const int to = std::clamp(after.box.x + after.box.width / 2, from, line.cols);
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

/// Between Hangul syllables the engine sees spaces that are none: there the gap is at most .3 of the height,
/// between words .42 or more.
bool is_space_between(const cv::Mat& line, const Word& before, const Word& after) {
    constexpr double kSpace = 0.36;
    const auto hangul = [](char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; };
    const std::u32string a = unicode::code_points(before.text);
    const std::u32string b = unicode::code_points(after.text);
    if (!hangul(a.back()) || !hangul(b.front())) return true;
    return widest_gap_between(line, before, after) > kSpace * ink_height(line);
}

/// Marks without a letter at either end that the engine doubts are the rim of the strap or the picture
/// behind.
void trim_rims(std::vector<Word>& words) {
    constexpr double kSure = 0.75;
    const auto is_rim = [](const Word& word) { return !word.letters && word.confidence < kSure; };
    while (!words.empty() && is_rim(words.back())) words.pop_back();
    while (!words.empty() && is_rim(words.front())) words.erase(words.begin());
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
        // Tesseract's own threads cost more than they give on one line; files run in parallel instead. It
        // asks for a number of threads in so many words, which omp_set_num_threads() would not overrule.
        omp_set_max_active_levels(0);
        api_.SetImage(line.data, line.cols, line.rows, 1, static_cast<int>(line.step));
        api_.SetSourceResolution(300);
        std::vector<Word> words = recognize(tesseract::PSM_SINGLE_LINE);
        // Its search for the line's rows loses some lines whole; without the search it reads them.
        if (words.empty()) words = recognize(tesseract::PSM_RAW_LINE);
        api_.Clear();
        trim_rims(words);
        OcrResult result;
        double weights = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Word& word = words[i];
            if (i > 0 && is_space_between(line, words[i - 1], word)) result.text += ' ';
            result.text += word.text == "|" && latin_ ? "I" : word.text;
            result.box |= word.box;
            const auto weight = static_cast<double>(unicode::code_points(word.text).size());
            result.confidence += weight * word.confidence;
            weights += weight;
        }
        if (weights > 0) result.confidence /= weights;
        return result;
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

OcrResult Ocr::read(const cv::Mat& line, const std::string& language) {
    auto& engine = engines_[language];
    if (!engine) {
        try {
            engine = std::make_unique<Engine>(language);
        } catch (...) {
            engines_.erase(language);
            throw;
        }
    }
    return engine->read(line);
}

}  // namespace sourcereel::text
