#include "media/content_hash.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace sourcereel::media {
namespace {

// The examples of FIPS 180-2.
TEST(ContentHash, IsSha256) {
    EXPECT_EQ(sha256_of_bytes(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_of_bytes("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(ContentHash, OfAFileIsThatOfItsBytesAcrossBlocks) {
    const auto file = std::filesystem::path{::testing::TempDir()} / "sourcereel_content_hash";
    const std::string million(1'000'000, 'a');
    std::ofstream{file, std::ios::binary} << million;
    EXPECT_EQ(sha256_of_file(file), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    EXPECT_EQ(hashes_of_file(file), (FileHashes{sha256_of_file(file), "7707d6ae4e027c70eea2a935c2296f21"}));
    const std::string longer = million + million + "end";
    std::ofstream{file, std::ios::binary} << longer;
    EXPECT_EQ(sha256_of_file(file), sha256_of_bytes(longer));
    std::filesystem::remove(file);
}

}  // namespace
}  // namespace sourcereel::media
