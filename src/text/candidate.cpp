#include "text/candidate.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <sstream>

#include "text/plausibility.h"
#include "unicode/fold.h"

namespace sourcereel::text {
namespace {

constexpr double kOpaque = 0.8;    ///< Agreement of single samples.
constexpr int kWord_samples = 5;   ///< Longer, what stands is more than one of many words.
constexpr int kLogo_samples = 25;  ///< Shorter, what stands is no logo.

/// Cyrillic letters as the network takes them for Latin ones, and of the Latin ones those that it takes for
/// each other where they are not.
std::string in_latin_disguise(const std::string& text) {
    static const std::map<char32_t, char32_t> disguises{
        {U'u', U'n'}, {U'q', U'r'}, {U'і', U'i'}, {U'ї', U'i'}, {U'є', U'e'}, {U'ґ', U'r'}, {U'ц', U'n'},
        {U'а', U'a'}, {U'в', U'b'}, {U'г', U'r'}, {U'е', U'e'}, {U'ё', U'e'}, {U'з', U'3'}, {U'и', U'n'},
        {U'й', U'n'}, {U'к', U'k'}, {U'л', U'n'}, {U'м', U'm'}, {U'н', U'h'}, {U'о', U'o'}, {U'п', U'n'},
        {U'р', U'p'}, {U'с', U'c'}, {U'т', U't'}, {U'у', U'y'}, {U'х', U'x'}, {U'ь', U'b'}, {U'я', U'r'},
        {U'э', U'3'}, {U'б', U'6'}, {U'ч', U'4'}, {U'ш', U'w'}, {U'щ', U'w'}, {U'д', U'a'}, {U'ъ', U'b'}};
    std::u32string points = unicode::code_points(squeezed(text));
    for (char32_t& c : points)
        if (const auto found = disguises.find(c); found != disguises.end()) c = found->second;
    return unicode::to_utf8(points);
}

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

/// A capital behind a small letter, or a digit beside one, as no word is written: "noHeAinoK", "06cTpiny".
bool is_oddly_written(const std::string& word) {
    constexpr std::size_t kTelling_letters = 4;
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (word.size() < kTelling_letters) return false;
    for (std::size_t i = 1; i < word.size(); ++i)
        if ((is_small(word[i - 1]) && (is_capital(word[i]) || is_digit(word[i]))) ||
            (is_digit(word[i - 1]) && is_small(word[i])))
            return true;
    return false;
}

/// Whether the network read nearly the same in both pictures of the line.
bool is_seen_twice(const std::vector<Candidate>& candidates) {
    constexpr double kNearly = 0.7;
    int seen = 0;
    for (const Candidate& candidate : candidates)
        seen += candidate.engine == kNetworkEngine &&
                likeness_of(candidate.text, candidates.front().text) >= kNearly;
    return seen > 1;
}

/// A logo of one word stands long, in letters that Tesseract seldom knows: whether the network is sure enough
/// of one, having read nearly the same in both pictures.
bool is_logo(const std::vector<Candidate>& candidates, int samples) {
    constexpr double kSeenTwice = 0.69;
    const Candidate& best = candidates.front();
    return best.engine == kNetworkEngine && samples >= kLogo_samples &&
           best.text.find(' ') == std::string::npos && is_telling(best.text) &&
           best.plausible >= kSeenTwice && is_seen_twice(candidates);
}

/// The network sees Latin letters in anything; words laid over a picture it reads with more certainty than
/// writing in the scene, and another engine sees them too. Account names are no words, and often faint.
bool is_scenery(const Candidate& best, int samples) {
    constexpr double kLaidOver = 0.80;
    constexpr double kLogo = 0.76;
    const bool logo = samples >= kLogo_samples && best.text.find(' ') == std::string::npos;
    return best.engine == kNetworkEngine && best.plausible < (logo ? kLogo : kLaidOver) &&
           best.text.front() != '@';
}

}  // namespace

std::string squeezed(const std::string& text) {
    std::string letters = unicode::nfkc_casefold(text);
    letters.erase(std::remove(letters.begin(), letters.end(), ' '), letters.end());
    return letters;
}

double likeness_of(const std::string& a, const std::string& b) {
    const std::string one = squeezed(a);
    const std::string two = squeezed(b);
    const std::size_t longest = std::max(unicode::code_points(one).size(), unicode::code_points(two).size());
    return longest == 0
               ? 0.0
               : 1.0 - static_cast<double>(unicode::edit_distance(one, two)) / static_cast<double>(longest);
}

bool has_more_underscores(const std::string& a, const std::string& b) {
    const auto without = [](std::string text) {
        std::erase(text, '_');
        return squeezed(text);
    };
    return a.front() == '@' && b.front() == '@' &&
           std::count(a.begin(), a.end(), '_') > std::count(b.begin(), b.end(), '_') &&
           without(a) == without(b);
}

bool has_a_twin_more(const std::string& a, const std::string& b) {
    if (a.front() != '@' || b.front() != '@') return false;
    const std::u32string longer = unicode::code_points(squeezed(a));
    const std::u32string shorter = unicode::code_points(squeezed(b));
    if (longer.size() != shorter.size() + 1) return false;
    const auto differ = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
    const std::ptrdiff_t at = differ.second - longer.begin();
    return at > 0 && longer[static_cast<std::size_t>(at)] == longer[static_cast<std::size_t>(at) - 1] &&
           std::equal(differ.first, shorter.end(), differ.second + 1, longer.end());
}

bool is_better_spaced(const Candidate& other, const std::string& text) {
    constexpr double kSure = 0.9;
    const auto letters = [](std::string line) {
        std::erase(line, ' ');
        return line;
    };
    const auto is_torn_off = [](const std::string& word) {
        return word.size() == 1 && word != "I" && word != "a" && word != "A";
    };
    const std::vector<std::string> words = words_of(other.text);
    return other.engine != kNetworkEngine && other.confidence >= kSure && other.text.size() > text.size() &&
           std::none_of(words.begin(), words.end(), is_torn_off) &&
           text.find_first_of("@/_") == std::string::npos && letters(other.text) == letters(text);
}

bool is_undisputed(const std::string& name, const std::vector<Candidate>& all) {
    constexpr double kReadable = 0.25;
    constexpr double kOfTheSame = 0.6;  ///< Likeness above which it is another reading of the name.
    const std::string letters = squeezed(name);
    bool network = false;
    bool other_engine = false;
    for (const Candidate& candidate : all) {
        if (squeezed(candidate.text) == letters)
            (candidate.engine == kNetworkEngine ? network : other_engine) = true;
        else if (candidate.confidence >= kReadable && likeness_of(candidate.text, name) >= kOfTheSame)
            return false;
    }
    return network && other_engine;
}

bool is_piece_of_name(const Candidate& name, const std::vector<Candidate>& all) {
    constexpr double kReadable = 0.75;
    const std::string piece = squeezed(name.text);
    return name.text.front() == '@' && std::any_of(all.begin(), all.end(), [&](const Candidate& other) {
               const std::string whole = squeezed(other.text);
               return other.confidence >= kReadable && whole.starts_with(piece) &&
                      2 * whole.size() >= 3 * piece.size();
           });
}

double likeness_in_disguise(const std::string& cyrillic, const std::string& latin) {
    if (unicode::dominant_script(cyrillic) != "Cyrillic") return 0;
    return likeness_of(in_latin_disguise(cyrillic), in_latin_disguise(latin));
}

bool may_be_disguise(const std::string& latin) {
    const std::vector<std::string> words = words_of(latin);
    const auto odd = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_oddly_written));
    return odd > 0 && 4 * odd >= words.size() && (odd > 1 || words.size() <= 2);
}

