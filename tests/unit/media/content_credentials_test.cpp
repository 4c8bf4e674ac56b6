#include "media/content_credentials.h"

#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "core/error.h"
#include "support/temp_folder.h"

namespace sourcereel::media {
namespace {

std::string box(const std::string& type, const std::string& content) {
    const std::size_t size = 8 + content.size();
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(size >> shift & 0xffU);
    return bytes + type + content;
}

const std::string kUuid = "\xd8\xfe\xc3\xd6\x1b\x0e\x48\x3c\x92\x97\x58\x28\x87\x7e\xc4\x81";

Credentials found_in(const std::string& bytes) {
    const support::TempFolder folder;
    std::ofstream(folder / "a.mp4", std::ios::binary) << bytes;
    return find_credentials(folder / "a.mp4");
}

TEST(ContentCredentials, ArePresentInABoxOfTheirOwn) {
    const std::string start = box("ftyp", "isom") + box("free", "");
    EXPECT_EQ(found_in(start + box("uuid", kUuid + "store") + box("mdat", "x")), Credentials::present);
    EXPECT_EQ(found_in(start + box("mdat", "x") + box("jumb", "store")), Credentials::present);
}

TEST(ContentCredentials, AreAbsentWhereNoBoxOfTheTopLevelIsOne) {
    const std::string start = box("ftyp", "isom");
    EXPECT_EQ(found_in(start + box("mdat", box("uuid", kUuid))), Credentials::absent);
    EXPECT_EQ(found_in(start + box("uuid", std::string(16, 'x'))), Credentials::absent);
    EXPECT_EQ(found_in(start), Credentials::absent);
}

TEST(ContentCredentials, AreNotLookedForInOtherFiles) {
    EXPECT_EQ(found_in("\x1a\x45\xdf\xa3 and so on, a Matroska file"), Credentials::not_looked);
}

TEST(ContentCredentials, BrokenBoxesEndTheSearch) {
    const std::string start = box("ftyp", "isom");
    EXPECT_EQ(found_in(start + std::string("\xff\xff\xff\xfe", 4) + "mdat"), Credentials::absent);
    EXPECT_EQ(found_in(start + std::string("\0\0\0\1mdat\xff\xff\xff\xff\xff\xff\xff\xff", 16)),
              Credentials::absent);
    EXPECT_EQ(found_in(start + std::string("\0\0\0\3mdat", 8)), Credentials::absent);
    std::string many = start;
    for (int i = 0; i < 200'000; ++i) many += box("free", "");
    EXPECT_EQ(found_in(many), Credentials::absent);
    EXPECT_EQ(found_in(""), Credentials::absent);
}

TEST(ContentCredentials, NeedAFile) {
    EXPECT_THROW(find_credentials("/nowhere/a.mp4"), Error);
}

}  // namespace
}  // namespace sourcereel::media
