#include "sourcereel/config_file.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace sourcereel::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

std::optional<std::string> home_only(const std::string& name) {
    return name == "HOME" ? std::optional<std::string>("/home/ada") : std::nullopt;
}

Layer parse(const std::string& text) {
    return parse_config(text, "/etc/desk/sourcereel.toml", home_only);
}

std::string refusal(const std::string& text) {
    try {
        parse(text);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(ConfigFile, ValuesKeepTheirPlace) {
    const Layer layer = parse("# comment\njobs = 3\nlangs = [\"eng\", \"rus\"]\n");
    EXPECT_EQ(layer.at("jobs").value, "3");
    EXPECT_EQ(layer.at("jobs").origin, "/etc/desk/sourcereel.toml:2: jobs");
    EXPECT_EQ(layer.at("langs").value, "eng,rus");
}

TEST(ConfigFile, ADbCountsFromTheFilesFolder) {
    EXPECT_EQ(parse("db = 'c.db'").at("db").value, "/etc/desk/c.db");
    EXPECT_EQ(parse("db = '/srv/c.db'").at("db").value, "/srv/c.db");
    EXPECT_EQ(parse("db = '~/c.db'").at("db").value, "/home/ada/c.db");
}

TEST(ConfigFile, ModelsCountFromTheFilesFolderAndCanBeNone) {
    EXPECT_EQ(parse("models = 'm'").at("models").value, "/etc/desk/m");
    EXPECT_EQ(parse("models = '~/m'").at("models").value, "/home/ada/m");
    EXPECT_EQ(parse("models = 'none'").at("models").value, "none");
}

TEST(ConfigFile, AnUnknownKeyNamesFileLineAndTheKnownOnes) {
    EXPECT_THAT(
        refusal("jobs = 1\n\ncolour = 'auto'\n"),
        AllOf(HasSubstr("sourcereel.toml:3"), HasSubstr("colour"), HasSubstr("color"), HasSubstr("langs")));
}

TEST(ConfigFile, WhatIsNoTomlNamesTheLine) {
    EXPECT_THAT(refusal("jobs = 1\njobs 2\n"), HasSubstr("sourcereel.toml:2"));
}

TEST(ConfigFile, AValueOfAnotherKindIsRefused) {
    EXPECT_THAT(refusal("langs = [1, 2]"), HasSubstr("langs must be"));
    EXPECT_THAT(refusal("[db]\nfile = 'x'"), HasSubstr("db must be"));
}

TEST(ConfigFile, AFileThatIsNotThereIsNamed) {
    EXPECT_THROW(read_config("/nowhere/at/all.toml", home_only), UsageError);
}

TEST(ConfigFile, ItsColourIsKnownThoughTheRestIsAMistake) {
    const auto file = std::filesystem::path(::testing::TempDir()) / "colour_of_a_mistake.toml";
    const auto color_of = [&](const std::string& text) {
        std::ofstream(file) << text;
        return color_for_mistakes({color_in_config(file)});
    };
    EXPECT_EQ(color_of("color = \"never\"\njbos = 3\n"), Color::never);
    EXPECT_EQ(color_of("color = \"always\"\n"), Color::always);
    EXPECT_EQ(color_of("color = 7\n"), Color::automatic);
    EXPECT_EQ(color_of("color = \"never\"\nno toml at all\n"), Color::automatic);
    std::filesystem::remove(file);
    EXPECT_TRUE(color_in_config(file).empty());
}

}  // namespace
}  // namespace sourcereel::cli
