#include "claims/tokens.h"
#include "claims/credit_lists.h"

#include <algorithm>
#include <array>

#include "attribution/handle.h"
#include "claims/lexicon.h"
#include "claims/particles.h"
#include "claims/text_builder.h"
#include "unicode/fold.h"

namespace sourcereel::claims {
namespace {

bool is_ascii_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The length of the UTF-8 sequence at `at`; the text is well-formed.
std::size_t length_at(std::string_view text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    const std::size_t length = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    return std::min(length, text.size() - at);
}

/// Letters and digits. What is beyond ASCII counts unless it is punctuation or a symbol that news uses.
bool is_word_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    if (static_cast<unsigned char>(text[at]) < 0x80) return is_ascii_word(text[at]);
    return unicode::has_word(text.substr(at, length_at(text, at))) || text[at] == '\xCC' ||
           text[at] == '\xE0';  // Marks over letters, and of Indic scripts.
}

constexpr std::array<std::string_view, 9> kQuotes{"\"", "“", "”", "„", "«", "»", "「", "」", "‟"};

class Tokenizer {
public:
    Tokenizer(std::string_view text, std::size_t begin, std::size_t end, bool markdown,
              std::vector<Token>& out)
        : text_(text), begin_(begin), at_(begin), end_(end), markdown_(markdown), out_(out) {}

    void run() {
        while (at_ < end_) {
            if (const std::size_t space = leading_space(text_.substr(at_, end_ - at_))) {
                at_ += space;
                spaced_ = true;
            } else if (!mark() && !address() && !account() && !word() && !quote()) {
                push(TokenKind::sign, at_ + length_at(text_, at_));
            }
        }
    }

private:
    char peek(std::size_t at) const { return at < end_ ? text_[at] : '\0'; }

    /// Passes over Markdown's marks.
    bool mark() {
        if (!markdown_) return false;
        const char c = text_[at_];
        const bool edge = at_ == 0 || !is_word_at(text_, at_ - 1) || !is_word_at(text_, at_ + 1);
        if (c == '*' || c == '`' || c == '[' || (c == ']' && peek(at_ + 1) != '(') || (c == '_' && edge) ||
            (c == '#' && spaced_) || (c == '>' && at_ == begin_)) {
            ++at_;
            return true;
        }
        // The target of a link: "](https://…)".
        if (c == ']' && peek(at_ + 1) == '(') {
            const std::size_t close = text_.find(')', at_);
            if (close != text_.npos && close < end_ && close - at_ < 500) {
                at_ = close + 1;
                return true;
            }
        }
        return false;
    }

    bool begins_word() const { return at_ == 0 || !is_ascii_word(text_[at_ - 1]); }

    /// "https://x.com/name/status/1", "t.me/name": an account where it shows one, else a sign.
    bool address() {
        if (!is_ascii_word(text_[at_]) || !begins_word()) return false;
        if (text_[at_] == 'u' && peek(at_ + 1) == '/' && is_ascii_word(peek(at_ + 2)) && spaced_) {
            std::size_t end = at_ + 2;  // "u/name" is an account of Reddit.
            while (is_ascii_word(peek(end)) || peek(end) == '_' ||
                   (peek(end) == '-' && is_ascii_word(peek(end + 1))))
                ++end;
            std::string name(text_.substr(at_ + 2, end - at_ - 2));
            push(TokenKind::handle, end);
            out_.back().folded = std::move(name);
            out_.back().platform = "reddit";
            return true;
        }
        std::size_t stop = at_;
        bool slash = false;
        bool dot = false;
        while (stop < end_ && stop - at_ < 300 && text_[stop] > ' ' && text_[stop] != ')' &&
               text_[stop] != '"' && text_[stop] != ',' && text_[stop] != ']' &&
               static_cast<unsigned char>(text_[stop]) < 0x80) {
            slash = slash || (text_[stop] == '/' && dot);
            dot = dot || (text_[stop] == '.' && is_ascii_word(peek(stop + 1)));
            if (!dot && text_[stop] == '/' && !text_.substr(at_, stop - at_).ends_with("http") &&
                text_[stop - 1] != ':' && !(stop > at_ + 5 && text_[stop - 1] == '/'))
                return false;
            ++stop;
        }
        if (!slash) return false;
        while (stop > at_ && (text_[stop - 1] == '.' || text_[stop - 1] == ';' || text_[stop - 1] == ':'))
            --stop;
        const auto found = attribution::find_handles(text_.substr(at_, stop - at_));
        if (found.empty() || !found.front().platform) {
            push(TokenKind::sign, stop);
            return true;
        }
        push(TokenKind::handle, stop);
        out_.back().folded = found.front().handle;
        out_.back().platform = *found.front().platform;
        return true;
    }

