// claims/phrases.h: who stands behind "by", who stands before a verb, and on which platform. Private to
// claims.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "claims/scan.h"

namespace sourcereel::claims {

/// Which sources a phrase may name.
struct SourceChoice {
    bool names = true;    ///< People and bodies by their names, and what stands in quotation marks.
    bool persons = true;  ///< "a passenger", "the fire service".
    bool groups = false;  ///< "drivers on the motorway": nobody in particular, but they were there.
};

/// The source that the phrase from `at` on names; nothing where it names none ("by mistake", "by several
/// users").
/// It ends before token `limit`, where one is given.
std::optional<Source> source_at(const Scan& scan, std::size_t at, SourceChoice choice = {},
                                std::size_t limit = 0);

/// Whose crew or staff the phrase is that ends at `end`: "its staff" in what B says.
std::optional<Source> owner_of_crew(const Scan& scan, std::size_t end);

/// The source that is the subject of the verb at `verb`.
std::optional<Source> subject_of(const Scan& scan, std::size_t verb);

/// What "the channel", "the Swiss broadcaster", "the ministry" before token `before` refers to. `noun` is the
/// folded head, `country` may be empty.
std::optional<Entity> referent(const Scan& scan, std::size_t before, std::string_view noun,
                               std::string_view country);

/// The platform named at `at`, behind a determiner or possessive ("its X account"); sets `stop` behind it.
std::optional<PlatformName> platform_at(const Scan& scan, std::size_t at, std::size_t& stop);

/// The platform that a claim speaks of: between its verb and its source, right behind it, or right before.
std::optional<PlatformName> platform_near(const Scan& scan, std::size_t verb, const Source& source);

/// Whether the source is a thing that films, not somebody: "a remote vehicle", "the satellite", "CCTV"; or a
/// person of whom nothing is said, "the person who".
bool is_device(const Scan& scan, const Source& source);

/// The country that the word at `at` names; empty for none.
std::string_view country_word(const Scan& scan, std::size_t at);

}  // namespace sourcereel::claims
