#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <chrono>
#include <thread>

#include "unit/web/desk.h"
#include "web/assets.h"

namespace sourcereel::web {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Api, ListsClipsWithFacets) {
    Desk desk;
    const Response answer = desk.get("/api/v1/videos?sort=name");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.headers.at("Content-Type"), "application/json; charset=utf-8");
    EXPECT_THAT(answer.body, HasSubstr("\"schema\": \"sourcereel.videos/1\""));
    EXPECT_THAT(answer.body, HasSubstr("\"total\": 2"));
    EXPECT_THAT(answer.body, HasSubstr("\"name\": \"first.mp4\""));
    EXPECT_THAT(answer.body, HasSubstr("{\"value\": \"caption\", \"texts\": 2, \"clips\": 1}"));
}

TEST(Api, FurtherPagesCountNoFacetsAgain) {
    Desk desk;
    const Response answer = desk.get("/api/v1/videos?limit=1&offset=1");
    EXPECT_THAT(answer.body, HasSubstr("\"total\": 2"));
    EXPECT_THAT(answer.body, HasSubstr("\"facets\": {}"));
}

TEST(Api, HitsSayWhatAnswersTheQuery) {
    Desk desk;
    const Response answer = desk.get("/api/v1/hits?q=harb*");
    EXPECT_THAT(answer.body, HasSubstr("\"snippet\": [\"\", \"harb\", \"our at noon\"]"));
    EXPECT_THAT(answer.body, HasSubstr("\"still\": \"/api/v1/videos/1/still?ms=0\""));
}

TEST(Api, SearchAnswersAsTheCommandDoes) {
    Desk desk;
    const Response answer = desk.get("/api/v1/search?q=harbour");
    EXPECT_THAT(answer.body, HasSubstr("\"schema\": \"sourcereel.search/1\""));
    EXPECT_THAT(answer.body, HasSubstr("\"total\": 1"));
}

TEST(Api, AWholeVideoHasAddressesOfItsStillsAndNoPlaceOfThem) {
    Desk desk;
    const Response answer = desk.get("/api/v1/videos/1");
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.body, HasSubstr("\"schema\": \"sourcereel.video/1\""));
    EXPECT_THAT(answer.body, HasSubstr("\"still\": \"/api/v1/videos/1/stills/1?v=20"));
    EXPECT_THAT(answer.body, Not(HasSubstr("c.db.stills")));
    EXPECT_EQ(desk.get("/api/v1/videos/" + catalogue::sha_of(1)).body, answer.body);
}

TEST(Api, AStillIsFoundByItsShotAndByATime) {
    Desk desk;
    const Response by_shot = desk.get("/api/v1/videos/1/stills/1");
    ASSERT_EQ(by_shot.status, 200);
    EXPECT_EQ(by_shot.headers.at("Content-Type"), "image/jpeg");
    EXPECT_EQ(by_shot.headers.at("Cache-Control"), "private, no-cache");
    ASSERT_TRUE(by_shot.file);
    EXPECT_EQ(by_shot.file->length, std::string("jpeg 1 of default").size());
    for (const auto& [ms, shot] : {std::pair{"0", "0"}, {"1599", "0"}, {"1600", "1"}, {"99999", "1"}}) {
        EXPECT_EQ(desk.get(std::string("/api/v1/videos/1/still?ms=") + ms).headers.at("ETag"),
                  desk.get(std::string("/api/v1/videos/1/stills/") + shot).headers.at("ETag"))
            << ms;
    }
}

TEST(Api, AStillOfThisAnalysisMayBeKeptForEver) {
    Desk desk;
    const std::string list = desk.get("/api/v1/videos?sort=name").body;
    const std::size_t begin = list.find("/api/v1/videos/1/still");
    ASSERT_NE(begin, std::string::npos);
    const Response answer = desk.get(list.substr(begin, list.find('"', begin) - begin));
    EXPECT_THAT(answer.headers.at("Cache-Control"), HasSubstr("immutable"));
}

TEST(Api, MediaIsAnsweredInRanges) {
    Desk desk;
    Request request = desk.request("/api/v1/videos/1/media");
    Response answer = desk.ask(request);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.headers.at("Content-Type"), "video/mp4");
    EXPECT_EQ(answer.headers.at("Accept-Ranges"), "bytes");
    EXPECT_EQ(answer.file->length, 16U);
    request.headers["range"] = "bytes=4-7";
    answer = desk.ask(request);
    EXPECT_EQ(answer.status, 206);
    EXPECT_EQ(answer.headers.at("Content-Range"), "bytes 4-7/16");
    EXPECT_EQ(answer.file->begin, 4U);
    EXPECT_EQ(answer.file->length, 4U);
    request.headers["range"] = "bytes=16-";
    answer = desk.ask(request);
    EXPECT_EQ(answer.status, 416);
    EXPECT_EQ(answer.headers.at("Content-Range"), "bytes */16");
    EXPECT_FALSE(answer.file);
}

