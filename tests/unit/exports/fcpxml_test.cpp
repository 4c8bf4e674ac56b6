// Read by a real XML parser in scenario/exports_test.py; here the numbers.
#include "exports/fcpxml.h"

#include <gmock/gmock.h>

#include "unit/exports/lists.h"

namespace sourcereel::exports {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Fcpxml, GivesFractionsOfWholeFrames) {
    const std::string text = fcpxml(list_of({{30000, 1001}, {1, 1000}, 250}, {{0}, {41}, {187}}));
    EXPECT_THAT(text, HasSubstr("frameDuration=\"1001/30000s\""));
    EXPECT_THAT(text, HasSubstr("offset=\"41041/30000s\" start=\"41041/30000s\" duration=\"146146/30000s\""));
    EXPECT_THAT(text, HasSubstr("tcFormat=\"DF\""));
    EXPECT_THAT(text, HasSubstr("src=\"file:///videos/a%20clip.mp4\""));
    EXPECT_THAT(text, Not(HasSubstr("hasAudio")));
}

TEST(Fcpxml, WritesWholeSecondsPlainly) {
    const std::string text = fcpxml(list_of({}, {{0}, {50}}));
    EXPECT_THAT(text, HasSubstr("offset=\"2s\" start=\"2s\" duration=\"8s\""));
    EXPECT_THAT(text, HasSubstr("tcFormat=\"NDF\""));
}

TEST(Fcpxml, NotesWhereATransitionBeginsAndEnds) {
    const std::string text = fcpxml(list_of({}, kEveryKind));
    EXPECT_THAT(text, HasSubstr("value=\"dissolve, 12 frames, score 0.88\" note=\"94/25s to 106/25s\""));
}

TEST(Fcpxml, NamesTheSound) {
    ShotList list = list_of({}, {{0}});
    list.sound = Sound{2, 44100};
    EXPECT_THAT(fcpxml(list),
                HasSubstr("hasAudio=\"1\" audioSources=\"1\" audioChannels=\"2\" audioRate=\"44100\""));
}

TEST(Fcpxml, EscapesNames) {
    ShotList list = list_of({}, {{0}});
    list.title = "<b a=\"1\"> & 'x'\x01";
    EXPECT_THAT(fcpxml(list), HasSubstr("name=\"&lt;b a=&quot;1&quot;&gt; &amp; &#39;x&#39; \""));
}

}  // namespace
}  // namespace sourcereel::exports
