#include "claims/article.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "unit/claims/claim_lines.h"

namespace sourcereel::claims {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// "caption:text" for each block.
std::vector<std::string> blocks_of(const Article& article) {
    static const char* const kNames[] = {"title", "heading",    "paragraph", "caption", "alt",
                                         "post",  "structured", "code",      "aside"};
    std::vector<std::string> out;
    for (const Block& block : article.blocks)
        out.push_back(std::string(kNames[static_cast<int>(block.role)]) + ":" +
                      article.text.substr(block.begin, block.end - block.begin));
    return out;
}

std::string page(const std::string& body) {
    return "<!DOCTYPE html><html><head><title>Gulls - The Quay</title></head><body>" + body +
           "</body></html>";
}

ErrorKind kind_of_fault(const std::string& bytes) {
    try {
        read_article(bytes);
    } catch (const Error& error) {
        return error.kind();
    }
    return ErrorKind::internal;
}

TEST(Article, TextIsHeadlineAndParagraphs) {
    const Article article =
        read_article("Gulls return\n\nA first  line.\nVideo: @gull\n\nThe\tend.", "a.txt");
    EXPECT_EQ(article.format, ArticleFormat::text);
    EXPECT_EQ(article.title, "Gulls return");
    EXPECT_EQ(article.text, "Gulls return A first line. Video: @gull The end.");
    EXPECT_THAT(blocks_of(article), ElementsAre("title:Gulls return", "paragraph:A first line.",
                                                "paragraph:Video: @gull", "paragraph:The end."));
}

TEST(Article, WhatIsPastedWithoutAHeadlineIsTextFromItsFirstLine) {
    for (const char* text : {"Posted on X by @gull", "It was posted on X by @gull.\n\nThe end."}) {
        const Article article = read_article(text, "a.txt");
        EXPECT_EQ(article.title, "") << text;
        ASSERT_FALSE(article.blocks.empty()) << text;
        EXPECT_EQ(article.blocks[0].role, BlockRole::paragraph) << text;
    }
}

TEST(Article, LinesThatWereWrappedAreOneParagraph) {
    const Article article = read_article(
        "Gulls return\n\nThe clip that everybody on the quay has seen by now was posted on\n"
        "X by @gull before the rain came.\n");
    EXPECT_EQ(article.blocks.size(), 2u);
    EXPECT_THAT(lines_of(article), ElementsAre("posted_by handle:gull@x"));
}

TEST(Article, MarkdownKeepsItsMarksAndClaimsAreReadThroughThem) {
    const Article article = read_article(
        "# Gulls return\n\nPosted on Instagram by **Suna Aalto**, the clip is short.\n\n"
        "```\nvideo posted by @code\n```\n\n- clip uploaded to [YouTube](https://youtube.com) by "
        "`@gull.tv`\n",
        "a.md");
    EXPECT_EQ(article.title, "Gulls return");
    EXPECT_THAT(article.text, HasSubstr("by **Suna Aalto**, the"));
    EXPECT_THAT(lines_of(article),
                ElementsAre("posted_by literal:Suna Aalto@instagram", "posted_by handle:gull.tv@youtube"));
}

TEST(Article, APageIsReadWithoutWhatStandsAroundIt) {
    const Article article = read_article(
        page("<nav>Clip posted on X by @menu</nav><h1>Gulls &amp; terns</h1>"
             "<p class='byline'>By A. Tern, video by @author</p>"
             "<script>var x = 'video posted by @script';</script><style>p{content:'@style'}</style>"
             "<p>The clip&nbsp;was posted on X by&#32;<b>@gull</b>.</p>"
             "<figure><img alt='A gull'><figcaption>Video: @tern</figcaption></figure>"
             "<div class='related-links'>Clip posted on X by @related</div>"
             "<section id='comments'><p>I saw a video on X by @reader</p></section>"
             "<footer>Video: @footer</footer>"));
    EXPECT_EQ(article.format, ArticleFormat::html);
    EXPECT_EQ(article.title, "Gulls & terns");
    EXPECT_THAT(article.text, HasSubstr("The clip was posted on X by @gull."));
    EXPECT_THAT(lines_of(article), ElementsAre("posted_by handle:gull@x", "credit handle:tern"));
}

TEST(Article, AHeadlineWithinMakesNoFurniture) {
    EXPECT_THAT(lines_of(read_article(
                    page("<div class='social page'><h1>Gulls</h1><p>Clip aired by NHK.</p></div>"))),
                ElementsAre("aired_by outlet:nhk"));
    EXPECT_THAT(lines_of(read_article(
                    "<body class='has-sidebar comments-open'><h1>Gulls</h1><p>Clip aired by NHK.</p>")),
                ElementsAre("aired_by outlet:nhk"));
}

TEST(Article, ALineBreakEndsABlock) {
    EXPECT_THAT(lines_of(read_article(
                    page("<h1>Gulls</h1><p>A gull on the quay<br><i>VIDEO: COURTESY OF THE BBC</i></p>"))),
                ElementsAre("credit outlet:bbc"));
}

TEST(Article, PostsThatArePartOfThePageNameTheirAuthor) {
    EXPECT_THAT(lines_of(read_article(
                    page("<h1>Gulls</h1><blockquote class='twitter-tweet'><p>Look, @friend</p>&mdash; Gull "
                         "Watch (@gullwatch) "
                         "<a href='https://twitter.com/gullwatch/status/1'>May 1</a></blockquote>"))),
                ElementsAre("posted_by handle:gullwatch@x"));
    EXPECT_THAT(lines_of(read_article(page("<h1>Gulls</h1><figure><blockquote class='tiktok-embed'><section>"
                                           "<a>@gull.bar</a> <p>hat</p></section></blockquote>"
                                           "<figcaption>TikTok/@gull.bar</figcaption></figure>"))),
                ElementsAre("posted_by handle:gull.bar@tiktok"));
}

TEST(Article, CaptionsThatAreNotShownCountOnce) {
    const std::string json =
        "<script type='application/ld+json'>{\"@type\":\"VideoObject\",\"creditText\":"
        "\"Video: \\u0040gull\",\"name\":\"Video: @name\"}</script>";
    const Article hidden =
        read_article(page("<h1>Gulls</h1><img alt='Still from a video posted on X by @tern'>" + json));
    EXPECT_THAT(blocks_of(hidden), ElementsAre("title:Gulls", "alt:Still from a video posted on X by @tern",
                                               "structured:Video: @gull"));
    EXPECT_THAT(lines_of(hidden), ElementsAre("still_from handle:tern@x", "credit handle:gull"));
    EXPECT_THAT(lines_of(read_article(page("<h1>Gulls</h1><p>Video: @gull</p>" + json))),
                ElementsAre("credit handle:gull"));
}

TEST(Article, CharsetsAreToldByMarkContentAndPage) {
    const std::string text = "Gulls\n\nCafé: the clip was aired by NHK.";
    EXPECT_THAT(read_article("\xEF\xBB\xBF" + text).text, HasSubstr("Café"));
    EXPECT_THAT(read_article("Gulls\n\nCaf\xE9 \x93quay\x94").text, HasSubstr("Café “quay”"));
    EXPECT_THAT(
        read_article("<html><head><meta charset=\"windows-1251\"></head><p>\xC2\xE8\xE4\xE5\xEE").text,
        HasSubstr("Видео"));
    std::string wide = "\xFF\xFE";
    for (const char c : std::string("Gulls\n\nClip aired by NHK.")) wide += {c, '\0'};
    EXPECT_THAT(lines_of(read_article(wide)), ElementsAre("aired_by outlet:nhk"));
    const Article odd = read_article("<html><head><meta charset='klingon'></head><p>Caf\xE9");
    EXPECT_THAT(odd.warnings, ElementsAre(HasSubstr("klingon")));
    EXPECT_THAT(odd.text, HasSubstr("Café"));
}

TEST(Article, WhatIsNoArticleIsRefused) {
    EXPECT_EQ(kind_of_fault(std::string("\x89PNG\r\n\x1a\n\0\0", 10)), ErrorKind::corrupt);
    EXPECT_EQ(kind_of_fault("\x01\x02\x03\x04"), ErrorKind::corrupt);
    EXPECT_EQ(kind_of_fault(std::string(kMostArticleBytes + 1, 'a')), ErrorKind::exhausted);
    EXPECT_THAT(lines_of(read_article("")), IsEmpty());
    EXPECT_THAT(lines_of(read_article("<html>")), IsEmpty());
}

TEST(Article, QuotesArePartsOfItsText) {
    const Article article = read_article(
        page("<h1>Gulls</h1><p>Ö: the <i>clip</i> was\n posted on&nbsp;X by @gull, said “NHK”.</p>"));
    const auto claims = find_claims(article, attribution::OutletRegistry::built_in());
    ASSERT_EQ(claims.size(), 1u);
    EXPECT_EQ(article.text.substr(claims[0].begin, claims[0].end - claims[0].begin), claims[0].quote);
    EXPECT_EQ(claims[0].quote, "the clip was posted on X by @gull");
}

}  // namespace
}  // namespace sourcereel::claims
