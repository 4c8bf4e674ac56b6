// claims/subject_owners.h: whose a programme, a report or a page is that does something. Private to claims.
#pragma once

#include <cstddef>
#include <optional>

#include "claims/scan.h"

namespace sourcereel::claims {

/// Whether the word says what an outlet makes or who speaks in it.
bool is_programme(const Scan& scan, std::size_t i);

/// "BelTA's photographers": who takes an outlet's pictures.
bool takes_pictures(const Token& token);

/// "JTBC's evening show", "NBC's Today programme": the outlet whose programme ends at `end`; one that is
/// aired may be named alone, "ITV's Good Morning Britain".
std::optional<Source> owner_of_programme(const Scan& scan, std::size_t end, bool aired);

/// "@name, a graphic artist who posted it": whom the description [begin, end) before "who" describes.
std::optional<Source> named_before_description(const Scan& scan, std::size_t begin, std::size_t end);

/// "on its own Instagram page", "to their YouTube channel": behind the verb.
bool has_own_page(const Scan& scan, std::size_t verb);

/// "It waited until noon. Its report used …": the report of the outlet that was named last.
std::optional<Source> owner_of_report(const Scan& scan, std::size_t begin, std::size_t end);

}  // namespace sourcereel::claims
