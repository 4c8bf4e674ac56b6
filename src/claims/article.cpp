#include "claims/article.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "claims/formats.h"
#include "core/error.h"
#include "unicode/charset.h"

namespace sourcereel::claims {
namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    return out;
}

/// Browsers look for the charset in the first kilobyte too; saved pages put a comment before it.
constexpr std::size_t kHead = 4096;

/// What <meta charset> or its older form says; empty where nothing does.
std::string declared_charset(std::string_view bytes) {
    const std::string head = lower(bytes.substr(0, kHead));
    for (std::size_t meta = head.find("<meta"); meta != head.npos; meta = head.find("<meta", meta + 1)) {
        const std::string tag = head.substr(meta, head.find('>', meta) - meta);
        const std::size_t at = tag.find("charset=");
        if (at == tag.npos) continue;
        const std::size_t begin = tag.find_first_not_of("\"' ", at + 8);
        if (begin == tag.npos) continue;
        return tag.substr(begin, tag.find_first_of("\"' ;/>", begin) - begin);
    }
    return {};
}

bool looks_like_html(std::string_view bytes) {
    const std::string head = lower(bytes.substr(0, kHead));
    for (const char* mark : {"<!doctype html", "<html", "<head", "<body", "<article", "<meta "})
        if (head.find(mark) != head.npos) return true;
    return false;
}

ArticleFormat format_of(std::string_view bytes, std::string_view name) {
    const std::string file = lower(name);
    for (const char* ending : {".html", ".htm", ".xhtml"})
        if (file.ends_with(ending)) return ArticleFormat::html;
    for (const char* ending : {".md", ".markdown"})
        if (file.ends_with(ending)) return ArticleFormat::markdown;
    if (file.ends_with(".txt")) return ArticleFormat::text;
    return looks_like_html(bytes) ? ArticleFormat::html : ArticleFormat::text;
}

/// Bytes that no text has: NUL and other controls, but for tabs, line breaks, form feeds and escapes.
bool is_text(std::string_view utf8) {
    const auto odd = std::count_if(utf8.begin(), utf8.end(), [](unsigned char c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B;
    });
    return static_cast<std::size_t>(odd) * 100 <= utf8.size();
}

/// The text as UTF-8 by the best reason to read it so.
std::string decode(std::string_view bytes, std::vector<std::string>& warnings) {
    if (const auto charset = unicode::charset_of_mark(bytes)) return *unicode::from_charset(bytes, *charset);
    if (unicode::is_utf8(bytes)) return *unicode::from_charset(bytes, "utf-8");
    std::string charset = declared_charset(bytes);
    // A page that a byte reader could read so far is not UTF-16, and it is not UTF-8 either but for some
    // damage.
    if (charset.starts_with("utf-16")) charset.clear();
    if (charset.starts_with("utf")) warnings.push_back("some bytes are not UTF-8: they were replaced");
    if (!charset.empty()) {
        if (auto text = unicode::from_charset(bytes, charset)) return *text;
        warnings.push_back("charset " + charset + " is not known: read as windows-1252");
    }
    return unicode::from_charset(bytes, "windows-1252").value_or(std::string());
}

}  // namespace

std::string_view name_of(ArticleFormat format) noexcept {
    switch (format) {
        case ArticleFormat::text:
            return "text";
        case ArticleFormat::markdown:
            return "markdown";
        case ArticleFormat::html:
            return "html";
    }
    return "text";
}

Article read_article(std::string_view bytes, std::string_view name) {
    if (bytes.size() > kMostArticleBytes)
        throw Error(ErrorKind::exhausted, "is larger than " + std::to_string(kMostArticleBytes >> 20) +
                                              " MiB; give the article alone");
    const bool marked = unicode::charset_of_mark(bytes).has_value();
    if (!marked && std::count(bytes.begin(), bytes.end(), '\0') > 0)
        throw Error(ErrorKind::corrupt,
                    "is no text: it holds bytes of zero; give an article as text, Markdown or HTML");
    Article article;
    std::string text = decode(bytes, article.warnings);
    if (!is_text(text))
        throw Error(ErrorKind::corrupt,
                    "is no text: it is full of control codes; give an article as text, Markdown or HTML");
    article.format = format_of(text, name);
    if (article.format == ArticleFormat::html)
        read_html(text, article);
    else if (article.format == ArticleFormat::markdown)
        read_markdown(text, article);
    else
        read_text(text, article);
    return article;
}

}  // namespace sourcereel::claims
