#include "text/line_reader.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text/languages.h"
#include "text/letter_marks.h"
#include "text/network_reading.h"
#include "text/plausibility.h"
#include "text/reading_pictures.h"
#include "text/spelling.h"
#include "unicode/fold.h"

namespace sourcereel::text {
namespace {

constexpr double kSure = 0.90;       ///< Above: no other language or picture is asked.
constexpr double kDoubtful = 0.80;   ///< Below: the letters may have the other polarity.
constexpr double kSurelyText = 0.9;  ///< Likeness of a line that deserves the second look.
constexpr double kHopeless = 0.45;   ///< Below in every language: no second picture is tried.

constexpr double kNetworkSure =
    0.88;  ///< Below, the network has seen letters in something else, or others' letters.
constexpr double kNetworkCertain = 0.95;
constexpr int kGlimpse_samples = 3;  ///< So short nobody shows words to be read.
constexpr double kSame = 0.95;
constexpr double kAlone = 0.85;  ///< How sure the network is where Tesseract sees no such words.
constexpr double kGuest = 0.98;  ///< Tesseract beside the network.
constexpr double kPiece = 0.6;
constexpr double kTwins = 0.7;  ///< A reading less sure than this does not double a letter of another.
constexpr double kReadableLetters = 0.65;
constexpr double kDisputed = 0.84;  ///< Of a name that looks like another: one in five is the other.

void sort_best_first(std::vector<Candidate>& candidates) {
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.plausible > b.plausible; });
}

/// An account name has no space beside an underscore; engines see one there, for the gap.
std::string without_gaps_in_name(std::string text) {
    const std::size_t name = text.find('@');
    if (name == std::string::npos) return text;
    for (std::size_t at = text.find('_', name); at != std::string::npos; at = text.find('_', at + 1)) {
        if (at + 2 < text.size() && text[at + 1] == ' ') text.erase(at + 1, 1);
        if (at > 1 && text[at - 1] == ' ') text.erase(--at, 1);
    }
    return text;
}

}  // namespace

LineReader::LineReader(std::vector<std::string> languages, std::optional<NeuralRecognizer> network,
                       Effort effort)
    : languages_(std::move(languages)), network_(std::move(network)), effort_(effort) {}

std::vector<std::string> LineReader::in_order() const {
    std::vector<std::string> order = languages_;
    std::erase_if(order, is_script);  // these are asked beside a language
    std::stable_sort(order.begin(), order.end(), [&](const std::string& a, const std::string& b) {
        const auto count = [&](const std::string& code) {
            const auto found = lines_read_.find(code);
            return found == lines_read_.end() ? 0 : found->second;
        };
        return count(a) > count(b);
    });
    return order;
}

bool LineReader::reads(const std::string& language) const {
    return std::find(languages_.begin(), languages_.end(), language) != languages_.end();
}

/// Cyrillic that is not Russian: the data of the whole script has its letters, that of Russian takes them for
/// others, for digits and marks.
void LineReader::ask_other_cyrillic(const cv::Mat& picture, OcrResult& russian, std::string& language) {
    constexpr double kReadable = 0.4;
    if (russian.confidence >= kSure || russian.confidence < kReadable || !reads(kCyrillicScript)) return;
    OcrResult other = ocr_.read(picture, kCyrillicScript);
    const std::string letters = language_of_letters(other.text, language);
    if (letters == language || other.confidence <= russian.confidence) return;
    russian = std::move(other);
    language = letters;
}

/// What the data of all Latin letters reads in the line: in its second picture where there are marks that the
/// first does not show well, in the other polarity where its own shows the outlines of the letters.
OcrResult LineReader::read_latin_letters(const LineTrack& line) {
    constexpr double kClear = 0.88;
    OcrResult best;
    for (const Polarity polarity : {line.polarity, opposite(line.polarity)}) {
        for (const cv::Mat& picture : reading_pictures(line, polarity)) {
            OcrResult now = ocr_.read(picture, kLatinScript);
            if (best.text.empty() || now.confidence > best.confidence) best = std::move(now);
            if (best.confidence >= kClear || (best.confidence >= kReadableLetters && !has_marks(best.text)))
                return best;
        }
        if (best.confidence >= kReadableLetters) break;
    }
    return best;
}

