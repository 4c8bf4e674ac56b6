#include "claims/html_roles.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>
#include <vector>

namespace sourcereel::claims {
namespace {

/// Words of a class or id that say that an element stands around the article, not in it.
constexpr std::array<std::string_view, 52> kFurniture{"comment",
                                                      "comments",
                                                      "respond",
                                                      "disqus",
                                                      "share",
                                                      "sharing",
                                                      "sharedaddy",
                                                      "social",
                                                      "related",
                                                      "more",
                                                      "newsletter",
                                                      "cookie",
                                                      "cookies",
                                                      "consent",
                                                      "gdpr",
                                                      "breadcrumb",
                                                      "breadcrumbs",
                                                      "sidebar",
                                                      "menu",
                                                      "nav",
                                                      "navbar",
                                                      "navigation",
                                                      "promo",
                                                      "advert",
                                                      "advertisement",
                                                      "ads",
                                                      "ad",
                                                      "sponsor",
                                                      "sponsored",
                                                      "byline",
                                                      "author",
                                                      "bio",
                                                      "meta",
                                                      "tags",
                                                      "tag",
                                                      "widget",
                                                      "signup",
                                                      "subscribe",
                                                      "popup",
                                                      "modal",
                                                      "toolbar",
                                                      "footer",
                                                      "masthead",
                                                      "pagination",
                                                      "trending",
                                                      "recommended",
                                                      "recommendations",
                                                      "mostread",
                                                      "popular",
                                                      "outbrain",
                                                      "taboola",
                                                      "follow"};
constexpr std::array<std::string_view, 6> kCaption{"caption", "figcaption", "credit",
                                                   "credits", "cutline",    "legend"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kEmbeds{
    {{"twitter-tweet", "x"},
     {"twitter-video", "x"},
     {"twitter-tweet-rendered", "x"},
     {"instagram-media", "instagram"},
     {"tiktok-embed", "tiktok"},
     {"bluesky-embed", "bluesky"},
     {"reddit-embed-bq", "reddit"},
     {"reddit-card", "reddit"},
     {"text-post-media", "threads"},
     {"fb-post", "facebook"},
     {"fb-video", "facebook"},
     {"telegram-post", "telegram"}}};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    return out;
}

/// The parts of `text` between characters of `separators`.
std::vector<std::string_view> parts_of(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = text.find_first_not_of(separators); begin != text.npos;) {
        const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = text.find_first_not_of(separators, end);
    }
    return parts;
}

void read_names(const std::string& names, ElementKind& kind) {
    for (const std::string_view name : parts_of(names, " \t\n\r\f")) {
        for (const auto& [embed, platform] : kEmbeds)
            if (name == embed) kind.platform = platform;
        const auto words = parts_of(name, "-_");
        // "has-sidebar", "no-comments", "comments-open" tell something of the page, not of the element.
        if (words.empty() || words[0] == "has" || words[0] == "no" || words[0] == "with" ||
            words.back() == "open")
            continue;
        for (const std::string_view word : words) {
            if (is_one_of(word, kFurniture)) kind.furniture = true;
            if (word == "comment" || word == "comments" || word == "disqus") kind.comments = true;
            if (is_one_of(word, kCaption)) kind.caption = true;
        }
    }
}

void read_tag(GumboTag tag, ElementKind& kind) {
    switch (tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_OBJECT:
            kind.skipped = true;
            break;
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_BUTTON:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_SVG:
            kind.furniture = kind.breaks = true;
            break;
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
            kind.heading = kind.breaks = true;
            break;
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_CAPTION:
            kind.caption = kind.breaks = true;
            break;
        case GUMBO_TAG_A:
        case GUMBO_TAG_ABBR:
        case GUMBO_TAG_B:
        case GUMBO_TAG_BIG:
        case GUMBO_TAG_CITE:
        case GUMBO_TAG_CODE:
        case GUMBO_TAG_EM:
        case GUMBO_TAG_FONT:
        case GUMBO_TAG_I:
        case GUMBO_TAG_INS:
        case GUMBO_TAG_MARK:
        case GUMBO_TAG_Q:
        case GUMBO_TAG_S:
        case GUMBO_TAG_SMALL:
        case GUMBO_TAG_SPAN:
        case GUMBO_TAG_STRONG:
        case GUMBO_TAG_SUB:
        case GUMBO_TAG_SUP:
        case GUMBO_TAG_TIME:
        case GUMBO_TAG_U:
        case GUMBO_TAG_WBR:
        case GUMBO_TAG_BDI:
        case GUMBO_TAG_BDO:
        case GUMBO_TAG_DEL:
            break;
        default:
            kind.breaks = true;
    }
}

}  // namespace

std::string_view attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found ? std::string_view(found->value) : std::string_view();
}

ElementKind kind_of(const GumboElement& element) {
    ElementKind kind;
    read_tag(element.tag, kind);
    if (element.tag == GUMBO_TAG_BODY || element.tag == GUMBO_TAG_HTML || element.tag == GUMBO_TAG_MAIN ||
        element.tag == GUMBO_TAG_ARTICLE)
        return kind;
    read_names(lower(attribute(element, "class")), kind);
    read_names(lower(attribute(element, "id")), kind);
    const std::string role = lower(attribute(element, "role"));
    if (role == "dialog" || role == "navigation" || role == "complementary" || role == "contentinfo" ||
        role == "search")
        kind.furniture = true;
    if (gumbo_get_attribute(&element.attributes, "hidden") || attribute(element, "aria-hidden") == "true")
        kind.furniture = true;
    if (attribute(element, "rel") == "author") kind.furniture = true;
    // What is marked as both is a caption: "related-media-caption".
    if (kind.caption && element.tag == GUMBO_TAG_FIGCAPTION) kind.furniture = false;
    return kind;
}

}  // namespace sourcereel::claims
