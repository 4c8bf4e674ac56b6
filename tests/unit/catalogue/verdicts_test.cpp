#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "unit/catalogue/samples.h"

namespace sourcereel::catalogue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Verdicts : public testing::Test {
protected:
    Verdicts() : catalogue_(Catalogue::open(folder_ / "c.db", Access::read_write)) {
        for (const unsigned number : {1U, 2U, 3U}) {
            AnalysedVideo video = video_of(number);
            video.tracks = {track_of("harbour")};
            catalogue_.store(video);
        }
    }
    static std::string article(char digit) { return std::string(64, digit); }
    static JudgedClip clip(unsigned number, const std::vector<Verdict>& verdicts) {
        JudgedClip judged{sha_of(number), {}};
        for (const Verdict verdict : verdicts) {
            const int claim = static_cast<int>(judged.verdicts.size());
            judged.verdicts.push_back(
                {"", "Title", claim, "posted_by", "name", "Posted by @name", verdict, {}});
        }
        return judged;
    }
    std::vector<std::int64_t> ids(const std::string& query) const {
        std::vector<std::int64_t> all;
        for (const VideoSummary& video :
             catalogue_.videos(parse_query(query), {50, 0, ClipSort::added, false}).videos)
            all.push_back(video.id);
        return all;
    }

    TempFolder folder_;
    Catalogue catalogue_;
};

TEST_F(Verdicts, AreFoundByTheirNameAndCounted) {
    catalogue_.keep_verdicts(
        article('a'), {clip(1, {Verdict::supported, Verdict::not_found}), clip(2, {Verdict::contradicted})},
        false);
    EXPECT_THAT(ids("has:verdict"), ElementsAre(1, 2));
    EXPECT_THAT(ids("-has:verdict"), ElementsAre(3));
    EXPECT_THAT(ids("verdict:supported"), ElementsAre(1));
    EXPECT_THAT(ids("verdict:Supported verdict:contradicted"), ElementsAre(1, 2));
    EXPECT_THAT(ids("verdict:inconclusive"), IsEmpty());
    EXPECT_EQ(catalogue_.search(parse_query("harbour verdict:not_found"), 9, 0).total, 1);
    const VideoList list = catalogue_.videos({}, {50, 0, ClipSort::added, true});
    EXPECT_THAT(list.videos.at(0).verdicts, ElementsAre(Verdict::supported, Verdict::not_found));
    ASSERT_EQ(list.facets.back().name, "verdict");
    std::vector<std::string> values;
    for (const FacetValue& one : list.facets.back().values) {
        EXPECT_EQ(one.clips, 1);
        values.push_back(one.value);
    }
    EXPECT_THAT(values, ElementsAre("contradicted", "not_found", "supported"));
}

TEST_F(Verdicts, TellWhatWasClaimedAndByWhichArticle) {
    catalogue_.keep_verdicts(article('a'), {clip(1, {Verdict::supported, Verdict::not_found})}, false);
    const std::vector<ClipVerdict> kept = catalogue_.verdicts(1);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[1].article_sha256, article('a'));
    EXPECT_EQ(kept[1].article, "Title");
    EXPECT_EQ(kept[1].claim, 1);
    EXPECT_EQ(kept[1].claim_type, "posted_by");
    EXPECT_EQ(kept[1].entity, "name");
    EXPECT_EQ(kept[1].quote, "Posted by @name");
    EXPECT_EQ(kept[1].verdict, Verdict::not_found);
    EXPECT_EQ(kept[1].judged_at.size(), 20U);
}

