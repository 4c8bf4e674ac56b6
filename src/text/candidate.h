// text/candidate.h: readings of one line beside each other.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <opencv2/core.hpp>

#include "text/line_track.h"

namespace sourcereel::text {

inline constexpr const char* kNetworkEngine = "pp-ocrv4";
/// Likeness above which two engines have read the same words.
inline constexpr double kAlike = 0.75;

/// One engine's reading of one picture of the line.
struct Candidate {
    std::string engine;    ///< As in Reading.
    std::string language;  ///< Tesseract's code.
    std::string text;
    double confidence = 0;  ///< The engine's own.
    double plausible = 0;   ///< See plausible_confidence().
    cv::Rect box;           ///< In working pixels.
};

/// Without spaces, NFKC and case folded.
std::string squeezed(const std::string& text);
/// Share of equal letters, spaces and case aside.
double likeness_of(const std::string& a, const std::string& b);
/// Whether two readings of a name are one but for underscores, of which the first has more: engines overlook
/// them, and invent none.
bool has_more_underscores(const std::string& a, const std::string& b);
/// Whether two readings of a name are one but for a letter that the first has twice in a row: engines that
/// read step by step run two of a kind together.
bool has_a_twin_more(const std::string& a, const std::string& b);
/// Whether the engine that knows words has read the very letters of the text, surely, with more spaces:
/// beside a narrow letter the network overlooks them ("Icounted"). Names and addresses have none.
bool is_better_spaced(const Candidate& other, const std::string& text);
/// Whether a second engine has read the name, too, and none has read it otherwise. What only one engine sees
/// is wrong once in four times where it is faint.
bool is_undisputed(const std::string& name, const std::vector<Candidate>& all);
/// Whether an account name is the beginning of a much longer one that was read in the other picture of the
/// line: faint letters are lost, not invented.
bool is_piece_of_name(const Candidate& name, const std::vector<Candidate>& all);
/// The same of a Cyrillic reading and a Latin one, Cyrillic letters taken for the Latin ones that look like
/// them; 0 where the first is in another script.
double likeness_in_disguise(const std::string& cyrillic, const std::string& latin);
/// Whether Latin letters are written as nobody writes them, capitals and digits inside of words: the network
/// may have seen another script.
bool may_be_disguise(const std::string& latin);
/// Where what the network sees in Latin letters is what another engine reads in Cyrillic ones, and nobody
/// reads it in Latin, it is Cyrillic: both have seen the same letters.
void unmask_cyrillic(std::vector<Candidate>& network, std::vector<Candidate>& others);
/// A line in two scripts ("Источник: t.me/name"), word by word: names and addresses as the network read them,
/// the other words as `other` did, whose script the network does not know. Nothing where the two have not as
/// many words, or nothing comes from one of them. Not for scripts that run from right to left.
std::optional<Candidate> in_two_scripts(const Candidate& network, const Candidate& other);
/// What a line's best reading is: nothing that can be words, writing in the scene, or laid over the picture.
enum class Belief { none, scenery, overlay };
/// `candidates`: the best first. @pre not empty. `network`: whether the network has read, too.
Belief belief_in(const std::vector<Candidate>& candidates, const LineTrack& line, bool network);

}  // namespace sourcereel::text
