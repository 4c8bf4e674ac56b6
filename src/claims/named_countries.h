// claims/named_countries.h: the countries that a text names, where and how often. Private to claims.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include "claims/tokens.h"

namespace sourcereel::claims {

/// The countries of one text by their ISO codes. Keeps a reference to its tokens; "" stands for none.
class NamedCountries {
public:
    explicit NamedCountries(const TokenizedText& tokenized);

    /// The country that a token names, written with a capital.
    std::string_view at(std::size_t i) const;
    /// The country named right before a token: "Russia's", "Swiss", with a word or two between.
    std::string_view before(std::size_t token, const Sentence& sentence) const;
    /// The country named behind a name: "RTS in Serbia", "NTV, the Turkish channel", "SBS (Australia)".
    std::string_view behind(std::size_t end, const Sentence& sentence) const;

    /// How often a country is named; that of the dateline counts for more.
    std::size_t count(std::string_view country) const;
    /// The country that the text speaks of most; none where two share the first place.
    std::string_view most_named() const;
    /// The country of a text that names one alone; none in any other.
    std::string_view only() const;

private:
    /// "ROME - The defence ministry": where the article was written counts for more than a country in
    /// passing.
    void weigh_dateline(const std::vector<Sentence>& sentences);

    const std::vector<Token>& tokens_;
    std::map<std::string_view, std::size_t, std::less<>> counts_;
};

}  // namespace sourcereel::claims
