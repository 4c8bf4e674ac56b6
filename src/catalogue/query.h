// catalogue/query.h: the words a user types to search, understood.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/finding.h"
#include "core/text_track.h"

namespace sourcereel::catalogue {

/// Words to be found in one text, in any order.
struct Term {
    std::string text;        ///< As typed, without quotes; a word ending in "*" finds what begins with it.
    bool phrase = false;     ///< In quotes: its words stand beside each other in this order.
    bool excluded = false;   ///< Written with a minus in front.
    bool or_before = false;  ///< A "|" stands between it and the term before: either is enough.
    friend bool operator==(const Term&, const Term&) = default;
};

enum class Has { handle, outlet, tag, note, text, verdict };
inline constexpr std::array kVerdicts{Verdict::supported,   Verdict::partly_supported, Verdict::contradicted,
                                      Verdict::conflicting, Verdict::not_found,        Verdict::inconclusive,
                                      Verdict::out_of_scope};
/// "partly_supported" and the like; nothing for any other text.
std::optional<Verdict> verdict_named(std::string_view name) noexcept;
/// "handle", "outlet", "tag", "note", "text", "verdict".
std::string_view name_of(Has has) noexcept;

/// Words, kinds, languages and scripts are asked of one text. All else is asked of the clip that it stands
/// in: words that a clip with this handle shows anywhere. Without words, handle:, platform: and outlet: give
/// the texts that hold the name themselves: the mark, not every caption of the clip.
struct Query {
    std::vector<Term> terms{};
    std::vector<std::string> handles{};    ///< handle:name, with or without "@"; case folded when compared.
    std::vector<std::string> platforms{};  ///< platform:x; several: any of them; with handle: of that handle.
    std::vector<TextKind> kinds{};         ///< kind:watermark; several: any of them.
    std::vector<std::string> languages{};  ///< lang:rus; several: any of them.
    std::vector<std::string> scripts{};    ///< script:Cyrillic; several: any of them.
    std::vector<std::string> outlets{};    ///< outlet:russia1, the registry's id; several: any of them.
    std::vector<std::string> folders{};    ///< folder:/a/b is that or below it, folder:b any of this name.
    std::vector<std::string> files{};      ///< file:harbour: in the name of the file last seen; all of them.
    std::vector<std::string> tags{};       ///< tag:checked; all of them.
    std::vector<std::string> without_tags{};  ///< -tag:checked
    std::vector<Verdict> verdicts{};          ///< verdict:supported, of some claim; several: any of them.
    std::vector<Has> has{};                   ///< has:note; all of them.
    std::vector<Has> without{};               ///< -has:note
    std::string since{};  ///< First day, "2024-06-01"; empty: any. Of publication, else of analysis.
    std::string until{};  ///< Last day, itself included.
    friend bool operator==(const Query&, const Query&) = default;
};

/// words "a phrase" begin* either | or -without handle:BRICSinfo platform:telegram outlet:russia1
/// kind:watermark lang:rus script:Cyrillic since:2024-06 until:2024 folder:"my clips" file:harbour
/// tag:checked -tag:seen verdict:supported has:note Text inside quotes is never taken for a condition. A
/// condition begins with a field name in Latin letters and a colon, so 12:30, https://… and "Video: AFP" are
/// words; other:name is a mistake that is pointed out. Words without a letter or digit ("—", "&") are passed
/// over. A beginning has two letters or digits, one of Han, Hangul or kana. At most 2000 characters. Pure.
/// @throws Error unsupported saying what is wrong, where (column, from 1) and what may stand there.
Query parse_query(std::string_view text);

}  // namespace sourcereel::catalogue
