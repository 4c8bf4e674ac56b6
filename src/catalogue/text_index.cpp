#include "catalogue/text_index.h"

#include <algorithm>

#include "unicode/fold.h"

namespace sourcereel::catalogue {
namespace {

std::vector<std::string> split_at_spaces(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c;
        if (c == '"') out += c;
    }
    return out + '"';
}

}  // namespace

std::string index_words(std::string_view text) {
    return unicode::collapse_spaces(unicode::separate_cjk(unicode::nfkc_casefold(unicode::valid_utf8(text))));
}

std::string index_cjk(std::string_view text) {
    std::string column = unicode::cjk_bigrams(text);
    std::u32string firsts;
    std::u32string lasts;
    for (const std::string& pair : split_at_spaces(column)) {
        const std::u32string letters = unicode::code_points(pair);
        firsts.push_back(letters.front());
        if (letters.size() > 1) lasts.push_back(letters.back());
    }
    std::sort(lasts.begin(), lasts.end());
    lasts.erase(std::unique(lasts.begin(), lasts.end()), lasts.end());
    for (const char32_t letter : lasts)
        if (firsts.find(letter) == std::u32string::npos) column += ' ' + unicode::to_utf8({&letter, 1});
    return column;
}

std::string index_handles(const std::vector<HandleMention>& handles) {
    std::string column;
    for (const HandleMention& mention : handles) {
        if (!column.empty()) column += '\n';
        column += fold_handle(mention.handle);
    }
    return column;
}

std::string fold_handle(std::string_view handle) {
    std::string folded = unicode::collapse_spaces(unicode::nfkc_casefold(unicode::valid_utf8(handle)));
    if (folded.starts_with('@')) folded.erase(0, 1);
    return folded;
}

std::optional<TermMatch> match_of(const Term& term) {
    std::string words = index_words(term.text);
    const bool prefix = !term.phrase && words.ends_with('*');
    while (!term.phrase && words.ends_with('*')) words.pop_back();
    if (!unicode::has_word(words)) return std::nullopt;

    TermMatch match;
    match.shown = words.starts_with('@') ? words.substr(1) : words;
    // Neighbouring words of scripts with spaces are one phrase; every other word asks the pairs of letters.
    std::string phrase;
    bool cjk = false;
    const auto ask = [&](const std::string& expression) {
        match.expression += (match.expression.empty() ? "" : " AND ") + expression;
    };
    const auto ask_phrase = [&](bool open_end) {
        if (unicode::has_word(phrase)) ask("{words handles} : " + quoted(phrase) + (open_end ? " *" : ""));
        phrase.clear();
    };
    for (const std::string& word : split_at_spaces(words)) {
        const std::string bigrams = unicode::cjk_bigrams(word);
        if (bigrams.empty()) {
            phrase += (phrase.empty() ? "" : " ") + word;
            continue;
        }
        ask_phrase(false);
        const bool single = unicode::code_points(bigrams).size() == 1;
        ask("cjk : " + quoted(bigrams) + (single ? " *" : ""));
        cjk = true;
    }
    ask_phrase(prefix);
    match.expression = "(" + match.expression + ")";
    // Two letters are one pair, so the index itself is exact. Of more, pairs of two words could make a third.
    if (cjk && unicode::code_points(match.shown).size() > 2) match.exact = match.shown;
    return match;
}

}  // namespace sourcereel::catalogue
