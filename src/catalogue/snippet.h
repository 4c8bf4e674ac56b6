// catalogue/snippet.h: a text shortened around what was searched for. Private to catalogue.
#pragma once

#include <string>
#include <vector>

#include "catalogue/catalogue.h"

namespace sourcereel::catalogue {

struct Snippet {
    std::string text;
    std::vector<Highlight> highlights;  ///< In the order of the text, apart from each other.
};

/// The line of `text` that holds most of the `needles` (folded as in the index; the first line where none
/// does), at most 80 characters of it around the first needle, "…" where it was cut.
Snippet snippet_of(const std::string& text, const std::vector<std::string>& needles);

}  // namespace sourcereel::catalogue
