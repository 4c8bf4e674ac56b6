#include "text/model_files.h"

#include <gmock/gmock.h>

#include <fstream>

#include "core/error.h"
#include "support/temp_folder.h"
#include "text/text_reader.h"

namespace sourcereel::text {
namespace {

using support::TempFolder;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

void write(const std::filesystem::path& file, const std::string& content) {
    std::ofstream(file, std::ios::binary) << content;
}

/// Stands for SHA-256: 64 digits that differ where contents of different length or first letter do.
std::string digest(const std::string& content) {
    std::string digits = std::to_string(content.size()) + (content.empty()     ? "0"
                                                           : content[0] == 'x' ? "a"
                                                                               : "b");
    digits.resize(64, '0');
    return digits;
}

std::string digest_of_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return digest(std::string(std::istreambuf_iterator<char>(stream), {}));
}

/// A folder of models as an installation leaves it, with short contents.
struct Installed {
    TempFolder folder;
    std::string head = "# made in a test\nformat 2\nname Tiny\npackage tiny@1.0\nconverter 7\nclasses 4\n";
    std::string list;

    Installed() {
        add("detector.onnx", "detector");
        add("recognizer_160.onnx", "narrow");
        add("recognizer_1280.onnx", "wide");
        add("keys.txt", "a\n中\n \n");
        add("LICENSE.txt", "licence");
        write_manifest();
    }
    void add(const std::string& name, const std::string& content) {
        write(folder / name, content);
        list += "file " + std::to_string(content.size()) + " " + digest(content) + " " + name + "\n";
    }
    void write_manifest() const { write(folder / "manifest.txt", head + list); }
    std::string mistake() const {
        try {
            return find_models(folder.path()) ? "accepted" : "no models";
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::corrupt);
            return error.what();
        }
    }
};

TEST(FindModels, GivesTheFilesByWidthAndTheKeysInOrder) {
    const Installed models;
    const auto found = find_models(models.folder.path());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->detector, models.folder / "detector.onnx");
    EXPECT_THAT(found->recognizers, ElementsAre(std::pair(160, models.folder / "recognizer_160.onnx"),
                                                std::pair(1280, models.folder / "recognizer_1280.onnx")));
    EXPECT_THAT(found->keys, ElementsAre("a", "中", " "));
    EXPECT_EQ(found->version, "Tiny/tiny@1.0/converter-7");
}

TEST(FindModels, AFolderWithoutAManifestHoldsNone) {
    const TempFolder folder;
    EXPECT_FALSE(find_models(folder.path()));
    EXPECT_FALSE(find_models(folder / "not there"));
    EXPECT_FALSE(find_models({}));
    write(folder / "detector.onnx", "an installation that was cut short");
    EXPECT_FALSE(find_models(folder.path()));
}

TEST(FindModels, AMissingFileIsNamedWithTheCure) {
    const Installed models;
    std::filesystem::remove(models.folder / "recognizer_160.onnx");
    EXPECT_THAT(models.mistake(), AllOf(HasSubstr("recognizer_160.onnx"), HasSubstr("tools/dev/models.sh")));
}

TEST(FindModels, ATruncatedFileIsNamedWithBothLengths) {
    const Installed models;
    write(models.folder / "detector.onnx", "dete");
    EXPECT_THAT(models.mistake(), AllOf(HasSubstr("detector.onnx"), HasSubstr("4 bytes instead of 8")));
}

TEST(FindModels, KeysThatDoNotFitTheClassesAreRefused) {
    Installed models;
    models.head = "format 2\nname Tiny\npackage tiny@1.0\nconverter 7\nclasses 5\n";
    models.write_manifest();
    EXPECT_THAT(models.mistake(), AllOf(HasSubstr("keys.txt"), HasSubstr("3 keys, but 5 classes need 4")));
}

TEST(FindModels, KeysMustBeWholeLinesOfUtf8ThatEndInASpace) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"a\n中\nb\n", "the last key is not a space"},
        {"a\n\n \n....", "line 2 is empty"},
        {"a\n中\nb\n ", "line 4 has no end"},
        {"a\nb\xff\xff\xff\n \n", "not valid UTF-8"}};
    for (const auto& [keys, mistake] : cases) {
        Installed models;
        models.list.clear();
        models.add("detector.onnx", "detector");
        models.add("recognizer_160.onnx", "narrow");
        models.add("keys.txt", keys);
        models.write_manifest();
        EXPECT_THAT(models.mistake(), AllOf(HasSubstr("keys.txt"), HasSubstr(mistake)));
    }
}

TEST(FindModels, AManifestThatListsNoRecogniserIsRefused) {
    Installed models;
    models.list.clear();
    models.add("detector.onnx", "detector");
    models.add("keys.txt", "a\n中\n \n");
    models.write_manifest();
    EXPECT_THAT(models.mistake(), HasSubstr("recognizer_WIDTH.onnx"));
}

TEST(FindModels, AManifestThatIsNotAsExpectedNamesTheLine) {
    const std::string digits(64, '0');
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", "no line \"format\""},
        {"name Tiny\n", "line 1: the first key must be format"},
        {"format 2\nname Tiny\nname Tinier\n", "line 3: name is said twice"},
        {"format 2\nnonsense 3\n", "line 2: unknown key \"nonsense\""},
        {"format 2\nclasses many\n", "line 2: \"many\" is not a positive whole number"},
        {"format 2\nfile 3 " + digits + " ../secret\n", "line 2: \"../secret\" is not the name of a file"},
        {"format 2\nfile 3 " + digits + "\n", "line 2: \"\" is not the name of a file"},
        {"format 2\nfile 3 beef keys.txt\n", "line 2: no SHA-256"},
        {"format 2\nname Tiny\n", "no line \"package\""}};
    for (const auto& [manifest, mistake] : cases) {
        const Installed models;
        write(models.folder / "manifest.txt", manifest);
        EXPECT_THAT(models.mistake(), AllOf(HasSubstr("manifest.txt"), HasSubstr(mistake))) << manifest;
    }
}

TEST(FindModels, ANewerFormatIsSaidToBeOne) {
    const Installed models;
    write(models.folder / "manifest.txt", "format 3\nwhatever comes\n");
    try {
        find_models(models.folder.path());
        FAIL() << "accepted";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::unsupported);
        EXPECT_THAT(error.what(), HasSubstr("format 3"));
    }
}

TEST(VerifyModels, TellsAFileOfTheSameLengthButOtherContent) {
    const Installed models;
    EXPECT_TRUE(verify_models(models.folder.path(), digest_of_file));
    write(models.folder / "recognizer_1280.onnx", "xide");
    EXPECT_EQ(models.mistake(), "accepted");  // The quick look does not read it.
    try {
        verify_models(models.folder.path(), digest_of_file);
        FAIL() << "accepted";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::corrupt);
        EXPECT_THAT(error.what(), AllOf(HasSubstr("recognizer_1280.onnx"), HasSubstr("tools/dev/models.sh")));
    }
}

TEST(TextSettings, NameTheModelsSoThatOtherOnesMeanReadingAnew) {
    const Installed models;
    TextOptions options;
    options.languages = {"eng"};
    options.models = models.folder.path();
    EXPECT_THAT(settings_of(options), HasSubstr("models=Tiny/tiny@1.0/converter-7"));
}

}  // namespace
}  // namespace sourcereel::text
