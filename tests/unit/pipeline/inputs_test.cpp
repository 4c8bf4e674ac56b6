#include <gmock/gmock.h>

#include "pipeline/batch.h"
#include "unit/pipeline/clips.h"

namespace sourcereel::pipeline {
namespace {

using ::testing::ElementsAre;
using tests::TempFolder;
using tests::write_file;

TEST(ExpandInputs, AFolderGivesItsVideosSortedWithThoseBelow) {
    const TempFolder folder;
    for (const char* name : {"b.mp4", "a.MKV", "below/c.webm", "notes.txt", "no_extension"}) {
        write_file(folder / name, "x");
    }
    EXPECT_THAT(expand_inputs({folder.path()}),
                ElementsAre(folder / "a.MKV", folder / "b.mp4", folder / "below/c.webm"));
}

TEST(ExpandInputs, HiddenFilesAndFoldersArePassedOver) {
    const TempFolder folder;
    for (const char* name : {".a.mp4", ".trash/b.mp4", "c.mp4"}) write_file(folder / name, "x");
    EXPECT_THAT(expand_inputs({folder.path()}), ElementsAre(folder / "c.mp4"));
}

TEST(ExpandInputs, WhatWasNamedIsKeptInOrderWhateverItsName) {
    const TempFolder folder;
    write_file(folder / "notes.txt", "x");
    EXPECT_THAT(expand_inputs({folder / "gone.mp4", folder / "notes.txt"}),
                ElementsAre(folder / "gone.mp4", folder / "notes.txt"));
}

TEST(ExpandInputs, NamesThatAreNoUtf8Survive) {
    const TempFolder folder;
    write_file(folder / "caf\xE9.mp4", "x");
    const auto files = expand_inputs({folder.path()});
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(files[0].filename().native(), "caf\xE9.mp4");
}

}  // namespace
}  // namespace sourcereel::pipeline
