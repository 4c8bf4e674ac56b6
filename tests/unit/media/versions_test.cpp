#include "media/versions.h"

#include <gmock/gmock.h>

namespace sourcereel::media {
namespace {

TEST(Versions, NameFfmpegAndItsLibraries) {
    EXPECT_THAT(ffmpeg_version(),
                ::testing::MatchesRegex("FFmpeg [^ ]+ \\(libavformat [0-9.]+, libavcodec [0-9.]+\\)"));
}

TEST(Versions, TellWhichCodecsCanBeDecoded) {
    EXPECT_THAT(can_decode({"h264", "no such codec", "mpeg4"}), ::testing::ElementsAre(true, false, true));
}

}  // namespace
}  // namespace sourcereel::media
