#include <algorithm>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>

#include <gumbo.h>

#include "claims/credit_lists.h"
#include "claims/formats.h"
#include "claims/html_roles.h"
#include "claims/text_builder.h"

namespace sourcereel::claims {
namespace {

struct DestroyOutput {
    void operator()(GumboOutput* output) const noexcept {
        gumbo_destroy_output(&kGumboDefaultOptions, output);
    }
};

/// Children of elements; others have none.
const GumboVector* children_of(const GumboNode& node) {
    if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
    if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) return &node.v.element.children;
    return nullptr;
}

template <typename Visit>
void for_each_child(const GumboNode& node, Visit visit) {
    if (const GumboVector* children = children_of(node))
        for (unsigned i = 0; i < children->length; ++i)
            visit(*static_cast<const GumboNode*>(children->data[i]));
}

bool is_text_node(const GumboNode& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
           node.type == GUMBO_NODE_CDATA;
}

/// All text below a node, spaces folded.
void collect(const GumboNode& node, std::string& out) {
    if (is_text_node(node)) out += node.v.text.text;
    for_each_child(node, [&](const GumboNode& child) { collect(child, out); });
}

bool is_element(const GumboNode& node, GumboTag tag) {
    return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == tag;
}

bool is_heading(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag >= GUMBO_TAG_H2 &&
           node.v.element.tag <= GUMBO_TAG_H6;
}

bool is_cell(const GumboNode& node) {
    return is_element(node, GUMBO_TAG_TD) || is_element(node, GUMBO_TAG_TH);
}

/// The first row of a table, which may stand in its head or body; null for none.
const GumboNode* first_row(const GumboNode& table) {
    const GumboNode* row = nullptr;
    for_each_child(table, [&](const GumboNode& child) {
        if (row) return;
        if (is_element(child, GUMBO_TAG_TR)) row = &child;
        if (is_element(child, GUMBO_TAG_THEAD) || is_element(child, GUMBO_TAG_TBODY)) row = first_row(child);
    });
    return row;
}

/// The text below a node, cut short: what stands in a head is, and a page may be one table within another.
void collect_head(const GumboNode& node, std::string& out) {
    constexpr std::size_t kLongest = 200;
    if (out.size() > kLongest) return;
    if (is_text_node(node)) out += std::string_view(node.v.text.text).substr(0, kLongest + 1);
    for_each_child(node, [&](const GumboNode& child) {
        if (out.size() <= kLongest) collect_head(child, out);
    });
}

/// The cell of a row of heads that stands above the sources, counted from 1; 0 for none.
std::size_t column_of_sources(const GumboNode& row) {
    std::size_t column = 0;
    std::size_t found = 0;
    bool spanned = false;  // Then cells of one column do not stand below each other.
    for_each_child(row, [&](const GumboNode& cell) {
        if (!is_cell(cell)) return;
        ++column;
        std::string head;
        collect_head(cell, head);
        spanned = spanned || gumbo_get_attribute(&cell.v.element.attributes, "colspan");
        if (found == 0 && heads_source_column(head)) found = column;
    });
    return column > 1 && !spanned ? found : 0;
}

std::string folded(std::string_view text) {
    Article scratch;
    TextBuilder builder(scratch);
    builder.add(text);
    builder.finish();
    return scratch.text;
}

/// Reads a page's tree. Recursion is bounded by check_nesting().
class PageReader {
public:
    explicit PageReader(Article& article) : article_(article), builder_(article) {}

    void read(const GumboNode& root) {
        find_headlines(root);
        walk(root, {});
        builder_.finish();
        for (const std::string& alt : alts_) {
            builder_.begin(BlockRole::alt);
            builder_.add(alt);
        }
        for (const std::string& credit : credits_) {
            builder_.begin(BlockRole::structured);
            builder_.add(credit);
        }
        builder_.finish();
        for (Block& block : article_.blocks)
            if (block.role == BlockRole::paragraph &&
                is_page_furniture(
                    std::string_view(article_.text).substr(block.begin, block.end - block.begin)))
                block.role = BlockRole::aside;
        article_.title = folded(!headline_.empty() ? headline_ : page_title_);
    }

private:
    struct Within {
        bool furniture = false;
        bool caption = false;
        bool code = false;
        TableCell cell = TableCell::none;
        std::size_t source_column = 0;             ///< Of the table; 0: it has none.
        const GumboNode* heads = nullptr;          ///< The row of its heads.
        BlockRole heading = BlockRole::paragraph;  ///< title or heading within one.
        std::string_view platform;
    };

    /// Notes every element in which a headline stands: such a one is no furniture, whatever it is called.
    bool find_headlines(const GumboNode& node) {
        bool found = false;
        bool first = false;  // Whether an <h1> stands in it, and not only an article.
        for_each_child(node, [&](const GumboNode& child) {
            found = find_headlines(child) || found;
            first = first || holds_first_headline_.contains(&child);
        });
        if (node.type == GUMBO_NODE_ELEMENT) {
            if (node.v.element.tag == GUMBO_TAG_H1 || node.v.element.tag == GUMBO_TAG_ARTICLE) found = true;
            if (node.v.element.tag == GUMBO_TAG_H1) first = true;
            if (node.v.element.tag == GUMBO_TAG_TITLE && page_title_.empty()) collect(node, page_title_);
        }
        if (found) holds_headline_.insert(&node);
        if (first) holds_first_headline_.insert(&node);
        return found;
    }

