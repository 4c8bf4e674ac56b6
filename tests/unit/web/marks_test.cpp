#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/web/desk.h"
#include "web/list_file.h"

namespace sourcereel::web {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string whole(const Response& answer) {
    std::string all;
    EXPECT_TRUE(answer.writer([&](std::string_view piece) {
        all += piece;
        return true;
    }));
    return all;
}

Response send(Desk& desk, const std::string& method, const std::string& target,
              const std::string& body = "") {
    Request request = desk.request(target, method);
    request.body = body;
    return desk.ask(request);
}

TEST(MarksApi, TagsStandOnClipShotAndRange) {
    Desk desk;
    EXPECT_THAT(desk.get("/api/v1/videos/1/marks").body, HasSubstr("\"tags\": []"));
    desk.post("/api/v1/videos/1/tags", "Checked");
    desk.post("/api/v1/videos/1/tags?shot=1", "bridge");
    const std::string body = desk.post("/api/v1/videos/1/tags?begin=0.5&end=1.25", "sign").body;
    EXPECT_THAT(body, HasSubstr("{\"tag\": \"Checked\", \"begin\": null, \"end\": null}"));
    EXPECT_THAT(body, HasSubstr("{\"tag\": \"bridge\", \"begin\": 1.6, \"end\": 4.0}"));
    EXPECT_THAT(body, HasSubstr("{\"tag\": \"sign\", \"begin\": 0.5, \"end\": 1.25}"));
    EXPECT_THAT(desk.get("/api/v1/videos?q=tag:sign").body, HasSubstr("\"total\": 1"));
    EXPECT_THAT(desk.get("/api/v1/tags").body, HasSubstr("{\"tag\": \"bridge\", \"clips\": 1}"));
    EXPECT_THAT(send(desk, "DELETE", "/api/v1/videos/1/tags?tag=bridge&shot=1").body,
                Not(HasSubstr("bridge")));
    EXPECT_THAT(send(desk, "DELETE", "/api/v1/videos/1/tags?tag=CHECKED").body, Not(HasSubstr("Checked")));
}

TEST(MarksApi, NotesAreAddedChangedAndRemoved) {
    Desk desk;
    const Response added = desk.post("/api/v1/videos/1/notes?shot=0", "<b>on the pier</b>");
    EXPECT_EQ(added.status, 200);
    EXPECT_THAT(added.body,
                HasSubstr("\"id\": 1, \"begin\": 0.0, \"end\": 1.6, \"text\": \"<b>on the pier</b>\""));
    EXPECT_THAT(send(desk, "PUT", "/api/v1/videos/1/notes/1", "changed").body,
                HasSubstr("\"text\": \"changed\""));
    EXPECT_EQ(send(desk, "PUT", "/api/v1/videos/2/notes/1", "of another").status, 404);
    EXPECT_EQ(send(desk, "DELETE", "/api/v1/videos/2/notes/1").status, 404);
    EXPECT_THAT(desk.get("/api/v1/videos?q=has:note").body, HasSubstr("\"has_note\": true"));
    EXPECT_THAT(send(desk, "DELETE", "/api/v1/videos/1/notes/1").body, HasSubstr("\"notes\": []"));
}

TEST(MarksApi, RefuseWhatTheCommandsRefuse) {
    Desk desk;
    for (const char* target :
         {"/api/v1/videos/1/notes?begin=1", "/api/v1/videos/1/notes?begin=2&end=1",
          "/api/v1/videos/1/notes?shot=2", "/api/v1/videos/1/notes?shot=0&begin=1&end=2",
          "/api/v1/videos/1/notes?begin=4&end=5", "/api/v1/videos/1/notes?begin=nan&end=5",
          "/api/v1/videos/1/notes?begin=1e99&end=2e99", "/api/v1/videos/1/notes?begin=-1&end=5",
          "/api/v1/videos/1/tags?begin=9&end=10"})
        EXPECT_EQ(desk.post(target, "x").status, 400) << target;
    EXPECT_EQ(desk.post("/api/v1/videos/1/notes", " ").status, 400);
    EXPECT_EQ(desk.post("/api/v1/videos/1/tags", "+x").status, 400);
    EXPECT_EQ(desk.post("/api/v1/videos/9/tags", "x").status, 404);
    EXPECT_THAT(desk.get("/api/v1/videos/1/marks").body, HasSubstr("\"notes\": []"));
}

TEST(MarksApi, NothingChangesWithoutTheToken) {
    Desk desk;
    for (const auto& [method, target] : {std::pair{"POST", "/api/v1/videos/1/tags"},
                                         {"DELETE", "/api/v1/videos/1/tags?tag=x"},
                                         {"POST", "/api/v1/videos/1/notes"},
                                         {"PUT", "/api/v1/videos/1/notes/1"},
                                         {"DELETE", "/api/v1/videos/1/notes/1"},
                                         {"PUT", "/api/v1/videos/1/not-copies/2"},
                                         {"POST", "/api/v1/searches?name=x"},
                                         {"DELETE", "/api/v1/searches?name=x"},
                                         {"DELETE", "/api/v1/verdicts?article=x"}}) {
        Request request = desk.request(target, method);
        request.body = "x";
        request.headers.erase("x-sourcereel-token");
        EXPECT_EQ(desk.ask(request).status, 403) << method << " " << target;
        request.headers["x-sourcereel-token"] = "change";
        request.headers["origin"] = "http://evil.example";
        EXPECT_EQ(desk.ask(request).status, 403) << method << " " << target;
    }
    EXPECT_THAT(desk.get("/api/v1/searches").body, HasSubstr("\"searches\": []"));
}

TEST(MarksApi, PairsThatAreNoCopiesAreRemembered) {
    Desk desk;
    EXPECT_THAT(send(desk, "PUT", "/api/v1/videos/1/not-copies/2").body, HasSubstr("\"not_copies\": [2]"));
    EXPECT_THAT(desk.get("/api/v1/videos/2/marks").body, HasSubstr("\"not_copies\": [1]"));
    EXPECT_EQ(send(desk, "PUT", "/api/v1/videos/1/not-copies/1").status, 400);
    EXPECT_THAT(send(desk, "DELETE", "/api/v1/videos/2/not-copies/1").body, HasSubstr("\"not_copies\": []"));
}

TEST(MarksApi, SearchesAreKeptUnderAName) {
    Desk desk;
    EXPECT_THAT(desk.post("/api/v1/searches?name=my%20marks", "harbour kind:caption").body,
                HasSubstr("{\"name\": \"my marks\", \"query\": \"harbour kind:caption\", \"made_at\": \"20"));
    EXPECT_EQ(desk.post("/api/v1/searches?name=bad", "kind:nothing").status, 400);
    EXPECT_EQ(desk.post("/api/v1/searches?name=", "harbour").status, 400);
    EXPECT_THAT(desk.get("/api/v1/searches").body, HasSubstr("my marks"));
    EXPECT_THAT(send(desk, "DELETE", "/api/v1/searches?name=my%20marks").body, HasSubstr("\"searches\": []"));
    EXPECT_EQ(send(desk, "DELETE", "/api/v1/searches?name=my%20marks").status, 404);
}

TEST(MarksApi, VerdictsAreShownAndForgotten) {
    Desk desk;
    const std::string article(64, 'a');
    {
        auto catalogue = catalogue::Catalogue::open(desk.db(), catalogue::Access::read_write);
        catalogue.keep_verdicts(
            article,
            {{catalogue::sha_of(1),
              {{article, "Title", 0, "posted_by", "name", "by @name", Verdict::supported, {}}}}},
            false);
    }
    EXPECT_THAT(desk.get("/api/v1/videos/1/marks").body, HasSubstr("\"verdict\": \"supported\""));
    EXPECT_THAT(desk.get("/api/v1/videos?q=verdict:supported").body,
                HasSubstr("\"verdicts\": [\"supported\"]"));
    EXPECT_THAT(desk.get("/api/v1/hits?q=has:verdict").body, HasSubstr("\"total\": 2"));
    EXPECT_EQ(send(desk, "DELETE", "/api/v1/verdicts?article=" + article).status, 200);
    EXPECT_EQ(send(desk, "DELETE", "/api/v1/verdicts?article=" + article).status, 404);
    EXPECT_THAT(desk.get("/api/v1/videos?q=has:verdict").body, HasSubstr("\"total\": 0"));
}

TEST(Export, GivesEveryTextAsCsvThatHoldsNoFormula) {
    Desk desk;
    {
        AnalysedVideo third = catalogue::video_of(3);
        third.media.path = "/videos/third.mp4";
        third.tracks = {catalogue::track_of("=HYPERLINK(\"http://x\") harbour"),
                        catalogue::track_of("@harbour, cold")};
        catalogue::Catalogue::open(desk.db(), catalogue::Access::read_write).store(third);
    }
    const Response answer = desk.get("/api/v1/export?q=harbour");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.headers.at("Content-Type"), "text/csv; charset=utf-8");
    EXPECT_EQ(answer.headers.at("Content-Disposition"), "attachment; filename=\"sourcereel-texts.csv\"");
    const std::string csv = whole(answer);
    EXPECT_THAT(csv, testing::StartsWith("video,sha256,path,title,kind,begin_s,end_s,"));
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 4);
    EXPECT_THAT(csv, HasSubstr(",\"'=HYPERLINK(\"\"http://x\"\") harbour\","));
    EXPECT_THAT(csv, HasSubstr(",\"'@harbour, cold\","));
    EXPECT_THAT(csv, HasSubstr(",0.000000,2.000000,0,50,eng,harbour at noon,0.8750,"));
}

