// claims/html_roles.h: what an element of a page is, by its tag, class, id and role. Private to claims.
#pragma once

#include <string_view>

#include <gumbo.h>

#include "claims/article.h"

namespace sourcereel::claims {

/// What an element makes of the text within it.
struct ElementKind {
    bool skipped = false;       ///< Nothing in it is ever shown: script, style.
    bool breaks = false;        ///< Text before, in and behind it are blocks of their own.
    bool comments = false;      ///< Of readers: furniture, even where each stands in an article of its own.
    bool furniture = false;     ///< Navigation, comments, share buttons: if no headline stands in it.
    bool caption = false;       ///< figcaption and its like.
    bool heading = false;       ///< h1 to h6.
    std::string_view platform;  ///< Of an embedded post: "x"; empty: none.
};

ElementKind kind_of(const GumboElement& element);

/// An attribute's value; empty where it is not there.
std::string_view attribute(const GumboElement& element, const char* name);

}  // namespace sourcereel::claims
