// What somebody with bad intentions may ask, without sockets; those that need one are in server_test.cpp,
// those that need a browser in tests/browser.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "unit/web/desk.h"

namespace sourcereel::web {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Attack, PathsThatLeadOutOfTheAssetsAreNotFound) {
    Desk desk;
    for (const char* target :
         {"/assets/../../etc/passwd", "/assets/..%2f..%2fetc%2fpasswd", "/assets//etc/passwd",
          "/assets/%2fetc%2fpasswd", "/assets/./index.html", "/assets/app/../index.html", "/..", "/assets",
          "/assets/", "/assets/app", "/.git/config", "/assets/app/preact.d.ts"}) {
        EXPECT_EQ(desk.get(target).status, 404) << target;
    }
}

TEST(Attack, APathIsNoKeyOfAVideo) {
    Desk desk;
    for (const std::string& key :
         {std::string("..%2f..%2fetc%2fpasswd"), std::string("%2fetc%2fpasswd"), std::string("first.mp4"),
          catalogue::sha_of(1).substr(0, 8), std::string("-1"), std::string("1%20"), std::string("1e0"),
          std::string("1;drop%20table%20video"), std::string("99999999999999999999999999")}) {
        EXPECT_EQ(desk.get("/api/v1/videos/" + key + "/media").status, 404) << key;
    }
}

TEST(Attack, TheFullPathOfAVideoIsNoKeyEither) {
    Desk desk;
    Request request = desk.request("/api/v1/videos/1/media");
    request.path[3] = desk.media().string();
    EXPECT_EQ(desk.ask(request).status, 404);
}

TEST(Attack, AVideoThatBecameAPipeOrAFolderIsNotRead) {
    Desk desk;
    std::filesystem::remove(desk.media());
    ASSERT_EQ(::mkfifo(desk.media().c_str(), 0600), 0);
    EXPECT_EQ(desk.get("/api/v1/videos/1/media").status, 404);
    std::filesystem::remove(desk.media());
    std::filesystem::create_directory(desk.media());
    EXPECT_EQ(desk.get("/api/v1/videos/1/media").status, 404);
}

TEST(Attack, AVideoThatBecameALinkToADeviceIsNotRead) {
    Desk desk;
    std::filesystem::remove(desk.media());
    std::filesystem::create_symlink("/dev/zero", desk.media());
    EXPECT_EQ(desk.get("/api/v1/videos/1/media").status, 404);
}

TEST(Attack, TheLanguageOfTheIndexIsNotSpokenToStrangers) {
    Desk desk;
    for (const char* query :
         {"harbour)%20OR%20(1", "%22unclosed", "NEAR(a%20b,%205)", "words:harbour", "*", "%22%22",
          "a%20AND%20NOT", "%7Bwords%20cjk%7D:x", "%5Eharbour", "'%20OR%201=1--", "%00", "col:%22x%22%20*",
          "%22*%22", "--", "((((((((((", "a*b*c*"}) {
        Request request = desk.request("/api/v1/hits");
        Request parsed;
        if (!set_target(parsed, std::string("/?q=") + query)) continue;
        request.query["q"] = parsed.query["q"];
        const int status = desk.ask(request).status;
        EXPECT_TRUE(status == 200 || status == 400) << query << ": " << status;
    }
}

TEST(Attack, AHugeQueryIsRefusedBeforeItIsLookedAt) {
    Desk desk;
    Request request = desk.request("/api/v1/hits");
    request.query["q"] = std::string(100'000, 'a');
    const Response answer = desk.ask(request);
    EXPECT_EQ(answer.status, 400);
    EXPECT_LT(answer.body.size(), 1000U);
    request.query["q"].clear();
    while (request.query["q"].size() < 1990) request.query["q"] += "-ab* ";
    const int status = desk.ask(request).status;
    EXPECT_TRUE(status == 200 || status == 400) << status;
}

TEST(Attack, TextThatIsNoUtf8ComesBackAsUtf8) {
    Desk desk;
    Request request = desk.request("/api/v1/hits");
    request.query["q"] = "\xff\xfe harbour \xc3";
    const Response answer = desk.ask(request);
    EXPECT_TRUE(answer.status == 200 || answer.status == 400);
    EXPECT_THAT(answer.body, Not(HasSubstr("\xff")));
}

TEST(Attack, ScriptInACaptionStaysAStringOfAJsonDocument) {
    Desk desk;
    const Response answer = desk.get("/api/v1/videos/1");
    EXPECT_EQ(answer.headers.at("Content-Type"), "application/json; charset=utf-8");
    EXPECT_THAT(answer.body, HasSubstr(R"("text": "<script>alert(1)</script> \"'&{{change-token}}")"));
}

TEST(Attack, ThePageHoldsNothingOfWhatWasAsked) {
    Desk desk;
    EXPECT_THAT(desk.get("/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E").body, Not(HasSubstr("onerror")));
    EXPECT_THAT(desk.get("/%3Cscript%3Ealert(1)%3C%2Fscript%3E").body, Not(HasSubstr("<script>")));
}

TEST(Attack, AForeignNameForThisMachineIsNotAnswered) {
    Desk desk;
    Request request = desk.request("/api/v1/videos");
    request.headers["host"] = "evil.example:8321";
    const Response answer = desk.ask(request);
    EXPECT_EQ(answer.status, 421);
    EXPECT_THAT(answer.body, Not(HasSubstr("first.mp4")));
}

TEST(Attack, AFormOfAnotherSiteChangesNothing) {
    Desk desk;
    Request request = desk.request("/api/v1/videos/1/preview", "POST");
    request.headers["origin"] = "https://evil.example";
    EXPECT_EQ(desk.ask(request).status, 403);
    request = desk.request("/api/v1/videos/1/preview", "POST");
    request.headers.erase("x-sourcereel-token");
    request.query["x-sourcereel-token"] = "change";
    EXPECT_EQ(desk.ask(request).status, 403);
}

TEST(Attack, AMethodInAHeaderIsNotFollowed) {
    Desk desk;
    Request request = desk.request("/api/v1/videos/1");
    request.headers["x-http-method-override"] = "DELETE";
    EXPECT_EQ(desk.ask(request).status, 200);
    EXPECT_EQ(desk.get("/api/v1/videos/1").status, 200);
}

TEST(Attack, ListenersAreLimited) {
    Desk desk;
    std::vector<Response> all;
    for (int i = 0; i < 40; ++i) all.push_back(desk.get("/api/v1/events"));
    EXPECT_EQ(all.front().status, 200);
    EXPECT_EQ(all.back().status, 503);
    all.clear();
    EXPECT_EQ(desk.get("/api/v1/events").status, 200);  // They made room.
}

TEST(Attack, APreviewIsNeverMadeOfWhatIsNotCatalogued) {
    SiteOptions options;
    int made = 0;
    const catalogue::TempFolder cache;
    options.previews = cache.path();
    options.make_preview = [&](const auto&, const auto&, const auto&) { ++made; };
    {
        Desk desk(options);
        EXPECT_EQ(desk.post("/api/v1/videos/3/preview").status, 404);
        EXPECT_EQ(desk.post("/api/v1/videos/2/preview").status, 404);  // Its file is gone.
    }
    EXPECT_EQ(made, 0);
}

}  // namespace
}  // namespace sourcereel::web