    BlockRole role_of(const Within& within) const {
        if (within.furniture) return BlockRole::aside;
        if (!within.platform.empty()) return BlockRole::embedded_post;
        if (within.caption) return BlockRole::caption;
        if (within.code) return BlockRole::code;
        return within.heading;
    }

    void walk(const GumboNode& node, const Within& within) {
        if (is_text_node(node)) {
            builder_.add(node.v.text.text);
            return;
        }
        if (node.type != GUMBO_NODE_ELEMENT) {
            for_each_child(node, [&](const GumboNode& child) { walk(child, within); });
            return;
        }
        const GumboElement& element = node.v.element;
        const ElementKind kind = kind_of(element);
        read_aside(node, within);
        if (kind.skipped && element.tag == GUMBO_TAG_HEAD) {  // Structured data stands here too.
            for_each_child(node, [&](const GumboNode& child) {
                if (child.type == GUMBO_NODE_ELEMENT) read_aside(child, within);
            });
        }
        if (kind.skipped) return;
        Within inside = within;
        if (kind.furniture && !holds_headline_.contains(&node)) inside.furniture = true;
        if (kind.comments && !holds_first_headline_.contains(&node)) inside.furniture = true;
        if (kind.caption) inside.caption = true;
        if (element.tag == GUMBO_TAG_PRE) inside.code = true;
        if (!kind.platform.empty()) inside.platform = kind.platform;
        if (kind.heading)
            inside.heading =
                element.tag == GUMBO_TAG_H1 && headline_.empty() ? BlockRole::title : BlockRole::heading;
        if (inside.heading == BlockRole::title && within.heading != BlockRole::title)
            collect(node, headline_);
        // A post is one block, so that its author stands beside its words.
        const bool in_post = !within.platform.empty();
        const bool breaks = (kind.breaks || role_of(inside) != role_of(within)) && !in_post;
        if (element.tag == GUMBO_TAG_TABLE) {
            inside.heads = first_row(node);
            inside.source_column = inside.heads ? column_of_sources(*inside.heads) : 0;
            inside.cell = inside.source_column > 0 ? TableCell::other : TableCell::none;
        }
        if (breaks) {
            builder_.begin(role_of(inside), inside.platform);
            builder_.set_cell(inside.cell);
        }
        if (in_post && kind.breaks) builder_.add(" ");
        const bool furniture = inside.furniture;
        const bool row = element.tag == GUMBO_TAG_TR && &node != inside.heads && inside.source_column > 0;
        std::size_t column = 0;
        GumboTag below = GUMBO_TAG_UNKNOWN;  // The heading of related links that the children stand below.
        for_each_child(node, [&](const GumboNode& child) {
            if (is_heading(child) && (below == GUMBO_TAG_UNKNOWN || child.v.element.tag <= below)) {
                std::string heading;
                collect_head(child, heading);
                below = heads_furniture(heading) ? child.v.element.tag : GUMBO_TAG_UNKNOWN;
                inside.furniture = furniture || below != GUMBO_TAG_UNKNOWN;
            }
            if (row && is_cell(child))
                inside.cell = ++column == inside.source_column ? TableCell::source : TableCell::other;
            walk(child, inside);
        });
        if (breaks) {
            builder_.begin(role_of(within), within.platform);
            builder_.set_cell(within.cell);
        }
        if (in_post && kind.breaks) builder_.add(" ");
    }

    /// What an element says without showing it.
    void read_aside(const GumboNode& node, const Within& within) {
        const GumboElement& element = node.v.element;
        if (element.tag == GUMBO_TAG_IMG && !within.furniture) {
            std::string alt(attribute(element, "alt"));
            if (!alt.empty()) alts_.push_back(std::move(alt));
        }
        if (element.tag == GUMBO_TAG_SCRIPT && attribute(element, "type") == "application/ld+json") {
            std::string json;
            collect(node, json);
            for (std::string& credit : json_ld_credits(json)) credits_.push_back(std::move(credit));
        }
    }

    Article& article_;
    TextBuilder builder_;
    std::unordered_set<const GumboNode*> holds_headline_;
    std::unordered_set<const GumboNode*> holds_first_headline_;
    std::string headline_;
    std::string page_title_;
    std::vector<std::string> alts_;
    std::vector<std::string> credits_;
};

}  // namespace

void read_html(std::string_view text, Article& article) {
    check_nesting(text);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    const std::unique_ptr<GumboOutput, DestroyOutput> output(
        gumbo_parse_with_options(&options, text.data(), text.size()));
    PageReader(article).read(*output->document);
}

}  // namespace sourcereel::claims
