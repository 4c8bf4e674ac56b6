// claims/credit_lists.h: what stands above lists and columns that say nothing but whose pictures are whose.
// Private to claims.
#pragma once

#include <string_view>

namespace sourcereel::claims {

/// Whether a heading stands above links to other articles: "Read more", "Most viewed".
bool heads_furniture(std::string_view heading);

/// Whether the head of a column says that below it stands whose the pictures are: "Source", "Credit".
bool heads_source_column(std::string_view head);

/// Whether a heading says that each item below it credits: "Video credits", "Where the clips came from"; not
/// "Photo credits", and not the "Sources" of what was written.
bool heads_credits(std::string_view heading);

}  // namespace sourcereel::claims
