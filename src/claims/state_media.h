// claims/state_media.h: the words for outlets of a state. Private to claims.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "claims/tokens.h"

namespace sourcereel::claims {

/// What the words from `i` on are of a state: "television" → "state-tv"; sets `stop` behind them. Empty for
/// other words.
std::string_view medium_at(const std::vector<Token>& tokens, std::size_t i, const Sentence& sentence,
                           std::size_t& stop);

/// Behind "state", "state-run", "government-owned"; `i` where there is none of them.
std::size_t behind_state(const std::vector<Token>& tokens, std::size_t i, const Sentence& sentence);

}  // namespace sourcereel::claims