/// The letters of a Latin reading with their marks: neither the network nor English data knows many of them.
std::string LineReader::with_letter_marks(const LineTrack& line, const std::string& text) {
    constexpr double kSurely = 0.85;
    constexpr std::size_t kTelling_letters = 4;
    if (!reads(kLatinScript) || text.find('@') != std::string::npos || text.find('/') != std::string::npos ||
        squeezed(text).size() < kTelling_letters || (effort_ == Effort::fast && is_english(text)))
        return text;
    const OcrResult letters = read_latin_letters(line);
    if (letters.confidence < kReadableLetters) return text;
    std::string marked = with_marks_of(text, letters.text);
    return letters.confidence >= kSurely && marked != text ? letters.text : marked;
}

std::optional<Candidate> LineReader::ask(const LineTrack& line, const cv::Mat& picture,
                                         const std::string& language) {
    OcrResult result = ocr_.read(picture, language);
    if (result.text.empty()) return std::nullopt;
    std::string seen = language;
    if (language == "rus") ask_other_cyrillic(picture, result, seen);
    return as_candidate(line, std::move(result), seen == language ? language : kCyrillicScript, seen);
}

/// `data`: what Tesseract read with.
Candidate LineReader::as_candidate(const LineTrack& line, OcrResult result, const std::string& data,
                                   const std::string& language) {
    const double plausible =
        plausible_confidence(result.text, result.confidence, data == kCyrillicScript ? "rus" : language);
    return Candidate{tesseract_version() + " " + data,
                     language,
                     without_gaps_in_name(std::move(result.text)),
                     result.confidence,
                     plausible,
                     from_reading_picture(line, result.box)};
}

/// Where the Russian data see, with doubts, the letters that the network takes for Latin ones, the line is
/// Cyrillic: what the data of the whole script read in it is added.
void LineReader::look_behind_disguise(const LineTrack& line, const Candidate& network,
                                      std::vector<Candidate>& others) {
    constexpr double kPerhaps = 0.45;  ///< Likeness of what is worth another look.
    const bool perhaps = std::any_of(others.begin(), others.end(), [&](const Candidate& other) {
        return likeness_in_disguise(other.text, network.text) >= kPerhaps;
    });
    const bool surely = std::any_of(others.begin(), others.end(),
                                    [](const Candidate& other) { return other.plausible >= kDoubtful; });
    if (!perhaps || surely || !may_be_disguise(network.text) || !reads(kCyrillicScript)) return;
    for (const cv::Mat& picture : reading_pictures(line, line.polarity)) {
        OcrResult result = ocr_.read(picture, kCyrillicScript);
        if (result.text.empty()) continue;
        const std::string language = language_of_letters(result.text, "rus");
        others.push_back(as_candidate(line, std::move(result), kCyrillicScript, language));
    }
}

/// A faint name over dark and bright ground, of which only a part may have been found.
void LineReader::look_for_name(const LineTrack& line, std::vector<Candidate>& candidates) {
    constexpr double kReadable = 0.5;
    if (!may_be_faint(line) || !reads("eng")) return;
    for (const Polarity polarity : {line.polarity, opposite(line.polarity)}) {
        const ReadingPicture shown = levelled_name(line, polarity);
        OcrResult name = shown.picture.empty() ? OcrResult{} : ocr_.read_name(shown.picture);
        if (name.confidence < kReadable) continue;
        Candidate candidate = as_candidate(line, name, "eng", "eng");
        candidate.box = from_reading_picture(line, shown, name.box);
        candidates.push_back(std::move(candidate));
    }
}

/// Detectors part Arabic lines at their words, some of which nobody can read alone: the whole of the line, as
/// far as its letters go on without a wide gap, if that is more than was found.
std::optional<Candidate> LineReader::read_whole_arabic(const LineTrack& line, const Candidate& found) {
    constexpr double kReadable = 0.75;
    constexpr double kLonger = 1.2;
    std::optional<Candidate> whole;
    const std::size_t letters = unicode::code_points(squeezed(found.text)).size();
    for (const ReadingPicture& picture : pictures_of_whole_line(line, line.polarity)) {
        const OcrResult result = ocr_.read(picture.picture, "ara");
        const std::size_t now = unicode::code_points(squeezed(result.text)).size();
        if (result.confidence < std::max(kReadable, whole ? whole->confidence : 0.0) ||
            static_cast<double>(now) < kLonger * static_cast<double>(letters) ||
            unicode::dominant_script(result.text) != "Arabic")
            continue;
        whole = as_candidate(line, result, "ara", "ara");
        whole->box = from_reading_picture(line, picture, result.box);
    }
    return whole;
}

