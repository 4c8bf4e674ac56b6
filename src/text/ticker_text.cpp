#include "text/ticker_text.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>

#include "unicode/fold.h"

namespace sourcereel::text {
namespace {

constexpr std::size_t kTelling = 30;  ///< Letters in a row that do not come again by chance.

/// A word without case and punctuation, by which it is known again.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin) words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

/// How many words from `first` and from `second` on are alike, and how many letters these hold.
struct Repeat {
    std::size_t words = 0;
    std::size_t letters = 0;
};

Repeat repeat_at(const std::vector<std::string>& words, std::size_t first, std::size_t second) {
    Repeat repeat;
    std::size_t wrong = 0;
    for (std::size_t i = 0; second + i < words.size(); ++i) {
        const std::string& a = words[first + i];
        const std::string& b = words[second + i];
        // An engine may read a word otherwise the second time.
        if (unicode::edit_distance(a, b) * 3 > std::max(a.size(), b.size()) && ++wrong > repeat.words / 5)
            break;
        ++repeat.words;
        repeat.letters += unicode::code_points(b).size();
    }
    return repeat;
}

}  // namespace

std::string once_round(const std::string& text) {
    std::vector<std::string> words = words_of(text);
    for (std::string& word : words)
        if (word == "·" || word == "°") word = "•";  // alone it parts two items, small or blurred
    std::vector<std::string> folded;
    for (const std::string& word : words) folded.push_back(unicode::nfkc_casefold(word));
    // Where each word stood first: only there can a round have begun.
    std::map<std::string_view, std::size_t> seen;
    std::size_t end = words.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto [place, is_new] = seen.emplace(folded[i], i);
        if (is_new) continue;
        const Repeat repeat = repeat_at(folded, place->second, i);
        const bool to_the_end = i + repeat.words >= words.size();
        if (repeat.letters >= kTelling && (to_the_end || repeat.words >= i - place->second)) {
            end = i;
            break;
        }
    }
    std::string once;
    for (std::size_t i = 0; i < end; ++i) once += (i == 0 ? "" : " ") + words[i];
    return once;
}

std::optional<TextTrack> read_ticker(const TickerTrack& ticker, LineReader& reader) {
    std::string text;
    std::map<std::string, double> letters_of;  ///< By language.
    std::string engine;
    double confidence = 0;
    double letters = 0;
    for (const LineTrack& piece : ticker.pieces) {
        const auto reading = reader.read(piece);
        if (!reading) continue;
        const auto count = static_cast<double>(unicode::code_points(reading->text).size());
        confidence += reading->confidence * count;
        letters += count;
        letters_of[reading->language] += count;
        if (!text.empty()) text += ' ';
        text += reading->text;
        if (engine.empty()) engine = reading->readings.front().engine;
    }
    text = once_round(text);
    if (text.find(' ') == std::string::npos && unicode::code_points(text).size() < 8) return std::nullopt;
    TextTrack track;
    track.kind = TextKind::ticker;
    track.range = {ticker.presence.begin, ticker.presence.end};
    track.begin_frame = ticker.presence.begin_frame;
    track.end_frame = ticker.presence.end_frame;
    track.box = as_rect(ticker.box);
    track.text = text;
    track.confidence = confidence / letters;
    track.script = unicode::dominant_script(text);
    track.language = std::max_element(letters_of.begin(), letters_of.end(), [](const auto& a, const auto& b) {
                         return a.second < b.second;
                     })->first;
    track.frames_seen = ticker.presence.seen;
    track.frames_examined = ticker.presence.examined;
    track.readings = {{engine, text, track.confidence}};
    return track;
}

}  // namespace sourcereel::text
