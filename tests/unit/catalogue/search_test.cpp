#include <algorithm>
#include <tuple>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "catalogue/snippet.h"
#include "catalogue/sqlite.h"
#include "catalogue/text_index.h"
#include "unicode/fold.h"
#include "unit/catalogue/samples.h"

namespace sourcereel::catalogue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class Search : public testing::Test {
protected:
    Search() : catalogue_(Catalogue::open(folder_ / "c.db", Access::read_write)) {}

    /// One video with these tracks.
    void store(const std::vector<TextTrack>& tracks) {
        AnalysedVideo video = video_of(++videos_);
        video.tracks = tracks;
        catalogue_.store(video);
    }
    void store_texts(const std::vector<std::string>& texts) {
        std::vector<TextTrack> tracks;
        tracks.reserve(texts.size());
        for (const std::string& text : texts) tracks.push_back(track_of(text));
        store(tracks);
    }
    /// The texts found, best first.
    std::vector<std::string> find(std::string_view query) const {
        const SearchResult result = catalogue_.search(parse_query(query), 1000, 0);
        EXPECT_EQ(result.total, static_cast<std::int64_t>(result.hits.size()));
        std::vector<std::string> texts;
        for (const Hit& hit : result.hits) texts.push_back(hit.track.text);
        return texts;
    }

    TempFolder folder_;
    Catalogue catalogue_;
    unsigned videos_ = 0;
};

TEST_F(Search, FindsWordsWhateverTheirCaseAndDiacritics) {
    store_texts(
        {"Élysée Palace", "МОСКВА сегодня", "Ｂrics summit", "straße", "قناة الجزيرة", "हिन्दी समाचार"});
    EXPECT_THAT(find("elysee"), ElementsAre("Élysée Palace"));
    EXPECT_THAT(find("москва"), ElementsAre("МОСКВА сегодня"));
    EXPECT_THAT(find("BRICS"), ElementsAre("Ｂrics summit"));
    EXPECT_THAT(find("STRASSE"), ElementsAre("straße"));
    EXPECT_THAT(find("الجزيرة"), ElementsAre("قناة الجزيرة"));
    EXPECT_THAT(find("हिन्दी"), ElementsAre("हिन्दी समाचार"));
    EXPECT_THAT(find("हन्दा"), IsEmpty());
    EXPECT_THAT(find("palac"), IsEmpty());
}

TEST_F(Search, NeedsAllWordsInOneTextInAnyOrder) {
    store_texts({"red fox", "fox in red", "red", "fox"});
    EXPECT_THAT(find("red fox"), UnorderedElementsAre("red fox", "fox in red"));
    EXPECT_THAT(find(R"("red fox")"), ElementsAre("red fox"));
    EXPECT_THAT(find("red -fox"), ElementsAre("red"));
    EXPECT_THAT(find(R"(fox -"in red")"), UnorderedElementsAre("red fox", "fox"));
    EXPECT_THAT(find("-fox"), ElementsAre("red"));
    EXPECT_THAT(find("-fox -red"), IsEmpty());
}

TEST_F(Search, FindsBeginningsOfWordsOnlyWhenAsked) {
    store_texts({"Reuters", "Reuben", "pre-reu", "rus_news"});
    EXPECT_THAT(find("reu*"), UnorderedElementsAre("Reuters", "Reuben", "pre-reu"));
    EXPECT_THAT(find("reu"), ElementsAre("pre-reu"));
    EXPECT_THAT(find("rus_n*"), ElementsAre("rus_news"));
}

