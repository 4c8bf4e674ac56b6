#include "sourcereel/command_line.h"

#include <gmock/gmock.h>

#include <sstream>

namespace sourcereel::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Parsed parse(std::vector<const char*> words) {
    words.insert(words.begin(), "sourcereel");
    return parse_command_line(static_cast<int>(words.size()), words.data());
}

TEST(CommandLine, GlobalOptionsStandBeforeOrAfterTheCommand) {
    for (const auto& words : std::vector<std::vector<const char*>>{{"--db", "x.db", "-q", "db", "stats"},
                                                                   {"db", "stats", "--db", "x.db", "-q"},
                                                                   {"db", "--db", "x.db", "stats", "-q"}}) {
        const Parsed parsed = parse(words);
        EXPECT_FALSE(parsed.ends_here) << parsed.message;
        EXPECT_EQ(parsed.line.command, Command::db_stats);
        EXPECT_EQ(parsed.line.flags.at("db").value, "x.db");
        EXPECT_TRUE(parsed.line.quiet);
    }
}

TEST(CommandLine, AnalyzeTakesListsAndADash) {
    const Parsed parsed = parse({"analyze", "-0", "-", "a.mp4", "--from-file", "list", "--jobs", "3"});
    EXPECT_FALSE(parsed.ends_here) << parsed.message;
    EXPECT_THAT(parsed.line.paths, ElementsAre("-", "a.mp4"));
    EXPECT_TRUE(parsed.line.nul_separated);
    EXPECT_EQ(parsed.line.from_file, "list");
    EXPECT_EQ(parsed.line.flags.at("jobs").value, "3");
}

TEST(CommandLine, AnalyzeMayLeaveOutTextAndStills) {
    const Parsed all = parse({"analyze", "a.mp4"});
    EXPECT_FALSE(all.line.no_text || all.line.no_stills);
    const Parsed little = parse({"analyze", "a.mp4", "--no-text", "--no-stills"});
    EXPECT_FALSE(little.ends_here) << little.message;
    EXPECT_TRUE(little.line.no_text && little.line.no_stills);
}

TEST(CommandLine, TextAndExportTakeFormatsAndKinds) {
    const Parsed text =
        parse({"text", "a.mp4", "--as", "vtt", "--kinds", "caption,bug", "--sheet", "s.png", "--scene"});
    EXPECT_FALSE(text.ends_here) << text.message;
    EXPECT_EQ(text.line.as, "vtt");
    EXPECT_EQ(text.line.kinds, "caption,bug");
    EXPECT_EQ(text.line.sheet, "s.png");
    EXPECT_TRUE(text.line.scene);
    const Parsed exported =
        parse({"export", "12", "a.mp4", "--of", "shots", "--as", "csv", "-o", "x.csv", "--force"});
    EXPECT_FALSE(exported.ends_here) << exported.message;
    EXPECT_EQ(exported.line.command, Command::export_videos);
    EXPECT_THAT(exported.line.keys, ElementsAre("12", "a.mp4"));
    EXPECT_EQ(exported.line.of, "shots");
    EXPECT_TRUE(exported.line.force);
    EXPECT_TRUE(parse({"export"}).ends_here);
}

TEST(CommandLine, EveryMistakeIsCodeTwoOnStderr) {
    for (const auto& words : std::vector<std::vector<const char*>>{{},
                                                                   {"--nonsense"},
                                                                   {"frobnicate"},
                                                                   {"shots"},
                                                                   {"db"},
                                                                   {"shots", "a.mp4", "--nonsense"},
                                                                   {"search", "x", "--limit", "0"},
                                                                   {"shots", "a.mp4", "--min-shot", "-1"}}) {
        const Parsed parsed = parse(words);
        EXPECT_TRUE(parsed.ends_here);
        EXPECT_EQ(parsed.exit, 2);
        EXPECT_TRUE(parsed.answer.empty());
        EXPECT_FALSE(parsed.message.empty());
    }
}

