#include "text/word_captions.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "text/plausibility.h"
#include "unicode/fold.h"

namespace sourcereel::text {
namespace {

constexpr double kLongest_s = 1.1;
constexpr double kPause_s = 0.45;   ///< Two samples: a word between may have been missed.
constexpr std::size_t kFewest = 3;  ///< Words: two short captions after each other are two captions.
constexpr std::size_t kLongest_letters = 80;

/// Chinese and Japanese write sentences without spaces: of these, so many characters are more than a word.
bool is_sentence_without_spaces(const std::string& text) {
    constexpr std::ptrdiff_t kWord = 3;
    const std::u32string points = unicode::code_points(text);
    return std::count_if(points.begin(), points.end(),
                         [](char32_t c) { return c >= 0x3040 && c <= 0x9FFF; }) > kWord;
}

bool is_word(const TextTrack& track) {
    return track.kind == TextKind::caption && track.path.empty() &&
           track.range.duration_seconds() <= kLongest_s &&
           track.text.find_first_of(" \n@") == std::string::npos && !is_sentence_without_spaces(track.text);
}

bool ends_sentence(const std::string& word) {
    return word.ends_with('.') || word.ends_with('!') || word.ends_with('?') || word.ends_with("…") ||
           word.ends_with("。") || word.ends_with("？") || word.ends_with("！");
}

bool follows(const TextTrack& word, const TextTrack& next) {
    const double pause = next.range.begin.seconds() - word.range.end.seconds();
    const int height = std::max(word.box.height, next.box.height);
    const bool one_row = std::abs(word.box.y + word.box.bottom() - next.box.y - next.box.bottom()) < height;
    const bool one_place = word.box.x < next.box.right() && next.box.x < word.box.right();
    return std::abs(pause) <= kPause_s && one_row && one_place &&
           2 * std::min(word.box.height, next.box.height) > height;
}

/// @pre at least one word, in the order of their begin.
TextTrack joined(const std::vector<TextTrack>& words) {
    TextTrack caption = words.front();
    caption.words.clear();
    caption.text.clear();
    double confidence = 0;
    double letters = 0;
    std::vector<Reading> readings;
    for (const TextTrack& word : words) {
        const auto count = static_cast<double>(unicode::code_points(word.text).size());
        confidence += word.confidence * count;
        letters += count;
        if (!caption.text.empty()) caption.text += ' ';
        caption.text += word.text;
        caption.words.push_back({word.text, word.range});
        caption.box = hull(caption.box, word.box);
        readings.insert(readings.end(), word.readings.begin(), word.readings.end());
    }
    caption.range.end = words.back().range.end;
    caption.end_frame = words.back().end_frame;
    caption.frames_seen = caption.frames_examined = 0;
    for (const TextTrack& word : words) {
        caption.frames_seen += word.frames_seen;
        caption.frames_examined += word.frames_examined;
    }
    caption.confidence = confidence / letters;
    caption.script = unicode::dominant_script(caption.text);
    caption.readings = {{words.front().readings.front().engine, caption.text, caption.confidence}};
    caption.readings.insert(caption.readings.end(), readings.begin(), readings.end());
    return caption;
}

}  // namespace

std::vector<TextTrack> join_words(std::vector<TextTrack> tracks) {
    std::stable_sort(tracks.begin(), tracks.end(),
                     [](const TextTrack& a, const TextTrack& b) { return a.range.begin < b.range.begin; });
    std::vector<TextTrack> result;
    std::vector<bool> used(tracks.size(), false);
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (used[i]) continue;
        std::vector<std::size_t> chain{i};
        std::size_t letters = tracks[i].text.size();
        for (std::size_t k = i + 1; is_word(tracks[i]) && k < tracks.size(); ++k) {
            const TextTrack& last = tracks[chain.back()];
            if (tracks[k].range.begin.seconds() > last.range.end.seconds() + kPause_s) break;
            if (used[k] || !is_word(tracks[k]) || !follows(last, tracks[k])) continue;
            chain.push_back(k);
            letters += tracks[k].text.size() + 1;
            if (ends_sentence(tracks[k].text) || letters > kLongest_letters) break;
        }
        if (chain.size() < kFewest) {
            if (is_telling(tracks[i].text)) result.push_back(std::move(tracks[i]));
            continue;
        }
        std::vector<TextTrack> words;
        for (const std::size_t k : chain) {
            used[k] = true;
            words.push_back(tracks[k]);
        }
        result.push_back(joined(words));
    }
    return result;
}

}  // namespace sourcereel::text
