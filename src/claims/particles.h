// claims/particles.h: verbs that are made by the words behind them. Private to claims.
#pragma once

#include <cstddef>
#include <vector>

#include "claims/tokens.h"

namespace sourcereel::claims {

/// Gives the tokens from `from` on the classes that their neighbours make: "put online", "picked it up", "led
/// its news with it", "caught on camera", "took the video".
void join_particles(std::vector<Token>& tokens, std::size_t from);

}  // namespace sourcereel::claims