TEST_F(Search, TakesNothingThatIsTypedForSyntax) {
    store_texts({R"(say "hi" AND NOT near words:x)", "hi"});
    EXPECT_THAT(find("NOT"), ElementsAre(R"(say "hi" AND NOT near words:x)"));
    EXPECT_THAT(find(R"(a"b)"), IsEmpty());
    EXPECT_THAT(find("hi OR say"), IsEmpty());  // OR is a word
    for (const char* text : {"(", "hi)", "^hi", "hi^2", "{words}", "hi+say", "hi'", "hi;--", "hi*x", "**hi**",
                             "NEAR(hi", "\xFFhi", "hi\\", "%hi_"})
        EXPECT_NO_THROW(
            catalogue_.search(Query{{{text, false, false}, {"hi", false, false}}, {}, {}, {}, {}}, 9, 0))
            << text;
}

TEST_F(Search, FindsScriptsWithoutSpacesByAnyPart) {
    store_texts({"서울시청 앞", "오서울", "东京新闻", "ニュース速報", "서울 시장"});
    EXPECT_THAT(find("서울"), UnorderedElementsAre("서울시청 앞", "오서울", "서울 시장"));
    EXPECT_THAT(find("울시"), ElementsAre("서울시청 앞"));
    EXPECT_THAT(find("시청"), ElementsAre("서울시청 앞"));
    EXPECT_THAT(find("京新"), ElementsAre("东京新闻"));
    EXPECT_THAT(find("ュース"), ElementsAre("ニュース速報"));
    EXPECT_THAT(find("ﾆｭｰｽ"), ElementsAre("ニュース速報"));
    EXPECT_THAT(find(R"("서울 시장")"), ElementsAre("서울 시장"));
    EXPECT_THAT(find("서울 앞"), ElementsAre("서울시청 앞"));
    EXPECT_THAT(find("-서울"), UnorderedElementsAre("东京新闻", "ニュース速報"));
}

TEST_F(Search, FindsASingleSuchLetterWhereverItStands) {
    store_texts({"서울시", "나"});
    for (const char* letter : {"서", "울", "시"}) EXPECT_THAT(find(letter), ElementsAre("서울시")) << letter;
    EXPECT_THAT(find("나"), ElementsAre("나"));
    EXPECT_THAT(find("다"), IsEmpty());
}

TEST_F(Search, DoesNotFindAWordInTheJointOfTwoOthers) {
    store_texts({"서울 울시"});
    EXPECT_THAT(find("서울시"), IsEmpty());
    EXPECT_THAT(find("서울 -서울시"), ElementsAre("서울 울시"));
}

TEST_F(Search, FindsMixedText) {
    store_texts({"BTS방탄소년단 2024年", "BTS 2024 방탄"});
    EXPECT_THAT(find("bts"), UnorderedElementsAre("BTS방탄소년단 2024年", "BTS 2024 방탄"));
    EXPECT_THAT(find("BTS방탄"), ElementsAre("BTS방탄소년단 2024年"));
    EXPECT_THAT(find("2024年"), ElementsAre("BTS방탄소년단 2024年"));
    EXPECT_THAT(find("방탄 2024"), UnorderedElementsAre("BTS방탄소년단 2024年", "BTS 2024 방탄"));
    EXPECT_THAT(find(R"("2024 방탄")"), ElementsAre("BTS 2024 방탄"));
}

TEST_F(Search, EveryTextIsFoundByEachOfItsWordsAndPairs) {
    const std::vector<std::string> texts{
        "Источник: ТАСС 2024", "한국방송 KBS뉴스", "CCTV新闻联播", "t.me/rus_news",
        "naïve Œuvre",         "İstanbul ığdır",   "ἀρχή",         "한글 자모"};
    store_texts(texts);
    for (const std::string& text : texts) {
        const std::u32string letters = unicode::code_points(text);
        for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
            const std::string pair = unicode::to_utf8(letters.substr(i, 2));
            if (unicode::code_points(unicode::cjk_bigrams(pair)).size() != 2) continue;  // not a pair of CJK
            EXPECT_THAT(find("\"" + pair + "\""), testing::Contains(text)) << pair;
        }
        EXPECT_THAT(find("\"" + text + "\""), testing::Contains(text));
    }
}

