// What is no video, or none that we may read: one kind of error each, naming the file and the step.
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <string>

#include "core/error.h"
#include "media/content_hash.h"
#include "media/frame_reader.h"
#include "support/clip_maker.h"
#include "support/temp_folder.h"

namespace sourcereel::media {
namespace {

using namespace sourcereel::support;

void expect_refused(const std::filesystem::path& file, ErrorKind kind, const std::string& words,
                    const ReadOptions& options = {}) {
    try {
        FrameReader reader{file, options};
        ADD_FAILURE() << file << " was opened";
    } catch (const Error& error) {
        const std::string text = error.what();
        EXPECT_EQ(error.kind(), kind) << text;
        EXPECT_TRUE(text.starts_with(file.string() + ": ")) << text;
        EXPECT_EQ(text.find(file.string(), 1), std::string::npos) << "named twice: " << text;
        EXPECT_NE(text.find(words), std::string::npos) << text;
    }
}

TEST(NotAVideo, AMissingFileIsNotFound) {
    const TempFolder folder;
    expect_refused(folder / "none.mp4", ErrorKind::not_found, "No such file");
    EXPECT_THROW(sha256_of_file(folder / "none.mp4"), Error);
}

TEST(NotAVideo, WhatIsNoRegularFileIsRefusedWithoutWaiting) {
    const TempFolder folder;
    expect_refused(folder.path(), ErrorKind::unsupported, "folder");
    const auto pipe = folder / "pipe.mp4";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    expect_refused(pipe, ErrorKind::unsupported, "pipe");
    const auto socket_file = folder / "socket.mp4";
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    ASSERT_LT(socket_file.string().size(), sizeof address.sun_path);
    std::strcpy(address.sun_path, socket_file.c_str());
    ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    expect_refused(socket_file, ErrorKind::unsupported, "socket");
    ::close(socket);
    expect_refused("/dev/zero", ErrorKind::unsupported, "device");
    EXPECT_THROW(sha256_of_file(pipe), Error);
    EXPECT_THROW(sha256_of_file("/dev/zero"), Error);
}

TEST(NotAVideo, EmptyFilesAndNoiseAreCorrupt) {
    const TempFolder folder;
    const auto file = folder / "clip.mp4";
    write_bytes(file, "");
    expect_refused(file, ErrorKind::corrupt, "empty");
    std::string noise;
    unsigned state = 12345;
    for (int n = 0; n < 100'000; ++n) {
        state = state * 1664525U + 1013904223U;
        noise += static_cast<char>(state >> 24);
    }
    write_bytes(file, noise);
    expect_refused(file, ErrorKind::corrupt, "opening");
}

TEST(NotAVideo, SoundAloneIsUnsupportedWithAndWithoutACoverPicture) {
    const TempFolder folder;
    const auto sound = folder / "sound.m4a";
    run_ffmpeg({"-f", "lavfi", "-i", "sine=duration=1", "-c:a", "aac", sound.string()});
    expect_refused(sound, ErrorKind::unsupported, "no video stream");
    ClipPlan cover;
    cover.pictures = 1;
    cover.output = {"-c:v", "mjpeg", "-pix_fmt", "yuvj420p"};
    make_clip(folder / "cover.jpg", cover);
    const auto covered = folder / "covered.mp4";
    run_ffmpeg({"-i", sound.string(), "-i", (folder / "cover.jpg").string(), "-map", "0", "-map", "1", "-c",
                "copy", "-disposition:v:0", "attached_pic", covered.string()});
    expect_refused(covered, ErrorKind::unsupported, "no video stream");
}

TEST(NotAVideo, AnEncryptedFileIsUnsupported) {
    const TempFolder folder;
    const auto file = folder / "clip.mp4";
    ClipPlan plan;
    plan.output = {"-c:v",
                   "libx264",
                   "-encryption_scheme",
                   "cenc-aes-ctr",
                   "-encryption_key",
                   "00112233445566778899aabbccddeeff",
                   "-encryption_kid",
                   "ffeeddccbbaa99887766554433221100"};
    make_clip(file, plan);
    expect_refused(file, ErrorKind::unsupported, "encrypted");
}

TEST(NotAVideo, ACodecWithoutADecoderIsUnsupported) {
    const TempFolder folder;
    const auto file = folder / "clip.avi";
    ClipPlan plan;
    plan.output = {"-c:v", "mpeg4"};
    make_clip(file, plan);
    std::string bytes = bytes_of(file);
    for (std::size_t at = 0; (at = bytes.find("FMP4", at)) != std::string::npos;)
        bytes.replace(at, 4, "zqx7");
    write_bytes(file, bytes);
    expect_refused(file, ErrorKind::unsupported, "no decoder");
}

TEST(Limits, ThatAreReachedAreNamed) {
    const TempFolder folder;
    const auto file = folder / "clip.mkv";
    ClipPlan plan;
    plan.pictures = 2;
    plan.output = {"-c:v", "ffv1", "-vf", "setsar=2/1"};
    make_clip(file, plan);
    ReadOptions options;
    options.limits.max_pixels = 128 * 96 - 1;
    expect_refused(file, ErrorKind::exhausted, "limit", options);
    options.limits.max_pixels = 128 * 96 + 1;
    expect_refused(file, ErrorKind::exhausted, "limit", options);  // With square pixels it is twice as wide.
    options.limits.max_pixels = 256 * 96;
    EXPECT_NO_THROW((FrameReader{file, options}));
    options.limits.max_streams = 0;
    expect_refused(file, ErrorKind::exhausted, "streams", options);
    // Here the container does not say how large the pictures are.
    plan.pictures = 24;
    plan.output = {"-c:v", "libx264", "-preset", "ultrafast"};
    for (const std::string name : {"clip.264", "clip.ts"}) {
        make_clip(folder / name, plan);
        ReadOptions small;
        small.limits.max_pixels = 128 * 96 - 1;
        expect_refused(folder / name, ErrorKind::exhausted, "limit", small);
    }
}

TEST(Limits, APictureOfExactlyTheLimitIsRead) {
    const TempFolder folder;
    ClipPlan plan;
    plan.pictures = 3;
    plan.width = 130;  // Decoders pad each side to a multiple of 16 or more.
    plan.height = 98;
    for (const std::string encoder : {"ffv1", "libx264", "mpeg4"}) {
        plan.output = {"-c:v", encoder};
        const auto file = folder / (encoder + ".mkv");
        make_clip(file, plan);
        ReadOptions options;
        options.limits.max_pixels = 130 * 98;
        FrameReader reader{file, options};
        int n = 0;
        while (reader.next()) ++n;
        EXPECT_EQ(n, 3) << encoder;
        options.limits.max_pixels = 130 * 98 - 1;
        expect_refused(file, ErrorKind::exhausted, "limit", options);
    }
}

TEST(Limits, APictureThatGrowsBeyondTheLimitOnTheWayIsNamed) {
    const TempFolder folder;
    ClipPlan plan;
    plan.pictures = 5;
    plan.output = {"-c:v", "mpeg2video"};
    make_clip(folder / "small.ts", plan);
    plan.width = 256;
    make_clip(folder / "large.ts", plan);
    const auto file = folder / "joined.ts";
    write_bytes(file, bytes_of(folder / "small.ts") + bytes_of(folder / "large.ts"));
    ReadOptions options;
    options.limits.max_pixels = 128 * 96;
    FrameReader reader{file, options};
    try {
        while (reader.next()) {
        }
        ADD_FAILURE() << "not noticed";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::exhausted) << error.what();
        EXPECT_NE(std::string{error.what()}.find("256x96"), std::string::npos) << error.what();
    }
}

}  // namespace
}  // namespace sourcereel::media