TEST_F(Verdicts, OfAnArticleAreReplacedByThoseOfItsNextComparison) {
    catalogue_.keep_verdicts(article('a'), {clip(1, {Verdict::supported}), clip(2, {Verdict::supported})},
                             false);
    catalogue_.keep_verdicts(article('b'), {clip(1, {Verdict::inconclusive})}, false);
    catalogue_.keep_verdicts(article('a'), {clip(1, {Verdict::contradicted})}, false);
    EXPECT_THAT(ids("verdict:supported"), ElementsAre(2));
    EXPECT_EQ(catalogue_.verdicts(1).size(), 2U);
    catalogue_.keep_verdicts(article('a'), {clip(3, {Verdict::supported})}, true);
    EXPECT_THAT(ids("verdict:supported verdict:contradicted"), ElementsAre(3));
    EXPECT_THAT(ids("verdict:inconclusive"), ElementsAre(1));
    catalogue_.keep_verdicts(article('b'), {clip(1, {})}, false);
    EXPECT_THAT(ids("verdict:inconclusive"), IsEmpty());
}

TEST_F(Verdicts, OfClipsThatAreNotCataloguedAreCounted) {
    EXPECT_EQ(catalogue_.keep_verdicts(article('a'), {clip(9, {Verdict::supported}), clip(1, {})}, false),
              1U);
    EXPECT_THAT(ids("has:verdict"), IsEmpty());
}

TEST_F(Verdicts, GoWhenWhatTheyRestOnChanges) {
    catalogue_.keep_verdicts(article('a'), {clip(1, {Verdict::supported}), clip(2, {Verdict::supported})},
                             false);
    catalogue_.store(video_of(1, "other"));
    EXPECT_THAT(ids("has:verdict"), ElementsAre(2));
    Sidecar sidecar;
    sidecar.file = "/videos/2.info.json";
    sidecar.sha256 = std::string(64, 'c');
    sidecar.tool = "yt-dlp";
    EXPECT_EQ(catalogue_.note_sidecars(sha_of(2), {sidecar}), 1U);
    EXPECT_THAT(ids("has:verdict"), IsEmpty());
}

TEST_F(Verdicts, OfAnArticleCanBeForgotten) {
    catalogue_.keep_verdicts(article('a'), {clip(1, {Verdict::supported}), clip(2, {Verdict::supported})},
                             false);
    catalogue_.forget_verdicts(article('a'));
    EXPECT_THAT(ids("has:verdict"), IsEmpty());
    EXPECT_EQ(kind_thrown([&] { catalogue_.forget_verdicts(article('a')); }), ErrorKind::not_found);
}

TEST_F(Verdicts, AnArticleIsKnownByAHashOnly) {
    EXPECT_EQ(
        kind_thrown([&] { catalogue_.keep_verdicts("no hash", {clip(1, {Verdict::supported})}, false); }),
        ErrorKind::internal);
}

TEST_F(Verdicts, AnUnknownNameIsPointedOut) {
    try {
        parse_query("verdict:true");
        FAIL() << "it was understood";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("only supported, partly_supported, contradicted"));
    }
}

/// However long a list is, it comes one by one, of one state, and ends when nobody wants more.
TEST_F(Verdicts, ListsComeOneByOne) {
    std::int64_t total = 0;
    std::vector<std::int64_t> seen;
    const auto begin = [&](const auto& frame) {
        total = frame.total;
        return true;
    };
    catalogue_.each_hit(parse_query("harbour"), {1000, 1, Sort::relevance, false}, begin, [&](Hit&& hit) {
        if (seen.empty()) {
            AnalysedVideo later = video_of(4);  // By another connection, meanwhile.
            later.tracks = {track_of("harbour")};
            Catalogue::open(folder_ / "c.db", Access::read_write).store(later);
        }
        seen.push_back(hit.video_id);
        return true;
    });
    EXPECT_EQ(total, 3);
    EXPECT_THAT(seen, ElementsAre(2, 3));
    seen.clear();
    catalogue_.each_video({}, {1000, 0, ClipSort::added, false}, begin, [&](VideoSummary&& clip) {
        seen.push_back(clip.id);
        return seen.size() < 2;
    });
    EXPECT_EQ(total, 4);
    EXPECT_THAT(seen, ElementsAre(1, 2));
}

}  // namespace
}  // namespace sourcereel::catalogue
