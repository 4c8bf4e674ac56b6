#include "web/byte_range.h"

#include <gtest/gtest.h>

namespace sourcereel::web {
namespace {

using Kind = ByteRange::Kind;

void expect_part(const char* header, std::uint64_t size, std::uint64_t begin, std::uint64_t length) {
    const ByteRange range = byte_range(header, size);
    EXPECT_EQ(range.kind, Kind::part) << header;
    EXPECT_EQ(range.begin, begin) << header;
    EXPECT_EQ(range.length, length) << header;
}

TEST(ByteRange, GivesTheBytesAskedForWithinTheFile) {
    expect_part("bytes=0-9", 100, 0, 10);
    expect_part("bytes=90-", 100, 90, 10);
    expect_part("bytes=90-1000", 100, 90, 10);
    expect_part("bytes=-5", 100, 95, 5);
    expect_part("bytes=-500", 100, 0, 100);
    expect_part("bytes=99-99", 100, 99, 1);
    expect_part("bytes=1-99999999999999999999999", 100, 1, 99);  // More than 64 bits.
}

TEST(ByteRange, OutsideOfTheFileIsUnsatisfiable) {
    for (const char* header : {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999999-"}) {
        EXPECT_EQ(byte_range(header, 100).kind, Kind::unsatisfiable) << header;
    }
    EXPECT_EQ(byte_range("bytes=-5", 0).kind, Kind::unsatisfiable);
    EXPECT_EQ(byte_range("bytes=0-", 0).kind, Kind::unsatisfiable);
}

TEST(ByteRange, NonsenseAndSeveralRangesAreAnsweredWithTheWholeFile) {
    for (const char* header :
         {"", "bytes", "bytes=", "bytes=-", "bytes=5", "bytes=9-5", "bytes=a-b", "bytes=1-2,4-5",
          "bytes=0-0,-1", "items=0-5", "bytes=--5", "bytes=1--5", "bytes= 1-2", "bytes=0x1-2"}) {
        const ByteRange range = byte_range(header, 100);
        EXPECT_EQ(range.kind, Kind::whole) << header;
        EXPECT_EQ(range.length, 100U) << header;
    }
}

}  // namespace
}  // namespace sourcereel::web