TEST(Api, TimesTellWhereThePlayerHasTheFirstPicture) {
    SiteOptions options;
    options.picture_times = [](const std::filesystem::path& file, bool all) {
        EXPECT_EQ(file.filename(), "first.mp4");
        PictureTimes times{0.5, {1, 25}, {}};
        for (std::int64_t i = 0; all && i < 100; ++i) times.ticks.push_back(i);
        return times;
    };
    Desk desk(std::move(options));
    EXPECT_THAT(desk.get("/api/v1/videos/1/times").body, HasSubstr("\"start\": 0.5"));
    EXPECT_THAT(desk.get("/api/v1/videos/1/times").body, HasSubstr("\"pictures\": null"));
    EXPECT_THAT(desk.get("/api/v1/videos/1/times?all=1").body, HasSubstr("\"time_base\": [1, 25]"));
    EXPECT_THAT(desk.get("/api/v1/videos/1/times?all=1").body, HasSubstr("  99\n"));
    EXPECT_EQ(desk.get("/api/v1/videos/1/times?all=2").status, 400);
    // Its file is gone.
    EXPECT_THAT(desk.get("/api/v1/videos/2/times").body, HasSubstr("\"start\": null"));
}

TEST(Api, TimesOfAnotherNumberOfPicturesAreNotTold) {
    SiteOptions options;
    options.picture_times = [](const auto&, bool) { return PictureTimes{0, {1, 25}, {0, 1, 2}}; };
    Desk desk(std::move(options));
    EXPECT_THAT(desk.get("/api/v1/videos/1/times?all=1").body, HasSubstr("\"pictures\": null"));
}

TEST(Api, ARangeOfAnotherStateOfTheFileGivesTheWholeFile) {
    Desk desk;
    Request request = desk.request("/api/v1/videos/1/media");
    const std::string tag = desk.ask(request).headers.at("ETag");
    request.headers["range"] = "bytes=4-7";
    request.headers["if-range"] = tag;
    EXPECT_EQ(desk.ask(request).status, 206);
    request.headers["if-range"] = "\"of before\"";
    EXPECT_EQ(desk.ask(request).status, 200);
    request.headers["if-none-match"] = tag;
    EXPECT_EQ(desk.ask(request).status, 304);
}

TEST(Api, AMovedFileSaysSo) {
    Desk desk;
    const Response answer = desk.get("/api/v1/videos/2/media");
    EXPECT_EQ(answer.status, 404);
    EXPECT_THAT(answer.body, HasSubstr("not where it was seen last"));
    EXPECT_THAT(answer.body, Not(HasSubstr("gone.mp4")));
}

TEST(Api, WhatIsNotThereIsNotFound) {
    Desk desk;
    for (const char* target :
         {"/api/v1/videos/3", "/api/v1/videos/999999999999999999", "/api/v1/videos/0", "/api/v1/videos/01",
          "/api/v1/videos/1/stills/2", "/api/v1/videos/2/stills/0", "/api/v1/videos/2/still",
          "/api/v1/videos/1/preview/media", "/api/v1/", "/api/v1", "/api/v2/videos",
          "/api/v1/videos/1/media/", "/api/v1/videos/1/stills", "/clip/x", "/elsewhere"}) {
        EXPECT_EQ(desk.get(target).status, 404) << target;
    }
}

TEST(Api, MistakesInParametersSayWhatMayStandThere) {
    Desk desk;
    for (const auto& [target, words] :
         {std::pair{"/api/v1/videos?limit=0", "limit: a whole number from 1 to 500"},
          {"/api/v1/videos?limit=1e9", "limit"},
          {"/api/v1/hits?offset=-1", "offset"},
          {"/api/v1/videos?sort=size", "sort: newest"},
          {"/api/v1/hits?sort=size", "relevance or time"},
          {"/api/v1/videos/1/still?ms=x", "ms"}}) {
        const Response answer = desk.get(target);
        EXPECT_EQ(answer.status, 400) << target;
        EXPECT_THAT(answer.body, HasSubstr(words)) << target;
    }
}