TEST_F(Search, FindsHandlesWithAndWithoutTheAtSign) {
    TextTrack mark = track_of("@BRlCSinfo");  // misread: l for I
    mark.kind = TextKind::watermark;
    mark.handles = {{"@BRlCSinfo", "BRICSinfo", "x", "confusable"}};
    TextTrack other = track_of("t.me/BRICSinfo");
    other.handles = {{"t.me/BRICSinfo", "BRICSinfo", "telegram", "exact"}};
    TextTrack words = track_of("nothing about BRICSinfo yesterday");
    store({mark, other, words});
    for (const char* query : {"handle:BRICSinfo", "handle:@bricsINFO", "handle:ＢＲＩＣＳinfo"})
        EXPECT_THAT(find(query), ElementsAre("@BRlCSinfo", "t.me/BRICSinfo")) << query;
    EXPECT_THAT(find("handle:BRICS"), IsEmpty());
    EXPECT_THAT(find("@BRICSinfo"),
                UnorderedElementsAre("@BRlCSinfo", "t.me/BRICSinfo", "nothing about BRICSinfo yesterday"));
    EXPECT_EQ(find("@BRICSinfo").back(),
              "nothing about BRICSinfo yesterday");  // a handle weighs more than a word
    EXPECT_THAT(find("platform:telegram"), ElementsAre("t.me/BRICSinfo"));
    EXPECT_THAT(find("platform:X"), ElementsAre("@BRlCSinfo"));
    EXPECT_THAT(find("platform:x platform:telegram"), ElementsAre("@BRlCSinfo", "t.me/BRICSinfo"));
    EXPECT_THAT(find("handle:BRICSinfo platform:vk"), IsEmpty());
    EXPECT_THAT(find("handle:BRICSinfo -t.me"), ElementsAre("@BRlCSinfo"));
}

TEST_F(Search, AsksHandleAndPlatformOfTheSameMention) {
    TextTrack two = track_of("two");
    two.handles = {{"@a", "a", "telegram", "exact"}, {"@b", "b", "x", "exact"}};
    store({two});
    EXPECT_THAT(find("handle:a platform:x"), IsEmpty());
    EXPECT_THAT(find("handle:a handle:b"), ElementsAre("two"));
    EXPECT_THAT(find("handle:a handle:c"), IsEmpty());
}

TEST_F(Search, FiltersByKindAndLanguage) {
    TextTrack bug = track_of("one word", 0);
    bug.kind = TextKind::bug;
    TextTrack russian = track_of("two word", 1);
    russian.language = "rus";
    TextTrack ticker = track_of("three word", 2);
    ticker.kind = TextKind::ticker;
    store({bug, russian, ticker});
    EXPECT_THAT(find("kind:bug"), ElementsAre("one word"));
    EXPECT_THAT(find("kind:ticker kind:bug"), ElementsAre("one word", "three word"));
    EXPECT_THAT(find("lang:RUS"), ElementsAre("two word"));
    EXPECT_THAT(find("lang:rus lang:eng word kind:caption"), ElementsAre("two word"));
    EXPECT_THAT(find("kind:bug lang:rus"), IsEmpty());
    EXPECT_THAT(find(""), ElementsAre("one word", "two word", "three word"));
}

TEST_F(Search, RanksByRelevanceThenVideoThenTime) {
    store({track_of("fox", 1), track_of("fox", 5)});
    store(
        {track_of("fox", 3), track_of("a long text in which a fox is only a small part of what is said", 0)});
    const SearchResult result = catalogue_.search(parse_query("fox"), 10, 0);
    std::vector<std::pair<std::int64_t, std::int64_t>> order;
    for (const Hit& hit : result.hits) order.emplace_back(hit.video_id, hit.track.begin_frame);
    EXPECT_THAT(order, ElementsAre(std::pair(1, 1), std::pair(1, 5), std::pair(2, 3), std::pair(2, 0)));
}

TEST_F(Search, GivesPagesAndTheTotalOfAll) {
    std::vector<TextTrack> tracks;
    tracks.reserve(25);
    for (int i = 0; i < 25; ++i) tracks.push_back(track_of("word " + std::to_string(i), i));
    store(tracks);
    std::vector<std::int64_t> begins;
    for (int offset = 0; offset < 30; offset += 10) {
        const SearchResult page = catalogue_.search(parse_query("word"), 10, offset);
        EXPECT_EQ(page.total, 25);
        for (const Hit& hit : page.hits) begins.push_back(hit.track.begin_frame);
    }
    ASSERT_EQ(begins.size(), 25U);
    EXPECT_TRUE(std::is_sorted(begins.begin(), begins.end()));
}

