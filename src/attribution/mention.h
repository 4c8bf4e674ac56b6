// attribution/mention.h: accounts written with "@". Private to attribution.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "attribution/name_rule.h"

namespace sourcereel::attribution {

/// The account named by the "@" at `pos`: "@name", or "@ name" where the line has nothing else. Nothing where
/// the sign belongs to an e-mail address, a package scope, a price or a time, and where an ellipsis at the end
/// of the line says that the name is longer than what is shown.
std::optional<Found> mention_at(std::u32string_view text, std::size_t pos);

}  // namespace sourcereel::attribution
