#include "catalogue/selection.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "catalogue/clip_filter.h"
#include "catalogue/key_list.h"
#include "catalogue/text_index.h"
#include "catalogue/track_key.h"
#include "unicode/fold.h"

namespace sourcereel::catalogue {
namespace {

using Keys = std::vector<std::int64_t>;
using Choice = std::vector<TermMatch>;  ///< Any of these is enough.

/// The words of a query, sorted by what is done with them.
struct Words {
    std::vector<Choice> choices;      ///< All must be found.
    std::vector<TermMatch> excluded;  ///< None may be.
};

Words words_of(const std::vector<Term>& terms) {
    Words words;
    for (const Term& term : terms) {
        auto match = match_of(term);
        if (!match) continue;
        if (term.excluded) {
            words.excluded.push_back(std::move(*match));
        } else if (term.or_before && !words.choices.empty()) {
            words.choices.back().push_back(std::move(*match));
        } else {
            words.choices.push_back({std::move(*match)});
        }
    }
    if (!terms.empty() && words.choices.empty() && words.excluded.empty())
        throw Error(ErrorKind::unsupported, "query: there is no letter or digit to search for");
    return words;
}

std::vector<char> classes_wanted(const std::vector<TextClass>& classes, const Query& query) {
    const auto folded = [](const std::vector<std::string>& values) {
        std::vector<std::string> out;
        out.reserve(values.size());
        for (const std::string& value : values) out.push_back(unicode::nfkc_casefold(value));
        return out;
    };
    const auto any_of = [](const auto& values, const auto& value) {
        return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
    };
    const std::vector<std::string> languages = folded(query.languages);
    const std::vector<std::string> scripts = folded(query.scripts);
    std::vector<char> wanted;
    wanted.reserve(classes.size());
    for (const TextClass& one : classes)
        wanted.push_back(static_cast<char>(any_of(query.kinds, one.kind) &&
                                           any_of(languages, unicode::nfkc_casefold(one.language)) &&
                                           any_of(scripts, unicode::nfkc_casefold(one.script))));
    return wanted;
}

bool is_everything(const std::vector<char>& wanted) {
    return std::find(wanted.begin(), wanted.end(), char{0}) == wanted.end();
}

/// Keeps the keys of wanted clips and classes.
class KeyFilter {
public:
    KeyFilter(const ClipTable& table, const Selection& selection)
        : table_(table),
          selection_(selection),
          any_clip_(is_everything(selection.clip_wanted)),
          any_class_(is_everything(selection.class_wanted)) {}

    void apply_to(Keys& keys) const {
        if (any_clip_ && any_class_) return;
        keys.erase(std::remove_if(keys.begin(), keys.end(), [&](std::int64_t key) { return !wants(key); }),
                   keys.end());
    }

private:
    bool wants(std::int64_t key) const {
        if (!any_class_ && !selection_.wants_class(class_of_key(key))) return false;
        if (any_clip_) return true;
        const std::uint32_t place = table_.place_of(video_of_key(key));
        return place < selection_.clip_wanted.size() && selection_.clip_wanted[place] != 0;
    }

