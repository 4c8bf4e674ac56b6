#include "sourcereel/settings.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "support/temp_folder.h"

namespace sourcereel::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Environment environment(std::map<std::string, std::string> variables) {
    return [variables = std::move(variables)](const std::string& name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
}

std::string refusal(const Layer& layer) {
    try {
        decide({layer}, {});
    } catch (const UsageError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(Settings, TheStrongerPlaceWinsKeyByKey) {
    const Layer flags{{"db", {"flag.db", "--db"}}};
    const Layer variables =
        environment_layer(environment({{"SOURCEREEL_DB", "variable.db"}, {"SOURCEREEL_JOBS", "3"}}));
    const Layer file{{"jobs", {"5", "f:1: jobs"}}, {"langs", {"eng,rus", "f:2: langs"}}};
    const Settings settings = decide({flags, variables, file}, {"default.db", 8});
    EXPECT_EQ(settings.db, "flag.db");
    EXPECT_EQ(settings.jobs, 3U);
    EXPECT_THAT(settings.languages, ElementsAre("eng", "rus"));
}

TEST(Settings, DefaultsHoldWhereNobodySpeaks) {
    const Settings settings = decide({}, {"default.db", 8});
    EXPECT_EQ(settings.db, "default.db");
    EXPECT_EQ(settings.jobs, 8U);
    EXPECT_EQ(settings.format, Format::table);
}

TEST(Settings, NoColorForbidsUnlessOurOwnVariableAsks) {
    EXPECT_EQ(decide({environment_layer(environment({{"NO_COLOR", "1"}}))}, {}).color, Color::never);
    EXPECT_EQ(decide({environment_layer(environment({{"NO_COLOR", ""}}))}, {}).color, Color::automatic);
    EXPECT_EQ(
        decide({environment_layer(environment({{"NO_COLOR", "1"}, {"SOURCEREEL_COLOR", "always"}}))}, {})
            .color,
        Color::always);
}

TEST(Settings, AMistakeIsSaidInTheColourThatTheStrongestPlaceAsksFor) {
    const Layer quiet = environment_layer(environment({{"NO_COLOR", "1"}}));
    EXPECT_EQ(color_for_mistakes({{}, quiet}), Color::never);
    EXPECT_EQ(color_for_mistakes({{{"color", {"always", "--color"}}}, quiet}), Color::always);
    EXPECT_EQ(color_for_mistakes({{{"color", {"pink", "--color"}}}, quiet}), Color::automatic);
    EXPECT_EQ(color_for_mistakes({}), Color::automatic);
}

TEST(Settings, AMistakeNamesPlaceValueAndWhatMayStandThere) {
    EXPECT_THAT(refusal({{"format", {"yaml", "SOURCEREEL_FORMAT"}}}),
                AllOf(HasSubstr("SOURCEREEL_FORMAT"), HasSubstr("yaml"), HasSubstr("table, json")));
    for (const char* jobs : {"many", "0", "-1", "257", "2x", ""}) {
        EXPECT_THAT(refusal({{"jobs", {jobs, "--jobs"}}}), HasSubstr("whole number")) << jobs;
    }
}

TEST(Settings, LanguagesCannotNameFiles) {
    for (const char* langs : {"../eng", "eng,", "", "eng rus"}) {
        EXPECT_THAT(refusal({{"langs", {langs, "--langs"}}}), HasSubstr("language codes")) << langs;
    }
    EXPECT_THAT(decide({{{"langs", {"chi_sim+eng,eng", "--langs"}}}}, {}).languages,
                ElementsAre("chi_sim", "eng"));
}

TEST(Settings, PlacesFollowTheXdgVariables) {
    EXPECT_EQ(default_db(environment({{"XDG_DATA_HOME", "/data"}, {"HOME", "/home/ada"}})),
              "/data/sourcereel/catalogue.db");
    EXPECT_EQ(default_db(environment({{"HOME", "/home/ada"}})),
              "/home/ada/.local/share/sourcereel/catalogue.db");
    EXPECT_EQ(default_db(environment({{"XDG_DATA_HOME", "not/absolute"}, {"HOME", "/home/ada"}})),
              "/home/ada/.local/share/sourcereel/catalogue.db");
    EXPECT_EQ(user_config(environment({{"HOME", "/home/ada"}})), "/home/ada/.config/sourcereel/config.toml");
}

TEST(Settings, ModelsLieWhereTheInstalledProgramHasThemUnlessTheUserHasSome) {
    const support::TempFolder folder;
    const std::filesystem::path program = folder / "usr/bin/sourcereel";
    const Environment home = environment({{"XDG_DATA_HOME", (folder / "data").string()}});
    const std::filesystem::path own = folder / "data/sourcereel/models";
    EXPECT_EQ(default_models_folder(home, program), own);
    std::filesystem::create_directories(folder / "usr/share/sourcereel/models");
    EXPECT_EQ(default_models_folder(home, program), folder / "usr/share/sourcereel/models");
    EXPECT_EQ(default_models_folder(home, {}), own);
    std::filesystem::create_directories(own);
    EXPECT_EQ(default_models_folder(home, program), own);
}

TEST(Settings, ModelsCanBeDoneWithoutAndWhoNamedThemIsKept) {
    Defaults defaults;
    defaults.models = "/default";
    EXPECT_EQ(decide({}, defaults).models, "/default");
    EXPECT_EQ(decide({}, defaults).models_asked_by, "");
    const Settings without = decide({{{"models", {"none", "--models"}}}}, defaults);
    EXPECT_EQ(without.models, "");
    EXPECT_EQ(without.models_asked_by, "--models");
    EXPECT_EQ(decide({{{"models", {"./none", "--models"}}}}, defaults).models, "./none");
    EXPECT_THAT(refusal({{"models", {"", "--models"}}}), HasSubstr("--models"));
}

TEST(RunningProgram, IsThisTest) {
    EXPECT_EQ(running_program().filename(), "cli_test");
}

}  // namespace
}  // namespace sourcereel::cli
