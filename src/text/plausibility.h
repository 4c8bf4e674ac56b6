// text/plausibility.h: whether what an engine read can be words.
#pragma once

#include <string>

namespace sourcereel::text {

/// The engine's confidence, lowered where the text speaks against it: letters of a script that the language
/// is not written in, letters of two scripts inside a word, more marks than letters.
double plausible_confidence(const std::string& text, double confidence, const std::string& language);

/// Whether a reading of that plausible confidence is worth keeping: the shorter the text, the surer it must
/// be.
bool is_plausible(const std::string& text, double confidence);

/// Whether it can be one of the words that are shown one after the other: these may have one or two letters.
bool is_plausible_word(const std::string& text, double confidence);

/// Whether an account name looks like another one in common typefaces: l, I and 1, or O and 0, where neither
/// case nor neighbours tell which ("Il", "a1", "time0").
bool has_look_alikes(const std::string& text);

/// Whether the text is long enough to be kept for itself.
bool is_telling(const std::string& text);

}  // namespace sourcereel::text
