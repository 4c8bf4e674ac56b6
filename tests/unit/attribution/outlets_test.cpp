#include "attribution/outlets.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"

namespace sourcereel::attribution {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

const OutletRegistry& registry() {
    return OutletRegistry::built_in();
}

std::vector<std::string> ids(const std::vector<OutletMatch>& matches) {
    std::vector<std::string> out;
    for (const OutletMatch& match : matches) out.push_back(match.outlet->id);
    return out;
}

std::vector<std::string> ids(const std::vector<const Outlet*>& outlets) {
    std::vector<std::string> out;
    for (const Outlet* outlet : outlets) out.push_back(outlet->id);
    return out;
}

/// The message of the error that a table ends in; empty where it is read.
std::string fault_of(const std::string& tsv) {
    try {
        OutletRegistry::with_user_rows(tsv, "mine.tsv");
        return {};
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::corrupt);
        return error.what();
    }
}

TEST(Outlets, EveryRowSaysWhereItComesFromAndTagsItsFacts) {
    EXPECT_GT(registry().outlets().size(), 150u);
    for (const Outlet& outlet : registry().outlets()) {
        EXPECT_FALSE(outlet.source.empty()) << outlet.id;
        EXPECT_FALSE(outlet.medium.empty()) << outlet.id;
        EXPECT_FALSE(outlet.kind.empty()) << outlet.id;
        for (const OutletHandle& handle : outlet.handles)
            EXPECT_THAT((std::set<std::string>{"ASD", "K", "K?"}), Contains(handle.source)) << handle.name;
        for (const OutletAlias& alias : outlet.aliases) EXPECT_EQ(alias.source, "K") << alias.name;
    }
}

TEST(Outlets, EveryCommonWordIsANameOfItsRow) {
    for (const Outlet& outlet : registry().outlets())
        for (const std::string& word : outlet.common_words)
            EXPECT_THAT(names_of(outlet), Contains(word)) << outlet.id;
}

TEST(Outlets, AreFoundByAnyNameInAnyScript) {
    for (const auto& [name, id] : std::map<std::string, std::string>{{"Rossiya-1", "russia1"},
                                                                     {"the Russia 1", "russia1"},
                                                                     {"РОССИЯ 1", "russia1"},
                                                                     {"россия 1", "russia1"},
                                                                     {"Korean Central Television", "kctv"},
                                                                     {"조선중앙텔레비죤", "kctv"},
                                                                     {"kctv", "kctv"},
                                                                     {"央视新闻", "cctv"},
                                                                     {"The Associated Press", "ap"},
                                                                     {"صدا و سیما", "irib"},
                                                                     {"People’s Daily", "peoplesdaily"},
                                                                     {"U.S. Central Command", "centcom"},
                                                                     {"ＮＨＫ", "nhk"},
                                                                     {"C-SPAN", "cspan"}})
        EXPECT_THAT(ids(registry().named(name)), ElementsAre(id)) << name;
    EXPECT_THAT(registry().named("Rossiya 1 evening"), IsEmpty());
    EXPECT_THAT(registry().named(""), IsEmpty());
}

TEST(Outlets, SharedNamesAreWeakUntilTheCountryIsKnown) {
    const auto all = registry().named("RTS");
    EXPECT_THAT(ids(all), UnorderedElementsAre("rts_rs", "rts_ch", "rts_sn"));
    for (const OutletMatch& match : all) EXPECT_TRUE(match.weak);
    EXPECT_THAT(ids(registry().named("RTS", "SN")), ElementsAre("rts_sn"));
    EXPECT_THAT(ids(registry().named("NTV", "TR")), ElementsAre("ntv_tr"));
    // No such outlet in the country named: all of them again.
    EXPECT_THAT(ids(registry().named("RTS", "PE")), UnorderedElementsAre("rts_rs", "rts_ch", "rts_sn"));

    ASSERT_THAT(ids(registry().named("Sky News")), ElementsAre("skynews"));
    EXPECT_FALSE(registry().named("Sky News").front().weak);
    const auto abc = registry().named("ABC News", "AU");
    ASSERT_THAT(ids(abc), ElementsAre("abc_au"));
    EXPECT_FALSE(abc.front().weak);
    EXPECT_TRUE(registry().named("ABC News").front().weak);
}

TEST(Outlets, ShortNamesAndEverydayWordsAreWeak) {
    for (const char* name : {"RT", "AP", "CNN", "РОССИЯ", "ВРЕМЯ", "60 Minutes", "العربية"})
        for (const OutletMatch& match : registry().named(name)) EXPECT_TRUE(match.weak) << name;
    for (const char* name : {"Reuters", "央视", "KCTV", "РИА НОВОСТИ"}) {
        ASSERT_THAT(registry().named(name), Not(IsEmpty())) << name;
        EXPECT_FALSE(registry().named(name).front().weak) << name;
    }
}

TEST(Outlets, AreSeenOnScreenAsWholeWordsStrongOnesFirst) {
    EXPECT_THAT(ids(registry().on_screen("LIVE | РОССИЯ 24 · 12:30")), ElementsAre("russia24", "russia1"));
    EXPECT_TRUE(registry().on_screen("РОССИЯ 24")[1].weak);  // The word alone: "РОССИЯ".
    EXPECT_THAT(ids(registry().on_screen("조선중앙텔레비죤이 보도")), ElementsAre("kctv"));
    EXPECT_THAT(ids(registry().on_screen("直播CCTV-13新闻")), Contains("cctv"));
    EXPECT_THAT(registry().on_screen("START REPORT"), IsEmpty());  // Neither RT nor ART.
    EXPECT_THAT(registry().on_screen("Russia One"), IsEmpty());    // What others call it, never shown.
    EXPECT_THAT(registry().on_screen(""), IsEmpty());
}

