// claims/verb_forms.h: finite forms, passives and habits. Private to claims.
#pragma once

#include <cstddef>

#include "claims/scan.h"

namespace sourcereel::claims {

/// Whether the participle at `verb` is passive by what stands before: "was shown", "were all posted".
bool has_be_before(const Scan& scan, std::size_t verb);

/// Whether a participle is finite here: "had never shown".
bool has_have_before(const Scan& scan, std::size_t verb);

/// Whether a base form is finite here: "did not air", "has to run".
bool has_do_before(const Scan& scan, std::size_t verb);

/// Whether the verb speaks of what has not happened: "will be shown", "is to be aired".
bool is_yet_to_come(const Scan& scan, std::size_t verb);

/// Whether the verb tells what somebody does at all times: "publishes video of every chase", "usually posts".
bool is_habit(const Scan& scan, std::size_t verb);

/// Whether the sentence is no more than what was done: "Shot by Ida Falk, a passenger.", "Released by B."
bool is_fragment_of(const Scan& scan, std::size_t verb);

/// Whether the verb at `verb` shows something to somebody: "showed it to three experts".
bool is_shown_to_somebody(const Scan& scan, std::size_t verb);

/// Whether what the verb at `verb` captures is drawn or told, not filmed: "captured the moment on paper".
bool is_drawn(const Scan& scan, std::size_t verb);

}  // namespace sourcereel::claims
