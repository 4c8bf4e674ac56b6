#include "sourcereel/text_document.h"

#include <gmock/gmock.h>

namespace sourcereel::cli {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

CommandLine with_kinds(const char* kinds) {
    CommandLine line;
    line.kinds = kinds;
    return line;
}

TEST(TextKinds, AreSubtitlesInSubtitlesAndAllElsewhere) {
    const CommandLine plain;
    for (const TextFormat format : {TextFormat::srt, TextFormat::vtt, TextFormat::csv})
        EXPECT_THAT(text_kinds(plain, format), ElementsAre(TextKind::caption, TextKind::title));
    for (const auto& format : {std::optional<TextFormat>{}, std::optional<TextFormat>{TextFormat::json}}) {
        EXPECT_EQ(text_kinds(plain, format).size(), 7U);
        EXPECT_THAT(text_kinds(plain, format), Not(Contains(TextKind::scene)));
    }
}

TEST(TextKinds, AreThoseNamedWhateverTheFormat) {
    for (const auto& format : {std::optional<TextFormat>{}, std::optional<TextFormat>{TextFormat::srt}}) {
        EXPECT_THAT(text_kinds(with_kinds("ticker,watermark"), format),
                    ElementsAre(TextKind::ticker, TextKind::watermark));
        EXPECT_EQ(text_kinds(with_kinds("all"), format), exports::all_text_kinds());
    }
}

TEST(TextKinds, OfTheSceneAreAddedOnRequest) {
    CommandLine line;
    line.scene = true;
    EXPECT_THAT(text_kinds(line, TextFormat::srt),
                ElementsAre(TextKind::caption, TextKind::title, TextKind::scene));
    EXPECT_THAT(text_kinds(line, std::nullopt), Contains(TextKind::scene));
}

TEST(TextKinds, NamesTheWordThatIsNone) {
    for (const char* wrong : {"captions", "caption,,title", "Caption", ""})
        EXPECT_THROW(text_kinds(with_kinds(wrong), std::nullopt), UsageError) << wrong;
    try {
        text_kinds(with_kinds("caption,mark"), std::nullopt);
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_THAT(error.what(), HasSubstr("no such kind: mark; use watermark, bug, "));
    }
}

TEST(TextFormats, HaveTheNamesOfTheirExtensions) {
    for (const char* name : {"csv", "json", "srt", "vtt"}) EXPECT_EQ(name_of(*text_format_from(name)), name);
    EXPECT_FALSE(text_format_from("edl"));
}

}  // namespace
}  // namespace sourcereel::cli
