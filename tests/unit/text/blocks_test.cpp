#include "text/text_blocks.h"

#include <cstddef>
#include <cstdint>
#include <string>

#include <gtest/gtest.h>

namespace sourcereel::text {
namespace {

TextTrack track(const std::string& text, double begin, double end, const Rect& box, double confidence = 0.9) {
    TextTrack result;
    const TimeBase base{1, 1000};
    result.range = {{static_cast<std::int64_t>(begin * 1000), base},
                    {static_cast<std::int64_t>(end * 1000), base}};
    result.box = box;
    result.text = text;
    result.confidence = confidence;
    result.readings = {{"engine", text, confidence}};
    return result;
}

TEST(JoinLines, LinesThatComeAndGoTogetherAreOneText) {
    const auto texts = join_lines(
        {track("lower", 1.0, 4.0, {100, 145, 300, 30}), track("upper", 1.1, 4.0, {100, 100, 320, 32})});
    ASSERT_EQ(texts.size(), 1u);
    EXPECT_EQ(texts[0].text, "upper\nlower");
    EXPECT_EQ(texts[0].box, (Rect{100, 100, 320, 75}));
    EXPECT_EQ(texts[0].range.begin.seconds(), 1.0);
    EXPECT_EQ(texts[0].readings.front().text, "upper\nlower");
}

TEST(JoinLines, AMarkStaysAloneAndOtherTimesSizesAndPlacesStayApart) {
    EXPECT_EQ(
        join_lines({track("caption", 0, 9, {100, 100, 300, 30}), track("@mark", 0, 9, {100, 135, 300, 30})})
            .size(),
        2u);
    EXPECT_EQ(
        join_lines({track("one", 0, 3, {100, 100, 300, 30}), track("two", 4, 9, {100, 135, 300, 30})}).size(),
        2u);
    EXPECT_EQ(
        join_lines({track("one", 0, 3, {100, 100, 300, 30}), track("two", 0, 3, {100, 135, 300, 12})}).size(),
        2u);
    EXPECT_EQ(
        join_lines({track("one", 0, 3, {100, 100, 300, 30}), track("two", 0, 3, {100, 300, 300, 30})}).size(),
        2u);
}

TEST(JoinMovingMarks, TheSameMarkInAnotherPlaceBecomesAPath) {
    const auto marks = join_moving_marks(
        {track("@name", 0, 5, {10, 10, 90, 20}), track("@name", 5.2, 9, {500, 400, 90, 20})});
    ASSERT_EQ(marks.size(), 1u);
    EXPECT_EQ(marks[0].range.end.seconds(), 9.0);
    ASSERT_EQ(marks[0].path.size(), 2u);
    EXPECT_EQ(marks[0].path[1].x, 500);
    EXPECT_EQ(join_moving_marks(
                  {track("@name", 0, 5, {10, 10, 90, 20}), track("@other", 5.2, 9, {500, 400, 90, 20})})
                  .size(),
              2u);
}

TEST(JoinMovingMarks, ANameThatLostALetterIsThatOfTheOtherPlaces) {
    auto cut = track("@harbourwatc", 0, 5, {10, 10, 90, 20}, 0.99);
    cut.frames_seen = 25;
    auto whole = track("@HarbourWatch", 5.2, 9, {500, 400, 90, 20}, 0.9);
    whole.frames_seen = 10;
    const auto marks = join_moving_marks({cut, whole});
    ASSERT_EQ(marks.size(), 1u);
    EXPECT_EQ(marks[0].text, "@HarbourWatch");
    EXPECT_EQ(marks[0].path.size(), 2u);
}

TEST(JoinMovingMarks, ADriftingMarkThatWasLostGoesOnAlongItsPath) {
    auto first = track("@name", 0, 2, {10, 10, 90, 20});
    first.path = {{{0, {1, 1}}, 10, 10}, {{1, {1, 1}}, 60, 10}};
    auto second = track("@name", 2.5, 5, {160, 10, 90, 20});
    second.path = {{{3, {1, 1}}, 160, 10}, {{4, {1, 1}}, 210, 10}};
    const auto marks = join_moving_marks({first, second});
    ASSERT_EQ(marks.size(), 1u);
    ASSERT_EQ(marks[0].path.size(), 4u);
    EXPECT_EQ(marks[0].path[3].x, 210);
}

TEST(JoinMovingMarks, NamesThatDifferByMoreAreTwo) {
    const auto marks = join_moving_marks(
        {track("@harbour", 0, 5, {10, 10, 90, 20}), track("@harvest", 5.2, 9, {500, 400, 90, 20})});
    ASSERT_EQ(marks.size(), 2u);
    EXPECT_EQ(marks[0].text, "@harbour");
    EXPECT_EQ(marks[1].text, "@harvest");
}

/// Moves by `step` px from sample to sample, five a second.
TextTrack drifting(const std::string& text, double begin, int samples, int x, int step) {
    TextTrack result = track(text, begin, begin + 0.2 * samples, {x, 10, 90, 20});
    for (int i = 0; i < samples; ++i) {
        const Timestamp time{result.range.begin.ticks + i * 200, result.range.begin.base};
        result.path.push_back({time, x + i * step, 10});
    }
    return result;
}

TEST(JoinMovingMarks, AMarkThatTurnsRoundKeepsTheWholeOfItsPath) {
    const auto marks =
        join_moving_marks({drifting("@name", 0, 20, 10, 10), drifting("@name", 4, 20, 200, -10),
                           track("@name", 8, 12, {10, 10, 90, 20})});
    ASSERT_EQ(marks.size(), 1u);
    ASSERT_EQ(marks[0].path.size(), 41u);
    for (std::size_t i = 1; i < marks[0].path.size(); ++i)
        EXPECT_LT(marks[0].path[i - 1].time, marks[0].path[i].time);
    EXPECT_EQ(marks[0].path[39].x, 10);
    EXPECT_EQ(marks[0].range.end.seconds(), 12.0);
}

TEST(JoinInterrupted, AMarkThatDriftsThroughItsOldPlaceHasNotStayed) {
    EXPECT_EQ(join_interrupted({drifting("@name", 0, 10, 10, 10), drifting("@name", 4, 10, 12, 10)}).size(),
              2u);
}

TEST(JoinInterrupted, ATextThatComesBackInItsPlaceWasThereAllTheTime) {
    EXPECT_EQ(
        join_interrupted({track("@name", 0, 5, {10, 10, 90, 20}), track("@NAME", 9, 20, {11, 10, 90, 20})})
            .size(),
        1u);
    EXPECT_EQ(
        join_interrupted({track("@name", 0, 5, {10, 10, 90, 20}), track("@name", 30, 40, {11, 10, 90, 20})})
            .size(),
        2u);
}

TEST(JoinInterrupted, ACaptionThatComesBackAfterAnotherWasAway) {
    const Rect place{200, 600, 300, 30};
    const auto texts = join_interrupted(
        {track("Yes", 0, 1, place), track("Are you sure?", 1.2, 3, place), track("Yes", 3.2, 4, place)});
    ASSERT_EQ(texts.size(), 3U);
    EXPECT_EQ(texts[0].range.end.seconds(), 1.0);
    EXPECT_EQ(texts[2].range.begin.seconds(), 3.2);
}

TEST(WithoutRepetitions, TheSurerOfTwoReadingsInOnePlaceStays) {
    const auto kept = without_repetitions(
        {track("Harb0ur", 0, 5, {10, 10, 90, 20}, 0.7), track("Harbour", 0, 5, {10, 10, 92, 20}, 0.9)});
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept[0].text, "Harbour");
}

TEST(WithoutRepetitions, TheSameTextFoundTwiceStandsAsLongAsEither) {
    const auto kept = without_repetitions(
        {track("@name", 0, 1, {10, 10, 90, 20}, 1.0), track("@name", 0, 24, {11, 10, 91, 20}, 0.99)});
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_DOUBLE_EQ(kept[0].range.end.seconds(), 24);
}

TEST(WithoutRepetitions, ThePieceOfANameThatWasFoundFirstBelongsToIt) {
    const TextTrack name = track("@harbour24", 0.9, 8, {10, 10, 130, 20}, 0.9);
    const auto kept = without_repetitions({track("@harbour", 0.3, 0.9, {10, 10, 100, 20}, 0.95), name});
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept[0].text, "@harbour24");
    EXPECT_DOUBLE_EQ(kept[0].range.begin.seconds(), 0.3);
    // One that stood for long, elsewhere, at another time, or that says something else, is another mark.
    EXPECT_EQ(without_repetitions(
                  {track("@harbour", 0, 5, {10, 10, 100, 20}), track("@harbour24", 5, 9, {10, 10, 130, 20})})
                  .size(),
              2u);
    EXPECT_EQ(without_repetitions({track("@harbour", 0.3, 0.9, {10, 90, 100, 20}), name}).size(), 2u);
    EXPECT_EQ(without_repetitions({track("@harbour", 0.3, 0.9, {10, 10, 100, 20}),
                                   track("@harbour24", 2, 9, {10, 10, 130, 20})})
                  .size(),
              2u);
    EXPECT_EQ(without_repetitions({track("@hangar", 0.3, 0.9, {10, 10, 100, 20}), name}).size(), 2u);
}

