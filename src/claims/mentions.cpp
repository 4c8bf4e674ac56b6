#include "claims/mentions.h"

#include <algorithm>
#include <map>

#include "claims/countries.h"
#include "claims/lexicon.h"

namespace sourcereel::claims {
namespace {

using attribution::Outlet;
using attribution::OutletMatch;

/// Collects mentions while the text is read from its beginning to its end.
class MentionFinder {
public:
    MentionFinder(std::string_view text, const TokenizedText& tokenized, const Gazetteer& gazetteer)
        : text_(text), tokens_(tokenized.tokens), gazetteer_(gazetteer) {
        for (std::size_t i = 0; i < tokens_.size(); ++i)
            if (const auto country = country_at(i); !country.empty()) ++countries_[country];
    }

    std::vector<Mention> find(const std::vector<Sentence>& sentences) {
        weigh_dateline(sentences);
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
    /// "ROME - The defence ministry": where the article was written counts for more than a country in
    /// passing.
    void weigh_dateline(const std::vector<Sentence>& sentences) {
        constexpr std::size_t kWeight = 4;
        for (const Sentence& sentence : sentences) {
            if (sentence.role != BlockRole::paragraph || !sentence.first) continue;
            constexpr std::size_t kLongest = 6;
            // "BUENOS AIRES -", "LIMA, Peru (AP) -".
            if (const auto city = country_of_dateline(tokens_[sentence.begin].folded);
                !city.empty() && tokens_[sentence.begin].capitals)
                for (std::size_t i = sentence.begin + 1;
                     i < sentence.end && i < sentence.begin + kLongest + 2; ++i)
                    if (is_one_of(tokens_[i], {"-", "–", "—", "("}) && tokens_[i].spaced) {
                        countries_[city] += kWeight;
                        return;
                    }
            for (std::size_t i = sentence.begin; i + 1 < sentence.end && i < sentence.begin + kLongest; ++i) {
                if (!tokens_[i].capital && tokens_[i].kind == TokenKind::word) break;
                const bool closes = is_one_of(tokens_[i + 1], {"-", "–", "—", "("}) && tokens_[i + 1].spaced;
                if (const auto country = country_at(i); tokens_[i].capitals && closes && !country.empty()) {
                    countries_[country] += kWeight;
                    break;
                }
            }
            return;  // Of the first paragraph only.
        }
    }

    /// The country that a token names, written with a capital.
    std::string_view country_at(std::size_t i) const {
        if (tokens_[i].kind != TokenKind::word || !tokens_[i].capital) return {};
        if (tokens_[i].is("us") && !tokens_[i].capitals) return {};
        return country_named(tokens_[i].folded, i > 0 ? std::string_view(tokens_[i - 1].folded) : "");
    }

    void add_handle(std::size_t i) {
        Mention mention{i, i + 1, {EntityKind::handle, tokens_[i].folded, std::nullopt}, {}};
        if (!tokens_[i].platform.empty()) mention.entity.platform = tokens_[i].platform;
        mentions_.push_back(std::move(mention));
    }

    /// The country named right before a token: "Russia's", "Swiss", with a word or two between.
    std::string_view country_before(std::size_t at, const Sentence& sentence) const {
        constexpr std::size_t kReach = 5;
        for (std::size_t i = at; i-- > sentence.begin && at - i <= kReach;) {
            if (tokens_[i].kind == TokenKind::quote) continue;
            if (tokens_[i].kind != TokenKind::word) return {};
            if ((tokens_[i].words & kPreposition) && !tokens_[i].is("of")) return {};
            if (const auto country = country_at(i); !country.empty()) return country;
        }
        return {};
    }

    /// The country named behind a name: "RTS in Serbia", "NTV, the Turkish channel", "SBS (Australia)".
    std::string_view country_behind(std::size_t end, const Sentence& sentence) const {
        constexpr std::size_t kReach = 5;
        if (end >= sentence.end) return {};
        std::size_t i = end;
        while (i < sentence.end && tokens_[i].kind == TokenKind::quote) ++i;
        if (i >= sentence.end ||
            !(tokens_[i].is("in") || tokens_[i].is("of") || tokens_[i].is(",") || tokens_[i].is("(")))
            return {};
        const bool apposition = tokens_[i].is(",");
        for (std::size_t j = i + 1; j < sentence.end && j - i <= kReach; ++j) {
            const auto country = country_at(j);
            if (!country.empty() && (!apposition || tokens_[i + 1].is("the") || tokens_[i + 1].is("a") ||
                                     j == i + 1 || tokens_[i + 1].is("an")))
                return country;
            if (tokens_[j].is(",") || (tokens_[j].words & kVerb)) return {};
        }
        return {};
    }

    const Outlet* of_country(const std::vector<OutletMatch>& matches, std::string_view country) const {
        for (const OutletMatch& match : matches)
            if (attribution::is_of_country(*match.outlet, country)) return match.outlet;
        return nullptr;
    }

    /// The outlet that is meant; null where the text does not tell.
    const Outlet* resolve(const Gazetteer::Name& name, std::size_t begin, std::size_t end,
                          const Sentence& sentence) {
        std::string_view country = country_before(begin, sentence);
        if (const auto by_form = country_by_form(name, begin, end, sentence); !by_form.empty())
            if (const Outlet* outlet = of_country(name.matches, by_form)) return outlet;
        if (!country.empty() && name.matches.front().weak) {
            // "Kenya's Channel One" is not the Russian one.
            if (const Outlet* outlet = of_country(name.matches, country)) return outlet;
            if (name.matches.size() == 1 && name.pieces.size() > 1) return nullptr;
        }
        const auto behind = country_behind(end, sentence);
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
            const auto count = countries_.find(match.outlet->country);
            if (count != countries_.end() && count->second > most) {
                best = match.outlet;
                most = count->second;
            }
        }
        const bool programme = begin > sentence.begin &&
                               is_one_of(tokens_[begin - 1], {"programme", "program", "show", "her", "his"});
        if (!best && !programme && (name.pieces.front() == "abc" || name.pieces.front() == "60"))
            return of_country(name.matches, "US");
        return best;
    }

