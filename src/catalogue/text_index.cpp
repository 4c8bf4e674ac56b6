#include "catalogue/text_index.h"

#include <algorithm>
#include <exception>
#include <new>

#include "catalogue/track_key.h"
#include "unicode/fold.h"
#include "unicode/search_fold.h"

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

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c;
        if (c == '"') out += c;
    }
    return out + '"';
}

std::string_view text_of(sqlite3_value* value) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

/// No exception may leave a function that SQLite calls.
template <typename Answer>
void answer(sqlite3_context* context, const Answer& make) {
    try {
        make();
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    } catch (const std::exception& error) {
        sqlite3_result_error(context, error.what(), -1);
    }
}

template <std::string (*Make)(std::string_view)>
void text_function(sqlite3_context* context, int, sqlite3_value** values) {
    answer(context, [&] {
        const std::string text = Make(text_of(values[0]));
        sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    });
}

void key_function(sqlite3_context* context, int, sqlite3_value** values) {
    answer(context, [&] {
        sqlite3_result_int64(context,
                             track_key(sqlite3_value_int64(values[0]), sqlite3_value_int64(values[1]),
                                       length_class(text_of(values[2])), sqlite3_value_int64(values[3])));
    });
}

}  // namespace

void define_index_functions(const Connection& connection) {
    connection.define("index_words", 1, text_function<index_words>);
    connection.define("index_cjk", 1, text_function<index_cjk>);
    connection.define("track_key", 4, key_function);
}

std::string index_words(std::string_view text) {
    return unicode::collapse_spaces(unicode::separate_cjk(unicode::search_fold(unicode::valid_utf8(text))));
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
    const std::string words = index_words(term.text);
    const bool prefix = !term.phrase && term.text.ends_with('*');
    if (!unicode::has_word(words)) return std::nullopt;

    TermMatch match;
    match.shown = words;
    // Neighbouring words of scripts with spaces are one phrase; every other word asks the pairs of letters.
    // No column is named, which makes common words a third cheaper: pairs hold nothing that other words could
    // match, and where pairs stand in a column of words the text does hold them.
    std::string phrase;
    bool cjk = false;
    const auto ask = [&](const std::string& words_asked, bool open_end) {
        // Of several words, or of a beginning that has no list of its own, already the first row takes long.
        const std::size_t length = unicode::code_points(words_asked).size();
        match.one_word = match.expression.empty() && words_asked.find(' ') == std::string::npos &&
                         (!open_end || length == 2 || length == 3);
        match.expression +=
            (match.expression.empty() ? "" : " AND ") + in_quotes(words_asked) + (open_end ? " *" : "");
    };
    const auto ask_phrase = [&](bool open_end) {
        if (unicode::has_word(phrase)) ask(phrase, open_end);
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
        ask(bigrams, single);
        cjk = true;
    }
    ask_phrase(prefix);
    match.expression = "(" + match.expression + ")";
    // Two letters are one pair, so the index itself is exact. Of more, pairs of two words could make a third.
    if (cjk && unicode::code_points(match.shown).size() > 2) match.exact = match.shown;
    return match;
}

}  // namespace sourcereel::catalogue
