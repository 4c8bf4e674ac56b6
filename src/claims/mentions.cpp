#include "claims/mentions.h"

#include <algorithm>
#include <map>

#include "claims/countries.h"
#include "claims/lexicon.h"
#include "claims/named_countries.h"
#include "claims/namesakes.h"
#include "claims/state_media.h"

namespace sourcereel::claims {
namespace {

using attribution::Outlet;
using attribution::OutletMatch;

/// Collects mentions while the text is read from its beginning to its end.
class MentionFinder {
public:
    MentionFinder(std::string_view text, const TokenizedText& tokenized, const Gazetteer& gazetteer)
        : text_(text),
          tokens_(tokenized.tokens),
          gazetteer_(gazetteer),
          countries_(tokenized),
          namesakes_(tokens_, countries_) {}

    std::vector<Mention> find(const std::vector<Sentence>& sentences) {
        for (const Sentence& sentence : sentences)
            for (std::size_t i = sentence.begin; i < sentence.end;) {
                std::size_t stop = i + 1;
                if (tokens_[i].kind == TokenKind::handle) {
                    add_handle(i);
                } else if (tokens_[i].kind == TokenKind::word) {
                    if (!add_outlet(i, sentence, stop)) add_class(i, sentence, stop);
                }
                i = stop;
            }
        return std::move(mentions_);
    }

private:
    void add_handle(std::size_t i) {
        Mention mention{i, i + 1, {EntityKind::handle, tokens_[i].folded, std::nullopt}, {}};
        if (!tokens_[i].platform.empty()) mention.entity.platform = tokens_[i].platform;
        mentions_.push_back(std::move(mention));
    }

    const Outlet* of_country(const std::vector<OutletMatch>& matches, std::string_view country) const {
        for (const OutletMatch& match : matches)
            if (attribution::is_of_country(*match.outlet, country)) return match.outlet;
        return nullptr;
    }

    /// The outlet that is meant; null where the text does not tell.
    const Outlet* resolve(const Gazetteer::Name& name, std::size_t begin, std::size_t end,
                          const Sentence& sentence) {
        std::string_view country = countries_.before(begin, sentence);
        if (const auto by_form = country_by_form(name, begin, end, sentence); !by_form.empty())
            if (const Outlet* outlet = of_country(name.matches, by_form)) return outlet;
        if (!country.empty() && name.matches.front().weak) {
            // "Kenya's Channel One" is not the Russian one.
            if (const Outlet* outlet = of_country(name.matches, country)) return outlet;
            if (name.matches.size() == 1 && name.pieces.size() > 1) return nullptr;
        }
        const auto behind = countries_.behind(end, sentence);
        if (!behind.empty())
            if (const Outlet* outlet = of_country(name.matches, behind)) return outlet;
        // "Channel 5 in Britain" is not the Russian one either.
        if (name.matches.size() == 1)
            return name.matches.front().weak && name.pieces.size() > 1 && !behind.empty()
                       ? nullptr
                       : name.matches.front().outlet;
        const bool one_country =
            std::all_of(name.matches.begin(), name.matches.end(), [&](const OutletMatch& match) {
                return match.outlet->country == name.matches.front().outlet->country;
            });
        if (one_country) return name.matches.front().outlet;
        if (const auto known = resolved_.find(name.pieces.front()); known != resolved_.end())
            if (const Outlet* outlet = of_country(name.matches, known->second)) return outlet;
        // The country that the article speaks of most; "ABC News" and "60 Minutes" are first those of the US.
        const Outlet* best = nullptr;
        std::size_t most = 0;
        for (const OutletMatch& match : name.matches) {
            const std::size_t count = countries_.count(match.outlet->country);
            if (count > most) {
                best = match.outlet;
                most = count;
            }
        }
        const bool programme = begin > sentence.begin &&
                               is_one_of(tokens_[begin - 1], {"programme", "program", "show", "her", "his"});
        if (!best && !programme && (name.pieces.front() == "abc" || name.pieces.front() == "60"))
            return of_country(name.matches, "US");
        return best;
    }