TEST(Outlets, OwnTheirAccounts) {
    ASSERT_NE(registry().by_handle("bricsinfo", "x"), nullptr);
    EXPECT_EQ(registry().by_handle("@BRICSinfo", "")->id, "bricsinfo");
    EXPECT_EQ(registry().by_handle("BRICSinfo", "telegram"), nullptr);
    EXPECT_EQ(registry().by_handle("央视新闻", "weibo")->id, "cctv");
    EXPECT_EQ(registry().by_handle("nobody_at_all", ""), nullptr);
}

TEST(Outlets, ClassesHoldWhatAStateRunsInThatMedium) {
    EXPECT_THAT(
        ids(registry().members("state-tv:RU")),
        AllOf(Contains("channel1ru"), Contains("russia1"), Not(Contains("tass")), Not(Contains("mil_ru"))));
    EXPECT_THAT(ids(registry().members("state-agency:KP")), ElementsAre("kcna"));
    EXPECT_THAT(ids(registry().members("state-tv:KP")), ElementsAre("kctv"));
    EXPECT_THAT(ids(registry().members("state-media:CN")), AllOf(Contains("cctv"), Contains("peoplesdaily"),
                                                                 Contains("xinhua"), Not(Contains("youku"))));
    EXPECT_THAT(registry().members("state-tv:QA"), IsEmpty());  // Paid for by the state is not run by it.
    EXPECT_THAT(registry().members("state-tv:GB"), IsEmpty());
    EXPECT_THAT(registry().members("state-radio:RU"), IsEmpty());
    EXPECT_THAT(registry().members("state-tv"), IsEmpty());
    EXPECT_THAT(registry().members(""), IsEmpty());
}

TEST(Outlets, RowsOfTheUserJoinAndReplaceBuiltInOnes) {
    const auto mine = OutletRegistry::with_user_rows(
        "# my outlets\nid\tname\tcountry\tmedium\ttype\thandles\n"
        "harbourtv\tHarbour Television\tIE\ttv\tstate\ttg:harbourtv|x:HarbourTV[K]\n"
        "rt\tRussia Today TV\tRU\ttv\tstate\n",
        "mine.tsv");
    EXPECT_EQ(mine.outlets().size(), registry().outlets().size() + 1);
    EXPECT_THAT(ids(mine.named("harbour television")), ElementsAre("harbourtv"));
    EXPECT_EQ(mine.by_handle("HARBOURTV", "telegram")->id, "harbourtv");
    EXPECT_EQ(mine.by_id("harbourtv")->handles[1].source, "K");
    EXPECT_THAT(ids(mine.members("state-tv:IE")), ElementsAre("harbourtv"));
    EXPECT_THAT(ids(mine.named("Russia Today TV")), ElementsAre("rt"));
    EXPECT_THAT(mine.named("RT"), IsEmpty());  // The whole row was replaced.
    EXPECT_EQ(registry().by_id("harbourtv"), nullptr);
}

TEST(Outlets, ATableThatIsWrongIsRefusedWithItsLine) {
    EXPECT_THAT(fault_of(""), HasSubstr("mine.tsv: holds no table"));
    EXPECT_THAT(fault_of("id\tname\n\nmine\t\n"), HasSubstr("mine.tsv: line 3: 'mine' has no name"));
    EXPECT_THAT(fault_of("id\tnames\n"), HasSubstr("line 1: 'names' is no column"));
    EXPECT_THAT(fault_of("id\tid\tname\n"), HasSubstr("twice"));
    EXPECT_THAT(fault_of("id\tcountry\n"), HasSubstr("'name' is missing"));
    EXPECT_THAT(fault_of("id\tname\na\tA\tB\n"), HasSubstr("line 2: has 3 cells, but there are 2"));
    EXPECT_THAT(fault_of("id\tname\na\tA\na\tB\n"), HasSubstr("line 3: the id 'a' is there twice"));
    EXPECT_THAT(fault_of("id\tname\nA b\tA\n"), HasSubstr("the id 'A b'"));
    EXPECT_THAT(fault_of("id\tname\tcountry\na\tA\tUK\n"), HasSubstr("'UK' is no country code"));
    EXPECT_THAT(fault_of("id\tname\tmedium\na\tA\tfilm\n"), HasSubstr("'film' is no medium"));
    EXPECT_THAT(fault_of("id\tname\thandles\na\tA\tx:much_too_long_for_x\n"), HasSubstr("account of x"));
    EXPECT_THAT(fault_of("id\tname\thandles\na\tA\tmyspace:tom\n"), HasSubstr("unknown platform 'myspace'"));
    EXPECT_THAT(fault_of("id\tname\thandles\na\tA\ttom\n"), HasSubstr("has no platform"));
    EXPECT_THAT(fault_of("id\tname\na\t\xFF\xFE\n"), HasSubstr("not UTF-8"));
    EXPECT_THAT(fault_of("\xEF\xBB\xBFid\tname\r\na\tA\r\n"), IsEmpty());
}

}  // namespace
}  // namespace sourcereel::attribution
