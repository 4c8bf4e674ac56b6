#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "unit/catalogue/samples.h"

namespace sourcereel::catalogue {
namespace {

using namespace std::string_literals;

class HostileQuery : public testing::TestWithParam<std::string> {};

/// Either an answer or an error about the query; the catalogue stays as it was.
TEST_P(HostileQuery, IsAnsweredOrRefused) {
    const TempFolder folder;
    Catalogue catalogue = Catalogue::open(folder / "c.db", Access::read_write);
    AnalysedVideo video = video_of(1);
    video.tracks = {track_of("plain words"), track_of("서울 뉴스"), track_of("text: NEAR(a b)")};
    catalogue.store(video);
    try {
        catalogue.search(parse_query(GetParam()), {5, 0, Sort::relevance, true});
        catalogue.videos(parse_query(GetParam()), {5, 0, ClipSort::newest, true});
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::unsupported) << error.what();
        EXPECT_LT(std::string_view(error.what()).size(), 4000U);
    }
    EXPECT_EQ(catalogue.search(Query{}, 1, 0).total, 3);
    EXPECT_THAT(catalogue.check(), testing::IsEmpty());
}

std::string repeated(const std::string& part, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += part;
    return out;
}

INSTANTIATE_TEST_SUITE_P(
    All, HostileQuery,
    testing::Values("\"", "'", "\"\"\"", "' OR 1=1 --", "'; DROP TABLE video; --", "words:plain",
                    "text_index:a", "{words cjk} : a", "- words", "-{words}: a", "^plain", "plain^2",
                    "NEAR(plain words, 5)", "plain NEAR words", "plain AND", "OR", "NOT plain", "(plain",
                    "plain)", "((((((((((", "*", "**", "a*", "\"plain*", "\"*\"", "plain + words", "|",
                    "| plain", "plain |", "plain | | words", "plain | -words", "plain | kind:bug",
                    "plain |words", "\0"s, "plain\0 words"s, "\xFF\xFE", "\xED\xA0\x80", "%s%n", "\\",
                    "handle:\"", "handle:\"x", "handle:'", "tag:*", "-tag:", "has:everything",
                    "has:", "-since:2024", "since:9999999999", "since:2024-13", "since:2023-02-29",
                    "until:0000-01-01", "since:-1-01-01", "folder:/", "folder:../../etc", "folder:\"\"",
                    "file:%", "서*", "서", "서울 | 뉴스타파", "\"서울뉴스\" | plain", "-서울뉴스",
                    "plain -\"서울뉴스\"", "ـ", "\u0301", repeated("a ", 500'000), repeated("\"", 1'000'000),
                    repeated("서울", 150'000), repeated("(", 2000), repeated("-x ", 666),
                    repeated("ab | ", 399) + "ab", repeated("서울시 | ", 300) + "ab", repeated("tag:a ", 333),
                    repeated("folder:a ", 222), repeated("\"a b\" ", 333), repeated("ab* ", 500)));

}  // namespace
}  // namespace sourcereel::catalogue
