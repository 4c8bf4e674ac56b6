#include "claims/namesakes.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "claims/lexicon.h"

namespace sourcereel::claims {

bool Namesakes::other_thing(const Gazetteer::Name& name, std::size_t begin, std::size_t end,
                            const Sentence& sentence) const {
    if (end < sentence.end && (tokens_[end].is("affiliate") || tokens_[end].is("affiliates"))) return true;
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

bool Namesakes::other_station(const Gazetteer::Name& name, std::size_t begin, std::size_t end,
                              const Sentence& sentence) const {
    if (name.pieces.size() != 1) return false;
    const std::string& piece = name.pieces.front();
    if (piece == "pbs" && begin > sentence.begin && tokens_[begin - 1].is("thai")) return true;
    if (end >= sentence.end || !tokens_[end].spaced || tokens_[end].kind != TokenKind::word) return false;
    if (piece == "cnn")
        return is_one_of(tokens_[end], {"brasil", "prima", "chile", "portugal", "indonesia", "philippines",
                                        "news18", "greece"});
    const std::string& number = tokens_[end].folded;
    const bool local = number.size() <= 2 &&
                       std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    return local && (piece == "nbc" || piece == "cbs" || piece == "abc" || piece == "fox");
}

bool Namesakes::street_camera(const Gazetteer::Name& name, std::size_t begin, std::size_t end,
                              const Sentence& sentence) const {
    if (name.pieces.size() != 1 || name.pieces.front() != "cctv") return false;
    // "CCTV from the road agency", "the bakery's CCTV", "its own CCTV".
    if (end < sentence.end && tokens_[end].is("from")) return true;
    if (begin > sentence.begin && countries_.before(begin, sentence).empty() &&
        is_one_of(tokens_[begin - 1], {"'s", "its", "their", "his", "her", "own", "security", "street"}))
        return true;
    const bool pictures =
        end < sentence.end && (tokens_[end].words & (kMedia | kStill) || tokens_[end].is("camera") ||
                               tokens_[end].is("cameras") || tokens_[end].is("system"));
    // "a CCTV documentary" is the broadcaster's.
    if (end < sentence.end &&
        (tokens_[end].words & kOutletWord || tokens_[end].is("documentary") || tokens_[end].is("broadcast") ||
         tokens_[end].is("bulletin") || tokens_[end].is("news") || tokens_[end].is("interview")))
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
    const bool saw =
        next < sentence.end && is_one_of(tokens_[next], {"shows", "showed", "captured", "captures", "caught",
                                                         "recorded", "filmed", "appears", "appeared"});
    const bool verb =
        next < sentence.end && !saw && (tokens_[next].words & kSourceVerb) && (tokens_[next].words & kActive);
    if (pictures && !verb) return countries_.before(begin, sentence) != "CN";
    if (countries_.count("CN") > 0) return false;
    if (begin > sentence.begin && (tokens_[begin - 1].words & kOutletWord || tokens_[begin - 1].is("by")))
        return false;
    if (begin > sentence.begin + 1 && tokens_[begin - 1].is("on") && (tokens_[begin - 2].words & kAir))
        return false;
    return !(verb && (tokens_[next].words & kAir));
}

}  // namespace sourcereel::claims
