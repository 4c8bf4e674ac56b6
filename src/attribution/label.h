// attribution/label.h: accounts behind the name of their platform: "IG: name", "抖音号: id". Private to
// attribution.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "attribution/name_rule.h"

namespace sourcereel::attribution {

/// The account whose label begins at `pos`. The raw text holds label and name.
std::optional<Found> label_at(std::u32string_view text, std::size_t pos);

}  // namespace sourcereel::attribution