TEST(CommandLine, AMistakeKeepsWhatWasSaidOfColours) {
    for (const auto& words :
         std::vector<std::vector<const char*>>{{"--color", "never"},
                                               {"--color", "never", "shots", "a.mp4", "--nonsense"},
                                               {"frobnicate", "--color", "never"},
                                               {"--color", "never", "shots"}}) {
        const Parsed parsed = parse(words);
        EXPECT_EQ(parsed.exit, 2);
        ASSERT_EQ(parsed.line.flags.count("color"), 1U) << parsed.message;
        EXPECT_EQ(parsed.line.flags.at("color").value, "never");
    }
}

TEST(CommandLine, HelpNamesExitCodesAndVariables) {
    const Parsed parsed = parse({"--help"});
    EXPECT_EQ(parsed.exit, 0);
    EXPECT_THAT(parsed.answer,
                AllOf(HasSubstr("Exit codes"), HasSubstr("SOURCEREEL_DB"), HasSubstr("NO_COLOR")));
    EXPECT_THAT(parse({"analyze", "--help"}).answer, AllOf(HasSubstr("--from-file"), HasSubstr("--jobs")));
}

TEST(CommandLine, HelpFitsEightyColumns) {
    for (const auto& words : std::vector<std::vector<const char*>>{{"--help"},
                                                                   {"analyze", "--help"},
                                                                   {"shots", "--help"},
                                                                   {"text", "--help"},
                                                                   {"clip", "--help"},
                                                                   {"search", "--help"},
                                                                   {"show", "--help"},
                                                                   {"verify", "--help"},
                                                                   {"report", "--help"},
                                                                   {"serve", "--help"},
                                                                   {"export", "--help"},
                                                                   {"tag", "--help"},
                                                                   {"note", "--help"},
                                                                   {"db", "--help"},
                                                                   {"doctor", "--help"}}) {
        std::istringstream lines(parse(words).answer);
        for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80U) << line;
    }
}

TEST(CommandLine, ShotsTakesWhatItWrites) {
    const CommandLine line =
        parse({"shots", "a.mp4", "--as", "edl", "-o", "a.edl", "--stills", "dir", "--sheet", "s.png",
               "--split", "parts", "--copy", "--force", "--sensitivity", "0.7", "--scores", "s.csv"})
            .line;
    EXPECT_EQ(line.command, Command::shots);
    EXPECT_EQ(line.as, "edl");
    EXPECT_EQ(line.output, "a.edl");
    EXPECT_EQ(line.stills, "dir");
    EXPECT_EQ(line.sheet, "s.png");
    EXPECT_EQ(line.split, "parts");
    EXPECT_EQ(line.scores, "s.csv");
    EXPECT_EQ(line.sensitivity, 0.7);
    EXPECT_TRUE(line.copy && line.force);
}

TEST(CommandLine, ClipTakesAShotOrARange) {
    EXPECT_EQ(parse({"clip", "a.mp4", "--shot", "3", "-o", "b.mp4"}).line.shot, 3U);
    EXPECT_EQ(parse({"clip", "a.mp4", "--range", "1:02.5-1:10", "-o", "b.mp4", "--exact"}).line.range,
              "1:02.5-1:10");
    EXPECT_EQ(parse({"clip", "a.mp4", "--range=-10", "-o", "b.mp4"}).line.range, "-10");
    EXPECT_EQ(parse({"clip", "a.mp4", "--shot", "-1", "-o", "b.mp4"}).exit, 2);
    EXPECT_EQ(parse({"clip", "a.mp4", "--shot", "1"}).exit, 2);
    EXPECT_EQ(parse({"shots", "a.mp4", "--sensitivity", "1.1"}).exit, 2);
}

TEST(CommandLine, NoProgressWinsOverJson) {
    EXPECT_EQ(parse({"doctor", "--progress", "json", "--no-progress"}).line.flags.at("progress").value,
              "off");
}

}  // namespace
}  // namespace sourcereel::cli
