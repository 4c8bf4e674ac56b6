#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "sidecar/sidecar_file.h"

namespace sourcereel::sidecar {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Sidecar parsed(const std::string& json) {
    return parse_sidecar(json, "a.info.json", "a.mp4");
}

std::string value(const std::optional<SidecarValue>& statement) {
    return statement ? statement->field + "=" + statement->value : "-";
}

TEST(YtDlp, OfXHasItsHandleInUploaderId) {
    const Sidecar post =
        parsed(R"({"extractor": "twitter", "id": "1825873805000000000", "uploader": "Harbor Watch",
        "uploader_id": "HarborWatch", "channel_id": "4711", "description": "The quay this morning",
        "webpage_url": "https://x.com/HarborWatch/status/1825873805000000000", "timestamp": 1724149000.5})");
    EXPECT_EQ(post.tool, "yt-dlp");
    EXPECT_EQ(post.platform, "x");
    EXPECT_EQ(value(post.handle), "uploader_id=HarborWatch");
    EXPECT_EQ(value(post.display_name), "uploader=Harbor Watch");
    EXPECT_EQ(value(post.stable_id), "channel_id=4711");
    EXPECT_EQ(value(post.posted_at), "timestamp=2024-08-20T10:16:40Z");
    EXPECT_EQ(value(post.description), "description=The quay this morning");
    EXPECT_FALSE(post.doubtful) << testing::PrintToString(post.warnings);
    EXPECT_THAT(post.warnings, IsEmpty());
}

TEST(YtDlp, OfYouTubeMayHaveAHandleOfAnyScriptOrNone) {
    const Sidecar with =
        parsed(R"({"extractor": "youtube", "id": "dQ", "uploader_id": "@央视新闻", "channel": "央视",
        "channel_id": "UCabc", "upload_date": "20240820"})");
    EXPECT_EQ(value(with.handle), "uploader_id=央视新闻");
    EXPECT_EQ(value(with.display_name), "channel=央视");
    EXPECT_EQ(value(with.stable_id), "channel_id=UCabc");
    EXPECT_EQ(value(with.posted_at), "upload_date=2024-08-20");
    const Sidecar without =
        parsed(R"({"extractor": "youtube", "id": "dQ", "uploader_id": null, "channel": "Quay TV"})");
    EXPECT_FALSE(without.handle);
    const Sidecar old = parsed(R"({"extractor": "youtube", "uploader_id": "UCabcdefghijklmnopqrstuv",
        "uploader_url": "https://www.youtube.com/@QuayTV"})");
    EXPECT_EQ(value(old.handle), "uploader_url=QuayTV");
}

TEST(YtDlp, OfEverySiteMeansSomethingElseByTheSameFields) {
    const std::string rest =
        R"(, "uploader": "a_name", "uploader_id": "12345", "channel": "b_name", "channel_id": "c_name"})";
    const Sidecar tiktok = parsed(R"({"extractor": "TikTok")" + rest);
    EXPECT_EQ(value(tiktok.handle), "uploader=a_name");
    EXPECT_EQ(value(tiktok.display_name), "channel=b_name");
    EXPECT_EQ(value(tiktok.stable_id), "uploader_id=12345");
    const Sidecar instagram = parsed(R"({"extractor": "Instagram")" + rest);
    EXPECT_EQ(value(instagram.handle), "channel=b_name");
    EXPECT_EQ(value(instagram.display_name), "uploader=a_name");
    const Sidecar telegram = parsed(R"({"extractor": "telegram:embed")" + rest);
    EXPECT_EQ(value(telegram.handle), "channel_id=c_name");
    EXPECT_FALSE(telegram.stable_id);
    const Sidecar weibo = parsed(R"({"extractor": "Weibo")" + rest);
    EXPECT_EQ(value(weibo.handle), "uploader=a_name");
    const Sidecar other = parsed(R"({"extractor": "Rumble")" + rest);
    EXPECT_EQ(value(other.handle), "-");
    EXPECT_EQ(value(other.display_name), "uploader=a_name");
    EXPECT_EQ(other.platform, "");
}

TEST(YtDlp, OfVkTakesTheAccountFromTheAddress) {
    const Sidecar post = parsed(R"({"extractor": "vk", "uploader": "Порт", "uploader_id": "-77",
        "uploader_url": "https://vk.com/harbor_news", "webpage_url": "https://vk.com/video-77_5"})");
    EXPECT_EQ(value(post.handle), "uploader_url=harbor_news");
    EXPECT_EQ(value(post.stable_id), "uploader_id=-77");
}

TEST(YtDlp, ListsOfPostsAreNoSidecars) {
    for (const char* type : {"playlist", "multi_video"}) {
        try {
            parsed(std::string(R"({"extractor": "twitter", "_type": ")") + type + "\"}");
            ADD_FAILURE() << type;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::unsupported);
        }
    }
}

