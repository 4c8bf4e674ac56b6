#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "claims/formats.h"
#include "claims/text_builder.h"

namespace sourcereel::claims {
namespace {

/// Lines that begin so stand around an article when a page is copied as text. Lower case.
constexpr std::array<std::string_view, 25> kFurnitureBeginnings{"share this",
                                                                "leave a reply",
                                                                "leave a comment",
                                                                "your email address",
                                                                "exit mobile version",
                                                                "related –",
                                                                "related -",
                                                                "related:",
                                                                "see also",
                                                                "also read",
                                                                "read:",
                                                                "watch:",
                                                                "you may also like",
                                                                "recommended",
                                                                "read more",
                                                                "read also",
                                                                "follow us",
                                                                "subscribe",
                                                                "sign up",
                                                                "click to share",
                                                                "most read",
                                                                "most viewed",
                                                                "most popular",
                                                                "all rights reserved",
                                                                "more on this story"};

std::string_view trimmed(std::string_view line) {
    while (!line.empty() && std::isspace(static_cast<unsigned char>(line.front()))) line.remove_prefix(1);
    while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back()))) line.remove_suffix(1);
    return line;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n\r\f", begin), text.size());
        lines.push_back(trimmed(text.substr(begin, end - begin)));
        begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    return lines;
}

/// Whether the next line goes on in the paragraph: the first was so long that it had to be broken.
bool is_wrapped(std::string_view line, std::string_view next) {
    constexpr std::size_t kLeastWrapped = 55;
    constexpr std::size_t kMostWrapped = 120;
    if (line.size() < kLeastWrapped || line.size() > kMostWrapped || next.empty()) return false;
    const bool ended = std::string_view(".!?:\"”").find(line.back()) != std::string_view::npos;
    const bool goes_on = std::islower(static_cast<unsigned char>(next.front())) != 0;
    return goes_on || !ended;
}

bool starts_list_item(std::string_view line) {
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) return true;
    const std::size_t digits = line.find_first_not_of("0123456789");
    return digits != line.npos && digits > 0 && digits < 4 && line.substr(digits, 2) == ". ";
}

/// Whether the first line stands above the text: there is more, and it does not end as sentences do. Who
/// pastes a sentence or two means all of it.
bool has_headline(std::string_view text) {
    std::string_view first;
    for (const std::string_view line : lines_of(text)) {
        if (line.empty()) continue;
        if (!first.empty()) return !first.ends_with('.') && !first.ends_with("。");
        first = line;
    }
    return false;
}

/// Behind "---", fields, "---" at the top of a file; 0 where there are none.
std::size_t behind_front_matter(const std::vector<std::string_view>& lines) {
    constexpr std::size_t kMostFields = 60;
    if (lines.empty() || lines.front() != "---") return 0;
    for (std::size_t i = 1; i < lines.size() && i < kMostFields; ++i)
        if (lines[i] == "---") return i + 1;
    return 0;
}

}  // namespace

bool is_page_furniture(std::string_view line) {
    std::string head(line.substr(0, 40));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    return std::any_of(kFurnitureBeginnings.begin(), kFurnitureBeginnings.end(),
                       [&](std::string_view beginning) { return head.starts_with(beginning); });
}

void read_text(std::string_view text, Article& article) {
    TextBuilder builder(article);
    std::string_view before;
    bool may_be_headline = has_headline(text);
    for (const std::string_view line : lines_of(text)) {
        const bool first = may_be_headline;
        if (!line.empty()) may_be_headline = false;
        if (line.empty() || !is_wrapped(before, line)) {
            if (first) article.title = line;
            builder.begin(first                     ? BlockRole::title
                          : is_page_furniture(line) ? BlockRole::aside
                                                    : BlockRole::paragraph);
        }
        builder.add(line);
        builder.add("\n");
        before = first ? std::string_view() : line;  // A headline is one line.
    }
    builder.finish();
}

void read_markdown(std::string_view text, Article& article) {
    TextBuilder builder(article);
    bool fenced = false;
    bool fresh = true;     // The next line begins a block.
    bool picture = false;  // The line before was a picture: what stands in italics below is its caption.
    const std::vector<std::string_view> lines = lines_of(text);
    const std::size_t body = behind_front_matter(lines);
    for (std::size_t i = 0; i < body; ++i) {
        if (i == 0) builder.begin(BlockRole::aside);
        builder.add(lines[i]);
        builder.add("\n");
    }
    for (std::size_t i = body; i < lines.size(); ++i) {
        const std::string_view line = lines[i];
        const bool fence = line.starts_with("```") || line.starts_with("~~~");
        if (fence) {
            fenced = !fenced;
            builder.begin(BlockRole::code);
            builder.add(line);
            fresh = !fenced;
            continue;
        }
        if (fenced) {
            builder.add("\n");
            builder.add(line);
            continue;
        }
        if (line.empty()) {
            fresh = true;
            continue;
        }
        const bool heading = line.starts_with("#") && line.find_first_not_of('#') != line.npos &&
                             line[line.find_first_not_of('#')] == ' ';
        const bool caption = picture && (line.starts_with("*") || line.starts_with("_"));
        picture = line.starts_with("![");
        if (heading || fresh || picture || caption || line.starts_with("|") || line.starts_with(">") ||
            starts_list_item(line)) {
            BlockRole role = picture || caption ? BlockRole::caption : BlockRole::paragraph;
            if (heading) role = article.title.empty() ? BlockRole::title : BlockRole::heading;
            if (is_page_furniture(line)) role = BlockRole::aside;
            builder.begin(role);
            if (role == BlockRole::title) article.title = trimmed(line.substr(line.find_first_not_of('#')));
        }
        builder.add(line);
        builder.add("\n");
        fresh = heading || picture;
    }
    builder.finish();
}

}  // namespace sourcereel::claims
