#include "text/word_captions.h"

#include <gtest/gtest.h>

namespace sourcereel::text {
namespace {

TextTrack word(const std::string& text, double begin, double end, const Rect& box = {300, 500, 120, 50}) {
    TextTrack track;
    const TimeBase base{1, 1000};
    track.range = {{static_cast<std::int64_t>(begin * 1000), base},
                   {static_cast<std::int64_t>(end * 1000), base}};
    track.box = box;
    track.text = text;
    track.confidence = 0.9;
    track.readings = {{"engine", text, 0.9}};
    return track;
}

TEST(WordCaptions, WordsInOnePlaceBecomeOneCaptionWithTheirTimes) {
    const auto tracks = join_words({word("NOBODY", 0.4, 0.8), word("ME", 1.2, 1.6), word("TOLD", 0.8, 1.2)});
    ASSERT_EQ(tracks.size(), 1u);
    EXPECT_EQ(tracks[0].text, "NOBODY TOLD ME");
    EXPECT_DOUBLE_EQ(tracks[0].range.begin.seconds(), 0.4);
    EXPECT_DOUBLE_EQ(tracks[0].range.end.seconds(), 1.6);
    ASSERT_EQ(tracks[0].words.size(), 3u);
    EXPECT_EQ(tracks[0].words[1].text, "TOLD");
    EXPECT_DOUBLE_EQ(tracks[0].words[1].range.begin.seconds(), 0.8);
    EXPECT_EQ(tracks[0].readings.front().text, "NOBODY TOLD ME");
}

TEST(WordCaptions, ASentenceOrAPauseEndsACaption) {
    const auto tracks =
        join_words({word("Run", 0, .4), word("for", .4, .8), word("it!", .8, 1.2), word("They", 1.2, 1.6),
                    word("ran", 1.6, 2.0), word("fast", 2.0, 2.4), word("Then", 4.0, 4.4)});
    ASSERT_EQ(tracks.size(), 3u);
    EXPECT_EQ(tracks[0].text, "Run for it!");
    EXPECT_EQ(tracks[1].text, "They ran fast");
    EXPECT_EQ(tracks[2].text, "Then");
}

TEST(WordCaptions, TwoWordsElsewhereOrOtherwiseLongStayApart) {
    EXPECT_EQ(join_words({word("SALE", 0, .5), word("NOW", .5, 1.0)}).size(), 2u);
    EXPECT_EQ(
        join_words({word("one", 0, .5), word("two", .5, 1, {300, 100, 120, 50}), word("six", 1, 1.5)}).size(),
        3u);
    EXPECT_EQ(join_words({word("Somebody", 0, 2), word("was", 2, 4), word("there", 4, 6)}).size(), 3u);
    EXPECT_EQ(join_words({word("@one", 0, .5), word("@two", .5, 1), word("@six", 1, 1.5)}).size(), 3u);
}

TEST(WordCaptions, SentencesThatAreWrittenWithoutSpacesAreNoWords) {
    EXPECT_EQ(join_words({word("空间里面他赢不了", 0, .5), word("我进去帮他", .5, 1.2),
                          word("你们接着善后", 1.2, 2.2)})
                  .size(),
              3u);
}

TEST(WordCaptions, AWordOfTwoLettersIsKeptOnlyAmongOthers) {
    EXPECT_TRUE(join_words({word("ME", 0, .5)}).empty());
    EXPECT_EQ(join_words({word("HAN", 0, .5)}).size(), 1u);
}

}  // namespace
}  // namespace sourcereel::text
