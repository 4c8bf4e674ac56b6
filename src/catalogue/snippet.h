// catalogue/snippet.h: a text shortened around what was searched for. Private to catalogue.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "catalogue/catalogue.h"

namespace sourcereel::catalogue {

struct Snippet {
    std::string text;
    std::vector<Highlight> highlights;  ///< In the order of the text, apart from each other.
};

/// Shortens many texts around the same `needles`, which are folded as in the index.
class SnippetMaker {
public:
    explicit SnippetMaker(const std::vector<std::string>& needles);

    /// The line of `text` that holds most of the needles (the first line where none does), at most 80
    /// characters of it around the first needle, "…" where it was cut.
    Snippet of(const std::string& text);

private:
    class FoldedLine;
    const std::u32string& folded(char32_t letter);

    std::vector<std::u32string> needles_;                   ///< Without spaces.
    std::unordered_map<char32_t, std::u32string> letters_;  ///< Folded so far: texts have few different ones.
};

}  // namespace sourcereel::catalogue