    /// "The defence ministry in Seoul", and without a place that of the country which the article speaks of
    /// most; null where the text does not tell.
    const Outlet* of_main_country(const Gazetteer::Name& name, std::size_t begin, std::size_t end,
                                  const Sentence& sentence) const {
        if (begin == sentence.begin || !tokens_[begin - 1].is("the") ||
            !countries_.before(begin, sentence).empty())
            return nullptr;
        if (const auto behind = countries_.behind(end, sentence); !behind.empty())
            return of_country(name.matches, behind);
        const std::string_view main = countries_.most_named();
        return main.empty() ? nullptr : of_country(name.matches, main);
    }

    bool add_outlet(std::size_t i, const Sentence& sentence, std::size_t& stop) {
        std::size_t end = i;
        const Gazetteer::Name* name = gazetteer_.longest_at(text_, tokens_, i, sentence.end, end);
        if (!name || namesakes_.street_camera(*name, i, end, sentence) ||
            namesakes_.other_station(*name, i, end, sentence))
            return false;
        if (names_show(i, end)) {
            stop = end;
            return true;
        }
        const Outlet* own = name->of_country ? of_main_country(*name, i, end, sentence) : nullptr;
        if (name->of_country && !own) return false;
        // A part of a longer name: "Fox Valley Rescue", "Guardian Angels".
        const bool goes_on = end < sentence.end && tokens_[end].kind == TokenKind::word &&
                             tokens_[end].capital && tokens_[end].latin && !tokens_[end].capitals &&
                             name->pieces.size() == 1 && name->matches.front().weak && !tokens_[i].capitals &&
                             !(tokens_[end].words & (kOutletWord | kTime | kMedia));
        // "Guardian of Truth".
        const bool of_other = name->pieces.size() == 1 && end + 1 < sentence.end && tokens_[end].is("of") &&
                              !tokens_[i].capitals && tokens_[end + 1].capital &&
                              countries_.at(end + 1).empty() && !(tokens_[end + 1].words & kTime);
        if (goes_on || of_other || namesakes_.other_thing(*name, i, end, sentence)) return false;
        // "Sky News Australia" is not Britain's.
        if (end < sentence.end && tokens_[end].spaced && tokens_[end].kind == TokenKind::word &&
            !(end + 1 < sentence.end && tokens_[end + 1].is("'s")) && name->pieces.size() > 1)
            if (const auto country = countries_.at(end);
                !country.empty() && country != name->matches.front().outlet->country &&
                country_named(tokens_[end].folded, "") == country && !of_country(name->matches, country))
                return false;
        // "C-SPAN-style" only compares.
        if (end + 1 < sentence.end && tokens_[end].is("-") && !tokens_[end].spaced &&
            (tokens_[end + 1].is("style") || tokens_[end + 1].is("like") || tokens_[end + 1].is("type")))
            return false;
        const Outlet* outlet = own ? own : resolve(*name, i, end, sentence);
        if (!outlet) return false;
        // "Fox & Friends" is one name.
        if (name->pieces.front() == "fox" && end + 1 < sentence.end &&
            (tokens_[end].is("&") || tokens_[end].is("and")) && tokens_[end + 1].is("friends"))
            end += 2;
        resolved_[name->pieces.front()] = outlet->country;
        drop_class_before(i, end, outlet->country);
        stop = end;
        mentions_.push_back({i, end, {EntityKind::outlet, outlet->id, std::nullopt}, outlet->country});
        return true;
    }

    /// "the Rossiya 1 talk show 60 Minutes": the show of the channel before, which another channel has too.
    bool names_show(std::size_t begin, std::size_t end) {
        if (mentions_.empty() || mentions_.back().entity.kind != EntityKind::outlet) return false;
        std::size_t i = mentions_.back().end;
        if (i >= begin || begin - i > 4) return false;
        if (!is_one_of(tokens_[begin - 1],
                       {"show", "programme", "program", "magazine", "bulletin", "newscast", "series"}))
            return false;
        for (; i < begin; ++i)
            if (tokens_[i].kind != TokenKind::word && !tokens_[i].is("-"))
                return false;
            else if (tokens_[i].capital || (tokens_[i].words & kPreposition))
                return false;
        mentions_.back().end = end;
        return true;
    }

