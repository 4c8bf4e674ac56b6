// claims/screen_words.h: the words and marks that stand on a screen. Private to claims.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "claims/scan.h"

namespace sourcereel::claims {

/// The words that stand on a screen, from `at` on: a quotation, an account, an outlet, capitals, another
/// script.
std::optional<Source> wording_at(const Scan& scan, std::size_t at);

/// The words of a source without the quotation marks around them.
std::string inner_words(const Scan& scan, const Source& source);

/// The owner of a mark behind "of" or "for": "the logo of the US network CNN".
std::optional<Source> owner_at(const Scan& scan, std::size_t at);

/// What an outlet or an account marks its pictures with: logo, watermark.
bool is_mark(const Token& token);

/// What an outlet lays over its pictures, behind its name: "a Sky News banner".
bool is_graphic(const Token& token);

/// A part of the picture: "along the top", "in the lower corner", "on screen".
bool names_place(const Scan& scan, std::size_t at);

/// "is written", "had been printed", "stands": what letters do on a picture.
bool is_laid_over(const Scan& scan, std::size_t at);

}  // namespace sourcereel::claims
