// claims/things.h: what a verb is said of. Private to claims.
#pragma once

#include <cstddef>

#include "claims/scan.h"

namespace sourcereel::claims {

/// What a verb is said of.
enum class Thing {
    media,   ///< A video, or something that stands for one ("it", "which").
    photo,   ///< A photograph.
    other,   ///< A statement, a letter.
    nothing  ///< The sentence does not tell.
};

/// What is posted, aired, filmed by a passive verb: the nearest such noun before it, or behind the clause.
Thing thing_before(const Scan& scan, std::size_t verb);

/// What an active verb has as its object, up to `reach` tokens behind it.
Thing thing_behind(const Scan& scan, std::size_t verb, std::size_t reach = 12);

/// Whether what the verb is said of is a still: "Screenshot from a video posted by"; sets `begin` to it.
bool is_still_of(const Scan& scan, std::size_t verb, std::size_t& begin);

}  // namespace sourcereel::claims
