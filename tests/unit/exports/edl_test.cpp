#include "exports/edl.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <sstream>
#include <string>
#include <vector>

#include "unit/exports/lists.h"

namespace sourcereel::exports {
namespace {

/// One line of an event, read back as an editing program does.
struct Line {
    int number = 0;
    std::string type;
    int length = 0;
    std::int64_t source_in = 0, source_out = 0, record_in = 0, record_out = 0;
};

std::int64_t frames_of(const std::string& text, int base) {
    int hours = 0, minutes = 0, seconds = 0, frames = 0;
    char mark = 0;
    EXPECT_EQ(std::sscanf(text.c_str(), "%d:%d:%d%c%d", &hours, &minutes, &seconds, &mark, &frames), 5)
        << text;
    EXPECT_LT(frames, base);
    const std::int64_t all = std::int64_t{60} * hours + minutes;
    const std::int64_t dropped = mark == ';' ? base / 15 * (all - all / 10) : 0;
    return (all * 60 + seconds) * base + frames - dropped;
}

std::vector<Line> read(const std::string& edl, int base) {
    std::vector<Line> lines;
    std::istringstream in(edl);
    for (std::string text; std::getline(in, text);) {
        if (text.empty() || text[0] == '*' || text.starts_with("TITLE:") || text.starts_with("FCM:"))
            continue;
        std::istringstream words_of_line(text);
        std::vector<std::string> words;
        for (std::string word; words_of_line >> word;) words.push_back(word);
        // Number, reel, track, type, perhaps a length, and four timecodes.
        const std::size_t times = words.size() - 4;
        if ((words.size() != 8 && words.size() != 9) || words[1] != "AX" || words[2] != "V" ||
            (words.size() == 9) != (words[3] != "C") || text.find(" V     " + words[3] + " ") != 13) {
            ADD_FAILURE() << "not an event: " << text;
            continue;
        }
        lines.push_back({std::stoi(words[0]), words[3], words.size() == 9 ? std::stoi(words[4]) : 0,
                         frames_of(words[times], base), frames_of(words[times + 1], base),
                         frames_of(words[times + 2], base), frames_of(words[times + 3], base)});
    }
    return lines;
}

TEST(Edl, ReadBackGivesTheFramesOfEachShotAtEveryRate) {
    struct Case {
        Rate rate;
        int base;
        bool drop;
    };
    for (const Case& c :
         {Case{{24000, 1001}, 24, false}, Case{{25, 1}, 25, false}, Case{{30000, 1001}, 30, true},
          Case{{30, 1}, 30, false}, Case{{50, 1}, 50, false}, Case{{60000, 1001}, 60, true}}) {
        const Video video{c.rate, {1, 90000}, 40'000};
        // About the first and the tenth minute, where numbers are dropped.
        const std::vector<std::int64_t> begins{0,    1,     1798,  1800,  1801,  3598,
                                               3600, 17981, 17982, 35963, 39'999};
        std::vector<Begin> shots;
        shots.reserve(begins.size());
        for (const std::int64_t begin : begins) shots.push_back({begin});
        const std::string text = edl(list_of(video, shots));
        EXPECT_NE(text.find(c.drop ? "FCM: DROP FRAME" : "FCM: NON-DROP FRAME"), std::string::npos);
        EXPECT_EQ(text.find("VARIABLE"), std::string::npos);
        const std::vector<Line> lines = read(text, c.base);
        ASSERT_EQ(lines.size(), begins.size());
        const std::int64_t hour = frames_of(c.drop ? "01:00:00;00" : "01:00:00:00", c.base);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            EXPECT_EQ(lines[i].number, static_cast<int>(i) + 1);
            EXPECT_EQ(lines[i].type, "C");
            EXPECT_EQ(lines[i].source_in, begins[i]) << text_of(c.rate);
            EXPECT_EQ(lines[i].source_out, i + 1 < begins.size() ? begins[i + 1] : video.frames);
            EXPECT_EQ(lines[i].record_in, lines[i].source_in + hour);
            EXPECT_EQ(lines[i].record_out, lines[i].source_out + hour);
        }
    }
}

TEST(Edl, GivesGradualTransitionsTheirLengthAndLeavesNoHole) {
    const Video video;
    const std::vector<Line> lines = read(edl(list_of(video, kEveryKind)), 25);
    ASSERT_EQ(lines.size(), 9U);  // Six shots, three of them with a line for the shot that goes.
    std::vector<std::string> types;
    std::vector<int> lengths;
    for (const Line& line : lines) {
        types.push_back(line.type);
        if (line.length > 0) lengths.push_back(line.length);
    }
    EXPECT_EQ(types, (std::vector<std::string>{"C", "C", "C", "D", "C", "D", "C", "W001", "C"}));
    EXPECT_EQ(lengths, (std::vector<int>{12, 21, 10}));
    EXPECT_EQ(lines[3].source_in, 94);
    EXPECT_EQ(lines[3].source_out, 140);
    EXPECT_EQ(lines[2].source_in, 94);  // The shot that goes: no length of its own.
    EXPECT_EQ(lines[2].source_out, 94);
    EXPECT_EQ(lines[2].number, lines[3].number);
    for (std::size_t i = 1; i < lines.size(); ++i) EXPECT_EQ(lines[i].record_in, lines[i - 1].record_out);
    EXPECT_EQ(lines.back().record_out - lines.front().record_in, video.frames);
}

TEST(Edl, OfAVariableRateIsToTheNearestFrameAndSaysSo) {
    const TimeBase base{1, 1000};
    MediaInfo media;
    media.path = "v.mp4";
    media.variable_frame_rate = true;
    media.frames = 100;
    media.duration = {4019, base};
    media.frame_rate = 24.9;
    std::vector<Shot> shots(2);
    shots[0] = {{{0, base}, {1333, base}}, 0, 40, {}};
    shots[1] = {{{1333, base}, {4019, base}}, 40, 100, {TransitionKind::cut, 40, 40, 0.5}};
    const std::string text = edl(make_shot_list(media, shots, {}, 90000));
    EXPECT_NE(text.find("* VARIABLE FRAME RATE: times are to the nearest frame of 25"), std::string::npos);
    const std::vector<Line> lines = read(text, 25);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].source_out, 33);  // 1333 ms is frame 33.3, not frame 40.
    EXPECT_EQ(lines[1].source_out, 100);
}

TEST(Edl, HasNoNewLinesFromFileNames) {
    ShotList list = list_of({}, {{0}});
    list.title = "a\n002  AX V C\x1b.mp4";
    EXPECT_EQ(read(edl(list), 25).size(), 1U);
}

TEST(Edl, NamesATransitionLongerThanItsFieldByTheLongestPossible) {
    const Video video{{25, 1}, {1, 90000}, 9000};
    const std::vector<Line> lines =
        read(edl(list_of(video, {{0}, {3000, TransitionKind::dissolve, 2000, 4000}})), 25);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[2].length, 999);
}

}  // namespace
}  // namespace sourcereel::exports