    /// "PTI supporters", "an AA patrol", "the KAN hospital": other bodies with the same letters.
    bool names_other_thing(const Gazetteer::Name& name, std::size_t begin, std::size_t end,
                           const Sentence& sentence) const {
        if (end < sentence.end && (tokens_[end].is("affiliate") || tokens_[end].is("affiliates")))
            return true;
        constexpr std::size_t kFewLetters = 5;
        if (name.pieces.size() != 1 || name.pieces.front().size() > kFewLetters) return false;
        constexpr std::string_view kOthers[] = {"party",    "supporters", "leader", "leaders",  "chairman",
                                                "lawmaker", "lawmakers",  "rally",  "hospital", "museum",
                                                "patrol",   "province",   "region", "activists"};
        const auto is_other = [&](std::size_t i) {
            return std::find(std::begin(kOthers), std::end(kOthers), tokens_[i].folded) != std::end(kOthers);
        };
        if (end < sentence.end && is_other(end)) return true;
        if (begin > sentence.begin && is_other(begin - 1)) return true;
        return begin > sentence.begin + 1 && tokens_[begin - 1].is("of") && is_other(begin - 2);
    }

    /// "CNN Brasil", "NBC 4", "Thai PBS": stations of their own.
    bool names_other_station(const Gazetteer::Name& name, std::size_t begin, std::size_t end,
                             const Sentence& sentence) const {
        if (name.pieces.size() != 1) return false;
        const std::string& piece = name.pieces.front();
        if (piece == "pbs" && begin > sentence.begin && tokens_[begin - 1].is("thai")) return true;
        if (end >= sentence.end || !tokens_[end].spaced || tokens_[end].kind != TokenKind::word) return false;
        if (piece == "cnn")
            return is_one_of(tokens_[end], {"brasil", "prima", "chile", "portugal", "indonesia",
                                            "philippines", "news18", "greece"});
        const std::string& number = tokens_[end].folded;
        const bool local = number.size() <= 2 && std::all_of(number.begin(), number.end(),
                                                             [](char c) { return c >= '0' && c <= '9'; });
        return local && (piece == "nbc" || piece == "cbs" || piece == "abc" || piece == "fox");
    }

