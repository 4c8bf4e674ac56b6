// sidecar/account.h: platforms, and accounts as addresses show them. Private to sidecar.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/sidecar.h"

namespace sourcereel::sidecar {

/// "x" of "twitter", "Twitter", "twitter:spaces"; empty for a site that we have no rules for.
std::string platform_of(std::string_view site);

/// The platform that an address belongs to by its host; empty where unknown.
std::string platform_of_address(std::string_view url);

/// The account that the address of a post or profile names; nothing where it names none.
std::optional<std::string> account_in_address(std::string_view url, std::string_view platform);

/// Takes `value` as the carrier's account, without "@". A name that the platform does not allow becomes a
/// warning.
void set_handle(Sidecar& sidecar, std::optional<SidecarValue> value);

/// Sets posted_at of a Unix time.
void set_posted(Sidecar& sidecar, std::int64_t unix_seconds, const std::string& field);

/// Compares what was said twice: the account with that in the address, the time with that in the post's
/// number.
void cross_check(Sidecar& sidecar);

}  // namespace sourcereel::sidecar