std::vector<Candidate> LineReader::read_without_network(const LineTrack& line) {
    std::vector<Candidate> candidates;
    const double best = ask_all(line, line.polarity, nullptr, candidates);
    if (best < kDoubtful && line.likeness >= kSurelyText) {
        // Outlined letters may have been found by their outline.
        ask_all(line, opposite(line.polarity), nullptr, candidates);
    }
    if (best < kSure) look_for_name(line, candidates);
    sort_best_first(candidates);
    return candidates;
}

std::vector<Candidate> LineReader::read_with_network(const LineTrack& line) {
    std::vector<Candidate> candidates;
    for (NetworkReading& reading : read_by_network(line, *network_, effort_ == Effort::fast)) {
        const std::string language = unicode::dominant_script(reading.text) == "Han" ? "chi_sim" : "eng";
        if (!reads(language)) continue;
        const double plausible = plausible_confidence(reading.text, reading.confidence, language);
        candidates.push_back({kNetworkEngine, language, without_gaps_in_name(std::move(reading.text)),
                              reading.confidence, plausible, reading.box});
    }
    const bool sure = !candidates.empty() && candidates.front().confidence >= kNetworkSure;
    if (sure && candidates.front().language == "chi_sim") return candidates;
    if (effort_ == Effort::fast && !candidates.empty() && candidates.front().confidence >= kNetworkCertain)
        return candidates;

    // What stands too short to be words in a script that the network cannot read is something else.
    if (!sure && line.presence.examined <= kGlimpse_samples) return {};
    std::vector<Candidate> others;
    const Candidate* known = sure ? &candidates.front() : nullptr;
    const double best = ask_all(line, line.polarity, known, others);
    const bool certain = sure && known->confidence >= kNetworkCertain;
    if (!certain && best < kDoubtful && (sure || line.likeness >= kSurelyText)) {
        // Outlined letters may have been found by their outline.
        ask_all(line, opposite(line.polarity), known, others);
    }
    if (sure && is_foreign(candidates.front(), others)) ask_all(line, line.polarity, nullptr, others);
    if (!candidates.empty()) look_behind_disguise(line, candidates.front(), others);
    unmask_cyrillic(candidates, others);
    for (Candidate& candidate : candidates) {
        double alike = 0;
        const Candidate* witness = nullptr;
        for (const Candidate& other : others) {
            const double now = likeness_of(other.text, candidate.text);
            if (other.language == candidate.language && now > alike) {
                alike = now;
                witness = &other;
            }
        }
        if (witness != nullptr && alike >= kAlike) {
            candidate.plausible = std::max(candidate.plausible, witness->plausible) * (0.6 + 0.4 * alike);
            if (!witness->box.empty()) candidate.box = witness->box;
        } else {
            candidate.plausible *= kAlone;
        }
    }
    if (!candidates.empty()) {
        constexpr double kReadable = 0.5;
        const Candidate network = candidates.front();
        for (const Candidate& other : others)
            if (auto mixed = in_two_scripts(network, other); mixed && other.confidence >= kReadable)
                candidates.push_back(std::move(*mixed));
    }
    for (Candidate& candidate : candidates)
        if (is_piece_of_name(candidate, candidates)) candidate.plausible *= kPiece;
    // Of equally sure readings the network's, which comes first: it knows more typefaces.
    const std::size_t seen =
        candidates.empty() ? 0 : unicode::code_points(squeezed(candidates.front().text)).size();
    for (Candidate other : others) {
        other.plausible *= kGuest;
        if (is_piece_of_name(other, candidates)) other.plausible *= kPiece;
        // What left out half of the letters that the network is sure of has read half of the line.
        const std::size_t letters = unicode::code_points(squeezed(other.text)).size();
        if (sure && 5 * letters < 4 * seen)
            other.plausible *= static_cast<double>(letters) / static_cast<double>(seen);
        candidates.push_back(std::move(other));
    }
    sort_best_first(candidates);
    return candidates;
}

