// claims/credit_chain.h: the sources of a credit, one behind the other. Private to claims.
#pragma once

#include <cstddef>
#include <optional>

#include "claims/phrases.h"
#include "claims/scan.h"

namespace sourcereel::claims {

/// Whether "Source: B" names whose the text is: "Source: B and agencies", or B's own page. `name` stands
/// behind the label.
bool is_own_text(const Scan& scan, std::size_t label, std::size_t name);

/// Whether the word stands behind a label and names nobody: "Video: supplied".
bool names_nobody(const Token& token);
/// Whether the word says that somebody has handed the pictures out: "HANDOUT/NAME", "HO / NAME".
bool is_handed_out(const Token& token);
bool is_bar(const Token& token);
bool is_colon(const Token& token);

/// Whether the sentence says what happens: then it is no credit.
bool tells(const Scan& scan);
/// Whether the sentence credits photographs: "Photo: B".
bool is_photo_line(const Scan& scan);
/// Whether the word labels a photograph: "photo", "pictures", "foto".
bool is_photo_label(const Token& token);

/// The source of a credit that begins at `at`: an account, an outlet, a name, "FACEBOOK/NAME".
std::optional<Source> credited_at(const Scan& scan, std::size_t at);

/// Adds the source at `at` with the type of its label, and what stands behind "/" or "and": "@a / B". The
/// quote begins at `begin`. False where no source stands there.
bool read_credits_at(Scan& scan, ClaimType type, std::size_t begin, std::size_t at);

}  // namespace sourcereel::claims
