// catalogue/query.h: the words a user types to search, understood.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text_track.h"

namespace sourcereel::catalogue {

/// Words to be found in one text, in any order.
struct Term {
    std::string text;       ///< As typed, without quotes; a word ending in "*" finds what begins with it.
    bool phrase = false;    ///< In quotes: its words stand beside each other in this order.
    bool excluded = false;  ///< Written with a minus in front.
    friend bool operator==(const Term&, const Term&) = default;
};

/// All conditions must hold for a track.
struct Query {
    std::vector<Term> terms;
    std::vector<std::string> handles;    ///< handle:name, with or without "@"; case folded when compared.
    std::vector<std::string> platforms;  ///< platform:x; several: any of them; with handle: of that handle.
    std::vector<TextKind> kinds;         ///< kind:watermark; several: any of them.
    std::vector<std::string> languages;  ///< lang:rus; several: any of them.
    friend bool operator==(const Query&, const Query&) = default;
};

/// words "a phrase" -not handle:BRICSinfo platform:telegram kind:watermark lang:rus
/// Text inside quotes is never taken for a condition. A condition begins with a field name in Latin letters
/// and a colon, so 12:30, https://… and "Video: AFP" are words; other:name is a mistake that is pointed out.
/// Words without a letter or digit ("—", "&") are passed over. At most 2000 characters. Pure.
/// @throws Error unsupported saying what is wrong, where (column, from 1) and what may stand there.
Query parse_query(std::string_view text);

}  // namespace sourcereel::catalogue
