// claims/mentions.h: where a text names an account, an outlet or a class of outlets. Private to claims.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attribution/outlets.h"
#include "claims/tokens.h"
#include "core/claim.h"

namespace sourcereel::claims {

/// An account, outlet or class by name: tokens [begin, end).
struct Mention {
    std::size_t begin = 0;
    std::size_t end = 0;
    Entity entity;
    std::string_view country;  ///< Of the outlet or class; empty: unknown.
};

/// All mentions of a text in order, without overlap.
class Mentions {
public:
    Mentions(std::string_view text, const TokenizedText& tokenized,
             const attribution::OutletRegistry& outlets);

    const std::vector<Mention>& all() const noexcept { return mentions_; }
    /// The mention that holds the token; null where none does.
    const Mention* at(std::size_t token) const noexcept;
    /// The last one that ends at or before the token; null where none does.
    const Mention* before(std::size_t token) const noexcept;
    /// The first one that begins at or behind the token; null where none does.
    const Mention* from(std::size_t token) const noexcept;

private:
    std::vector<Mention> mentions_;
    std::vector<std::size_t> at_;  ///< For each token, 1 + the index of its mention; 0: none.
};

/// The names of outlets as sequences of words, found by their first.
class Gazetteer {
public:
    struct Name {
        std::vector<std::string> pieces;
        std::string written;  ///< As the registry has it.
        std::vector<attribution::OutletMatch> matches;
    };
    explicit Gazetteer(const attribution::OutletRegistry& outlets);
    /// The longest name that begins at the token, and where it ends; null where none does.
    const Name* longest_at(std::string_view text, const std::vector<Token>& tokens, std::size_t at,
                           std::size_t end, std::size_t& stop) const;

private:
    std::unordered_map<std::string, std::vector<Name>> by_first_;  ///< Longest first.
};

}  // namespace sourcereel::claims