    /// Whose a name of several owners is by how it stands: "the ABC" is Australia's, "Nine's 60 Minutes" too.
    std::string_view country_by_form(const Gazetteer::Name& name, std::size_t begin, std::size_t end,
                                     const Sentence& sentence) const {
        if (begin >= sentence.begin + 2 && tokens_[begin - 1].is("'s") && tokens_[begin - 2].capital &&
            is_one_of(tokens_[begin - 2], {"nine", "seven", "network"}))
            return "AU";
        const bool the = begin > sentence.begin && tokens_[begin - 1].is("the");
        if (!the || name.pieces.size() != 1 || name.pieces.front() != "abc") return {};
        const bool national = end + 3 < sentence.end && tokens_[end].is(",") &&
                              (tokens_[end + 2].is("national") || tokens_[end + 2].is("public"));
        return national || countries_.count("AU") > 0 ? std::string_view("AU") : std::string_view();
    }

    /// "Russian state broadcaster Rossiya 1" names the channel.
    void drop_class_before(std::size_t i, std::size_t end, std::string_view country) {
        if (mentions_.empty() || mentions_.back().entity.kind != EntityKind::outlet_class) return;
        std::size_t next = mentions_.back().end;
        while (next < i && (tokens_[next].kind == TokenKind::quote || tokens_[next].is("channel") ||
                            tokens_[next].is("outlet") || tokens_[next].is("'s")))
            ++next;
        // "Pakistan's state broadcaster, PTV, did not": one, not a list of two.
        const Token& head = tokens_[mentions_.back().end - 1];
        const bool one = head.is("broadcaster") || head.is("channel") || head.is("agency") ||
                         head.is("network") || head.is("station");
        if (one && next + 1 == i && tokens_[next].is(",") && end < tokens_.size() && tokens_[end].is(",") &&
            country == mentions_.back().country)
            ++next;
        if (next == i) mentions_.pop_back();
    }

    void add_class(std::size_t i, const Sentence& sentence, std::size_t& stop) {
        std::size_t at = i;
        std::string_view country = countries_.at(i);
        std::string_view next_country;
        if (i + 1 < sentence.end && (tokens_[i].is("north") || tokens_[i].is("south")))
            next_country = countries_.at(i + 1);
        if (!next_country.empty()) {
            country = next_country;
            at = i + 1;
        }
        bool named = !country.empty();
        if (named) {
            ++at;
            if (at < sentence.end && tokens_[at].is("'s")) ++at;
            while (at < sentence.end && (tokens_[at].is("main") || tokens_[at].is("own"))) ++at;
        }
        const bool official = at < sentence.end && tokens_[at].is("official") &&
                              !(at > sentence.begin && tokens_[at - 1].is("-"));  // Not "semi-official".
        std::size_t behind = official ? at + 1 : behind_state(tokens_, at, sentence);
        if (official && named) behind = std::max(behind, behind_state(tokens_, behind, sentence));
        if (behind == at) return;
        // "government-run Syrian television", "official Iranian media".
        if (!named && behind < sentence.end)
            if (const auto inner = countries_.at(behind); !inner.empty()) {
                country = inner;
                named = true;
                ++behind;
            }
        std::size_t end = behind;
        const std::string_view medium = medium_at(tokens_, behind, sentence, end);
        if (medium.empty()) return;
        // "Its official channel" is of whoever was named; official media and agencies are a state's.
        if (official &&
            (!(tokens_[behind].is("media") || tokens_[behind].is("news") ||
               tokens_[behind].is("television") || tokens_[behind].is("tv") || !tokens_[at].is("official")) ||
             (end < sentence.end && platform_named(tokens_[end].folded))))
            return;
        if (!named && end + 1 < sentence.end && (tokens_[end].is("in") || tokens_[end].is("of"))) {
            const std::size_t where = end + 1;
            country = countries_.at(where);
            if (country.empty() && where + 1 < sentence.end) {
                country = countries_.at(where + 1);
                if (!country.empty() && tokens_[where].kind == TokenKind::word) end = where + 2;
            } else if (!country.empty()) {
                end = where + 1;
            }
        }
        // "IRIB, the state broadcaster," says what the outlet is; "Khovar, the state news agency," too.
        if (follows_outlet(i)) return;
        if (!named && i >= sentence.begin + 3 && tokens_[i - 1].is("the") && tokens_[i - 2].is(",") &&
            tokens_[i - 3].kind == TokenKind::word && tokens_[i - 3].capital &&
            countries_.at(i - 3).empty() && !(tokens_[i - 3].words & kTime) && end < sentence.end &&
            tokens_[end].is(",") && !(i >= sentence.begin + 4 && tokens_[i - 4].words & kPreposition))
            return;
        if (country.empty()) {
            country = last_class_country_.empty() ? countries_.only() : last_class_country_;
            if (country.empty()) return;
        }
        last_class_country_ = country;
        stop = end;
        // "The state channel in Caracas", where a channel of that country has been named: it.
        if (!named && i > sentence.begin && tokens_[i - 1].is("the") && !mentions_.empty() &&
            is_one_of(tokens_[behind], {"channel", "broadcaster", "station"})) {
            constexpr std::size_t kFresh = 80;
            for (std::size_t k = mentions_.size(); k-- > 0 && i - mentions_[k].end < kFresh;) {
                if (mentions_[k].entity.kind != EntityKind::outlet || mentions_[k].country != country)
                    continue;
                mentions_.push_back({i, end, mentions_[k].entity, country});
                return;
            }
        }
        std::string value = std::string(medium) + ":" + std::string(country);
        mentions_.push_back({i, end, {EntityKind::outlet_class, std::move(value), std::nullopt}, country});
    }

