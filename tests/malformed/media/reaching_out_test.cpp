// Files and names that try to make the reader open something else.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "core/error.h"
#include "media/frame_reader.h"
#include "support/clip_maker.h"
#include "support/temp_folder.h"

namespace sourcereel::media {
namespace {

using namespace sourcereel::support;

/// A good clip.ts in the folder, which no list may lead to.
void put_clip_into(const TempFolder& folder) {
    ClipPlan plan;
    plan.output = {"-c:v", "libx264", "-preset", "ultrafast"};
    make_clip(folder / "clip.ts", plan);
}

class List : public ::testing::TestWithParam<std::string> {};

TEST_P(List, IsNotFollowedWhateverItsName) {
    const TempFolder folder;
    put_clip_into(folder);
    std::string text = GetParam();
    const std::string clip = (folder / "clip.ts").string();
    for (std::size_t at = 0; (at = text.find("CLIP", at)) != std::string::npos; at += clip.size())
        text.replace(at, 4, clip);
    for (const std::string name :
         {"list.mp4", "list.m3u8", "list.mpd", "list.ffconcat", "list.sdp", "list"}) {
        write_bytes(folder / name, text);
        try {
            FrameReader reader{folder / name};
            ADD_FAILURE() << name << " was followed: " << text;
        } catch (const Error& error) {
            EXPECT_TRUE(error.kind() == ErrorKind::unsupported || error.kind() == ErrorKind::corrupt)
                << error.what();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Media, List,
    ::testing::Values(
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n#EXTINF:0.96,\nCLIP\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:0.96,\nclip.ts\n#EXT-X-ENDLIST\n", "#EXTM3U\nCLIP\n",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nfile://CLIP\n", "ffconcat version 1.0\nfile CLIP\n",
        "ffconcat version 1.0\nfile clip.ts\n",
        "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\" "
        "mediaPresentationDuration=\"PT1S\"><Period><AdaptationSet contentType=\"video\"><Representation "
        "id=\"0\" "
        "mimeType=\"video/mp4\"><BaseURL>CLIP</BaseURL></Representation></AdaptationSet></Period></MPD>",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n"
        "a=rtpmap:96 H264/90000\n"));

TEST(Name, ThatLooksLikeAnAddressIsOnlyAName) {
    const TempFolder folder;
    put_clip_into(folder);
    const std::string good = bytes_of(folder / "clip.ts");
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    for (const std::string name : {"concat:clip.ts|clip.ts", "pipe:0", "data:video,x.ts", "-i.ts",
                                   "http:clip.ts", "subfile,,start,0,end,9,,:clip.ts", "pic%03d.png"}) {
        EXPECT_THROW(FrameReader{name}, Error) << name << " did not exist";
        write_bytes(name, good);
        int pictures = 0;
        FrameReader reader{name};
        while (reader.next()) ++pictures;
        EXPECT_EQ(pictures, 24) << name;
    }
    std::filesystem::current_path(before);
}

TEST(Track, InAnotherFileIsNotFetched) {
    const TempFolder folder;
    const auto file = folder / "clip.mov";
    ClipPlan plan;
    plan.output = {"-c:v", "libx264", "-preset", "ultrafast"};
    make_clip(file, plan);
    // The data reference "url " with flag 1 says: in this file. Without the flag the track lies elsewhere.
    std::string bytes = bytes_of(file);
    const std::size_t box = bytes.find("url ", bytes.find("dinf"));
    ASSERT_NE(box, std::string::npos);
    bytes.at(box + 7) = '\0';
    write_bytes(file, bytes);
    int pictures = 0;
    try {
        FrameReader reader{file};
        while (const auto frame = reader.next()) EXPECT_EQ(read_code(*frame), pictures++);
        EXPECT_EQ(pictures, 24);  // An empty reference may be read as this file, and nothing else.
    } catch (const Error& error) {
        EXPECT_NE(error.kind(), ErrorKind::internal) << error.what();
    }
}

}  // namespace
}  // namespace sourcereel::media
