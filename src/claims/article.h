// claims/article.h: an article's file → its visible text, cut into blocks that know what they are.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sourcereel::claims {

enum class ArticleFormat { text, markdown, html };

/// "text", "markdown", "html".
std::string_view name_of(ArticleFormat format) noexcept;

/// What a block of an article is.
enum class BlockRole {
    title,      ///< The headline.
    heading,    ///< Of a section.
    paragraph,  ///< Running text, list items, cells of tables.
    caption,    ///< Under a picture: figcaption, and what a page marks as caption or credit.
    alt,        ///< What an image shows, for those who do not see it. Not visible: behind the visible text.
    embedded_post,  ///< A post of a social network with its author.
    structured,     ///< Captions and credits in JSON-LD. Not visible: behind the visible text.
    code,           ///< Fenced code.
    aside           ///< Navigation, comments, share buttons, related links, by-lines: never a claim.
};

/// Where in a table of HTML a block stands.
enum class TableCell {
    none,   ///< In no table that has a column of sources.
    other,  ///< In another column of such a table, or among its heads.
    source  ///< In the column that says whose the pictures are.
};

/// A run of the text, UTF-8 byte offsets [begin, end), with no space at either end.
struct Block {
    BlockRole role = BlockRole::paragraph;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<std::string> platform;  ///< Of an embedded post: "x", "instagram", …
    TableCell cell = TableCell::none;
    friend bool operator==(const Block&, const Block&) = default;
};

/// An article as people see it.
struct Article {
    ArticleFormat format = ArticleFormat::text;
    std::string title;
    /// All that is visible, in the order it stands: tags and entities resolved, scripts and styles left out,
    /// every run of white space one space, nothing else changed (Markdown keeps its marks). Behind it what is
    /// read but not seen.
    std::string text;
    std::vector<Block> blocks;  ///< In order, without overlap; between two of them stands at least a space.
    std::vector<std::string> warnings;  ///< "charset koi9 is not known: read as windows-1252".
};

/// The largest file that is read as an article, bytes.
constexpr std::size_t kMostArticleBytes = std::size_t{32} << 20;

/// Reads an article. `name` (of the file; may be empty) tells the format where the content does not: .html,
/// .htm, .xhtml, .md, .markdown. Charset: byte order mark, then UTF-8 where the bytes are well-formed, then
/// what the page says of itself, then windows-1252. Time and memory grow linearly with the size.
/// @throws Error corrupt for a file that holds no text (a picture, an archive), exhausted where it is larger
/// than kMostArticleBytes or its tags nest beyond all use.
Article read_article(std::string_view bytes, std::string_view name = {});

}  // namespace sourcereel::claims
