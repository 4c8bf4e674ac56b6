#include "catalogue/query.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/error.h"
#include "unicode/fold.h"

namespace sourcereel::catalogue {
namespace {

constexpr std::array<std::string_view, 13> kFields{"handle", "platform", "kind",  "lang",   "script",
                                                   "outlet", "since",    "until", "folder", "file",
                                                   "tag",    "verdict",  "has"};
constexpr const char* kWhatMayStand =
    R"(words, "a phrase", begin*, this | that, -word, or a condition: handle:name, platform:x, outlet:id,)"
    " kind:watermark, lang:rus, script:Cyrillic, since:2024-06, until:2024-06-30, folder:name, file:name,"
    " tag:name, verdict:supported, has:note";
constexpr std::array<Has, 6> kAllHas{Has::handle, Has::outlet, Has::tag, Has::note, Has::text, Has::verdict};

constexpr std::size_t kLongest =
    2000;  ///< Characters; what SQLite takes in one question ends not far beyond.

bool is_quote(char32_t c) {
    return c == U'"' || c == U'“' || c == U'”' || c == U'„';
}
bool is_space(char32_t c) {
    return unicode::collapse_spaces(unicode::to_utf8({&c, 1})).empty();
}
bool is_ascii_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

std::string all_kinds() {
    std::string list;
    for (const TextKind kind : {TextKind::watermark, TextKind::bug, TextKind::caption, TextKind::lower_third,
                                TextKind::ticker, TextKind::credit, TextKind::title, TextKind::scene})
        list += (list.empty() ? "" : ", ") + std::string(name_of(kind));
    return list;
}

/// The last day of a month; 0 for a month that is none.
int days_in(int year, int month) {
    constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : kDays.at(static_cast<std::size_t>(month - 1));
}

/// "2024", "2024-06" or "2024-06-30" as its first or last day; nothing where it is no date.
std::optional<std::string> day_of(const std::string& value, bool last) {
    if (value.size() != 4 && value.size() != 7 && value.size() != 10) return std::nullopt;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const bool right = i == 4 || i == 7 ? value[i] == '-' : value[i] >= '0' && value[i] <= '9';
        if (!right) return std::nullopt;
    }
    std::string day = value;
    if (day.size() == 4) day += last ? "-12" : "-01";
    const int longest = days_in(std::stoi(day.substr(0, 4)), std::stoi(day.substr(5, 2)));
    if (longest == 0) return std::nullopt;
    if (day.size() == 7) day += last ? "-" + std::to_string(longest) : "-01";
    const int number = std::stoi(day.substr(8, 2));
    return number >= 1 && number <= longest ? std::optional{day} : std::nullopt;
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_(unicode::code_points(unicode::valid_utf8(text))) {}

    Query parse() {
        if (text_.size() > kLongest)
            fail(kLongest, "the query is longer than " + std::to_string(kLongest) + " characters");
        while (skip_spaces()) read_item();
        if (bar_) fail(*bar_, "nothing to choose stands behind this \"|\"");
        if (query_ == Query{} && first_passed_over_)
            fail(*first_passed_over_, "there is no letter or digit to search for");
        return std::move(query_);
    }

private:
    [[noreturn]] static void fail(std::size_t at, const std::string& what) {
        throw Error(ErrorKind::unsupported, "query, column " + std::to_string(at + 1) + ": " + what +
                                                "; here may stand " + kWhatMayStand);
    }

    bool at_end() const { return at_ >= text_.size(); }

    bool skip_spaces() {
        while (!at_end() && is_space(text_[at_])) ++at_;
        return !at_end();
    }

    void read_item() {
        const std::size_t begin = at_;
        if (text_[at_] == U'|' && (at_ + 1 == text_.size() || is_space(text_[at_ + 1]))) return read_bar();
        const bool excluded = text_[at_] == U'-' && at_ + 1 < text_.size() && !is_space(text_[at_ + 1]);
        if (excluded) ++at_;
        if (is_quote(text_[at_])) {
            add_term(begin, {read_quoted(), true, excluded});
        } else if (const auto field = read_field_name()) {
            if (bar_)
                fail(begin, "\"|\" stands between words; of conditions of one name, any is enough as it is");
            if (excluded && *field != "tag" && *field != "has")
                fail(begin, "only words, phrases, tag: and has: can be excluded, not a condition such as \"" +
                                *field + ":\"");
            add_condition(*field, excluded);
        } else {
            add_term(begin, {read_word(), false, excluded});
        }
    }

    void read_bar() {
        if (query_.terms.empty() || !after_term_) fail(at_, "no word stands before this \"|\"");
        bar_ = at_++;
        after_term_ = false;
    }

    std::string read_quoted() {
        const std::size_t begin = at_++;
        while (!at_end() && !is_quote(text_[at_])) ++at_;
        if (at_end()) fail(begin, "the quote that begins here is not closed");
        std::string inside = unicode::to_utf8(std::u32string_view(text_).substr(begin + 1, at_ - begin - 1));
        ++at_;
        if (!unicode::has_word(inside)) fail(begin, "there is no letter or digit between the quotes");
        return inside;
    }

    std::string read_word() {
        const std::size_t begin = at_;
        while (!at_end() && !is_space(text_[at_])) ++at_;
        return unicode::to_utf8(std::u32string_view(text_).substr(begin, at_ - begin));
    }

