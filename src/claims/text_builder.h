// claims/text_builder.h: visible text with its blocks, white space folded as it comes. Private to claims.
#pragma once

#include <string>
#include <string_view>

#include "claims/article.h"

namespace sourcereel::claims {

/// Collects an article's text. Blocks end where the caller says so; empty ones leave no trace.
class TextBuilder {
public:
    explicit TextBuilder(Article& article) : article_(article) {}
    /// Begins a block: what was collected before is one of its own.
    void begin(BlockRole role, std::string_view platform = {});
    /// Where in a table the block at hand and those behind it stand.
    void set_cell(TableCell cell) { cell_ = cell; }
    /// Well-formed UTF-8.
    void add(std::string_view text);
    /// Whether the block at hand has text.
    bool has_text() const noexcept { return article_.text.size() > begin_; }
    /// Ends the last block.
    void finish();

private:
    Article& article_;
    BlockRole role_ = BlockRole::paragraph;
    std::string platform_;
    std::size_t begin_ = 0;
    TableCell cell_ = TableCell::none;
    bool space_ = false;  ///< A space is due before the next letter.
};

/// The length of the white space that `text` begins with, 0 for none: ASCII, no-break, ideographic and the
/// like.
std::size_t leading_space(std::string_view text) noexcept;

}  // namespace sourcereel::claims
