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

}  // namespace sourcereel::text
