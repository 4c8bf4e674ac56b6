// attribution/handle_match.h: a name as it was seen against a name as it was claimed.
#pragma once

#include <string>
#include <string_view>

namespace sourcereel::attribution {

/// How two names agree. What an engine may have confused and what a person may have forged are kept apart.
enum class HandleMatch {
    none,
    near,           ///< One or two edits away: shown to people, never taken for the same.
    lookalike,      ///< Metadata spells another account in letters that look the same: an alarm.
    ambiguous_ocr,  ///< Equal but for what engines confuse, and read with little confidence: says little.
    exact           ///< Equal as accounts are: but for case and "@".
};

/// "exact", "ambiguous_ocr", "lookalike", "near", "none".
std::string_view name_of(HandleMatch match) noexcept;

/// Pixels can be misread; metadata is spelt the way the platform spells it.
enum class NameOrigin { reading, metadata };

/// Below it a reading is one of little confidence.
inline constexpr double kSureReading = 0.8;

/// Compares a name that was seen with a claimed one. `confidence` (0..1) is that of the reading and means
/// nothing for metadata. Letters of other scripts that look the same are, in a reading, the engine's choice
/// and never more than ambiguous; in metadata they are a lookalike. Pure; any thread.
HandleMatch compare_handles(std::string_view seen, std::string_view claimed, NameOrigin origin,
                            double confidence = 1.0);

/// The name without "@" (also full-width, or read as "©") and white space around it.
std::string bare_name(std::string_view name);

/// Whether an account of `platform` ("x", "telegram", …) can be called so; an unknown or empty platform has
/// the widest rule.
bool is_possible_name(std::string_view name, std::string_view platform);

}  // namespace sourcereel::attribution