    /// "CCTV footage" is what a camera in the street saw.
    bool is_street_camera(const Gazetteer::Name& name, std::size_t begin, std::size_t end,
                          const Sentence& sentence) {
        if (name.pieces.size() != 1 || name.pieces.front() != "cctv") return false;
        // "CCTV from the road agency", "the bakery's CCTV", "its own CCTV".
        if (end < sentence.end && tokens_[end].is("from")) return true;
        if (begin > sentence.begin && country_before(begin, sentence).empty() &&
            is_one_of(tokens_[begin - 1], {"'s", "its", "their", "his", "her", "own", "security", "street"}))
            return true;
        const bool pictures =
            end < sentence.end && (tokens_[end].words & (kMedia | kStill) || tokens_[end].is("camera") ||
                                   tokens_[end].is("cameras") || tokens_[end].is("system"));
        // "a CCTV documentary" is the broadcaster's.
        if (end < sentence.end && (tokens_[end].words & kOutletWord || tokens_[end].is("documentary") ||
                                   tokens_[end].is("broadcast") || tokens_[end].is("bulletin") ||
                                   tokens_[end].is("news") || tokens_[end].is("interview")))
            return false;
        // "CCTV, the national broadcaster, aired it".
        constexpr std::size_t kLongestApposition = 6;
        if (end < sentence.end && tokens_[end].is(","))
            for (std::size_t i = end + 1; i < sentence.end && i <= end + kLongestApposition; ++i) {
                if (tokens_[i].is(",")) break;
                if (tokens_[i].words & kOutletWord) return false;
            }
        // "(CCTV via Reuters)" credits.
        if (end < sentence.end && tokens_[end].is("via")) return false;
        // "CCTV shows the man arriving", "CCTV captured the fall": cameras do so too; "CCTV also aired it"
        // they do not.
        std::size_t next = end;
        while (next < sentence.end && (tokens_[next].words & (kAdverb | kAuxiliary))) ++next;
        const bool saw = next < sentence.end &&
                         is_one_of(tokens_[next], {"shows", "showed", "captured", "captures", "caught",
                                                   "recorded", "filmed", "appears", "appeared"});
        const bool verb = next < sentence.end && !saw && (tokens_[next].words & kSourceVerb) &&
                          (tokens_[next].words & kActive);
        if (pictures && !verb) return country_before(begin, sentence) != "CN";
        if (countries_.contains("CN")) return false;
        if (begin > sentence.begin && (tokens_[begin - 1].words & kOutletWord || tokens_[begin - 1].is("by")))
            return false;
        if (begin > sentence.begin + 1 && tokens_[begin - 1].is("on") && (tokens_[begin - 2].words & kAir))
            return false;
        return !(verb && (tokens_[next].words & kAir));
    }

    /// "The defence ministry in Seoul", and without a place that of the country which the article speaks of
    /// most; null where the text does not tell.
    const Outlet* of_main_country(const Gazetteer::Name& name, std::size_t begin, std::size_t end,
                                  const Sentence& sentence) const {
        if (begin == sentence.begin || !tokens_[begin - 1].is("the") ||
            !country_before(begin, sentence).empty())
            return nullptr;
        if (const auto behind = country_behind(end, sentence); !behind.empty())
            return of_country(name.matches, behind);
        std::string_view main;
        std::size_t most = 0;
        bool alone = false;
        for (const auto& [country, count] : countries_) {
            alone = count == most ? false : count > most ? true : alone;
            if (count > most) {
                main = country;
                most = count;
            }
        }
        return alone ? of_country(name.matches, main) : nullptr;
    }

    /// The country of "state television" in an article that names one country alone; empty in any other.
    std::string_view only_country() const {
        return countries_.size() == 1 ? countries_.begin()->first : std::string_view();
    }