    /// "@name/Instagram" is an account, "@angular/core" a package.
    bool names_platform(std::size_t at) const {
        std::size_t stop = at;
        while (stop < end_ && stop - at < 20 && is_ascii_word(text_[stop])) ++stop;
        if (stop == at || !(text_[at] >= 'A' && text_[at] <= 'Z')) return false;
        return platform_named(unicode::nfkc_casefold(text_.substr(at, stop - at))).has_value();
    }

    /// "@name"; none where it is an e-mail address or a package scope.
    bool account() {
        const std::size_t sign = text_[at_] == '@' ? 1 : text_.substr(at_).starts_with("＠") ? 3 : 0;
        if (sign == 0) return false;
        std::size_t stop = at_ + sign;
        std::size_t last = stop;
        while (stop < end_ && stop - at_ < 200) {
            if (is_word_at(text_, stop) || text_[stop] == '_') {
                stop += length_at(text_, stop);
                last = stop;
            } else if ((text_[stop] == '.' || text_[stop] == '-') && stop == last) {
                ++stop;
            } else {
                break;
            }
        }
        const bool mail =
            at_ > 0 && (is_ascii_word(text_[at_ - 1]) || text_[at_ - 1] == '.' || text_[at_ - 1] == '_');
        const bool scope = peek(last) == '/' && !names_platform(last + 1);
        if (last == at_ + sign || mail || scope || peek(last) == '@') {
            push(TokenKind::sign, std::max(last, at_ + sign));
            return true;
        }
        std::string name(text_.substr(at_ + sign, last - at_ - sign));
        push(TokenKind::handle, last);
        if (name.ends_with(".bsky.social")) out_.back().platform = "bluesky";
        out_.back().folded = std::move(name);
        return true;
    }

    bool word() {
        if (!is_word_at(text_, at_)) return possessive();
        std::size_t stop = at_;
        while (stop < end_ && is_word_at(text_, stop)) {
            stop += length_at(text_, stop);
            // "U.S.", "8.5": a dot between two single letters or digits.
            if (peek(stop) == '.' && stop - at_ <= 3 && is_ascii_word(peek(stop + 1)) &&
                (stop + 2 >= end_ || !is_ascii_word(peek(stop + 2))))
                ++stop;
        }
        push(TokenKind::word, stop);
        // The last dot of "U.S." is its own, not the sentence's.
        Token& token = out_.back();
        if (token.folded.find('.') != std::string::npos && peek(at_) == '.' && !token.is(".")) {
            if (!(token.folded[0] >= '0' && token.folded[0] <= '9')) token.end = ++at_;
            token.folded.erase(std::remove(token.folded.begin(), token.folded.end(), '.'),
                               token.folded.end());
            token.words = classes_of(token.folded);
        }
        return true;
    }

    /// "'s" behind a word, and the lone apostrophe of "makers'"; "'t" of "didn't" is a negation.
    bool possessive() {
        const std::size_t sign = text_[at_] == '\'' ? 1 : text_.substr(at_).starts_with("’") ? 3 : 0;
        if (sign == 0 || spaced_ || out_.empty() || out_.back().end != at_ ||
            (out_.back().kind != TokenKind::word && out_.back().kind != TokenKind::handle))
            return false;
        const char next = peek(at_ + sign);
        if (sign == 3 && single_open_ && !is_ascii_word(next)) {
            push(TokenKind::quote, at_ + sign);  // Closes ‘…’.
            single_open_ = false;
            return true;
        }
        const bool short_end = !is_ascii_word(peek(at_ + sign + 1));
        if ((next == 's' || next == 'S') && short_end) {
            push(TokenKind::word, at_ + sign + 1);
            out_.back().folded = "'s";
        } else if ((next == 't' || next == 'T') && short_end && out_.back().folded.ends_with("n")) {
            push(TokenKind::word, at_ + sign + 1);
            out_.back().folded = "not";
            out_.back().words = classes_of("not");
        } else if (is_ascii_word(next)) {
            push(TokenKind::sign, at_ + sign);  // "o'clock", "l'aimable".
        } else if (out_.back().folded.ends_with("s")) {
            push(TokenKind::word, at_ + sign);
            out_.back().folded = "'s";
        } else {
            return false;
        }
        out_.back().capital = false;
        return true;
    }

