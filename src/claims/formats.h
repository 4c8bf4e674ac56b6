// claims/formats.h: one reader for each format of article. Private to claims.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/article.h"

namespace sourcereel::claims {

/// UTF-8 text; a paragraph ends at an empty line, and at a line break that no hard wrapping explains.
void read_text(std::string_view text, Article& article);
/// UTF-8 Markdown; its marks stay in the text.
void read_markdown(std::string_view text, Article& article);
/// UTF-8 HTML. @throws Error exhausted where tags nest beyond all use.
void read_html(std::string_view text, Article& article);

/// @throws Error exhausted for HTML whose tree would be far larger than its text: tags within tags by the
/// thousand.
void check_nesting(std::string_view html);

/// Captions and credits of pictures and videos in a JSON-LD document, in the order they stand.
std::vector<std::string> json_ld_credits(std::string_view json);

/// Whether a line of a page without structure belongs to what stands around an article: "Share this article".
bool is_page_furniture(std::string_view line);

}  // namespace sourcereel::claims
