// claims/tokens.h: a text as words, signs and accounts, and its sentences. Private to claims.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/article.h"

namespace sourcereel::claims {

enum class TokenKind {
    word,    ///< Letters and digits; inner dots of "U.S." too, a possessive "'s" is a token of its own.
    handle,  ///< "@name", "t.me/name": an account.
    quote,   ///< A quotation mark.
    sign     ///< Any other sign, one each.
};

struct Token {
    TokenKind kind = TokenKind::sign;
    std::size_t begin = 0;  ///< UTF-8 byte offsets into the article's text.
    std::size_t end = 0;
    std::string folded;       ///< Case folded; of a handle its name without "@".
    std::string platform;     ///< Of a handle whose address tells it.
    std::uint64_t words = 0;  ///< Classes of the lexicon.
    bool capital = false;     ///< Begins with a capital or a digit, or is of a script without case.
    bool capitals = false;    ///< At least two letters, all capitals, or of a script without case.
    bool latin = true;
    bool opens = false;   ///< Of a quotation mark.
    bool spaced = false;  ///< White space, or a Markdown mark, stands before it.

    bool is(std::string_view text) const noexcept { return folded == text; }
};

/// Whether the token is one of the folded words. Inline: the rules ask it of every token, and the compiler
/// then compares lengths and whole registers instead of calling out for each word.
inline bool is_one_of(const Token& token, std::initializer_list<std::string_view> words) {
    const std::string_view folded = token.folded;
    for (const std::string_view word : words)
        if (word.size() == folded.size() && word == folded) return true;
    return false;
}

/// A run of tokens [begin, end) that ends with its full stop.
struct Sentence {
    std::size_t begin = 0;
    std::size_t end = 0;
    BlockRole role = BlockRole::paragraph;
    std::optional<std::string> platform;  ///< Of an embedded post.
    bool first = false;                   ///< Of its block.
    bool credits = false;  ///< Says nothing but whose pictures: a cell of a column or an item of a list of
                           ///< sources.
};

struct TokenizedText {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
};

/// The tokens of all blocks that may hold claims, each block's sentences for themselves. An embedded post is
/// one.
TokenizedText tokenize(const Article& article);

/// The tokens of a name alone.
std::vector<Token> tokenize_name(std::string_view name);

}  // namespace sourcereel::claims
