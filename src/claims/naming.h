// claims/naming.h: the names that stand behind a description. Private to claims.
#pragma once

#include <cstddef>
#include <optional>

#include "claims/phrases.h"
#include "claims/scan.h"

namespace sourcereel::claims {

/// The name of two words and more behind a comma: "a neighbour, Ida Falk,"; `at` begins the phrase.
std::optional<Source> person_at(const Scan& scan, std::size_t at, std::size_t comma, std::size_t limit);

/// Whether the word is what somebody is called by work or kin: "driver", "employee", "cousin".
bool names_person(const Token& token);

/// Where the phrase behind "of" at `of` ends: "of the lifeboat", "of the 3rd Assault Brigade"; `of` where
/// none stands there.
std::size_t of_phrase_end(const Scan& scan, std::size_t of);

/// Whether "for" at `at` joins the words of a body's name: "Transport for London".
bool is_for_of_name(const Scan& scan, std::size_t at);

/// Whether the token names a day or a month, or a time of day that is written as no name: "Monday", "night";
/// not the "Midnight" of "Midnight Diaries".
bool is_date_word(const Token& token);

/// Whether the word may stand between those of a name: "Vie du Quartier", "Noticias de la Costa".
bool joins_names(const Token& token);

/// Behind the run of name words at `at`, "of the", "de la" and their like among them; `at` where there is
/// none.
std::size_t full_name_end(const Scan& scan, std::size_t at, std::size_t limit);

/// Whether the token may be part of a name.
bool is_name_word(const Token& token);

/// Whether the "and" at `at` is part of a body's name: "Search and Rescue Agency".
bool is_and_of_name(const Scan& scan, std::size_t at);

/// Whether the token is one capital letter, whose dot belongs to a name: "Oleg M.".
bool is_initial(const Token& token);

/// "the quoted name": the source in quotation marks that open at `at`.
std::optional<Source> quoted_at(const Scan& scan, std::size_t at);

/// Behind the run of name words at `at`; `at` where there is none.
std::size_t name_end(const Scan& scan, std::size_t at, std::size_t limit);

/// The name that the description [at, end) is given behind it: "a page called Name", "a cameraman, Ann Lee",
/// "an amateur in Ohio, Bill Orr", "the head keeper, @name", "a user going by "Name"". Nothing where it is
/// given none.
std::optional<Source> named_behind(const Scan& scan, std::size_t at, std::size_t end, std::size_t limit,
                                   SourceChoice choice);

}  // namespace sourcereel::claims
