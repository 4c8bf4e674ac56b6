// claims/active_cues.h: what stands around an active verb that shows or films. Private to claims.
#pragma once

#include <cstddef>

#include "claims/scan.h"

namespace sourcereel::claims {

/// "the match", "Sunday's ceremony": what a programme carries, right behind the verb.
bool names_event(const Scan& scan, std::size_t verb);

/// "Channel 4 shows the final at eight": what a programme announces.
bool is_scheduled(const Scan& scan, std::size_t verb);

/// "recorded the rescue": what one records with a camera, right behind the verb; not what a report records
/// too ("the accident", "a fall").
bool names_happening(const Scan& scan, std::size_t verb);

/// Whether the sentence names what one films with.
bool names_device(const Scan& scan);

/// "the Facebook page Name": what it shows is posted.
bool names_account(const Scan& scan, const Source& source);

/// "led its news with it", "cut to the pictures": the particle has found what was shown.
bool brings_in(const Token& token);

/// What others than outlets do too: of a name that may be anybody's it does not say that the video was aired.
bool is_of_many_uses(const Token& token);

}  // namespace sourcereel::claims