void unmask_cyrillic(std::vector<Candidate>& network, std::vector<Candidate>& others) {
    constexpr double kDisguised = 0.55;  ///< Share of letters in common; several have no Latin look-alike.
    constexpr double kRead = 0.55;
    constexpr double kSameLine = 0.65;           ///< Above, that many letters are seen alike by no chance,
    constexpr std::size_t kTelling_letters = 8;  ///< if they are that many.
    constexpr double kLessSure = 0.25;           ///< English data see the same look-alikes, but doubt them.
    if (network.empty()) return;
    const std::string seen = network.front().text;
    const bool disguise = may_be_disguise(seen);
    // Small Cyrillic letters look like capitals and digits among Latin ones; what is sure and has none is
    // Latin.
    constexpr double kBeyondDoubt = 0.96;
    constexpr std::ptrdiff_t kSmallLetters = 4;
    const auto small = std::count_if(seen.begin(), seen.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!disguise && small >= kSmallLetters && network.front().confidence >= kBeyondDoubt) return;
    for (Candidate& other : others) {
        const double alike = likeness_in_disguise(other.text, seen);
        const bool confirmed = disguise && alike >= kSameLine &&
                               unicode::code_points(squeezed(other.text)).size() >= kTelling_letters;
        if (alike < kDisguised || (other.plausible < kRead && !confirmed)) continue;
        const bool latin_too = std::any_of(others.begin(), others.end(), [&](const Candidate& latin) {
            return latin.language == "eng" && latin.confidence >= other.confidence - kLessSure &&
                   likeness_of(latin.text, seen) >= kAlike;
        });
        if (latin_too) continue;
        other.plausible = std::max(other.plausible, 0.5 * (other.plausible + network.front().confidence));
        if (confirmed)
            other.plausible = std::max(other.plausible, (0.4 + 0.6 * alike) * network.front().confidence);
        for (Candidate& disguised : network) disguised.plausible = std::min(disguised.plausible, 0.5);
    }
}

std::optional<Candidate> in_two_scripts(const Candidate& network, const Candidate& other) {
    const std::string script = unicode::dominant_script(other.text);
    if (script == "Latin" || script == "Common" || script == "Arabic" || script == "Hebrew")
        return std::nullopt;
    const std::vector<std::string> names = words_of(network.text);
    const std::vector<std::string> words = words_of(other.text);
    if (names.size() != words.size()) return std::nullopt;
    Candidate mixed = other;
    mixed.text.clear();
    std::size_t taken = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool name = names[i].find_first_of("@/_") != std::string::npos;
        taken += name;
        mixed.text += (i > 0 ? " " : "") + (name ? names[i] : words[i]);
    }
    if (taken == 0 || taken == names.size()) return std::nullopt;
    mixed.confidence = mixed.plausible = 0.5 * (network.confidence + other.confidence);
    return mixed;
}

Belief belief_in(const std::vector<Candidate>& candidates, const LineTrack& line, bool network) {
    const Candidate& best = candidates.front();
    if (network && is_logo(candidates, line.presence.examined)) return Belief::overlay;
    // Words shown one after the other are large, opaque and gone in half a second.
    const bool word = line.agreement >= kOpaque && line.presence.examined <= kWord_samples &&
                      is_plausible_word(best.text, best.plausible);
    if (!word && !is_plausible(best.text, best.plausible)) return Belief::none;
    return network && is_scenery(best, line.presence.examined) ? Belief::scenery : Belief::overlay;
}

}  // namespace sourcereel::text