TEST(Export, JsonIsTheDocumentOfTheSearch) {
    Desk desk;
    for (const char* query : {"harbour", "kind:caption", "zzz"}) {
        const std::string q(query);
        const Response answer = desk.get("/api/v1/export?as=json&q=" + q);
        EXPECT_EQ(answer.headers.at("Content-Type"), "application/json; charset=utf-8");
        EXPECT_EQ(whole(answer), desk.get("/api/v1/search?q=" + q).body) << query;
    }
}

TEST(Export, ListsClipsToo) {
    Desk desk;
    desk.post("/api/v1/videos/1/tags", "two words");
    const std::string csv = whole(desk.get("/api/v1/export?of=clips"));
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 3);
    EXPECT_THAT(csv, HasSubstr(",4.000000,1280,720,2,2,2,,,two words,,0\r\n"));
    const std::string json = whole(desk.get("/api/v1/export?of=clips&as=json&q=tag:%22two%20words%22"));
    EXPECT_THAT(json, HasSubstr("\"schema\": \"sourcereel.clips/1\""));
    EXPECT_THAT(json, HasSubstr("\"total\": 1"));
    EXPECT_THAT(json, HasSubstr("\"tags\": [\"two words\"]"));
}

TEST(Export, SaysWhatIsWrongBeforeItBegins) {
    Desk desk;
    for (const char* target : {"/api/v1/export?q=kind:x", "/api/v1/export?of=people", "/api/v1/export?as=xls",
                               "/api/v1/export?sort=size"}) {
        const Response answer = desk.get(target);
        EXPECT_EQ(answer.status, 400) << target;
        EXPECT_FALSE(answer.writer);
    }
}

TEST(Export, EndsWhenNobodyTakesMore) {
    Desk desk;
    {
        auto catalogue = catalogue::Catalogue::open(desk.db(), catalogue::Access::read_write);
        AnalysedVideo third = catalogue::video_of(3);
        for (int i = 0; i < 2000; ++i)
            third.tracks.push_back(catalogue::track_of("harbour " + std::string(90, 'x')));
        catalogue.store(third);
    }
    const Response answer = desk.get("/api/v1/export?q=harbour");
    int pieces = 0;
    EXPECT_FALSE(answer.writer([&](std::string_view piece) {
        EXPECT_LT(piece.size(), 70'000U);
        return ++pieces < 2;
    }));
    EXPECT_EQ(pieces, 2);
    const std::string csv = whole(answer);
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 2002);
}

}  // namespace
}  // namespace sourcereel::web
