// claims/modality.h: doubt, negation, and what a verb is said of. Private to claims.
#pragma once

#include <cstddef>

#include "claims/scan.h"

namespace sourcereel::claims {

/// Whether the source is in doubt at the verb: "was reportedly aired". A doubt about what is shown is none.
bool is_hedged(const Scan& scan, std::size_t verb);
/// Whether the article says that it was not so: "did not air", "no evidence that B ran it".
bool is_negated(const Scan& scan, std::size_t verb);

/// What a verb is said of.
enum class Thing {
    media,   ///< A video, or something that stands for one ("it", "which").
    photo,   ///< A photograph.
    other,   ///< A statement, a letter.
    nothing  ///< The sentence does not tell.
};
/// What is posted, aired, filmed by a passive verb: the nearest such noun before it, or behind the clause.
Thing thing_before(const Scan& scan, std::size_t verb);
/// Whether the verb tells what somebody does at all times: "publishes video of every chase", "usually posts".
bool is_habit(const Scan& scan, std::size_t verb);

/// Whether the sentence is no more than what was done: "Shot by Ida Falk, a passenger.", "Released by B."
bool is_fragment_of(const Scan& scan, std::size_t verb);

/// Whether the verb at `verb` shows something to somebody: "showed it to three experts".
bool is_shown_to_somebody(const Scan& scan, std::size_t verb);

/// Whether what the verb at `verb` captures is drawn or told, not filmed: "captured the moment on paper".
bool is_drawn(const Scan& scan, std::size_t verb);

/// What an active verb has as its object, up to `reach` tokens behind it.
Thing thing_behind(const Scan& scan, std::size_t verb, std::size_t reach = 12);

/// Whether what the verb is said of is a still: "Screenshot from a video posted by"; sets `begin` to it.
bool is_still_of(const Scan& scan, std::size_t verb, std::size_t& begin);
/// Whether the participle at `verb` is passive by what stands before: "was shown", "were all posted".
bool has_be_before(const Scan& scan, std::size_t verb);
/// Whether the verb speaks of what has not happened: "will be shown", "is to be aired".
bool is_yet_to_come(const Scan& scan, std::size_t verb);
/// Whether a participle is finite here: "had never shown".
bool has_have_before(const Scan& scan, std::size_t verb);
/// Whether a base form is finite here: "did not air", "has to run".
bool has_do_before(const Scan& scan, std::size_t verb);
/// Where "refused to", "decided against", "has yet to" before the verb begins: then it was not done; `verb`
/// where nothing of the kind stands there.
std::size_t refusal_before(const Scan& scan, std::size_t verb);
/// Whether the subject stands behind its auxiliary, as in a sentence that denies: "Nor did B show it".
bool is_inverted(const Scan& scan, std::size_t verb);

}  // namespace sourcereel::claims
