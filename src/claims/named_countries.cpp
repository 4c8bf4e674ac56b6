#include "claims/named_countries.h"

#include "claims/countries.h"
#include "claims/lexicon.h"

namespace sourcereel::claims {

NamedCountries::NamedCountries(const TokenizedText& tokenized) : tokens_(tokenized.tokens) {
    for (std::size_t i = 0; i < tokens_.size(); ++i)
        if (const auto country = at(i); !country.empty()) ++counts_[country];
    weigh_dateline(tokenized.sentences);
}

void NamedCountries::weigh_dateline(const std::vector<Sentence>& sentences) {
    constexpr std::size_t kWeight = 4;
    for (const Sentence& sentence : sentences) {
        if (sentence.role != BlockRole::paragraph || !sentence.first) continue;
        constexpr std::size_t kLongest = 6;
        // "BUENOS AIRES -", "LIMA, Peru (AP) -".
        if (const auto city = country_of_dateline(tokens_[sentence.begin].folded);
            !city.empty() && tokens_[sentence.begin].capitals)
            for (std::size_t i = sentence.begin + 1; i < sentence.end && i < sentence.begin + kLongest + 2;
                 ++i)
                if (is_one_of(tokens_[i], {"-", "–", "—", "("}) && tokens_[i].spaced) {
                    counts_[city] += kWeight;
                    return;
                }
        for (std::size_t i = sentence.begin; i + 1 < sentence.end && i < sentence.begin + kLongest; ++i) {
            if (!tokens_[i].capital && tokens_[i].kind == TokenKind::word) break;
            const bool closes = is_one_of(tokens_[i + 1], {"-", "–", "—", "("}) && tokens_[i + 1].spaced;
            if (const auto country = at(i); tokens_[i].capitals && closes && !country.empty()) {
                counts_[country] += kWeight;
                break;
            }
        }
        return;  // Of the first paragraph only.
    }
}

std::string_view NamedCountries::at(std::size_t i) const {
    if (tokens_[i].kind != TokenKind::word || !tokens_[i].capital) return {};
    if (tokens_[i].is("us") && !tokens_[i].capitals) return {};
    return country_named(tokens_[i].folded, i > 0 ? std::string_view(tokens_[i - 1].folded) : "");
}

std::string_view NamedCountries::before(std::size_t token, const Sentence& sentence) const {
    constexpr std::size_t kReach = 5;
    for (std::size_t i = token; i-- > sentence.begin && token - i <= kReach;) {
        if (tokens_[i].kind == TokenKind::quote) continue;
        if (tokens_[i].kind != TokenKind::word) return {};
        if ((tokens_[i].words & kPreposition) && !tokens_[i].is("of")) return {};
        if (const auto country = at(i); !country.empty()) return country;
    }
    return {};
}

std::string_view NamedCountries::behind(std::size_t end, const Sentence& sentence) const {
    constexpr std::size_t kReach = 5;
    if (end >= sentence.end) return {};
    std::size_t i = end;
    while (i < sentence.end && tokens_[i].kind == TokenKind::quote) ++i;
    if (i >= sentence.end ||
        !(tokens_[i].is("in") || tokens_[i].is("of") || tokens_[i].is(",") || tokens_[i].is("(")))
        return {};
    const bool apposition = tokens_[i].is(",");
    for (std::size_t j = i + 1; j < sentence.end && j - i <= kReach; ++j) {
        const auto country = at(j);
        if (!country.empty() && (!apposition || tokens_[i + 1].is("the") || tokens_[i + 1].is("a") ||
                                 j == i + 1 || tokens_[i + 1].is("an")))
            return country;
        if (tokens_[j].is(",") || (tokens_[j].words & kVerb)) return {};
    }
    return {};
}

std::size_t NamedCountries::count(std::string_view country) const {
    const auto known = counts_.find(country);
    return known == counts_.end() ? 0 : known->second;
}

std::string_view NamedCountries::most_named() const {
    std::string_view main;
    std::size_t most = 0;
    bool alone = false;
    for (const auto& [country, count] : counts_) {
        alone = count == most ? false : count > most ? true : alone;
        if (count > most) {
            main = country;
            most = count;
        }
    }
    return alone ? main : std::string_view();
}

std::string_view NamedCountries::only() const {
    return counts_.size() == 1 ? counts_.begin()->first : std::string_view();
}

}  // namespace sourcereel::claims
