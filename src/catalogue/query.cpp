#include "catalogue/query.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/error.h"
#include "unicode/fold.h"

namespace sourcereel::catalogue {
namespace {

constexpr std::array<std::string_view, 4> kFields{"handle", "platform", "kind", "lang"};
constexpr const char* kWhatMayStand =
    R"(words, "a phrase", -word, handle:name, platform:x, kind:watermark or lang:rus)";

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

class Parser {
public:
    explicit Parser(std::string_view text) : text_(unicode::code_points(unicode::valid_utf8(text))) {}

    Query parse() {
        if (text_.size() > kLongest)
            fail(kLongest, "the query is longer than " + std::to_string(kLongest) + " characters");
        while (skip_spaces()) read_item();
        const bool empty = query_.terms.empty() && query_.handles.empty() && query_.platforms.empty() &&
                           query_.kinds.empty() && query_.languages.empty();
        if (empty && first_passed_over_)
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
        const bool excluded = text_[at_] == U'-' && at_ + 1 < text_.size() && !is_space(text_[at_ + 1]);
        if (excluded) ++at_;
        if (is_quote(text_[at_])) {
            add_term(begin, {read_quoted(), true, excluded});
        } else if (const auto field = read_field_name()) {
            if (excluded)
                fail(begin,
                     "only words and phrases can be excluded, not a condition such as \"" + *field + ":\"");
            add_condition(*field);
        } else {
            add_term(begin, {read_word(), false, excluded});
        }
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

    void add_condition(const std::string& field) {
        const std::size_t value_at = at_;
        const std::string value =
            !at_end() && is_quote(text_[at_]) ? read_quoted() : unicode::collapse_spaces(read_word());
        if (!unicode::has_word(value)) fail(value_at, "\"" + field + ":\" needs a value directly behind it");
        if (field == "handle") {
            query_.handles.push_back(value);
        } else if (field == "platform") {
            query_.platforms.push_back(value);
        } else if (field == "lang") {
            query_.languages.push_back(value);
        } else {
            const auto kind = text_kind_from(unicode::nfkc_casefold(value));
            if (!kind) fail(value_at, "there is no kind \"" + value + "\", only " + all_kinds());
            query_.kinds.push_back(*kind);
        }
    }

    void add_term(std::size_t begin, Term term) {
        if (unicode::has_word(term.text)) {
            query_.terms.push_back(std::move(term));
        } else if (!first_passed_over_) {
            first_passed_over_ = begin;
        }
    }

    std::u32string text_;
    std::size_t at_ = 0;
    std::optional<std::size_t> first_passed_over_;
    Query query_;
};

}  // namespace

Query parse_query(std::string_view text) {
    return Parser{text}.parse();
}

}  // namespace sourcereel::catalogue
