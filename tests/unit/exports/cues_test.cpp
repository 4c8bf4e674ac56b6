#include "exports/cues.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "unit/exports/texts.h"

namespace sourcereel::exports {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// "0-1000 one|two", easy to compare and to read.
std::vector<std::string> written(const std::vector<Cue>& cues) {
    std::vector<std::string> out;
    for (const Cue& cue : cues) {
        std::string text = std::to_string(cue.begin_ms) + "-" + std::to_string(cue.end_ms) + " ";
        for (std::size_t i = 0; i < cue.lines.size(); ++i) text += (i > 0 ? "|" : "") + cue.lines[i];
        out.push_back(text);
    }
    return out;
}

std::vector<std::string> in_turn(const std::vector<TextTrack>& tracks) {
    return written(one_at_a_time(cues_of(list_of_texts(tracks))));
}

TEST(Milliseconds, AreRoundedToTheNearestAndNeverNegative) {
    EXPECT_EQ(milliseconds_of({1, {1, 30}}), 33);
    EXPECT_EQ(milliseconds_of({2, {1, 30}}), 67);
    EXPECT_EQ(milliseconds_of({1001, {1, 30000}}), 33);
    EXPECT_EQ(milliseconds_of({1, {1, 2000}}), 1);  // A half goes up.
    EXPECT_EQ(milliseconds_of({-5, {1, 10}}), 0);
    EXPECT_EQ(milliseconds_of({INT64_MAX / 1000, {1, 1}}), INT64_MAX / 1000 * 1000);
}

TEST(Cues, TouchWhereRangesTouch) {
    TextTrack one = text_of("one", 0, 0);
    one.range = {{0, {1001, 30000}}, {41, {1001, 30000}}};
    TextTrack two = text_of("two", 0, 0);
    two.range = {{41, {1001, 30000}}, {77, {1001, 30000}}};
    EXPECT_THAT(written(cues_of(list_of_texts({one, two}))), ElementsAre("0-1368 one", "1368-2569 two"));
}

TEST(Cues, LastAMillisecondAtLeast) {
    EXPECT_THAT(written(cues_of(list_of_texts({text_of("a", 500, 500), text_of("b", 900, 800)}))),
                ElementsAre("500-501 a", "900-901 b"));
}

TEST(Cues, AreSortedByTime) {
    const std::vector<TextTrack> tracks{text_of("late", 500, 900), text_of("long", 0, 900),
                                        text_of("short", 0, 300)};
    EXPECT_THAT(written(cues_of(list_of_texts(tracks))),
                ElementsAre("0-300 short", "0-900 long", "500-900 late"));
}

TEST(Cues, HaveNoBlankLinesAndNoControls) {
    const auto lines = [](const std::string& text) {
        const auto cues = cues_of(list_of_texts({text_of(text, 0, 1000)}));
        return cues.empty() ? std::vector<std::string>{} : cues[0].lines;
    };
    EXPECT_THAT(lines("one\n\n \t \ntwo\r\nthree\rfour"), ElementsAre("one", "two", "three", "four"));
    EXPECT_THAT(lines("  a \x1b[31m\x01 b  "), ElementsAre("a [31m b"));
    EXPECT_THAT(lines("a\xe2\x80\xa8"
                      "b\xc2\x85"
                      "c"),
                ElementsAre("a b c"));  // Unicode's own line ends.
    EXPECT_THAT(lines("bad \xff\xfe"), ElementsAre("bad \xef\xbf\xbd\xef\xbf\xbd"));
    EXPECT_THAT(lines(std::string("a\0b", 3)), ElementsAre("a b"));
    EXPECT_THAT(lines(" \n\t\n"), IsEmpty());
    EXPECT_THAT(lines(""), IsEmpty());
}

TEST(Cues, OfAMarkThatJumpsAreOneAStay) {
    TextTrack mark = text_of("@name", 1000, 5000, TextKind::watermark, {10, 20, 100, 30});
    mark.path = {{{1000, {1, 1000}}, 10, 20}, {{3000, {1, 1000}}, 800, 400}};
    const auto cues = cues_of(list_of_texts({mark}));
    EXPECT_THAT(written(cues), ElementsAre("1000-3000 @name", "3000-5000 @name"));
    EXPECT_EQ(cues[0].box, (Rect{10, 20, 100, 30}));
    EXPECT_EQ(cues[1].box, (Rect{800, 400, 100, 30}));
    EXPECT_THAT(in_turn({mark}), ElementsAre("1000-5000 @name"));  // Where no place is told, it is one.
}

TEST(OneAtATime, LeavesWhatDoesNotOverlapAlone) {
    EXPECT_THAT(in_turn({text_of("a", 0, 1000), text_of("b", 1000, 2000), text_of("c", 2040, 2050)}),
                ElementsAre("0-1000 a", "1000-2000 b", "2040-2050 c"));
    EXPECT_THAT(in_turn({}), IsEmpty());
}

TEST(OneAtATime, JoinsWhatStandsTogetherTheUpperFirst) {
    const TextTrack lower = text_of("lower", 0, 4000, TextKind::caption, {100, 450, 300, 30});
    const TextTrack upper = text_of("upper", 1000, 3000, TextKind::caption, {100, 50, 300, 30});
    EXPECT_THAT(in_turn({lower, upper}),
                ElementsAre("0-1000 lower", "1000-3000 upper|lower", "3000-4000 lower"));
}

TEST(OneAtATime, CutsWhereTextsMeetForAMoment) {
    EXPECT_THAT(in_turn({text_of("a", 0, 2040), text_of("b", 2000, 4000)}),
                ElementsAre("0-2000 a", "2000-4000 b"));
}

TEST(OneAtATime, TakesLinesThatComeAndGoNearlyTogetherForOne) {
    const TextTrack first = text_of("first", 1000, 3000, TextKind::caption, {100, 400, 300, 30});
    const TextTrack second = text_of("second", 1040, 2960, TextKind::caption, {100, 440, 300, 30});
    EXPECT_THAT(in_turn({first, second}), ElementsAre("1000-3000 first|second"));
}

TEST(OneAtATime, LosesNoTextThatIsShort) {
    EXPECT_THAT(in_turn({text_of("a", 0, 1000), text_of("short", 500, 501), text_of("b", 1000, 1040)}),
                ElementsAre("0-500 a", "500-501 a|short", "501-1000 a", "1000-1040 b"));
}

TEST(OneAtATime, SaysEqualTextsOnce) {
    EXPECT_THAT(in_turn({text_of("@x", 0, 2000), text_of("@x", 1000, 3000)}), ElementsAre("0-3000 @x"));
}

TEST(OneAtATime, NeverOverlapsAndKeepsEveryTextWhateverComes) {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<TextTrack> tracks;
        const auto count = 1 + random() % 12;
        for (unsigned i = 0; i < count; ++i) {
            const auto begin = static_cast<std::int64_t>(random() % 3000);
            const auto length = static_cast<std::int64_t>(random() % (i % 2 == 0 ? 150 : 1500));
            tracks.push_back(text_of("text " + std::to_string(i), begin, begin + length));
        }
        const std::vector<Cue> before = cues_of(list_of_texts(tracks));
        const std::vector<Cue> after = one_at_a_time(before);
        std::int64_t end = 0;
        for (const Cue& cue : after) {
            EXPECT_LT(cue.begin_ms, cue.end_ms);
            EXPECT_GE(cue.begin_ms, end);
            end = cue.end_ms;
        }
        for (const Cue& cue : before) {
            const bool said = std::any_of(after.begin(), after.end(), [&](const Cue& other) {
                const bool has =
                    std::find(other.lines.begin(), other.lines.end(), cue.lines[0]) != other.lines.end();
                return has && other.begin_ms < cue.end_ms + 200 && cue.begin_ms < other.end_ms + 200;
            });
            EXPECT_TRUE(said) << round << ": " << cue.lines[0];
        }
    }
}

}  // namespace
}  // namespace sourcereel::exports
