#include "core/sha256.h"

#include <string>

#include <gtest/gtest.h>

namespace sourcereel {
namespace {

// The examples of FIPS 180-2.
TEST(Sha256, GivesThePublishedAnswers) {
    EXPECT_EQ(sha256_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sha256_of(std::string(1'000'000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, DoesNotDependOnThePieces) {
    for (std::size_t length = 0; length < 200; ++length) {
        std::string bytes;
        for (std::size_t i = 0; i < length; ++i) bytes += static_cast<char>(i * 7);
        for (const std::size_t piece : {1U, 3U, 55U, 63U, 64U, 65U}) {
            Sha256 sha;
            for (std::size_t at = 0; at < length; at += piece)
                sha.update(std::string_view(bytes).substr(at, piece));
            EXPECT_EQ(sha.finish(), sha256_of(bytes)) << length << " in pieces of " << piece;
        }
    }
}

}  // namespace
}  // namespace sourcereel
