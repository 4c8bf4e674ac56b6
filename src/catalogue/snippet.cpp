#include "catalogue/snippet.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "unicode/fold.h"
#include "unicode/search_fold.h"

namespace sourcereel::catalogue {
namespace {

constexpr std::size_t kLongest = 80;
constexpr std::size_t kBefore = 24;  ///< Characters kept before the match, for its context.

/// Half-open, in characters of a line.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::vector<Span> merged(std::vector<Span> spans) {
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::vector<Span> out;
    for (const Span& span : spans) {
        if (!out.empty() && span.begin <= out.back().end)
            out.back().end = std::max(out.back().end, span.end);
        else
            out.push_back(span);
    }
    return out;
}

std::u32string without_spaces(const std::string& text) {
    std::u32string letters = unicode::code_points(text);
    std::erase(letters, U' ');
    return letters;
}

Snippet shortened(const std::u32string& letters, const std::vector<Span>& spans) {
    std::size_t begin = 0;
    std::size_t end = letters.size();
    if (letters.size() > kLongest) {
        // One place at each end is kept for the mark of the cut.
        constexpr std::size_t kRoom = kLongest - 2;
        const std::size_t around = spans.empty() ? 0 : spans.front().begin;
        begin = std::min(around > kBefore ? around - kBefore : 0, letters.size() - kRoom);
        end = begin + kRoom;
    }
    Snippet snippet;
    std::size_t at = begin;
    const auto append_to = [&](std::size_t to) {
        snippet.text += unicode::to_utf8(std::u32string_view(letters).substr(at, to - at));
        at = to;
    };
    if (begin > 0) snippet.text += "…";
    for (const Span& span : spans) {
        const std::size_t first = std::max(span.begin, begin);
        const std::size_t last = std::min(span.end, end);
        if (first >= last) continue;
        append_to(first);
        const std::size_t from = snippet.text.size();
        append_to(last);
        snippet.highlights.push_back({from, snippet.text.size()});
    }
    append_to(end);
    if (end < letters.size()) snippet.text += "…";
    return snippet;
}

}  // namespace

/// A line and the same folded, with the character that each folded one came from. Spaces, which punctuation
/// folds to, are left out of both the folded text and needles: the index sets scripts apart by spaces that
/// the text does not have.
class SnippetMaker::FoldedLine {
public:
    FoldedLine(std::string_view line, SnippetMaker& maker) : letters_(unicode::code_points(line)) {
        folded_.reserve(letters_.size());
        from_.reserve(letters_.size());
        for (std::size_t i = 0; i < letters_.size(); ++i)
            for (const char32_t c : maker.folded(letters_[i])) {
                folded_.push_back(c);
                from_.push_back(i);
            }
    }

    /// Where `needle` stands: from the beginnings of words where there are such.
    std::vector<Span> find(const std::u32string& needle) const {
        std::vector<Span> inside;
        std::vector<Span> at_words;
        if (needle.empty()) return inside;
        for (std::size_t at = folded_.find(needle); at != std::u32string::npos;
             at = folded_.find(needle, at + 1)) {
            const Span span{from_[at], from_[at + needle.size() - 1] + 1};
            inside.push_back(span);
            if (begins_word(span.begin)) at_words.push_back(span);
        }
        return at_words.empty() ? inside : at_words;
    }

    const std::u32string& letters() const { return letters_; }

private:
    bool begins_word(std::size_t at) const {
        return at == 0 || !unicode::has_word(unicode::to_utf8({&letters_[at - 1], 1}));
    }

    std::u32string letters_;
    std::u32string folded_;
    std::vector<std::size_t> from_;
};

SnippetMaker::SnippetMaker(const std::vector<std::string>& needles) {
    for (const std::string& needle : needles) needles_.push_back(without_spaces(needle));
}

const std::u32string& SnippetMaker::folded(char32_t letter) {
    const auto [entry, is_new] = letters_.try_emplace(letter);
    if (is_new) entry->second = without_spaces(unicode::search_fold(unicode::to_utf8({&letter, 1})));
    return entry->second;
}

Snippet SnippetMaker::of(const std::string& text) {
    std::u32string best;
    std::vector<Span> best_spans;
    std::size_t most = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const FoldedLine line{unicode::collapse_spaces(rest.substr(0, end)), *this};
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.letters().empty()) continue;
        std::size_t found = 0;
        std::vector<Span> spans;
        for (const std::u32string& needle : needles_) {
            const std::vector<Span> more = line.find(needle);
            if (!more.empty()) ++found;
            spans.insert(spans.end(), more.begin(), more.end());
        }
        if (!best.empty() && found <= most) continue;
        best = line.letters();
        best_spans = merged(std::move(spans));
        most = found;
    }
    return shortened(best, best_spans);
}

}  // namespace sourcereel::catalogue
