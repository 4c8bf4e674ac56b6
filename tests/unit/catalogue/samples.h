// unit/catalogue/samples.h: videos made up for the tests.
#pragma once

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "core/error.h"
#include "core/video.h"
#include "support/temp_folder.h"

namespace sourcereel::catalogue {

using support::TempFolder;

inline std::string sha_of(unsigned number) {
    char text[65];
    std::snprintf(text, sizeof text, "%08x%056x", number, 7U);
    return text;
}

inline Timestamp at(std::int64_t frame) {
    return {frame, {1, 25}};
}

inline TextTrack track_of(const std::string& text, std::int64_t begin = 0, std::int64_t end = 50) {
    TextTrack track;
    track.range = {at(begin), at(end)};
    track.begin_frame = begin;
    track.end_frame = end;
    track.box = {10, 20, 300, 40};
    track.text = text;
    track.confidence = 0.875;
    track.script = "Latin";
    track.language = "eng";
    track.frames_seen = 9;
    track.frames_examined = 10;
    track.readings = {{"tesseract 5.3.0 eng", text, 0.875}};
    return track;
}

/// 100 frames at 25 a second, shots [0, 40) and [40, 100), a still each, no track yet.
inline AnalysedVideo video_of(unsigned number, const std::string& options = "default") {
    AnalysedVideo video;
    video.media = {"/videos/" + std::to_string(number) + ".mp4",
                   sha_of(number),
                   1280,
                   720,
                   at(100),
                   100,
                   25.0,
                   false,
                   "h264",
                   "mov,mp4",
                   0};
    video.shots = {{{at(0), at(40)}, 0, 40, {TransitionKind::start, 0, 0, 1.0}},
                   {{at(40), at(100)}, 40, 100, {TransitionKind::cut, 40, 40, 0.75}}};
    video.stills = {{0, at(20), 640, 360, "jpeg 0 of " + options},
                    {1, at(70), 640, 360, "jpeg 1 of " + options}};
    video.settings = {"sourcereel 0.1.0", options, "FFmpeg 5.1"};
    return video;
}

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The kind of Error that `act` throws; fails the test where it throws none.
template <typename Act>
ErrorKind kind_thrown(Act act) {
    try {
        act();
    } catch (const Error& error) {
        return error.kind();
    }
    ADD_FAILURE() << "no Error was thrown";
    return ErrorKind::internal;
}

}  // namespace sourcereel::catalogue