TEST(Api, OtherMethodsAreNamed) {
    Desk desk;
    const Response answer = desk.ask(desk.request("/api/v1/videos/1/preview", "DELETE"));
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(answer.headers.at("Allow"), "GET, POST");
    EXPECT_EQ(desk.ask(desk.request("/", "POST")).status, 405);
}

TEST(Api, VerifyIsMissingWhereTheBuildHasNone) {
    Desk desk;
    EXPECT_EQ(desk.post("/api/v1/verify", "An article.").status, 501);
}

TEST(Api, VerifyGetsTheArticleAndItsName) {
    SiteOptions options;
    options.verify = [](const std::string& article, const std::string& name) {
        return "{\"of\": \"" + name + ":" + article + "\"}";
    };
    Desk desk(options);
    EXPECT_EQ(desk.post("/api/v1/verify?name=a.md", "Words").body, "{\"of\": \"a.md:Words\"}");
    EXPECT_EQ(desk.post("/api/v1/verify", "").status, 400);
    EXPECT_EQ(desk.post("/api/v1/verify", std::string(1024 * 1024 + 1, 'x')).status, 413);
    EXPECT_EQ(desk.get("/api/v1/verify").status, 405);
}

TEST(Api, StatusTellsVersionAndCounts) {
    Desk desk;
    const std::string body = desk.get("/api/v1/status").body;
    EXPECT_THAT(body, HasSubstr("\"version\": \"1.2.3\""));
    EXPECT_THAT(body, HasSubstr("\"videos\": 2"));
    EXPECT_THAT(body, HasSubstr("\"running\": []"));
}

TEST(Api, EventsTellWhatOthersStoreMeanwhile) {
    Desk desk;
    const Response answer = desk.get("/api/v1/events");
    ASSERT_TRUE(answer.events);
    EXPECT_EQ(answer.headers.at("Content-Type"), "text/event-stream");
    EXPECT_THAT(answer.events().value_or(""), HasSubstr("data:  \"videos\": 2"));
    auto other = catalogue::Catalogue::open(desk.db(), catalogue::Access::read_write);
    other.store(catalogue::video_of(3));
    std::string event;
    for (int i = 0; i < 10 && event.empty(); ++i) event = answer.events().value_or("ended");
    EXPECT_THAT(event, HasSubstr("data:  \"videos\": 3"));
    EXPECT_THAT(event, HasSubstr("data:  \"revision\": 1"));
    EXPECT_THAT(desk.get("/api/v1/videos").body, HasSubstr("\"total\": 3"));
}

TEST(Page, EveryViewIsTheSameDocumentWithTheTokenOfThisServer) {
    if (built_assets().empty()) GTEST_SKIP() << "built without the page: tools/dev/page.sh";
    Desk desk;
    const Response answer = desk.get("/");
    EXPECT_EQ(answer.headers.at("Content-Type"), "text/html; charset=utf-8");
    EXPECT_THAT(answer.body, HasSubstr("name=\"change-token\" content=\"change\""));
    const std::string other = desk.get("/clip/1").body;
    for (const char* view : {"/clip/1?q=a", "/article", "/copies", "/?q=%3Cscript%3E"})
        EXPECT_EQ(desk.get(view).body, other) << view;
    EXPECT_THAT(other, Not(HasSubstr("{{")));
    EXPECT_THAT(other, Not(HasSubstr("preload\" as=\"fetch\"")));
    // The list itself asks for its first answer while the modules are on their way.
    EXPECT_THAT(answer.body, HasSubstr("<link rel=\"preload\" as=\"fetch\" crossorigin"));
    EXPECT_THAT(answer.body, Not(HasSubstr("{{")));
}

TEST(Page, ItsFilesAreTypedAndNotSentTwice) {
    if (built_assets().empty()) GTEST_SKIP() << "built without the page: tools/dev/page.sh";
    Desk desk;
    for (const auto& [name, type] : {std::pair{"app/main.js", "text/javascript; charset=utf-8"},
                                     {"app/preact.js", "text/javascript; charset=utf-8"},
                                     {"style/base.css", "text/css; charset=utf-8"},
                                     {"icon.svg", "image/svg+xml"}}) {
        Request request = desk.request(std::string("/assets/") + name);
        const Response answer = desk.ask(request);
        EXPECT_EQ(answer.status, 200) << name;
        EXPECT_EQ(answer.headers.at("Content-Type"), type);
        request.headers["if-none-match"] = answer.headers.at("ETag");
        EXPECT_EQ(desk.ask(request).status, 304) << name;
    }
}

}  // namespace
}  // namespace sourcereel::web
