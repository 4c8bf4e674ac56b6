#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/attribution/mentions.h"

namespace sourcereel::attribution {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Address, TellsThePlatformAndTheName) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"x.com/name_1", "x:name_1"},
        {"https://twitter.com/Name", "x:Name"},
        {"t.me/channel", "telegram:channel"},
        {"telegram.me/channel", "telegram:channel"},
        {"https://www.instagram.com/na.me/", "instagram:na.me"},
        {"tiktok.com/@na.me", "tiktok:na.me"},
        {"youtube.com/@Some-Name", "youtube:Some-Name"},
        {"m.youtube.com/@이름입니다", "youtube:이름입니다"},
        {"vk.com/public12345", "vk:public12345"},
        {"facebook.com/some.name", "facebook:some.name"},
        {"X.COM/Name", "x:Name"},
        {"HTTPS://WWW.X.com/Name", "x:Name"},
    };
    for (const auto& [text, expected] : cases) EXPECT_THAT(found_in(text), ElementsAre(expected)) << text;
}

TEST(Address, TakesTheNameOutOfALongerOne) {
    EXPECT_THAT(found_in("https://x.com/name/status/123?s=20"), ElementsAre("x:name"));
    EXPECT_THAT(found_in("t.me/s/channel/77"), ElementsAre("telegram:channel"));
    EXPECT_THAT(found_in("instagram.com/stories/name/1"), ElementsAre("instagram:name"));
    EXPECT_THAT(found_in("web.archive.org/web/2020/https://x.com/name"), ElementsAre("x:name"));
}

TEST(Address, KeepsTheRawTextFromTheHostToTheName) {
    const auto found = find_handles("see https://www.X.com/Name/status/1.");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].raw, "www.X.com/Name");
    EXPECT_EQ(found[0].handle, "Name");
    EXPECT_EQ(found[0].match, "exact");
}

TEST(Address, EndsBeforePunctuationQuotesBracketsAndNewlines) {
    for (const char* text :
         {"(t.me/channel)", "\"t.me/channel\"", "t.me/channel.", "t.me/channel, and", "«t.me/channel»",
          "t.me/channel\nnext", "[t.me/channel]", "<t.me/channel>", "关注t.me/channel。", "t.me/channel频道"})
        EXPECT_THAT(found_in(text), ElementsAre("telegram:channel")) << text;
}

TEST(Address, OfAPageOfThePlatformIsNoAccount) {
    for (const char* text :
         {"x.com/home", "x.com/i/web/status/1", "x.com/search?q=a", "x.com/hashtag/fire",
          "twitter.com/Share?u=1", "t.me/joinchat/AAAAAE", "t.me/+AbCdEf", "t.me/c/1234/5",
          "youtube.com/watch?v=abc", "youtube.com/channel/UC123", "tiktok.com/name", "instagram.com/p/Cabc",
          "instagram.com/stories", "vk.com/wall-123_45", "vk.com/video123_45",
          "facebook.com/profile.php?id=1", "facebook.com/watch", "x.com/", "x.com"})
        EXPECT_THAT(found_in(text), IsEmpty()) << text;
}

TEST(Address, OfAnotherHostIsNone) {
    for (const char* text : {"notx.com/name", "x.com.evil.org/name", "mail@x.com/name", "dropbox.com/name",
                             "evil-t.me/name", "ax.t.me/name"})
        EXPECT_THAT(found_in(text), IsEmpty()) << text;
}

TEST(Address, HoldsANameToTheLimitsOfItsPlatform) {
    const auto of = [](std::string_view host, std::size_t length) {
        return found_in(std::string(host) + "/" + std::string(length, 'a')).size();
    };
    EXPECT_EQ(of("x.com", 1), 1u);
    EXPECT_EQ(of("x.com", 15), 1u);
    EXPECT_EQ(of("x.com", 16), 0u);
    EXPECT_EQ(of("t.me", 3), 0u);
    EXPECT_EQ(of("t.me", 4), 1u);
    EXPECT_EQ(of("t.me", 32), 1u);
    EXPECT_EQ(of("t.me", 33), 0u);
    EXPECT_EQ(of("instagram.com", 30), 1u);
    EXPECT_EQ(of("instagram.com", 31), 0u);
    EXPECT_EQ(of("vk.com", 4), 0u);
    EXPECT_EQ(of("vk.com", 5), 1u);
    EXPECT_THAT(found_in("t.me/1channel"), IsEmpty());
    EXPECT_THAT(found_in("x.com/some-name"), IsEmpty());
    EXPECT_THAT(found_in("x.com/n\u0430me"), IsEmpty());  // A Cyrillic а: "n" would be somebody else.
}

}  // namespace
}  // namespace sourcereel::attribution