double LineReader::ask_all(const LineTrack& line, Polarity polarity, const Candidate* network,
                           std::vector<Candidate>& readings) {
    const bool certain = network != nullptr && network->confidence >= kNetworkCertain;
    const bool latin_only = certain && network->text.front() == '@';  // account names are Latin on every site
    double best = 0;
    bool first = true;
    for (const cv::Mat& picture : reading_pictures(line, polarity)) {
        // What the network sees letters in, but is not certain of, deserves the second picture.
        const bool enough =
            best >= kSure || certain || (network == nullptr && best < kHopeless) || effort_ == Effort::fast;
        if (!std::exchange(first, false) && effort_ != Effort::thorough && enough) break;
        for (const std::string& language : in_order()) {
            // The network reads these better. It takes Cyrillic for Latin, but neither Hangul nor Arabic.
            const bool of_use = network != nullptr ? language == "eng" || (language == "rus" && !latin_only)
                                                   : !network_ || language != "chi_sim";
            if (!of_use) continue;
            auto candidate = ask(line, picture, language);
            if (!candidate) continue;
            best = std::max(best, candidate->plausible);
            const bool sure = candidate->plausible >= kSure;
            const bool confirmed = network != nullptr && language == "eng" &&
                                   likeness_of(candidate->text, network->text) >= kSame;
            // Nobody else reads a script that one engine is sure of.
            const bool own_script = language != "eng" && unicode::dominant_script(candidate->text) != "Latin";
            readings.push_back(std::move(*candidate));
            if (sure && (!network_ || confirmed || own_script) && effort_ != Effort::thorough) return best;
        }
    }
    return best;
}

bool LineReader::is_foreign(const Candidate& network, const std::vector<Candidate>& others) {
    constexpr double kForeign = 0.6;
    constexpr double kBeyondDoubt = 0.98;
    return network.confidence < kBeyondDoubt && network.text.front() != '@' &&
           std::none_of(others.begin(), others.end(), [&](const Candidate& other) {
               return other.plausible >= kForeign || likeness_of(other.text, network.text) >= kForeign;
           });
}

std::optional<LineReading> LineReader::read(const LineTrack& line) {
    std::vector<Candidate> candidates = network_ ? read_with_network(line) : read_without_network(line);
    if (candidates.empty()) return std::nullopt;
    if (candidates.front().language == "ara")
        if (auto whole = read_whole_arabic(line, candidates.front()))
            candidates.insert(candidates.begin(), std::move(*whole));
    const Belief belief = belief_in(candidates, line, network_.has_value());
    if (belief == Belief::none) return std::nullopt;
    const bool scenery = belief == Belief::scenery || line.moved;
    const Candidate& chosen = candidates.front();
    constexpr int kLowest_px = 6;  // what is lower are dots and dashes, whatever was read in them
    if (!chosen.box.empty() && chosen.box.height < kLowest_px) return std::nullopt;
    // Whether the scene is read or not, it says nothing about the language of what is laid over it.
    if (!scenery)
        ++lines_read_[unicode::dominant_script(chosen.text) == "Cyrillic" ? "rus" : chosen.language];
    std::string text = chosen.text;
    for (const Candidate& other : candidates) {
        if (has_more_underscores(other.text, text) ||
            (other.confidence >= kTwins && has_a_twin_more(other.text, text)) ||
            is_better_spaced(other, text))
            text = other.text;
    }
    text = with_closed_quotes(with_copyright_sign(std::move(text)));
    std::string language = chosen.language;
    if (language == "eng") {
        text = with_letter_marks(line, text);
        language = language_of_letters(text, language);
    }

    double confidence = network_ ? std::min(1.0, chosen.plausible) : chosen.confidence;
    const bool disputed = text.front() == '@' && !is_undisputed(text, candidates);
    if (disputed || has_look_alikes(text)) confidence = std::min(confidence, kDisputed);
    if (std::string likely = with_likely_capitals(text); likely != text) {
        text = std::move(likely);
        confidence = std::min(confidence, kDisputed);
    }
    LineReading reading{text, language, confidence, chosen.box, {}, scenery};
    for (const auto& candidate : candidates) {
        Reading entry{candidate.engine, candidate.text, candidate.confidence};
        const bool repeated = std::any_of(
            reading.readings.begin(), reading.readings.end(),
            [&](const Reading& other) { return other.engine == entry.engine && other.text == entry.text; });
        if (!repeated) reading.readings.push_back(std::move(entry));
    }
    return reading;
}

}  // namespace sourcereel::text
