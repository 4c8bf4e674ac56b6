#include "web/message.h"

#include <gtest/gtest.h>

namespace sourcereel::web {
namespace {

using Segments = std::vector<std::string>;

TEST(Target, IsSplitIntoDecodedSegmentsAndParameters) {
    Request request;
    ASSERT_TRUE(set_target(request, "/api/v1/search?q=a%20b+c&limit=5&q=second&empty#t=1"));
    EXPECT_EQ(request.path, (Segments{"api", "v1", "search"}));
    EXPECT_EQ(request.parameter("q"), "a b c");
    EXPECT_EQ(request.parameter("limit"), "5");
    EXPECT_EQ(request.parameter("empty"), "");
    EXPECT_EQ(request.parameter("none"), std::nullopt);
    ASSERT_TRUE(set_target(request, "/"));
    EXPECT_TRUE(request.path.empty());
    EXPECT_TRUE(request.query.empty());
}

TEST(Target, PlusIsASpaceInParametersOnly) {
    Request request;
    ASSERT_TRUE(set_target(request, "/a+b?c+d=e+f"));
    EXPECT_EQ(request.path, (Segments{"a+b"}));
    EXPECT_EQ(request.parameter("c d"), "e f");
}

TEST(Target, DotsAndDecodedSlashesStayWithinTheirSegment) {
    Request request;
    ASSERT_TRUE(set_target(request, "/assets/..%2f..%2Fetc/../passwd"));
    EXPECT_EQ(request.path, (Segments{"assets", "../../etc", "..", "passwd"}));
}

TEST(Target, MalformedIsRefused) {
    Request request;
    for (const char* target :
         {"", "api", "http://elsewhere/", "/%", "/%4", "/%zz", "/a?q=%f", "/a%00b", "/a\rb", "/a\x7f"}) {
        EXPECT_FALSE(set_target(request, target)) << target;
    }
}

}  // namespace
}  // namespace sourcereel::web
