#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sidecar/sidecar_file.h"
#include "support/temp_folder.h"

namespace sourcereel::sidecar {
namespace {

using support::TempFolder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

std::string post_by(const std::string& name, const std::string& id = "77") {
    return R"({"extractor": "twitter", "uploader_id": ")" + name + R"(", "id": ")" + id + "\"}";
}

std::vector<std::string> paired(const std::filesystem::path& video) {
    std::vector<std::string> found;
    for (const Sidecar& sidecar : sidecars_beside(video).sidecars)
        found.push_back(sidecar.handle->value + " by " + sidecar.paired_by);
    return found;
}

TEST(Pairing, ByTheNameOfTheVideo) {
    const TempFolder folder;
    write(folder / "clip.info.json", post_by("first"));
    write(folder / "other.mp4.json",
          R"({"category": "twitter", "subcategory": "tweet", "author": {"name": "second"}})");
    write(folder / "third.json", post_by("third"));
    EXPECT_THAT(paired(folder / "clip.mp4"), ElementsAre("first by name"));
    EXPECT_THAT(paired(folder / "other.mp4"), ElementsAre("second by name"));
    EXPECT_THAT(paired(folder / "third.webm"), ElementsAre("third by name"));
}

TEST(Pairing, ByTheIdAtTheEndOfTheName) {
    const TempFolder folder;
    write(folder / "The quay, later named anew [abc12].info.json", post_by("first"));
    write(folder / "Other [abc1].info.json", post_by("second"));
    EXPECT_THAT(paired(folder / "The quay [abc12].mp4"), ElementsAre("first by id in the name"));
}

TEST(Pairing, ByTheIdInside) {
    const TempFolder folder;
    write(folder / "something.info.json", post_by("first", "9001"));
    write(folder / "else.info.json", post_by("second", "9002"));
    EXPECT_THAT(paired(folder / "9001.mp4"), ElementsAre("first by id inside"));
    EXPECT_THAT(paired(folder / "Title [9002].mp4"), ElementsAre("second by id inside"));
    EXPECT_THAT(paired(folder / "9003.mp4"), IsEmpty());
}

TEST(Pairing, ByTheFileNameInAnArchive) {
    const TempFolder folder;
    write(folder / "metadata.json", R"({"metadata": {"url": "https://x.com/HarborWatch/status/1"},
        "media": [{"filename": "/archive/quay.mp4"}]})");
    EXPECT_THAT(paired(folder / "quay.mp4"), ElementsAre("HarborWatch by id inside"));
    EXPECT_THAT(paired(folder / "another.mp4"), IsEmpty());
}

TEST(Pairing, PassesOverWhatIsNoneAndSaysWhatIsDamaged) {
    const TempFolder folder;
    write(folder / "clip.json", R"({"version": 3})");
    write(folder / "list.info.json", R"({"_type": "playlist", "extractor": "youtube"})");
    write(folder / "torn.info.json", R"({"extractor": "twi)");
    EXPECT_THAT(sidecars_beside(folder / "clip.mp4").warnings, IsEmpty());
    EXPECT_THAT(paired(folder / "list.mp4"), IsEmpty());
    const SidecarsFound torn = sidecars_beside(folder / "torn.mp4");
    EXPECT_THAT(torn.sidecars, IsEmpty());
    EXPECT_THAT(torn.warnings, ElementsAre(HasSubstr("torn.info.json: is no JSON")));
}

TEST(Pairing, WhereThereIsNoFolderThereIsNothing) {
    EXPECT_THAT(sidecars_beside("/nowhere/at/all.mp4").sidecars, IsEmpty());
}

}  // namespace
}  // namespace sourcereel::sidecar
