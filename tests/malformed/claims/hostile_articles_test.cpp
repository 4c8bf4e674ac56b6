#include <algorithm>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "attribution/outlets.h"
#include "claims/article.h"
#include "claims/claims.h"
#include "core/error.h"

namespace sourcereel::claims {
namespace {

const std::vector<std::string>& seeds() {
    static const std::vector<std::string> texts{
        "Gulls return\n\nThe clip was posted on X by @gull, and on Threads by @tern.\nVideo: @a.b/TikTok via "
        "Reuters\n"
        "\"LIVE\", said the line on screen. CNN denied airing it; the Mexican network broadcast it.\n",
        "Gulls\n\nThe clip was shared with her followers on X by @gull, as did the channel Nord TV, and put "
        "on Snapchat, "
        "where he is @tern. It was not, as claimed, taken from a report by NHK; ITV used it, citing the "
        "police of Lom as "
        "the source. NHK is said to have aired it on his Instagram account. \"It fell,\" reads the caption "
        "of a TikTok "
        "video. The show's host, Ida Falk, posted a Facebook Live video from @gull / TikTok",
        "Gulls\n\nNHK aired the clip, ITV on Monday and ZDF an hour earlier. @gull followed on Threads. On "
        "X, "
        "the page \"Tern\" did the same. On TRT World the clips were shown. Posts say that NTV had it first; "
        "the "
        "station denies it. On TikTok it has been viewed two million times. In Spain it was shown on RTVE, "
        "in "
        "Italy on RAI. CCTV, the national broadcaster, put it on a loop. It reached RAI's evening news via "
        "AP\n",
        "# Gulls\n\nPosted on Instagram by **Suna Aalto** (`@suna`).\n\n> \"A quote.\"\n\n| a | b "
        "|\n|---|---|\n- [x](https://t.me/gull)\n"
        "```\ncode @x\n```\nИсточник: РИА Новости, 来源: 中新社 영상: 연합뉴스\n",
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Gulls</title><script "
        "type=\"application/ld+json\">"
        "{\"creditText\":\"Video: \\u0040gull\",\"caption\":[\"a\\ud83d\\ude00\"]}</script></head><body "
        "class=\"a b\"><nav>x</nav>"
        "<h1>Gulls</h1><table><tr><td><p>Clip aired by <b>NHK</b>.<br>A<blockquote "
        "class=\"twitter-tweet\"><p>x</p>&mdash; "
        "G (@gull)</blockquote><figure><img alt=\"Still from NHK\"><figcaption>Video: "
        "&#64;gull</figcaption></figure></table>"
        "<h2>Video credits</h2><ul><li>Gulls: Ida Falk<li>@gull / "
        "TikTok</ul><table><thead><tr><th>Clip<th>Source"
        "</tr></thead><tbody><tr><td>Tern<td>@tern on X<tr><td colspan=2>NHK</tbody></table>"
        "<svg><p>a</svg><section id=comments><p>no</p></section></body></html>"};
    return texts;
}

/// What every answer must hold, whatever the bytes were.
void check(const std::string& bytes, const std::string& name) {
    try {
        const Article article = read_article(bytes, name);
        std::size_t last = 0;
        for (const Block& block : article.blocks) {
            ASSERT_LE(last, block.begin);
            ASSERT_LT(block.begin, block.end);
            ASSERT_LE(block.end, article.text.size());
            last = block.end;
        }
        for (const Claim& claim : find_claims(article, attribution::OutletRegistry::built_in())) {
            ASSERT_LT(claim.begin, claim.end);
            ASSERT_LE(claim.end, article.text.size());
            ASSERT_EQ(claim.quote, article.text.substr(claim.begin, claim.end - claim.begin));
            ASSERT_FALSE(claim.entity.value.empty());
        }
    } catch (const Error& error) {
        ASSERT_NE(error.kind(), ErrorKind::internal) << error.what();
    }
}

std::string mutated(const std::string& seed, std::mt19937& random) {
    static const std::vector<std::string> pieces{"<",
                                                 ">",
                                                 "</p>",
                                                 "<table>",
                                                 "<b>",
                                                 "&#x110000;",
                                                 "&",
                                                 "\"",
                                                 "“",
                                                 "@",
                                                 "@a",
                                                 "://",
                                                 "x.com/",
                                                 " by ",
                                                 " via ",
                                                 "(",
                                                 ")",
                                                 ",",
                                                 ".",
                                                 "'s",
                                                 " CNN ",
                                                 " the channel ",
                                                 "\xFF",
                                                 "\xF0\x9F",
                                                 "\n\n",
                                                 "```",
                                                 "**",
                                                 "](",
                                                 "<!--",
                                                 "<script>",
                                                 "\\u",
                                                 "{\"",
                                                 "</blockquote>",
                                                 " posted ",
                                                 " on X ",
                                                 "-",
                                                 "/",
                                                 ":",
                                                 "said ",
                                                 " followed on ",
                                                 " did the same",
                                                 " had it first",
                                                 "<tr>",
                                                 "<th>Source",
                                                 "\n\nVideo credits\n\n",
                                                 " it ",
                                                 " who ",
                                                 " credited ",
                                                 " as the source",
                                                 "Facebook/",
                                                 " on his Instagram",
                                                 " taken from a report by ",
                                                 " so did ",
                                                 " where ",
                                                 "---\n",
                                                 "![",
                                                 "\xE2\x80\x8B",
                                                 "\xCC\x83"};
    std::string text = seed;
    const auto below = [&](std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(random() % n); };
    const std::size_t changes = 1 + below(8);
    for (std::size_t i = 0; i < changes; ++i) {
        const std::size_t at = below(text.size() + 1);
        switch (random() % 5) {
            case 0:
                text.insert(at, pieces[below(pieces.size())]);
                break;
            case 1:
                text.erase(at, below(30));
                break;
            case 2:
                text.insert(at, text.substr(below(text.size()), below(60)));
                break;
            case 3:
                if (at < text.size()) text[at] = static_cast<char>(random() & 0xFF);
                break;
            default:
                if (random() % 6 == 0) text.resize(at);
        }
    }
    return text;
}

TEST(HostileArticles, ThreeThousandMutationsEndInClaimsOrANamedError) {
    std::mt19937 random(20261124);
    const char* const names[] = {"a.txt", "a.md", "a.html", ""};
    for (int i = 0; i < 3000; ++i) {
        const std::string text = mutated(seeds()[static_cast<std::size_t>(i) % seeds().size()], random);
        SCOPED_TRACE(i);
        check(text, names[random() % 4]);
        if (testing::Test::HasFatalFailure()) return;
    }
}

TEST(HostileArticles, EveryBeginningOfASeedIsRead) {
    for (const std::string& seed : seeds())
        for (std::size_t length = 0; length < seed.size(); length += 3) {
            check(seed.substr(0, length), "");
            if (testing::Test::HasFatalFailure()) return;
        }
}

std::string repeated(const std::string& piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
}

TEST(HostileArticles, TagsWithinTagsAreRefusedBeforeTheyCostAnything) {
    for (const char* piece : {"<div>", "<b>", "<font color=a><p>", "<table><td>", "<i><p></p>"})
        EXPECT_THROW(read_article("<html>" + repeated(piece, 1 << 20)), Error) << piece;
    // Much text in many elements is none of that.
    EXPECT_NO_THROW(read_article("<html>" + repeated("<p>a <b>gull</b><li>tern", 1 << 20)));
}

/// Seconds for a text of one and of four times the size: a quadratic cost would make sixteen of four.
TEST(HostileArticles, TimeGrowsWithTheLength) {
    for (const char* piece : {"posted by ",
                              "CNN, ",
                              "@a ",
                              "\"video ",
                              "Video: CNN via BBC ",
                              "The clip was posted by @a and ",
                              "said it ",
                              "video]((",
                              "the channel aired it ",
                              "watermark ",
                              "'s ",
                              "the ",
                              "(",
                              "U.S.",
                              "a.b/c.",
                              "@a followed on X and ",
                              "On CNN it was shown. ",
                              "as well as ",
                              "had it first, ",
                              "中",
                              "Video: @a\n"}) {
        const auto seconds = [&](std::size_t bytes) {
            const std::string text = "Gulls\n\n" + repeated(piece, bytes);
            const std::clock_t begin = std::clock();  // Of this process: others may keep the machine busy.
            check(text, "a.md");
            return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        };
        seconds(1 << 10);
        const double one = std::min(seconds(1 << 16), seconds(1 << 16));
        const double four = std::min(seconds(1 << 18), seconds(1 << 18));
        EXPECT_LT(four, 10 * one + .5) << piece;
    }
}

}  // namespace
}  // namespace sourcereel::claims