    bool add_outlet(std::size_t i, const Sentence& sentence, std::size_t& stop) {
        std::size_t end = i;
        const Gazetteer::Name* name = gazetteer_.longest_at(text_, tokens_, i, sentence.end, end);
        if (!name || is_street_camera(*name, i, end, sentence) ||
            names_other_station(*name, i, end, sentence))
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
                              country_at(end + 1).empty() && !(tokens_[end + 1].words & kTime);
        if (goes_on || of_other || names_other_thing(*name, i, end, sentence)) return false;
        // "Sky News Australia" is not Britain's.
        if (end < sentence.end && tokens_[end].spaced && tokens_[end].kind == TokenKind::word &&
            !(end + 1 < sentence.end && tokens_[end + 1].is("'s")) && name->pieces.size() > 1)
            if (const auto country = country_at(end);
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
        return national || countries_.contains("AU") ? std::string_view("AU") : std::string_view();
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

    /// What the words from `i` on are of a state: "television" → "state-tv"; sets `stop` behind them.
    std::string_view medium_at(std::size_t i, const Sentence& sentence, std::size_t& stop) const {
        if (i >= sentence.end) return {};
        const Token& token = tokens_[i];
        const bool two = i + 1 < sentence.end;
        stop = i + 1;
        if (token.is("news") && two && (tokens_[i + 1].is("agency") || tokens_[i + 1].is("agencies"))) {
            stop = i + 2;
            return "state-agency";
        }
        if (token.is("news") && two) return medium_at(i + 1, sentence, stop);
        if (token.is("television") || token.is("tv") || token.is("broadcaster") || token.is("broadcasters")) {
            if (two && (tokens_[i + 1].is("channel") || tokens_[i + 1].is("network") ||
                        tokens_[i + 1].is("broadcaster") || tokens_[i + 1].is("station") ||
                        tokens_[i + 1].is("channels")))
                stop = i + 2;
            return "state-tv";
        }
        if (token.is("channel") || token.is("channels") || token.is("network") || token.is("station") ||
            token.is("networks"))
            return "state-tv";
        if (token.is("media") || token.is("press") || token.is("outlets") || token.is("outlet")) {
            if (two && (tokens_[i + 1].is("outlet") || tokens_[i + 1].is("outlets"))) stop = i + 2;
            return "state-media";
        }
        if (token.is("agency") || token.is("newswire")) return "state-agency";
        return {};
    }

    /// Behind "state", "state-run", "government-owned"; `i` where there is none of them.
    std::size_t behind_state(std::size_t i, const Sentence& sentence) const {
        if (i >= sentence.end || !(tokens_[i].is("state") || tokens_[i].is("government"))) return i;
        if (i + 2 < sentence.end && tokens_[i + 1].is("-")) {
            const Token& how = tokens_[i + 2];
            if (how.is("run") || how.is("owned") || how.is("controlled") || how.is("backed")) return i + 3;
            return i;
        }
        return tokens_[i].is("state") ? i + 1 : i;
    }

    void add_class(std::size_t i, const Sentence& sentence, std::size_t& stop) {
        std::size_t at = i;
        std::string_view country = country_at(i);
        std::string_view next_country;
        if (i + 1 < sentence.end && (tokens_[i].is("north") || tokens_[i].is("south")))
            next_country = country_at(i + 1);
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
        std::size_t behind = official ? at + 1 : behind_state(at, sentence);
        if (official && named) behind = std::max(behind, behind_state(behind, sentence));
        if (behind == at) return;
        // "government-run Syrian television", "official Iranian media".
        if (!named && behind < sentence.end)
            if (const auto inner = country_at(behind); !inner.empty()) {
                country = inner;
                named = true;
                ++behind;
            }
        std::size_t end = behind;
        const std::string_view medium = medium_at(behind, sentence, end);
        if (medium.empty()) return;
        // "Its official channel" is of whoever was named; official media and agencies are a state's.
        if (official &&
            (!(tokens_[behind].is("media") || tokens_[behind].is("news") ||
               tokens_[behind].is("television") || tokens_[behind].is("tv") || !tokens_[at].is("official")) ||
             (end < sentence.end && platform_named(tokens_[end].folded))))
            return;
        if (!named && end + 1 < sentence.end && (tokens_[end].is("in") || tokens_[end].is("of"))) {
            const std::size_t where = end + 1;
            country = country_at(where);
            if (country.empty() && where + 1 < sentence.end) {
                country = country_at(where + 1);
                if (!country.empty() && tokens_[where].kind == TokenKind::word) end = where + 2;
            } else if (!country.empty()) {
                end = where + 1;
            }
        }
        // "IRIB, the state broadcaster," says what the outlet is; "Khovar, the state news agency," too.
        if (follows_outlet(i)) return;
        if (!named && i >= sentence.begin + 3 && tokens_[i - 1].is("the") && tokens_[i - 2].is(",") &&
            tokens_[i - 3].kind == TokenKind::word && tokens_[i - 3].capital && country_at(i - 3).empty() &&
            !(tokens_[i - 3].words & kTime) && end < sentence.end && tokens_[end].is(",") &&
            !(i >= sentence.begin + 4 && tokens_[i - 4].words & kPreposition))
            return;
        if (country.empty()) {
            country = last_class_country_.empty() ? only_country() : last_class_country_;
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
                tokens_[next].is("north") || tokens_[next].is("south") || !country_at(next).empty()))
            ++next;
        return next == i;
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
    const Gazetteer& gazetteer_;
    std::map<std::string_view, std::size_t, std::less<>> countries_;
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
