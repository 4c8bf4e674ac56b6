// claims/verb_phrases.h: what stands around a verb that tells a source. Private to claims.
#pragma once

#include <cstddef>
#include <optional>

#include "claims/scan.h"

namespace sourcereel::claims {

/// What a verb claims of a source.
ClaimType type_of(const Scan& scan, std::size_t verb, const Source& source, bool with_platform);

/// Where a quote begins: at the thing that the verb is said of where it is near, else at the verb.
std::size_t quote_begin(const Scan& scan, std::size_t verb);

/// Whose account it is, behind "on the Telegram channel": "Name", "@name", "of the band", "called "Name"".
std::optional<Source> owner_of_account(const Scan& scan, std::size_t behind);

/// Whose account it is, before the platform that `where` ("on") leads to: "on the ministry's official
/// Telegram channel".
std::optional<Source> owner_before_platform(const Scan& scan, std::size_t where);

/// The source of the passive verb at `verb`, and where the search for it ended.
std::optional<Source> agent_of(const Scan& scan, std::size_t verb);

}  // namespace sourcereel::claims