TEST(NoteSceneText, DoubtfulWordsBesideWritingInTheSceneBelongToIt) {
    const auto kinds = [](double confidence, const Rect& box, double begin, double end) {
        std::vector<TextTrack> lines{track("among men", 0, 4, {10, 100, 300, 40}, 0.7),
                                     track("the Rea", begin, end, box, confidence)};
        lines[0].kind = TextKind::scene;
        note_scene_text(lines);
        return lines[1].kind;
    };
    EXPECT_EQ(kinds(0.8, {10, 160, 120, 40}, 1, 3), TextKind::scene);
    EXPECT_EQ(kinds(0.97, {10, 160, 120, 40}, 1, 3), TextKind::caption);  // read surely
    EXPECT_EQ(kinds(0.8, {10, 400, 120, 40}, 1, 3), TextKind::caption);   // elsewhere
    EXPECT_EQ(kinds(0.8, {10, 160, 120, 40}, 5, 8), TextKind::caption);   // at another time
    EXPECT_EQ(kinds(0.8, {10, 150, 120, 12}, 1, 3), TextKind::caption);   // of another size
}

TEST(NoteSceneText, ANameIsAMarkWhereverItStands) {
    std::vector<TextTrack> lines{track("among men", 0, 4, {10, 100, 300, 40}, 0.7),
                                 track("@name", 0, 4, {10, 160, 120, 40}, 0.8)};
    lines[0].kind = TextKind::scene;
    note_scene_text(lines);
    EXPECT_EQ(lines[1].kind, TextKind::caption);
}

}  // namespace
}  // namespace sourcereel::text
