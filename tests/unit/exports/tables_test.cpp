#include <gmock/gmock.h>

#include "exports/csv.h"
#include "exports/html.h"
#include "exports/qp.h"
#include "unit/exports/lists.h"

namespace sourcereel::exports {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(Csv, HasAHeaderAndARowAShot) {
    const std::string text = csv(
        list_of({{30000, 1001}, {1, 90000}, 250}, {{0}, {41}, {187, TransitionKind::dissolve, 180, 194}}));
    EXPECT_THAT(text, StartsWith("video,shot,begin_s,end_s,"));
    EXPECT_THAT(
        text,
        HasSubstr("\r\nfolder/a clip.mp4,1,1.368033,6.239567,4.871533,00:00:01;11,00:00:06;07,41,187,146,cut,"
                  "1.368033,1.368033,41,41,0.8750\r\n"));
    EXPECT_THAT(text, HasSubstr(",dissolve,6.006000,6.473133,180,194,0.8750\r\n"));
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 4);
}

TEST(Csv, QuotesWhatWouldBreakARow) {
    ShotList list = list_of({}, {{0}});
    list.media.path = "a, \"b\"\nc.mp4";
    EXPECT_THAT(csv(list), HasSubstr("\r\n\"a, \"\"b\"\"\nc.mp4\",0,"));
}

TEST(Qp, ForcesAKeyframeAtEachShot) {
    EXPECT_EQ(qp(list_of({}, {{0}, {40}, {100}})), "0 I -1\n40 I -1\n100 I -1\n");
}

TEST(Html, HoldsEachStillAndNoScript) {
    ShotList list = list_of({}, {{0}, {40}});
    std::vector<ShotStill> stills(2);
    stills[0] = {0, {500, {1, 1000}}, 16, 9, "Man"};
    stills[1] = {1, {2500, {1, 1000}}, 16, 9, "M"};
    const std::string page = html(list, stills, {"a <warning>"});
    EXPECT_THAT(page, StartsWith("<!DOCTYPE html>"));
    EXPECT_THAT(page, HasSubstr("src=\"data:image/jpeg;base64,TWFu\""));
    EXPECT_THAT(page, HasSubstr("src=\"data:image/jpeg;base64,TQ==\""));
    EXPECT_THAT(page, HasSubstr("alt=\"Picture of shot 1 at 0:02.500\""));
    EXPECT_THAT(page, HasSubstr("a &lt;warning&gt;"));
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_THAT(page, Not(HasSubstr("http:")));
}

TEST(Html, EscapesTheFileName) {
    ShotList list = list_of({}, {{0}});
    list.title = "<img src=x onerror=alert(1)>\".mp4";
    const std::string page = html(list, {}, {});
    EXPECT_THAT(page, Not(HasSubstr("<img src=x")));
    EXPECT_THAT(page, HasSubstr("&lt;img src=x onerror=alert(1)&gt;&quot;.mp4"));
}

TEST(Html, SaysHoursOnlyWhereThereAreAny) {
    const Video video{{25, 1}, {1, 90000}, 100'000};
    const std::string page = html(list_of(video, {{0}, {92'512}}), {}, {});
    EXPECT_THAT(page, HasSubstr("0:00.000&ndash;1:01:40.480"));
    EXPECT_THAT(page, HasSubstr("1:01:40.480&ndash;1:06:40.000"));
}

}  // namespace
}  // namespace sourcereel::exports
