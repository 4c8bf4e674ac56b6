#include "claims/credit_lists.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "claims/lexicon.h"
#include "claims/tokens.h"

namespace sourcereel::claims {
namespace {

/// The words of a heading; none where it is so long that it is a sentence.
std::vector<Token> words_of(std::string_view heading) {
    constexpr std::size_t kLongestHeading = 60;
    constexpr std::size_t kMostWords = 8;
    if (heading.size() > kLongestHeading || heading.find('|') != heading.npos) return {};  // A table's row.
    std::vector<Token> tokens = tokenize_name(heading);
    std::erase_if(tokens, [](const Token& token) { return token.kind != TokenKind::word; });
    if (tokens.size() > kMostWords) tokens.clear();
    return tokens;
}

bool has_any(const std::vector<Token>& tokens, std::initializer_list<std::string_view> words) {
    return std::any_of(tokens.begin(), tokens.end(),
                       [&](const Token& token) { return is_one_of(token, words); });
}

}  // namespace

bool heads_source_column(std::string_view head) {
    const std::vector<Token> tokens = words_of(head);
    constexpr std::size_t kMostWords = 3;
    return tokens.size() <= kMostWords &&
           has_any(tokens, {"source", "sources", "credit", "credits", "quelle", "fuente", "источник",
                            "provenance", "courtesy", "via"});
}

bool heads_furniture(std::string_view heading) {
    const std::vector<Token> tokens = words_of(heading);
    if (tokens.empty()) return false;
    const Token& first = tokens.front();
    const Token none;
    const Token& second = tokens.size() > 1 ? tokens[1] : none;
    constexpr std::size_t kMostWords = 5;
    if (tokens.size() > kMostWords) return false;
    if (is_one_of(first, {"related", "recommended", "trending", "popular", "comments", "advertisement"}))
        return true;
    return (first.is("read") && is_one_of(second, {"more", "also", "next"})) ||
           (first.is("most") &&
            is_one_of(second, {"read", "viewed", "popular", "shared", "watched", "commented"})) ||
           (first.is("more") &&
            (tokens.size() == 1 || is_one_of(second, {"on", "from", "stories", "news", "in"}))) ||
           (first.is("you") && is_one_of(second, {"may", "might"})) ||
           (first.is("top") && second.is("stories")) || (first.is("see") && second.is("also")) ||
           (first.is("up") && second.is("next")) ||
           (first.is("latest") && (tokens.size() == 1 || is_one_of(second, {"news", "stories", "videos"})));
}

bool heads_credits(std::string_view heading) {
    const std::vector<Token> tokens = words_of(heading);
    if (tokens.empty() || has_any(tokens, {"photo", "photos", "photograph", "picture", "image"}))
        return false;
    const bool media =
        std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.words & kMedia; });
    const Token& last = tokens.back();
    if (is_one_of(last, {"credits", "credit"})) return tokens.size() == 1 || media;
    if (has_any(tokens, {"source", "sources"}))
        return media && (is_one_of(last, {"source", "sources"}) || has_any(tokens, {"of", "for"}));
    return media && has_any(tokens, {"where", "whose"}) &&
           (has_any(tokens, {"from"}) || tokens.front().is("whose"));
}

}  // namespace sourcereel::claims