    bool quote() {
        // ‘…’ is a quotation where it opens before a word; alone ’ is an apostrophe.
        if (text_.substr(at_, end_ - at_).starts_with("‘") &&
            (spaced_ || out_.empty() || out_.back().is("(")) && is_word_at(text_, at_ + 3)) {
            const std::size_t close =
                text_.substr(at_, std::min<std::size_t>(end_ - at_, kLongestSingle)).find("’");
            if (close != text_.npos) {
                push(TokenKind::quote, at_ + 3);
                out_.back().opens = true;
                single_open_ = true;
                return true;
            }
        }
        if (single_open_ && text_.substr(at_, end_ - at_).starts_with("’")) {
            push(TokenKind::quote, at_ + 3);
            single_open_ = false;
            return true;
        }
        for (const std::string_view mark : kQuotes) {
            if (!text_.substr(at_, end_ - at_).starts_with(mark)) continue;
            const bool opens = mark == "“" || mark == "„" || mark == "«" || mark == "「" ||
                               (mark == "\"" && (out_.empty() || spaced_ || out_.back().is("(")));
            push(TokenKind::quote, at_ + mark.size());
            out_.back().opens = opens;
            return true;
        }
        return false;
    }

    void push(TokenKind kind, std::size_t stop) {
        Token token;
        token.kind = kind;
        token.begin = at_;
        token.end = std::min(stop, end_);
        const std::string_view raw = text_.substr(at_, token.end - at_);
        token.spaced = spaced_;
        if (kind == TokenKind::word) {
            bool ascii = true;
            std::size_t upper = 0;
            for (const char c : raw) {
                if (static_cast<unsigned char>(c) >= 0x80) ascii = false;
                if (c >= 'A' && c <= 'Z') ++upper;
            }
            token.folded = raw;
            if (ascii) {
                std::transform(token.folded.begin(), token.folded.end(), token.folded.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
                token.capital = !(raw[0] >= 'a' && raw[0] <= 'z');
                token.capitals = upper >= 2 && upper == raw.size();
            } else {
                token.folded = unicode::nfkc_casefold(raw);
                token.latin = unicode::dominant_script(raw) == "Latin";
                const std::size_t first = length_at(raw, 0);
                token.capital =
                    token.latin ? unicode::nfkc_casefold(raw.substr(0, first)) != raw.substr(0, first) : true;
                token.capitals = !token.latin;
            }
            token.words = classes_of(token.folded);
        } else {
            token.folded = raw;
        }
        at_ = token.end;
        out_.push_back(std::move(token));
        spaced_ = false;
    }

    std::string_view text_;
    std::size_t begin_;
    std::size_t at_;
    std::size_t end_;
    bool markdown_;
    std::vector<Token>& out_;
    bool spaced_ = true;
    bool single_open_ = false;                         ///< Within ‘…’.
    static constexpr std::size_t kLongestSingle = 80;  ///< Bytes of a name or a few words in ‘…’.
};

/// Words that a full stop belongs to.
constexpr std::array<std::string_view, 24> kAbbreviations{
    "dr",  "mr",  "mrs", "ms", "prof", "st", "no",  "gen", "col", "lt",   "capt", "sgt",
    "sen", "rep", "gov", "jr", "sr",   "vs", "jan", "feb", "aug", "sept", "oct",  "dec"};

bool ends_sentence(const std::vector<Token>& tokens, std::size_t i, std::size_t end) {
    const Token& token = tokens[i];
    if (token.is("!") || token.is("?") || token.is("。") || token.is("！") || token.is("？")) return true;
    if (!token.is(".")) return false;
    if (i + 1 < end && !tokens[i + 1].spaced && tokens[i + 1].kind == TokenKind::word) return false;
    if (i > 0 && tokens[i - 1].kind == TokenKind::word && !token.spaced) {
        const Token& before = tokens[i - 1];
        // "K. Lindqvist"; but "posted on X."
        const bool platform = before.is("x") && i > 1 &&
                              (tokens[i - 2].is("on") || tokens[i - 2].is("to") || tokens[i - 2].is("via") ||
                               tokens[i - 2].is("from") || tokens[i - 2].is("across"));
        if (before.capital && before.folded.size() == 1 && !platform) return false;
        if (before.capital &&
            std::find(kAbbreviations.begin(), kAbbreviations.end(), before.folded) != kAbbreviations.end())
            return i + 1 >= end || tokens[i + 1].kind == TokenKind::quote;
    }
    return true;
}

/// Nobody writes more in one sentence; what is compared within one stays bounded.
constexpr std::size_t kLongestSentence = 400;

void split(const Block& block, std::size_t from, bool credits, TokenizedText& out) {
    const std::size_t end = out.tokens.size();
    bool first = true;
    for (std::size_t begin = from; begin < end;) {
        std::size_t stop = begin;
        if (block.role == BlockRole::embedded_post) {
            stop = end;
        } else {
            const std::size_t limit = std::min(end, begin + kLongestSentence);
            while (stop < limit && !ends_sentence(out.tokens, stop, end)) ++stop;
            if (stop < end) ++stop;
            while (stop < end && !out.tokens[stop].spaced &&
                   (out.tokens[stop].kind == TokenKind::quote || out.tokens[stop].is(")")))
                ++stop;
        }
        out.sentences.push_back({begin, stop, block.role, block.platform, first, credits});
        first = false;
        begin = stop;
    }
}

/// "Chen Yu-ting", "Moon Jae-in": the part behind the hyphen belongs to the name; not that of "Moscow-based".
void join_given_names(std::vector<Token>& tokens, std::size_t from) {
    constexpr std::size_t kLongestPart = 5;
    for (std::size_t i = from + 2; i < tokens.size(); ++i) {
        Token& part = tokens[i];
        const Token& before = tokens[i - 2];
        if (part.kind != TokenKind::word || part.capital || part.spaced || !part.latin || part.words != 0 ||
            part.folded.size() > kLongestPart || !tokens[i - 1].is("-") || tokens[i - 1].spaced)
            continue;
        if (!before.capital || before.capitals || before.kind != TokenKind::word || before.words != 0 ||
            before.folded.size() > kLongestPart)
            continue;
        if (is_one_of(part, {"based", "led", "born", "wide", "era", "style", "like", "type", "bound", "old",
                             "plus", "held", "free", "only", "ready", "made"}))
            continue;
        const auto is_name = [&](std::size_t k) {
            return tokens[k].kind == TokenKind::word && tokens[k].capital && tokens[k].words == 0;
        };
        const bool family_first = i >= from + 3 && is_name(i - 3);
        const bool family_last = i + 1 < tokens.size() && is_name(i + 1);
        if (family_first || family_last) part.capital = true;
    }
}

}  // namespace

TokenizedText tokenize(const Article& article) {
    TokenizedText out;
    bool below_credits = false;  // Below a heading that says so stand credits, until something else does.
    for (const Block& block : article.blocks) {
        const std::string_view words =
            std::string_view(article.text).substr(block.begin, block.end - block.begin);
        constexpr std::size_t kLongestItem = 90;
        const bool heading = block.role != BlockRole::title && heads_credits(words);
        if (heading || words.size() > kLongestItem || block.role != BlockRole::paragraph)
            below_credits = heading;
        if (block.role == BlockRole::title || block.role == BlockRole::heading ||
            block.role == BlockRole::code || block.role == BlockRole::aside)
            continue;
        const std::size_t from = out.tokens.size();
        Tokenizer(article.text, block.begin, block.end, article.format == ArticleFormat::markdown, out.tokens)
            .run();
        join_given_names(out.tokens, from);
        join_particles(out.tokens, from);
        split(block, from,
              block.cell == TableCell::source || (below_credits && !heading && block.cell == TableCell::none),
              out);
    }
    return out;
}

std::vector<Token> tokenize_name(std::string_view name) {
    std::vector<Token> tokens;
    Tokenizer(name, 0, name.size(), false, tokens).run();
    return tokens;
}

}  // namespace sourcereel::claims
