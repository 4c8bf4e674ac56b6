#include "web/safety.h"

#include <gtest/gtest.h>

namespace sourcereel::web {
namespace {

Admission local() {
    Admission admission;
    admission.port = 8321;
    admission.change_token = "change";
    return admission;
}

Request get(const std::string& host) {
    Request request;
    request.headers["host"] = host;
    return request;
}

Request change() {
    Request request = get("127.0.0.1:8321");
    request.method = "POST";
    request.headers["x-sourcereel-token"] = "change";
    return request;
}

int status_of(const std::optional<Response>& refused) {
    return refused ? refused->status : 200;
}

TEST(Host, OwnNamesOfTheMachineAreAnswered) {
    for (const char* host : {"127.0.0.1:8321", "localhost:8321", "LOCALHOST:8321", "[::1]:8321"}) {
        EXPECT_EQ(status_of(refusal(get(host), local())), 200) << host;
    }
}

TEST(Host, OtherNamesAreMisdirected) {
    for (const char* host :
         {"", "evil.example:8321", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:8321",
          "192.168.1.7:8321", "127.0.0.1:8321:8321", "127.0.0.1:8321@evil.example",
          "127.0.0.1.evil.example:8321", "[::1]", "::1:8321"}) {
        EXPECT_EQ(status_of(refusal(get(host), local())), 421) << host;
    }
}

TEST(Host, ListeningElsewhereTakesAddressesButNoForeignNames) {
    Admission admission = local();
    admission.address = "0.0.0.0";
    EXPECT_TRUE(is_own_host("192.168.1.7:8321", admission));
    EXPECT_TRUE(is_own_host("[fe80::1]:8321", admission));
    EXPECT_FALSE(is_own_host("evil.example:8321", admission));
    admission.address = "desk.example";
    EXPECT_TRUE(is_own_host("desk.example:8321", admission));
}

TEST(Loopback, IsWhatOnlyThisMachineReaches) {
    for (const char* address : {"127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]"})
        EXPECT_TRUE(is_loopback(address)) << address;
    for (const char* address :
         {"0.0.0.0", "::", "192.168.0.1", "127.evil.example", "localhost.example", ""}) {
        EXPECT_FALSE(is_loopback(address)) << address;
    }
}

TEST(Change, NeedsTheTokenOfThePage) {
    EXPECT_EQ(status_of(refusal(change(), local())), 200);
    Request request = change();
    request.headers.erase("x-sourcereel-token");
    EXPECT_EQ(status_of(refusal(request, local())), 403);
    request.headers["x-sourcereel-token"] = "chang";
    EXPECT_EQ(status_of(refusal(request, local())), 403);
    request.headers["x-sourcereel-token"] = "";
    EXPECT_EQ(status_of(refusal(request, local())), 403);
}

TEST(Change, IsRefusedFromOtherSitesEvenWithTheToken) {
    Request request = change();
    request.headers["origin"] = "http://127.0.0.1:8321";
    EXPECT_EQ(status_of(refusal(request, local())), 200);
    for (const char* origin :
         {"http://evil.example", "null", "http://127.0.0.1:80", "https://127.0.0.1:8321"}) {
        request.headers["origin"] = origin;
        EXPECT_EQ(status_of(refusal(request, local())), 403) << origin;
    }
    request.headers.erase("origin");
    for (const char* site : {"cross-site", "same-site", "none"}) {
        request.headers["sec-fetch-site"] = site;
        EXPECT_EQ(status_of(refusal(request, local())), 403) << site;
    }
}

TEST(Access, AsksForTheTokenWhereOneIsSet) {
    Admission admission = local();
    admission.access_token = "sesame-0123456789";
    EXPECT_EQ(status_of(refusal(get("127.0.0.1:8321"), admission)), 401);
    Request request = get("127.0.0.1:8321");
    request.headers["authorization"] = "Bearer sesame-0123456789";
    EXPECT_EQ(status_of(refusal(request, admission)), 200);
    request.headers["authorization"] = "Bearer sesame-0123456780";
    EXPECT_EQ(status_of(refusal(request, admission)), 401);
}

TEST(Access, TheTokenInTheAddressBecomesACookieThatScriptsCannotRead) {
    Admission admission = local();
    admission.access_token = "sesame-0123456789";
    Request request = get("127.0.0.1:8321");
    request.query["token"] = "sesame-0123456789";
    const auto moved = refusal(request, admission);
    ASSERT_EQ(status_of(moved), 303);
    EXPECT_EQ(moved->headers.at("Location"), "/");
    EXPECT_EQ(moved->headers.at("Set-Cookie"),
              "sourcereel=sesame-0123456789; Path=/; HttpOnly; SameSite=Strict");
    Request next = get("127.0.0.1:8321");
    next.headers["cookie"] = "other=1; sourcereel=sesame-0123456789";
    EXPECT_EQ(status_of(refusal(next, admission)), 200);
    next.headers["cookie"] = "sourcereel=; sourcereelx=sesame-0123456789";
    EXPECT_EQ(status_of(refusal(next, admission)), 401);
}

TEST(Secret, AnEmptyOneIsNeverRight) {
    EXPECT_FALSE(same_secret("", ""));
    EXPECT_TRUE(same_secret("a", "a"));
    EXPECT_FALSE(same_secret("a", "ab"));
}

TEST(Headers, ForbidInlineScriptFramesAndOtherHosts) {
    Response response;
    response.headers["Cache-Control"] = "private";
    add_safety_headers(response);
    const std::string policy = response.headers.at("Content-Security-Policy");
    EXPECT_NE(policy.find("default-src 'none'"), std::string::npos);
    EXPECT_NE(policy.find("script-src 'self';"), std::string::npos);
    EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos);
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    EXPECT_EQ(policy.find("http"), std::string::npos);
    EXPECT_EQ(response.headers.at("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(response.headers.at("Cache-Control"), "private");
}

}  // namespace
}  // namespace sourcereel::web
