// claims/namesakes.h: what else bears the name of an outlet. Private to claims.
#pragma once

#include <cstddef>
#include <vector>

#include "claims/mentions.h"
#include "claims/named_countries.h"
#include "claims/tokens.h"

namespace sourcereel::claims {

/// Tells whether the name at tokens [begin, end) of a sentence is another's. Keeps references to what it is
/// given.
class Namesakes {
public:
    Namesakes(const std::vector<Token>& tokens, const NamedCountries& countries)
        : tokens_(tokens), countries_(countries) {}

    /// "PTI supporters", "an AA patrol", "the KAN hospital": other bodies with the same letters.
    bool other_thing(const Gazetteer::Name& name, std::size_t begin, std::size_t end,
                     const Sentence& sentence) const;
    /// "CNN Brasil", "NBC 4", "Thai PBS": stations of their own.
    bool other_station(const Gazetteer::Name& name, std::size_t begin, std::size_t end,
                       const Sentence& sentence) const;
    /// "CCTV footage" is what a camera in the street saw.
    bool street_camera(const Gazetteer::Name& name, std::size_t begin, std::size_t end,
                       const Sentence& sentence) const;

private:
    const std::vector<Token>& tokens_;
    const NamedCountries& countries_;
};

}  // namespace sourcereel::claims
