#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>

#include "unit/web/desk.h"

namespace sourcereel::web {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A picture "looks like" its first character: each differs from the next in 8 bits of the lowest
/// frequencies.
std::optional<PictureHash> looks_of(std::string_view bytes) {
    if (bytes.empty()) throw Error(ErrorKind::unsupported, "the picture is no JPEG");
    if (bytes[0] < '0' || bytes[0] > '9') return std::nullopt;
    PictureHash hash;
    for (int i = 0; i < bytes[0] - '0'; ++i)
        hash.words.at(static_cast<std::size_t>(i / 4)) |= 0xFFULL << (i % 4 * 16);
    return hash;
}
std::string digits(char character) {
    return digits_of(*looks_of(std::string(1, character)));
}

SiteOptions with_looks(std::atomic<int>* looked = nullptr) {
    SiteOptions options;
    options.picture_hash = [looked](std::string_view bytes) {
        if (looked != nullptr) ++*looked;
        return looks_of(bytes);
    };
    return options;
}

/// A clip whose two stills begin with these characters.
void store(const Desk& desk, unsigned number, const std::string& first, const std::string& second,
           const std::string& options = "default") {
    AnalysedVideo video = catalogue::video_of(number, options);
    video.stills[0].jpeg = first;
    video.stills[1].jpeg = second;
    catalogue::Catalogue::open(desk.db(), catalogue::Access::read_write).store(video);
}

TEST(Pictures, BecomeDigitsThatFindTheirShot) {
    Desk desk(with_looks());
    store(desk, 10, "1", "5");
    EXPECT_THAT(desk.post("/api/v1/pictures", "5 of another size").body, HasSubstr(digits('5')));
    const std::string found = desk.get("/api/v1/pictures?limit=1&picture=" + digits('5')).body;
    EXPECT_THAT(found, HasSubstr("\"share\": 1.0"));
    EXPECT_THAT(found, HasSubstr("\"name\": \"10.mp4\""));
    EXPECT_THAT(found, HasSubstr("\"shot\": 1"));
    EXPECT_THAT(found, HasSubstr("\"begin\": 1.6"));
    EXPECT_THAT(found, HasSubstr("\"distance\": 0"));
    EXPECT_THAT(found, HasSubstr("\"same\": true"));
    // Sixteen bits away is another picture.
    EXPECT_THAT(desk.get("/api/v1/pictures?limit=1&picture=" + digits('7')).body,
                HasSubstr("\"same\": false"));
}

TEST(Pictures, OfClipsThatComeLaterAreFoundToo) {
    Desk desk(with_looks());
    store(desk, 10, "1", "2");
    EXPECT_THAT(desk.get("/api/v1/pictures?picture=" + digits('8')).body, Not(HasSubstr("\"distance\": 0")));
    store(desk, 11, "8", "2");
    EXPECT_THAT(desk.get("/api/v1/pictures?picture=" + digits('8')).body, HasSubstr("\"name\": \"11.mp4\""));
    store(desk, 11, "3", "2", "other settings");
    EXPECT_THAT(desk.get("/api/v1/pictures?picture=" + digits('8')).body, Not(HasSubstr("\"distance\": 0")));
}

TEST(Pictures, AreLookedAtOnceAndThatIsKept) {
    const catalogue::TempFolder kept;
    std::atomic<int> looked = 0;
    const auto ask = [&] {
        SiteOptions options = with_looks(&looked);
        options.looks = kept / "looks";
        Desk desk(std::move(options));
        return desk.get("/api/v1/pictures?picture=" + digits('3')).body;
    };
    // Both desks hold the same clips, and the second the same analysis where the clock's second is the same;
    // what is damaged in the file is looked at again.
    const std::string first = ask();
    const int once = looked;
    EXPECT_EQ(once, 2);
    std::ofstream(kept / "looks/hashes-1.txt", std::ios::app) << "nonsense\nx\tzz\n";
    EXPECT_THAT(ask(), HasSubstr("\"share\": 1.0"));
    EXPECT_LE(looked, 2 * once);
}

TEST(Pictures, ClipsThatLookTheSameComeInPairs) {
    Desk desk(with_looks());
    store(desk, 10, "1", "5");
    store(desk, 11, "5", "9");
    store(desk, 12, "-", "-");  // Nothing to be seen in these.
    const std::string alike = desk.get("/api/v1/videos/3/alike").body;
    EXPECT_THAT(alike, HasSubstr("\"name\": \"11.mp4\""));
    EXPECT_THAT(alike, HasSubstr("\"not_a_copy\": false"));
    EXPECT_THAT(alike, Not(HasSubstr("12.mp4")));
    Request request = desk.request("/api/v1/videos/3/not-copies/4", "PUT");
    EXPECT_EQ(desk.ask(request).status, 200);
    EXPECT_THAT(desk.get("/api/v1/videos/3/alike").body, HasSubstr("\"not_a_copy\": true"));
    const std::string pairs = desk.get("/api/v1/not-copies").body;
    EXPECT_THAT(pairs, HasSubstr("\"name\": \"10.mp4\""));
    EXPECT_THAT(pairs, HasSubstr("\"other_name\": \"11.mp4\""));
    EXPECT_EQ(desk.get("/api/v1/videos/99/alike").status, 404);
}

TEST(Pictures, MistakesSayWhatIsWrong) {
    Desk desk(with_looks());
    EXPECT_EQ(desk.post("/api/v1/pictures", "").status, 400);
    EXPECT_THAT(desk.post("/api/v1/pictures", "-").body, HasSubstr("of one brightness"));
    EXPECT_EQ(desk.post("/api/v1/pictures", std::string(3 << 20, '1')).status, 413);
    EXPECT_THAT(desk.get("/api/v1/pictures").body, HasSubstr("64 digits"));
    EXPECT_EQ(desk.get("/api/v1/pictures?picture=" + std::string(64, 'x')).status, 400);
    EXPECT_EQ(desk.get("/api/v1/pictures?limit=0&picture=" + digits('1')).status, 400);
    Desk without;
    EXPECT_THAT(without.get("/api/v1/pictures?picture=" + digits('1')).body,
                HasSubstr("cannot compare pictures"));
}

TEST(Attack, APictureWithoutTheTokenIsNotLookedAt) {
    std::atomic<int> looked = 0;
    Desk desk(with_looks(&looked));
    Request request = desk.request("/api/v1/pictures", "POST");
    request.headers.erase("x-sourcereel-token");
    request.body = "1";
    EXPECT_EQ(desk.ask(request).status, 403);
    EXPECT_EQ(looked, 0);
}

}  // namespace
}  // namespace sourcereel::web
