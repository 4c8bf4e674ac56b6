// catalogue/selection.h: the texts and clips that answer a query, as keys. Private to catalogue.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalogue/clip_table.h"
#include "catalogue/query.h"

namespace sourcereel::catalogue {

/// A set of texts. Where no list of them was needed, it is every text of a wanted class in a wanted clip.
struct Selection {
    std::vector<char> clip_wanted;   ///< By place in the clip table.
    std::vector<char> class_wanted;  ///< By class id.
    bool asks_for_text = false;  ///< Words, kind:, lang: or script:, so that a clip without texts is none.
    bool listed = false;
    std::vector<std::int64_t> keys;    ///< Where listed: ascending.
    std::vector<std::string> needles;  ///< Folded, for snippets and for ranking; empty without words.

    bool wants_class(std::size_t id) const { return id < class_wanted.size() && class_wanted[id] != 0; }
};

/// @pre inside a transaction. `table` is of this state of the file.
/// @throws Error unsupported where the query's words hold no letter or digit.
Selection select(const Connection& connection, const ClipTable& table, const Query& query);

}  // namespace sourcereel::catalogue
