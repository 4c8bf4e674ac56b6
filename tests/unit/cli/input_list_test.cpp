#include "sourcereel/input_list.h"

#include <gmock/gmock.h>

namespace sourcereel::cli {
namespace {

using ::testing::ElementsAre;

TEST(SplitPaths, LinesMayEndAnyWayAndEmptyOnesArePassedOver) {
    EXPECT_THAT(split_paths("a b.mp4\r\n\nc.mp4", false), ElementsAre("a b.mp4", "c.mp4"));
    EXPECT_THAT(split_paths("", false), ElementsAre());
}

TEST(SplitPaths, BetweenNulBytesALineEndIsPartOfTheName) {
    using namespace std::string_view_literals;
    EXPECT_THAT(split_paths("a\nb.mp4\0c.mp4\r\0"sv, true), ElementsAre("a\nb.mp4", "c.mp4\r"));
}

TEST(NamedInputs, NothingNamedIsAMistake) {
    EXPECT_THROW(named_inputs(CommandLine{}), UsageError);
}

TEST(NamedInputs, AListThatIsNotThereIsAMistake) {
    CommandLine line;
    line.from_file = "/nowhere/at/all";
    EXPECT_THROW(named_inputs(line), UsageError);
}

}  // namespace
}  // namespace sourcereel::cli