    /// Takes "name:" where it is one of our fields; nothing where a plain word stands.
    std::optional<std::string> read_field_name() {
        std::size_t end = at_;
        while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
        if (end == at_ || end == text_.size() || text_[end] != U':') return std::nullopt;
        const std::string typed = unicode::to_utf8(std::u32string_view(text_).substr(at_, end - at_));
        const std::string name = unicode::nfkc_casefold(typed);
        const bool known = std::find(kFields.begin(), kFields.end(), name) != kFields.end();
        if (!known) {
            const std::u32string_view rest = std::u32string_view(text_).substr(end + 1);
            // "Video: AFP" as in a credit, or an address.
            if (rest.empty() || is_space(rest.front()) || rest.starts_with(U"//")) return std::nullopt;
            fail(at_, "there is no condition \"" + typed + ":\"" + suggestion(name) +
                          "; to search for the text itself put it into quotes");
        }
        at_ = end + 1;
        return name;
    }

    static std::string suggestion(const std::string& name) {
        const auto nearest = std::min_element(kFields.begin(), kFields.end(), [&](auto a, auto b) {
            return unicode::edit_distance(name, a) < unicode::edit_distance(name, b);
        });
        // "language:" and "handles:" are not near by letters but are meant.
        for (const std::string_view field : kFields)
            if (name.starts_with(field)) return ", did you mean \"" + std::string(field) + ":\"?";
        return unicode::edit_distance(name, *nearest) <= 2
                   ? ", did you mean \"" + std::string(*nearest) + ":\"?"
                   : "";
    }

    void add_condition(const std::string& field, bool excluded) {
        after_term_ = false;
        const std::size_t value_at = at_;
        const std::string value =
            !at_end() && is_quote(text_[at_]) ? read_quoted() : unicode::collapse_spaces(read_word());
        if (!unicode::has_word(value) && value != "/")
            fail(value_at, "\"" + field + ":\" needs a value directly behind it");
        if (field == "kind") {
            const auto kind = text_kind_from(unicode::nfkc_casefold(value));
            if (!kind) fail(value_at, "there is no kind \"" + value + "\", only " + all_kinds());
            query_.kinds.push_back(*kind);
        } else if (field == "verdict") {
            query_.verdicts.push_back(read_verdict(value, value_at));
        } else if (field == "has") {
            (excluded ? query_.without : query_.has).push_back(read_has(value, value_at));
        } else if (field == "since" || field == "until") {
            add_date(field, value, value_at);
        } else if (field == "tag") {
            (excluded ? query_.without_tags : query_.tags).push_back(value);
        } else {
            list_of(field).push_back(value);
        }
    }

    std::vector<std::string>& list_of(const std::string& field) {
        if (field == "handle") return query_.handles;
        if (field == "platform") return query_.platforms;
        if (field == "lang") return query_.languages;
        if (field == "script") return query_.scripts;
        if (field == "outlet") return query_.outlets;
        return field == "folder" ? query_.folders : query_.files;
    }

    static Verdict read_verdict(const std::string& value, std::size_t at) {
        if (const auto verdict = verdict_named(unicode::nfkc_casefold(value))) return *verdict;
        std::string all;
        for (const Verdict verdict : kVerdicts)
            all += (all.empty() ? "" : ", ") + std::string(name_of(verdict));
        fail(at, "there is no verdict \"" + value + "\", only " + all);
    }

    static Has read_has(const std::string& value, std::size_t at) {
        std::string all;
        for (const Has has : kAllHas) {
            if (unicode::nfkc_casefold(value) == name_of(has)) return has;
            all += (all.empty() ? "" : ", ") + std::string(name_of(has));
        }
        fail(at, "\"has:\" knows only " + all);
    }

    void add_date(const std::string& field, const std::string& value, std::size_t at) {
        const auto day = day_of(value, field == "until");
        if (!day)
            fail(at,
                 "\"" + value + "\" is no date; write a year, month or day as 2024, 2024-06 or 2024-06-30");
        // Of several the narrowest.
        if (field == "since") query_.since = std::max(query_.since, *day);
        if (field == "until") query_.until = query_.until.empty() ? *day : std::min(query_.until, *day);
    }

    void add_term(std::size_t begin, Term term) {
        if (!unicode::has_word(term.text)) {
            if (!first_passed_over_) first_passed_over_ = begin;
            return;
        }
        if (bar_ && term.excluded) fail(begin, "a word that is to be absent cannot be one of a choice");
        if (is_too_short(term)) fail(begin, "a beginning needs two letters or digits in front of \"*\"");
        term.or_before = bar_.has_value();
        bar_.reset();
        after_term_ = !term.excluded;
        query_.terms.push_back(std::move(term));
    }

    /// One Latin or Cyrillic letter begins a tenth of all words there are.
    static bool is_too_short(const Term& term) {
        if (term.phrase || !term.text.ends_with('*')) return false;
        std::size_t letters = 0;
        for (const char32_t c : unicode::code_points(term.text))
            if (unicode::has_word(unicode::to_utf8({&c, 1}))) ++letters;
        return letters < 2 && unicode::cjk_bigrams(term.text).empty();
    }

    std::u32string text_;
    std::size_t at_ = 0;
    std::optional<std::size_t> first_passed_over_;
    std::optional<std::size_t> bar_;  ///< Where a "|" waits for its second word.
    bool after_term_ = false;         ///< What was read last may stand before a "|".
    Query query_;
};

}  // namespace

std::string_view name_of(Has has) noexcept {
    switch (has) {
        case Has::handle:
            return "handle";
        case Has::outlet:
            return "outlet";
        case Has::tag:
            return "tag";
        case Has::note:
            return "note";
        case Has::verdict:
            return "verdict";
        case Has::text:
            break;
    }
    return "text";
}

std::optional<Verdict> verdict_named(std::string_view name) noexcept {
    for (const Verdict verdict : kVerdicts)
        if (name_of(verdict) == name) return verdict;
    return std::nullopt;
}

Query parse_query(std::string_view text) {
    return Parser{text}.parse();
}

}  // namespace sourcereel::catalogue
