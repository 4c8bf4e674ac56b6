// attribution/address.h: accounts written as web addresses: "t.me/name". Private to attribution.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "attribution/name_rule.h"

namespace sourcereel::attribution {

/// What stands at a position that may begin an address.
struct Address {
    std::size_t end = 0;         ///< Where to look on: behind the name, or behind the host alone.
    std::optional<Found> found;  ///< Nothing where the page is none of an account: "x.com/search".
};

/// The address of a known platform whose host begins at `pos`; nothing where there is none. The raw text
/// leaves out "https://" and what follows the name.
std::optional<Address> address_at(std::u32string_view text, std::size_t pos);

}  // namespace sourcereel::attribution