TEST_F(Search, GivesWholeHits) {
    TextTrack track = track_of("first line\nВторая  СТРОКА здесь");
    track.path = {{at(1), 5, 6}};
    track.handles = {{"@a", "a", std::nullopt, "exact"}};
    store({track});
    catalogue_.note_path(sha_of(1), "/new/place.mp4");
    const SearchResult result = catalogue_.search(parse_query("строка"), 1, 0);
    ASSERT_EQ(result.hits.size(), 1U);
    EXPECT_EQ(result.hits[0].track, track);
    EXPECT_EQ(result.hits[0].video_id, 1);
    EXPECT_EQ(result.hits[0].sha256, sha_of(1));
    EXPECT_EQ(result.hits[0].path, "/new/place.mp4");
    EXPECT_EQ(result.hits[0].snippet, "Вторая СТРОКА здесь");
}

TEST_F(Search, TakesTheLongestQueryThatIsUnderstood) {
    store_texts({"word 서울"});
    std::string words;
    while (words.size() + 5 <= 2000) words += "word ";
    EXPECT_THAT(find(words), ElementsAre("word 서울"));
    std::string excluded;
    while (excluded.size() + 3 <= 2000) excluded += "-x ";
    EXPECT_THAT(find(excluded), ElementsAre("word 서울"));
    std::string pairs;
    for (int i = 0; i < 1000; ++i) pairs += "서울";
    EXPECT_THAT(find(pairs), IsEmpty());
    std::string handles;
    while (handles.size() + 9 <= 2000) handles += "handle:a ";
    EXPECT_THAT(find(handles), IsEmpty());
    EXPECT_EQ(kind_thrown([&] { parse_query(words + "word"); }), ErrorKind::unsupported);
}

TEST_F(Search, RefusesWordsThatHoldNothing) {
    EXPECT_EQ(kind_thrown([&] {
                  catalogue_.search(Query{{{"—", false, false}}, {}, {}, {}, {}}, 1, 0);
              }),
              ErrorKind::unsupported);
}

TEST_F(Search, FindsShortWordsOfEveryScript) {
    store_texts({"Мы и ты", "ёж", "東", "ニュース", "الأخبار", "서울, 뉴스"});
    EXPECT_THAT(find("мы"), ElementsAre("Мы и ты"));
    EXPECT_THAT(find("еж"), ElementsAre("ёж"));
    EXPECT_THAT(find("東"), ElementsAre("東"));
    EXPECT_THAT(find("スニ"), IsEmpty());
    EXPECT_THAT(find("اخبار*"), IsEmpty());  // a beginning, and the article stands before it
    EXPECT_THAT(find("الاخ*"), ElementsAre("الأخبار"));
    EXPECT_THAT(find("\"서울 뉴스\""), ElementsAre("서울, 뉴스"));
}

TEST_F(Search, TakesEitherOfAChoice) {
    store_texts({"red fox", "blue fox", "green fox", "서울시 fox"});
    EXPECT_THAT(find("red | blue"), UnorderedElementsAre("red fox", "blue fox"));
    EXPECT_THAT(find("fox red | 서울시"), UnorderedElementsAre("red fox", "서울시 fox"));
    EXPECT_THAT(find("red | 서울시 -red"), ElementsAre("서울시 fox"));
}

TEST_F(Search, CountsWhatHitsCanBeNarrowedBy) {
    TextTrack mark = track_of("fox mark");
    mark.kind = TextKind::watermark;
    mark.handles = {{"@Fox", "Fox", "x", "exact"}};
    store({mark, track_of("fox one"), track_of("other")});
    TextTrack russian = track_of("fox лиса");
    russian.language = "rus";
    store({russian});
    const SearchResult result = catalogue_.search(parse_query("fox"), {1, 0, Sort::relevance, true});
    EXPECT_EQ(result.total, 3);
    const auto values = [&](const std::string& name) {
        std::vector<std::tuple<std::string, std::int64_t, std::int64_t>> out;
        for (const Facet& facet : result.facets)
            if (facet.name == name)
                for (const FacetValue& value : facet.values)
                    out.emplace_back(value.value, value.texts, value.clips);
        return out;
    };
    EXPECT_THAT(values("kind"), ElementsAre(std::tuple("caption", 2, 2), std::tuple("watermark", 1, 1)));
    EXPECT_THAT(values("language"), ElementsAre(std::tuple("eng", 2, 1), std::tuple("rus", 1, 1)));
    EXPECT_THAT(values("handle"), ElementsAre(std::tuple("Fox", 2, 1)));
    EXPECT_THAT(values("folder"), ElementsAre(std::tuple("/videos", 3, 2)));
    EXPECT_EQ(values("date").size(), 1U);
    // Each count is what asking for it gives.
    for (const Facet& facet : result.facets)
        for (const FacetValue& value : facet.values) {
            if (facet.name == "date") continue;
            const std::string field = facet.name == "language" ? "lang" : facet.name;
            EXPECT_EQ(catalogue_.search(parse_query("fox " + field + ":\"" + value.value + "\""), 9, 0).total,
                      value.texts)
                << facet.name;
        }
}