TEST(CrossCheck, ATimeThatThePostsNumberDoesNotHaveIsFlagged) {
    const std::string id = std::to_string((1724157005000ULL - 1288834974657ULL) << 22U);
    const auto post = [&](const std::string& time) {
        return parsed(R"({"extractor": "twitter", "id": ")" + id + R"(", "uploader_id": "HarborWatch", )" +
                      time + "}");
    };
    EXPECT_FALSE(post(R"("timestamp": 1724157000)").doubtful);
    EXPECT_FALSE(post(R"("upload_date": "20240820")").doubtful);
    EXPECT_FALSE(post(R"("upload_date": "20240821")").doubtful);
    EXPECT_TRUE(post(R"("upload_date": "20240823")").doubtful);
    const Sidecar wrong = post(R"("timestamp": 1600000000)");
    EXPECT_TRUE(wrong.doubtful);
    EXPECT_THAT(wrong.warnings, ElementsAre(HasSubstr("2024-08-20T12:30:05Z")));
}

TEST(CrossCheck, AnotherAccountInTheAddressIsFlagged) {
    const Sidecar post = parsed(R"({"extractor": "twitter", "uploader_id": "HarborWatch",
        "webpage_url": "https://twitter.com/QuayDesk/status/1"})");
    EXPECT_TRUE(post.doubtful);
    EXPECT_THAT(post.warnings, ElementsAre(HasSubstr("QuayDesk")));
}

TEST(CrossCheck, AForgedLetterStaysVisible) {
    const Sidecar post = parsed(R"({"extractor": "twitter", "uploader_id": "HаrborWatch"})");  // Cyrillic а
    EXPECT_EQ(value(post.handle), "uploader_id=HаrborWatch");
}

TEST(GalleryDl, TellsTheAuthorOfARepostFromItsCarrier) {
    const std::string people = R"("author": {"name": "HarborWatch", "nick": "Harbor Watch", "id": 11},
        "user": {"name": "QuayDesk", "nick": "Quay Desk", "id": 22})";
    const Sidecar own =
        parsed(R"({"category": "twitter", "subcategory": "tweet", "tweet_id": 5, "retweet_id": 0,
        "date": "2024-08-20 12:30:05", "content": "The quay", )" +
               people + "}");
    EXPECT_EQ(own.tool, "gallery-dl");
    EXPECT_EQ(value(own.handle), "author.name=HarborWatch");
    EXPECT_EQ(value(own.stable_id), "author.id=11");
    EXPECT_EQ(value(own.source_handle), "-");
    EXPECT_EQ(value(own.posted_at), "date=2024-08-20T12:30:05Z");
    EXPECT_EQ(value(own.description), "content=The quay");
    const Sidecar repost = parsed(
        R"({"category": "twitter", "subcategory": "tweet", "tweet_id": 5, "retweet_id": 9, )" + people + "}");
    EXPECT_EQ(value(repost.handle), "user.name=QuayDesk");
    EXPECT_EQ(value(repost.source_handle), "author.name=HarborWatch");
}

TEST(GalleryDl, OfOtherSitesIsReadToo) {
    const Sidecar instagram =
        parsed(R"({"category": "instagram", "subcategory": "post", "username": "quay.desk",
        "fullname": "Quay Desk", "owner_id": "77", "post_shortcode": "Cx1"})");
    EXPECT_EQ(value(instagram.handle), "username=quay.desk");
    EXPECT_EQ(value(instagram.display_name), "fullname=Quay Desk");
    EXPECT_EQ(value(instagram.stable_id), "owner_id=77");
    const Sidecar tiktok = parsed(R"({"category": "tiktok", "subcategory": "post", "id": "1",
        "author": {"uniqueId": "quaydesk", "nickname": "Quay", "id": "9"}})");
    EXPECT_EQ(value(tiktok.handle), "author.uniqueId=quaydesk");
}

TEST(AutoArchiver, NamesTheAccountOnlyByTheAddress) {
    const Sidecar post = parsed(R"({"status": "twitter: success",
        "metadata": {"url": "https://x.com/HarborWatch/status/1825873805000000000", "title": "The quay",
                     "timestamp": "2024-08-20 10:16:45+00:00", "_processed_at": "2024-08-21T00:00:00+00:00"},
        "media": [{"filename": "/tmp/b.jpg", "properties": {"hash": "SHA-256:00"}},
                  {"filename": "/tmp/a.mp4", "properties": {"hash": "SHA-256:)" +
                                std::string(64, 'A') + R"("}}]})");
    EXPECT_EQ(post.tool, "auto-archiver");
    EXPECT_EQ(value(post.handle), "metadata.url=HarborWatch");
    EXPECT_EQ(value(post.post_id), "metadata.url=1825873805000000000");
    EXPECT_EQ(value(post.posted_at), "metadata.timestamp=2024-08-20T10:16:45Z");
    EXPECT_EQ(value(post.fetched_at), "metadata._processed_at=2024-08-21T00:00:00Z");
    EXPECT_EQ(value(post.file_sha256), "media[1].properties.hash=" + std::string(64, 'a'));
    EXPECT_FALSE(post.doubtful) << testing::PrintToString(post.warnings);
}

}  // namespace
}  // namespace sourcereel::sidecar
