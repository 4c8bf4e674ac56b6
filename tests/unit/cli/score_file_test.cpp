#include "sourcereel/score_file.h"

#include <gmock/gmock.h>

#include <fstream>
#include <vector>

#include "core/error.h"
#include "support/temp_folder.h"

namespace sourcereel::cli {
namespace {

using ::testing::HasSubstr;

constexpr TimeBase kBase{1, 90000};

std::vector<shots::FrameScore> some_scores() {
    return {{0, {0, kBase}, 0, 0, {}},
            {1, {3003, kBase}, 0.1, 0.4375, {}},
            {2, {6007, kBase}, 510, 1, {}},
            {9, {9009, kBase}, 1.0 / 3, 0.1 + 0.2, {TransitionKind::dissolve, 2, 7, 0.625}}};
}

std::string message_of(const std::filesystem::path& file, ErrorKind kind) {
    try {
        read_scores(file, [](const shots::FrameScore&) {});
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), kind) << error.what();
        return error.what();
    }
    ADD_FAILURE() << "no error";
    return {};
}

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(ScoreFile, GivesBackTheVeryScores) {
    const support::TempFolder folder;
    ScoreWriter writer(folder / "s.csv", media::IfExists::refuse);
    for (const auto& score : some_scores()) writer.push(score);
    writer.finish({12'012, kBase});
    std::vector<shots::FrameScore> read;
    const Timestamp end =
        read_scores(folder / "s.csv", [&](const shots::FrameScore& score) { read.push_back(score); });
    EXPECT_EQ(read, some_scores());
    EXPECT_EQ(end, (Timestamp{12'012, kBase}));
    EXPECT_EQ(end.base, kBase);
}

TEST(ScoreFile, IsNotThereBeforeItIsWhole) {
    const support::TempFolder folder;
    {
        ScoreWriter writer(folder / "s.csv", media::IfExists::refuse);
        for (const auto& score : some_scores()) writer.push(score);
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "s.csv"));
}

TEST(ScoreFile, ThatIsNoneIsNamed) {
    const support::TempFolder folder;
    EXPECT_THAT(message_of(folder / "s.csv", ErrorKind::not_found), HasSubstr("s.csv"));
    message_of(folder.path(), ErrorKind::unsupported);
    write(folder / "other.csv", "a,b\n1,2\n");
    EXPECT_THAT(message_of(folder / "other.csv", ErrorKind::unsupported), HasSubstr("another version"));
    write(folder / "binary", std::string(100'000, '\0'));
    message_of(folder / "binary", ErrorKind::unsupported);
}

TEST(ScoreFile, ThatIsDamagedSaysWhere) {
    const support::TempFolder folder;
    ScoreWriter writer(folder / "s.csv", media::IfExists::refuse);
    for (const auto& score : some_scores()) writer.push(score);
    writer.finish({12'012, kBase});
    const std::string good = text_of(folder / "s.csv");
    const auto damaged = [&](const std::string& from, const std::string& to) {
        std::string text = good;
        text.replace(text.find(from), from.size(), to);
        write(folder / "bad.csv", text);
        return message_of(folder / "bad.csv", ErrorKind::corrupt);
    };
    EXPECT_THAT(damaged("0.4375", "1.4375"), HasSubstr("line 3"));
    EXPECT_THAT(damaged("0.4375", "nan"), HasSubstr("line 3"));
    EXPECT_THAT(damaged("0.4375", ""), HasSubstr("line 3"));
    EXPECT_THAT(damaged("2,6007", "1,6007"), HasSubstr("line 4"));
    EXPECT_THAT(damaged("2,6007", "2,3000"), HasSubstr("line 4"));
    EXPECT_THAT(damaged("90000", "0"), HasSubstr("line 2"));
    EXPECT_THAT(damaged("dissolve", "melting"), HasSubstr("line 5"));
    EXPECT_THAT(damaged("dissolve,2,7", "dissolve,20,7"), HasSubstr("line 5"));
    EXPECT_THAT(damaged(",end,", ",0.0,"), HasSubstr("line 6"));
    write(folder / "bad.csv", good.substr(0, good.find("\r\n9,") + 2));
    EXPECT_THAT(message_of(folder / "bad.csv", ErrorKind::corrupt), HasSubstr("ends early"));
}

}  // namespace
}  // namespace sourcereel::cli