    bool follows_outlet(std::size_t i) const {
        if (mentions_.empty() || mentions_.back().entity.kind != EntityKind::outlet) return false;
        std::size_t next = mentions_.back().end;
        if (next < i && tokens_[next].is(")")) ++next;
        if (next >= i || !(tokens_[next].is(",") || tokens_[next].is("("))) return false;
        ++next;
        while (next < i &&
               ((tokens_[next].words & (kDeterminer | kAdverb)) || tokens_[next].is("'s") ||
                tokens_[next].is("north") || tokens_[next].is("south") || !countries_.at(next).empty()))
            ++next;
        return next == i;
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
    const Gazetteer& gazetteer_;
    const NamedCountries countries_;
    const Namesakes namesakes_;
    std::map<std::string, std::string, std::less<>> resolved_;
    std::string_view last_class_country_;
    std::vector<Mention> mentions_;
};

}  // namespace

Mentions::Mentions(std::string_view text, const TokenizedText& tokenized, const Gazetteer& gazetteer)
    : mentions_(MentionFinder(text, tokenized, gazetteer).find(tokenized.sentences)),
      at_(tokenized.tokens.size() + 1, 0) {
    for (std::size_t i = 0; i < mentions_.size(); ++i)
        for (std::size_t token = mentions_[i].begin; token < mentions_[i].end; ++token) at_[token] = i + 1;
}

const Mention* Mentions::at(std::size_t token) const noexcept {
    return token < at_.size() && at_[token] > 0 ? &mentions_[at_[token] - 1] : nullptr;
}

const Mention* Mentions::before(std::size_t token) const noexcept {
    const auto next =
        std::upper_bound(mentions_.begin(), mentions_.end(), token,
                         [](std::size_t at, const Mention& mention) { return at < mention.end; });
    return next == mentions_.begin() ? nullptr : &*(next - 1);
}

const Mention* Mentions::from(std::size_t token) const noexcept {
    const auto next =
        std::lower_bound(mentions_.begin(), mentions_.end(), token,
                         [](const Mention& mention, std::size_t at) { return mention.begin < at; });
    return next == mentions_.end() ? nullptr : &*next;
}

}  // namespace sourcereel::claims