TEST_F(Search, StaysRightWhereVideosAreGone) {
    for (const char* text : {"fox one", "fox two", "fox three", "fox four"}) store_texts({text, "filler"});
    {
        const Connection other{folder_ / "c.db", OpenMode::read_write};
        other.execute("PRAGMA foreign_keys = ON");
        other.execute("DELETE FROM video WHERE video_id IN (1, 3)");
    }
    EXPECT_THAT(find("fox"), UnorderedElementsAre("fox two", "fox four"));
    EXPECT_THAT(find("fox folder:videos"), UnorderedElementsAre("fox two", "fox four"));
    const VideoList list = catalogue_.videos(parse_query("fox"), {10, 0, ClipSort::added, false});
    ASSERT_EQ(list.videos.size(), 2U);
    EXPECT_EQ(list.videos[0].id, 2);
    EXPECT_EQ(list.videos[1].id, 4);
    EXPECT_EQ(list.videos[1].hits, 1);
}

Snippet snippet_of(const std::string& text, const std::vector<std::string>& needles) {
    return SnippetMaker{needles}.of(text);
}

TEST(Snippet, MarksWhatWasFoundInBytes) {
    const Snippet snippet = snippet_of("Ёлка и ёлки, Élan", {"елка", "elan"});
    ASSERT_EQ(snippet.highlights.size(), 2U);
    const auto part = [&](std::size_t i) {
        return snippet.text.substr(snippet.highlights[i].begin,
                                   snippet.highlights[i].end - snippet.highlights[i].begin);
    };
    EXPECT_EQ(part(0), "Ёлка");
    EXPECT_EQ(part(1), "Élan");
}

TEST(Snippet, IsTheLineWithMostNeedlesShortenedAroundTheFirst) {
    EXPECT_EQ(snippet_of("one\ntwo three\nthree", {"three", "two"}).text, "two three");
    EXPECT_EQ(snippet_of("\n  \nfirst\nsecond", {"absent"}).text, "first");
    EXPECT_EQ(snippet_of("", {"x"}).text, "");
    const std::string filler =
        "слово слово слово слово слово слово слово слово слово слово слово слово слово слово ";
    const std::string snippet = snippet_of(filler + "ИГЛА " + filler, {"игла"}).text;
    EXPECT_EQ(unicode::code_points(snippet).size(), 80U);
    EXPECT_NE(snippet.find("ИГЛА"), std::string::npos);
    EXPECT_TRUE(snippet.starts_with("…"));
    EXPECT_TRUE(snippet.ends_with("…"));
    EXPECT_TRUE(snippet_of(filler + "игла", {"игла"}).text.ends_with("игла"));
    EXPECT_TRUE(snippet_of("игла " + filler, {"игла"}).text.starts_with("игла"));
}

TEST(IndexColumns, HoldWhatTheSchemaSays) {
    EXPECT_EQ(index_words(" ＢＴＳ방탄\nТЕКСТ "), "bts 방탄 текст");
    EXPECT_EQ(index_cjk("서울시 a"), "서울 울시 시");
    EXPECT_EQ(index_cjk("나 가나"), "나 가나");
    EXPECT_EQ(index_cjk("abc"), "");
    EXPECT_EQ(index_handles({{"@A", "A", {}, ""}, {"@b", "@b", {}, ""}}), "a\nb");
}

}  // namespace
}  // namespace sourcereel::catalogue