    const ClipTable& table_;
    const Selection& selection_;
    bool any_clip_;
    bool any_class_;
};

/// Asks the full-text index. Where `exact` is not empty, a text must hold these words as they stand too.
Keys ask_index(const Connection& connection, const std::string& expression,
               const std::vector<std::string>& exact) {
    std::string sql = "SELECT put_keys(text_index.rowid, ?) FROM text_index";
    if (!exact.empty()) sql += " JOIN text_track AS t ON t.track_id = text_index.rowid";
    sql += " WHERE text_index MATCH ?";
    for (std::size_t i = 0; i < exact.size(); ++i) sql += " AND instr(t.words, ?) > 0";
    Statement rows = connection.prepare(sql);
    rows.bind_one(2, expression);
    for (std::size_t i = 0; i < exact.size(); ++i) rows.bind_one(static_cast<int>(i) + 3, exact[i]);
    return keys_of(rows);
}

/// The same for one word, in two thirds of the time: the index goes through its rows by itself, where SQLite
/// would ask it for each.
Keys ask_word(const Connection& connection, const std::string& expression) {
    Statement rows = connection.prepare(
        "SELECT put_word_keys(text_index, ?1) FROM text_index WHERE text_index MATCH ?2 LIMIT 1");
    rows.bind_one(2, expression);
    return keys_of(rows);
}

Keys ask_index(const Connection& connection, const TermMatch& match) {
    return ask_index(connection, match.expression,
                     match.exact ? std::vector{*match.exact} : std::vector<std::string>{});
}

Keys without(const Keys& keys, const Keys& others) {
    Keys out;
    std::set_difference(keys.begin(), keys.end(), others.begin(), others.end(), std::back_inserter(out));
    return out;
}

/// A choice whose words must be looked at in the text itself cannot be asked as part of a larger question.
bool needs_own_question(const Choice& choice) {
    return choice.size() > 1 && std::any_of(choice.begin(), choice.end(),
                                            [](const TermMatch& match) { return match.exact.has_value(); });
}

Keys any_of(const Connection& connection, const Choice& choice) {
    Keys all;
    for (const TermMatch& match : choice) {
        Keys more;
        const Keys found = ask_index(connection, match);
        std::set_union(all.begin(), all.end(), found.begin(), found.end(), std::back_inserter(more));
        all = std::move(more);
    }
    return all;
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : between) + part;
    return out;
}

std::string expression_of(const Choice& choice) {
    std::vector<std::string> parts;
    for (const TermMatch& match : choice) parts.push_back(match.expression);
    return parts.size() == 1 ? parts.front() : "(" + joined(parts, " OR ") + ")";
}

/// The texts that hold the words: as much as can be in one question to the index, the rest as lists.
Keys texts_with(const Connection& connection, const Words& words) {
    std::vector<std::string> asked;
    std::vector<std::string> exact;
    std::vector<const Choice*> apart;
    for (const Choice& choice : words.choices) {
        if (needs_own_question(choice)) {
            apart.push_back(&choice);
            continue;
        }
        asked.push_back(expression_of(choice));
        if (choice.front().exact) exact.push_back(*choice.front().exact);
    }
    std::optional<Keys> keys;
    if (asked.size() == 1 && words.choices.size() == 1 && words.excluded.empty() && exact.empty() &&
        words.choices.front().size() == 1 && words.choices.front().front().one_word) {
        keys = ask_word(connection, asked.front());
    } else if (!asked.empty()) {
        std::string expression = joined(asked, " AND ");
        std::vector<std::string> excluded;
        for (const TermMatch& match : words.excluded)
            if (!match.exact) excluded.push_back(match.expression);
        if (!excluded.empty()) expression = "(" + expression + ") NOT (" + joined(excluded, " OR ") + ")";
        keys = ask_index(connection, expression, exact);
    }
    for (const Choice* choice : apart) {
        Keys found = any_of(connection, *choice);
        if (!keys) {
            keys = std::move(found);
            continue;
        }
        Keys both;
        std::set_intersection(keys->begin(), keys->end(), found.begin(), found.end(),
                              std::back_inserter(both));
        keys = std::move(both);
    }
    return std::move(*keys);
}

Keys all_texts(const Connection& connection) {
    // The index of (video, place in it) holds the ids; the texts themselves are not read.
    Statement rows = connection.prepare(
        "SELECT put_keys(track_id, ?) FROM text_track INDEXED BY sqlite_autoindex_text_track_1");
    return keys_of(rows);
}

}  // namespace

Selection select(const Connection& connection, const ClipTable& table, const Query& query) {
    const Words words = words_of(query.terms);
    Selection selection;
    selection.clip_wanted = clips_wanted(table, query);
    selection.class_wanted = classes_wanted(table.classes, query);
    selection.asks_for_text =
        !query.terms.empty() || !query.kinds.empty() || !query.languages.empty() || !query.scripts.empty();
    for (const Choice& choice : words.choices)
        for (const TermMatch& match : choice) selection.needles.push_back(match.shown);

    selection.listed = !words.choices.empty() || names_somebody(query) || !words.excluded.empty();
    if (!words.choices.empty())
        selection.keys = texts_with(connection, words);
    else if (names_somebody(query))
        selection.keys = texts_that_name(table, query);
    else if (selection.listed)
        selection.keys = all_texts(connection);
    KeyFilter{table, selection}.apply_to(selection.keys);
    for (const TermMatch& match : words.excluded) {
        // What was no part of the question, or where there was none.
        const bool asked =
            !match.exact && std::any_of(words.choices.begin(), words.choices.end(),
                                        [](const Choice& c) { return !needs_own_question(c); });
        if (!asked) selection.keys = without(selection.keys, ask_index(connection, match));
    }
    return selection;
}

}  // namespace sourcereel::catalogue
